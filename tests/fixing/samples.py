"""Files in memory on their way through fixes."""

from collections.abc import Callable, Mapping

from journeymap.checks import Checking
from journeymap.compiling import compile_files
from journeymap.fixing import Checked, Fixing, fix_rounds

TODAY = "2026-11-01"
HEAD = "journeymap: 1\nkind: journey\nid: shop\ntitle: Shop\n"


def checker(
    files: Mapping[str, str], *, checking: Checking | None = None
) -> Callable[[Mapping[str, str]], Checked]:
    """Return what checks files again, some of them with other texts."""

    def check(texts: Mapping[str, str]) -> Checked:
        contents = [
            (path, text.encode("utf-8", "surrogateescape")) for path, text in {**files, **texts}.items()
        ]
        found = compile_files(contents, checking=checking)
        return Checked(found.sources, found.diagnostics, found.portfolio)

    return check


def fixed(files: Mapping[str, str], *, unsafe: bool = False, checking: Checking | None = None) -> Fixing:
    """Return what the fixes of all findings make of files."""
    check = checker(files, checking=checking)
    return fix_rounds(check({}), check, unsafe=unsafe)


def journey(lines: str) -> dict[str, str]:
    """Return a journey with lines below its title, as the one file there is."""
    return {"shop.journey.yaml": HEAD + lines}
