"""What a marker says: a kind, what it is about, and options, word by word."""

from collections.abc import Mapping, Sequence
from typing import Final

from journeymap.diagnostics import Diagnostic
from journeymap.markers.faults import MALFORMED_MARKER, UNKNOWN_MARKER, UNKNOWN_OPTION
from journeymap.named_tuples import NamedTuple
from journeymap.source import SourceFile, Span
from journeymap.suggesting import closest

END: Final = "end"
_THEMES: Final = ("auto", "light", "dark")
_ANYTHING: Final[tuple[str, ...]] = ()


class Kind(NamedTuple):
    """A kind of marker: the words that it needs, those that may follow, and its options.

    An option with values takes one of them, the first where it is left out; one without takes any.
    """

    words: tuple[str, ...]
    options: Mapping[str, tuple[str, ...]] = {}
    spare: tuple[str, ...] = ()


_PICTURE: Final = {"to": _ANYTHING, "theme": _THEMES}

KINDS: Final[Mapping[str, Kind]] = {
    "table": Kind(("JOURNEY", "TABLE")),
    "tables": Kind(("JOURNEY",)),
    "mermaid": Kind(("JOURNEY",), {"form": ("journey", "flow")}),
    "map": Kind(("JOURNEY",), {**_PICTURE, "view": _ANYTHING, "lanes": _ANYTHING, "personas": _ANYTHING}),
    "flow": Kind(("JOURNEY",), _PICTURE),
    "curve": Kind(("JOURNEY",), {**_PICTURE, "personas": _ANYTHING}),
    "matrix": Kind(("JOURNEY",), _PICTURE),
    "heatmap": Kind((), _PICTURE, spare=("WORKSPACE",)),
}
"""Kind of marker → what it takes."""
PICTURES: Final = frozenset(name for name, kind in KINDS.items() if "to" in kind.options)
"""The kinds that write a picture beside the file."""


class Word(NamedTuple):
    """A word of a marker, and the offset at which it stands in its file."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind the word."""
        return self.start + len(self.text)

    def behind(self, count: int) -> "Word":
        """Return the word without its first characters."""
        return Word(self.text[count:], self.start + count)


class Wish(NamedTuple):
    """What a marker asks for: its kind, the words behind it, and its options by name."""

    kind: Word
    words: tuple[Word, ...]
    options: Mapping[str, Word]

    def option(self, name: str) -> str:
        """Return the value of an option: what is written, or what holds without it."""
        if name in self.options:
            return self.options[name].text
        values = KINDS[self.kind.text].options.get(name)
        return values[0] if values else ""


def show_marker(name: str) -> str:
    """Return how a marker of a kind is written."""
    kind = KINDS[name]
    words = [*kind.words, *(f"[{word}]" for word in kind.spare)]
    words += [f"[{option}={'|'.join(values) or '…'}]" for option, values in kind.options.items()]
    return f"<!-- journeymap:{' '.join([name, *words])} -->"


def read_wish(source: SourceFile, words: Sequence[Word], place: Span) -> Wish | Diagnostic:
    """Return what the words of a marker ask for, or what is wrong with them."""
    if not words or words[0].text not in KINDS:
        return report_kind(source, words, place)
    name, kind = words[0], KINDS[words[0].text]
    plain = [word for word in words[1:] if "=" not in word.text]
    options: dict[str, Word] = {}
    for word in words[1:]:
        key, equals, value = word.text.partition("=")
        if not equals:
            continue
        wrong = _check_option(source, name.text, word)
        if wrong:
            return wrong
        if key in options or not value:
            reason = "is given twice" if key in options else "has no value"
            return _malformed(source, name.text, f"option `{key}` {reason}", word)
        options[key] = word.behind(len(key) + 1)
    wanted = (*kind.words, *kind.spare)
    if len(plain) < len(kind.words):
        missing = kind.words[len(plain)].lower()
        return _malformed(source, name.text, f"the marker names no {missing}", words[-1])
    if len(plain) > len(wanted):
        extra = plain[len(wanted)]
        return _malformed(source, name.text, f"`{extra.text}` is one word too many", extra)
    return Wish(name, tuple(plain), options)


def is_nearly_end(words: Sequence[Word]) -> bool:
    """Say whether a marker of no known kind is most likely a misspelt end."""
    return bool(words) and words[0].text not in KINDS and closest(words[0].text, (*KINDS, END)) == END


def report_kind(source: SourceFile, words: Sequence[Word], place: Span) -> Diagnostic:
    """Report a marker of no kind, or of one that is not known."""
    kinds = ", ".join(f"`{name}`" for name in (*KINDS, END))
    if not words:
        return MALFORMED_MARKER.found(
            "the marker says nothing", place, label="a kind belongs here", help=(f"the kinds are {kinds}",)
        )
    name = words[0]
    near = closest(name.text, (*KINDS, END))
    help = f"did you mean `{near}`?" if near else f"the kinds are {kinds}"
    return UNKNOWN_MARKER.found(
        f"there is no marker `{name.text}`",
        source.span(name.start, name.end),
        label="not known",
        help=(help,),
        args=(name.text,),
    )


def _check_option(source: SourceFile, kind: str, word: Word) -> Diagnostic | None:
    """Return what is wrong with an option, or nothing."""
    key, _, value = word.text.partition("=")
    known = KINDS[kind].options
    if key not in known:
        near = closest(key, known)
        if near:
            help = f"did you mean `{near}`?"
        else:
            listed = ", ".join(f"`{each}`" for each in known)
            help = f"the options of `{kind}` are {listed}" if known else f"`{kind}` takes no options"
        return UNKNOWN_OPTION.found(
            f"`{kind}` has no option `{key}`",
            source.span(word.start, word.start + len(key)),
            label="not known",
            help=(help,),
            args=(kind, key),
        )
    values = known[key]
    if values and value and value not in values:
        near = closest(value, values)
        listed = ", ".join(f"`{each}`" for each in values)
        return UNKNOWN_OPTION.found(
            f"option `{key}` cannot be `{value}`",
            source.span(word.start + len(key) + 1, word.end),
            label=f"expected {listed}",
            help=(f"did you mean `{near}`?" if near else f"the values are {listed}",),
            args=(kind, key, value),
        )
    return None


def _malformed(source: SourceFile, kind: str, message: str, word: Word) -> Diagnostic:
    return MALFORMED_MARKER.found(
        message,
        source.span(word.start, word.end),
        help=(f"write `{show_marker(kind)}`",),
        args=(kind, message),
    )
