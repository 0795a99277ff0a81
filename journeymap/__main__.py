"""The program: ``journeymap`` and ``python -m journeymap``."""

import sys


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
    import os

    # A run is short and its values live to its end: collecting cycles would only cost time.
    gc.disable()
    from journeymap.cli import run
    from journeymap.cli.console import standard_streams

    # `Path.cwd` would cost the import of pathlib before the command is even known.
    code = run(arguments, standard_streams(), environ=os.environ, cwd=os.getcwd())  # noqa: PTH109
    # Nor does it pay to look for cycles in all of it once more on the way out.
    gc.freeze()
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        # The reader has gone, or the disk is full; Python would complain about it once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


if __name__ == "__main__":
    sys.exit(main())
