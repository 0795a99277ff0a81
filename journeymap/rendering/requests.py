"""What is asked of a renderer, and what it gives back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from journeymap.model import Journey, Portfolio
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.failures import RenderingError

if TYPE_CHECKING:
    from journeymap.rendering.canvas import Drawing
    from journeymap.themes.theme import Theme


class Request(NamedTuple):
    """What to render. Forms of a whole portfolio need no ``journey``.

    ``theme`` is ``light``, ``dark`` or ``auto``, which pictures on a screen follow; ``engine`` another
    layout engine than our own. ``table`` picks one table, ``view`` a view by its name: without them the
    formats of tables hold all. ``lanes`` and ``personas`` narrow a map and its curve. ``paper`` is that of
    pages, ``width`` that of a picture in pixels. ``font`` is a font file to embed. ``raw`` leaves texts in
    CSV as they are, also those that a spreadsheet would calculate. ``drawings`` are the pictures that were
    drawn already for the same request: who wants one in several formats gives the same mapping along, and
    each is drawn once.
    """

    portfolio: Portfolio
    journey: Journey | None = None
    theme: str = "light"
    engine: str = ""
    table: str = ""
    view: str = ""
    lanes: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    paper: str = "a3"
    width: int = 0
    font: str = ""
    raw: bool = False
    drawings: "dict[tuple[str, Theme], Drawing] | None" = None

    @property
    def subject(self) -> Journey:
        """The journey, for forms that show one."""
        if self.journey is None:
            raise RenderingError("this form shows one journey, and none was named")
        return self.journey

    @property
    def felt_subject(self) -> Journey:
        """The journey as the wished personas feel it, so that words and flags speak of their curves alone."""
        from journeymap.model.feelings import felt_by

        return felt_by(self.subject, self.personas) if self.personas else self.subject


class Rendered(NamedTuple):
    """A finished file, and in sentences what of the journey its form could not hold."""

    content: bytes
    losses: tuple[str, ...] = ()


Renderer: TypeAlias = Callable[[Request], Rendered]
