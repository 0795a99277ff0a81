"""Small workspaces to compare: written in a few lines, compiled as everybody's."""

from journeymap.compiling import compile_files
from journeymap.diffing.review import review_portfolios
from journeymap.model import Portfolio
from journeymap.reviewing import Dossier, Options, open_dossier

HEAD = """\
journeymap: 1
kind: journey
id: visit
title: A visit
personas:
  - {id: ana, title: "Ana, the regular"}
  - {id: ben, title: Ben}
stages:
"""
STAGES = """\
  - id: come
    title: Coming
    touchpoints:
      - {id: door, title: Door, action: Opens it., emotion: {score: 0}, pains: [{id: heavy, text: Heavy}]}
      - {id: desk, title: Desk, channel: counter, owner: hosts, emotion: {score: -1, feeling: lost}}
  - id: stay
    title: Staying
    touchpoints:
      - {id: table, title: Table, emotion: {by: {ana: {score: 1}, ben: {score: -1}}}}
      - id: bill
        title: Bill
        emotion: {score: 0}
        next: [{exit: happy, share: 0.5}, {exit: sad, share: 0.5}]
exits: [{id: happy, title: Comes again, outcome: achieved}, {id: sad, title: Stays away, outcome: lost}]
"""
LIBRARY = """\
journeymap: 1
kind: library
channels: [{id: counter, title: Counter}]
teams: [{id: hosts, title: Hosts}, {id: waiters, title: Waiters}]
metrics: [{id: wait, title: Wait, type: count, direction: up}]
"""


def compile_world(*edits: tuple[str, str], head: str = HEAD, **others: str) -> Portfolio:
    """Return the visit with edits made to its text, and other files beside it."""
    text = head + STAGES
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    files = {
        "shared.library.yaml": LIBRARY,
        "visit.journey.yaml": text,
        **{f"{name}.journey.yaml": each for name, each in others.items()},
    }
    compilation = compile_files((path, content.encode()) for path, content in files.items())
    assert not compilation.has_errors, [each.message for each in compilation.diagnostics]
    return compilation.portfolio


def compare(
    before: Portfolio,
    after: Portfolio,
    options: Options = Options(),  # noqa: B008 - frozen
) -> Dossier:
    """Return the dossier of two portfolios, without places."""
    review = review_portfolios(before, after)
    return open_dossier(review, before, after, lambda _: None, lambda _: None, options)


def edit(*edits: tuple[str, str], options: Options = Options()) -> Dossier:  # noqa: B008 - frozen
    """Return the dossier of edits to the visit."""
    return compare(compile_world(), compile_world(*edits), options)
