"""What a check is: a fault, its documentation, and the function that finds it in the model.

The docstring of a rule's module is the rule's documentation, in a fixed form: a first line that says what
is wrong, paragraphs that say why it matters to a customer, the examples under ``Failing:`` and
``Passing:``, and ``Source:``, whose advice it is.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from journeymap.checks.registry import METHOD
from journeymap.diagnostics import Fault
from journeymap.model import Journey, Portfolio, Touchpoint
from journeymap.model.summaries import OwnedKpi, kpis_of
from journeymap.named_tuples import NamedTuple
from journeymap.problems import Problem, Spot
from journeymap.source import Place

if TYPE_CHECKING:
    from journeymap.model.paths import Strays

_Gathered = TypeVar("_Gathered")


class Survey:
    """What a check of a whole portfolio looks at.

    ``today`` is an ISO date, or ``""`` where no day is given: then nothing is late. ``options`` are the
    settings of the check, its defaults filled in. ``memory`` is what all checks of a run have gathered.
    ``is_whole`` is false where a file could not be built: what seems unused may be used there.
    """

    is_whole = True

    def __init__(self, portfolio: Portfolio, today: str = "", memory: dict[Any, Any] | None = None) -> None:
        self.portfolio = portfolio
        self.today = today
        self.options: Mapping[str, Any] = {}
        self._memory = {} if memory is None else memory

    def once(self, gather: Callable[[Portfolio], _Gathered]) -> _Gathered:
        """Return what a function gathers from the portfolio; it is called once for all journeys."""
        if gather not in self._memory:
            self._memory[gather] = gather(self.portfolio)
        gathered: _Gathered = self._memory[gather]
        return gathered


class Subject(Survey):
    """What a check of journeys looks at: one of them, in its portfolio."""

    def __init__(
        self,
        portfolio: Portfolio,
        journey: Journey,
        today: str = "",
        memory: dict[Any, Any] | None = None,
    ) -> None:
        super().__init__(portfolio, today, memory)
        self.journey = journey

    @cached_property
    def touchpoints(self) -> tuple[Touchpoint, ...]:
        """The touchpoints of all stages in order."""
        return tuple(self.journey.touchpoints())

    @cached_property
    def strays(self) -> "Strays":
        """The touchpoints that are off every way through the journey."""
        from journeymap.model.paths import find_strays  # a draft is asked for nothing that has to walk

        return find_strays(self.journey)

    @cached_property
    def kpis(self) -> tuple[OwnedKpi, ...]:
        """All KPIs with what they are attached to."""
        return kpis_of(self.journey)


class Check(NamedTuple):
    """A rule of the method: exactly one of the two functions finds its fault."""

    fault: Fault
    in_journey: Callable[[Subject], Iterable[Problem]] | None = None
    in_portfolio: Callable[[Survey], Iterable[Problem]] | None = None

    @property
    def name(self) -> str:
        """The name of the rule."""
        return self.fault.name


class Located(Protocol):
    """Anything of the model that knows where it was written."""

    @property
    def at(self) -> Place:
        """Where it was written."""


def describe_fault(
    name: str, documentation: str | None, *, options: Mapping[str, Mapping[str, Any]] | None = None
) -> Fault:
    """Return a rule of the registry with the documentation that is the docstring of its module.

    ``options`` are the JSON Schemas of its settings by name, each with a default and a description.
    """
    text = documentation or ""  # python -OO has none
    head, _, examples = text.partition("\nFailing:\n")
    summary, _, why = head.strip().partition("\n")
    failing, _, rest = examples.partition("\nPassing:\n")
    passing, _, source = rest.partition("\nSource:")
    return METHOD[name]._replace(
        summary=summary,
        why=_flow(why),
        failing=_dedent(failing),
        passing=_dedent(passing),
        source=_flow(source),
        options=options or {},
    )


def at_id(entity: Located, text: str) -> Spot:
    """Return the spot of an item's id, or of the item itself where it has none."""
    return Spot(entity.at.child("id"), text)


def at_field(entity: Located, key: str, text: str) -> Spot:
    """Return the spot of a field's value; a field that is not there stands for the item."""
    return Spot(entity.at.child(key), text)


def count_days(earlier: str, later: str) -> int:
    """Return the days from one ISO date to another; negative when the second comes first."""
    from datetime import date

    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def _flow(text: str) -> str:
    """Return paragraphs with their lines joined; each item of a list begins a line."""
    paragraphs = [paragraph.split("\n- ") for paragraph in text.strip().split("\n\n")]
    return "\n\n".join("\n- ".join(" ".join(item.split()) for item in items) for items in paragraphs)


def _dedent(text: str) -> str:
    """Return an example without the four blanks that every line of it begins with."""
    lines = text.strip("\n")
    return lines[4:].replace("\n    ", "\n") + "\n" if lines else ""
