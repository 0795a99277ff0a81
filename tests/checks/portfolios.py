"""Portfolios in a few words, and what a rule says of them."""

from journeymap.syntax.editing import apply_edits
from tests.checks import check, findings

SETTINGS = "# file: journeymap.yaml\njourneymap: 1\nkind: workspace\ntitle: Shop journeys\n"
TODAY = "2026-11-01"


def journey(body: str = "", touchpoints: str = "", *, id: str = "shop", head: str = "") -> str:
    """Return a journey with one stage; its touchpoints are given without their braces, one a line."""
    listed = "".join(f"\n      - {{{line}}}" for line in touchpoints.splitlines())
    stage = f"\n    touchpoints:{listed}" if listed else ""
    return (
        f"# file: {id}.journey.yaml\njourneymap: 1\nkind: journey\nid: {id}\ntitle: The {id}\n"
        f"status: published\n{head}stages:\n  - id: decision\n    title: Deciding{stage}\n{body}"
    )


def overlay(changes: str = "", *, head: str = "", base: str = "shop", id: str = "later") -> str:
    """Return an overlay; its changes are given without their braces, one a line."""
    listed = "".join(f"\n  - {{{line}}}" for line in changes.splitlines()) or " []"
    return (
        f"# file: {id}.journey.yaml\njourneymap: 1\nkind: journey\nid: {id}\nextends: {base}\n"
        f"status: published\n{head}changes:{listed}\n"
    )


def library(body: str) -> str:
    """Return a library."""
    return f"# file: shared.library.yaml\njourneymap: 1\nkind: library\n{body}"


def persona(body: str = "", *, id: str = "dana") -> str:
    """Return a persona."""
    head = f"# file: {id}.persona.yaml\njourneymap: 1\nkind: persona\n"
    return f"{head}id: {id}\ntitle: The one called {id}\n{body}"


def messages(rule: str, *texts: str) -> list[str]:
    """Return what a rule finds, without places."""
    return [found.partition(" ")[2] for found in findings(rule, *texts, today=TODAY)]


def mend(rule: str, *texts: str) -> list[str]:
    """Return what a rule still finds once all that it offers has been done."""
    compilation = check(*texts, select=rule, today=TODAY)
    edits = [edit for each in compilation.diagnostics for fix in each.fixes for edit in fix.edits]
    assert edits
    mended = [
        f"# file: {path}\n{apply_edits(source.text, [edit for edit in edits if edit.span.file == path])}"
        for path, source in compilation.sources.items()
    ]
    return messages(rule, *mended)
