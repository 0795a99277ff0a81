"""What an author asks for in a page: which journey, shown how; read from keys and values of text."""

from collections.abc import Mapping
from typing import Any, Final

from journeymap.diagnostics import Severity
from journeymap.embedding.problems import NotShown, Problem, place_of, tell
from journeymap.named_tuples import NamedTuple
from journeymap.suggesting import closest
from journeymap.syntax import read_document

PICTURES: Final = ("map", "flow", "curve", "matrix")
FORMS: Final = (*PICTURES, "table")
THEMES: Final = ("auto", "light", "dark")

_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "id": (),
    "file": (),
    "form": FORMS,
    "view": (),
    "table": (),
    "lanes": (),
    "personas": (),
    "theme": THEMES,
    "link": (),
}
"""Key → the values it takes; without any it takes every text."""


class Wish(NamedTuple):
    """A journey by id or by file, and how it is shown; what is empty was left open."""

    id: str = ""
    file: str = ""
    form: str = ""
    view: str = ""
    table: str = ""
    lanes: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    theme: str = "auto"
    link: str = ""

    @property
    def name(self) -> str:
        """What the wish calls its journey."""
        return self.file or self.id


def read_fence(text: str, *, page: str, line: int, given: Mapping[str, Any]) -> Wish:
    """Return the wish that stands in a fence as YAML; ``given`` are keys from the line that opens it.

    ``page`` and ``line`` say where the text begins, for what is wrong with it; line 0 is not known.
    """
    place = f"{page}:{line}" if line else page
    if not text.strip():
        return read_wish(given, place=place)
    # Blank lines stand for the page above the fence, so that every place is one of the page.
    document = read_document(page, ("\n" * max(0, line - 1) + text).encode("utf-8", "surrogatepass"))
    errors = [each for each in document.diagnostics if each.severity is Severity.ERROR]
    if errors:
        raise NotShown(*(tell(each) if line else tell(each)._replace(place=page) for each in errors))
    places = {key: place_of(document.span((key,))) if line else page for key in document.data}
    return read_wish({**given, **document.data}, place=place, places=places)


def read_wish(given: Mapping[str, Any], *, place: str, places: Mapping[str, str] = {}) -> Wish:
    """Return the wish that keys and their values make; ``places`` says where each key stands."""
    read: dict[str, Any] = {}
    for key, value in given.items():
        read[key] = _read_value(key, value, places.get(key, place))
    wish = Wish(**read)
    if bool(wish.id) == bool(wish.file):
        message = "`id` and `file` both name a journey" if wish.id else "no journey is named"
        help = "keep one of them" if wish.id else "write `id: first-purchase`, or `file:` and its path"
        raise NotShown(Problem(message, places.get("file", place), help))
    if wish.table and wish.form not in ("", "table"):
        message = f"a {wish.form} has no table `{wish.table}`"
        raise NotShown(Problem(message, places.get("table", place), "leave `form` out, or `table`"))
    return wish


def _read_value(key: str, value: Any, place: str) -> Any:
    """Return the value of a key, checked."""
    if key not in _KEYS:
        near = closest(key, _KEYS)
        help = f"did you mean `{near}`?" if near else f"there are {', '.join(f'`{each}`' for each in _KEYS)}"
        raise NotShown(Problem(f"there is no key `{key}`", place, help))
    words = value if isinstance(value, list) else [value]
    if not words or not all(isinstance(word, str) and word.strip() for word in words):
        raise NotShown(Problem(f"`{key}` holds no text", place))
    if key in ("lanes", "personas"):
        return tuple(part.strip() for word in words for part in word.split(",") if part.strip())
    text = value.strip() if isinstance(value, str) else ""
    known = _KEYS[key]
    if not text or (known and text not in known):
        near = closest(text, known)
        listed = f"it is one of {', '.join(f'`{each}`' for each in known)}" if known else "it takes one text"
        shown = f"`{key}` cannot be `{text}`" if text else f"`{key}` cannot be a list"
        raise NotShown(Problem(shown, place, f"did you mean `{near}`?" if near else listed))
    return text
