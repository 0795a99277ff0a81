"""The program: ``journeymap`` and ``python -m journeymap``."""

import os
import sys


def start() -> None:
    """Run the installed command: the whole process ends here, with the exit code.

    Its values are not taken apart one by one, which takes a twentieth of a short run and helps nobody.
    ``python -m journeymap`` ends as programs usually do, for those who measure or trace it.
    """
    code = main()
    is_told = _flush()
    if sys.stderr:
        sys.stderr.flush()
    os._exit(code if is_told else code or 2)


def main() -> int:
    """Run the program with the process's own surroundings and return the exit code."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        # Nothing else is imported: scripts ask for the version often.
        from journeymap import __version__

        sys.stdout.write(f"journeymap {__version__}\n")
        return 0
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return 130


def _run(arguments: list[str]) -> int:
    import gc

    # A run is short and its values live to its end: collecting cycles would only cost time.
    gc.disable()
    from journeymap.cli import run
    from journeymap.cli.console import standard_streams

    # `Path.cwd` would cost the import of pathlib before the command is even known.
    code = run(arguments, standard_streams(), environ=os.environ, cwd=os.getcwd())  # noqa: PTH109
    # Nor does it pay to look for cycles in all of it once more on the way out.
    gc.freeze()
    _flush()
    return code


def _flush() -> bool:
    """Hand over what is still to be written; say whether all was taken that anybody waits for."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError as error:
        # The reader has gone, or the disk is full; Python would complain about it once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return isinstance(error, BrokenPipeError)
    return True


if __name__ == "__main__":
    sys.exit(main())
