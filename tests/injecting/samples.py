"""Pages and journeys to put together in tests."""

from journeymap.injecting.pages import Injection, Page, inject
from journeymap.injecting.targets import OneShelf
from journeymap.model import Emotion, Journey, Pain, Persona, Portfolio, Stage, Touchpoint
from journeymap.source import SourceFile
from tests.model.samples import portfolio_of

END = "<!-- journeymap:end -->"


def begin(words: str) -> str:
    """Return the marker that begins a block."""
    return f"<!-- journeymap:{words} -->"


def block(words: str, body: str = "", line_break: str = "\n") -> str:
    """Return a block with what has been put there."""
    return line_break.join([begin(words), *([body] if body else []), END])


def shop(text: str = "A shop") -> Portfolio:
    """Return a portfolio of one journey, ``shop``, that says one text wherever it says anything."""
    touchpoint = Touchpoint(
        "pay", text, emotions=(Emotion(-1, text),), pains=(Pain("late", text),), channels=("web",)
    )
    stage = Stage("decide", text, emotions=(Emotion(1, text),), focus=text, touchpoints=(touchpoint,))
    journey = Journey("shop", text, (stage,), personas=("ada",), local_personas=(Persona("ada", text),))
    return portfolio_of(journey)


def injected(text: str, portfolio: Portfolio | None = None) -> Injection:
    """Return what becomes of a page in the folder ``docs`` of a repository."""
    return inject(Page(SourceFile("page.md", text), "docs/page.md"), OneShelf(portfolio or shop()))


def rules_of(injection: Injection) -> list[tuple[str, int]]:
    """Return the findings of a page as rule and line, in the order of the page."""
    return sorted(
        ((each.rule, each.primary.start.line) for each in injection.diagnostics), key=lambda at: at[1]
    )
