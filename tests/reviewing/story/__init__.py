"""The retailer simplifies checkout: the example as it is, and as a pull request would leave it."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from journeymap.compiling import Compilation, compile_files
from tests.conftest import ROOT

FOLDER = ROOT / "examples" / "online-retailer"
EDITS = Path(__file__).with_name("edits.txt")


@cache
def read_files() -> Mapping[str, bytes]:
    """Return the files of the example by path, those that people write."""
    found = sorted(path for path in FOLDER.rglob("*.yaml") if "expected" not in path.parts)
    return {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in found}


@cache
def edit_files() -> Mapping[str, bytes]:
    """Return the files with every edit of the story made once, in order."""
    edited = {path: content.decode() for path, content in read_files().items()}
    for path, old, new in _read_edits():
        assert edited[path].count(old) == 1, (path, old)
        edited[path] = edited[path].replace(old, new)
    return {path: text.encode() for path, text in edited.items()}


@cache
def compile_before() -> Compilation:
    """Return the workspace as it is."""
    return compile_files(read_files().items())


@cache
def compile_after() -> Compilation:
    """Return the workspace with a simpler checkout."""
    return compile_files(edit_files().items())


def _read_edits() -> Iterator[tuple[str, str, str]]:
    """Yield each block: its file, the lines that stand there, the lines that stand there afterwards."""
    for block in EDITS.read_text(encoding="utf-8").split("\n@ ")[1:]:
        path, *lines = block.splitlines()
        old, new = (
            "".join(f"{line[1:]}\n" for line in lines if line.startswith(sign)) for sign in ("-", "+")
        )
        yield path, old, new
