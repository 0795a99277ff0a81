"""The method's rules, asked one at a time."""

from journeymap.checks import Checking
from journeymap.cli.rule_examples import files_of
from journeymap.compiling import Compilation, compile_files


def check(*texts: str, select: str = "", today: str = "") -> Compilation:
    """Return the compilation of examples with only one rule asked, or all."""
    files = [file for text in texts for file in files_of(text)]
    checking = Checking(today=today, select=frozenset({select} if select else ()))
    return compile_files(files, checking=checking)


def findings(rule: str, *texts: str, today: str = "") -> list[str]:
    """Return what a rule finds in files, as ``line:column message``; anything else found is an error here."""
    found = check(*texts, select=rule, today=today).diagnostics
    assert {each.rule for each in found} <= {rule}, [(each.rule, each.message) for each in found]
    return [f"{each.primary.start.line}:{each.primary.start.column} {each.message}" for each in found]
