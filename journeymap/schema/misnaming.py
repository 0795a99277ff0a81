"""The words for a file that does not say well what it holds."""

from journeymap.diagnostics import Diagnostic, Edit, Fix
from journeymap.schema.cases import list_words
from journeymap.schema.faults import KIND_MISMATCH, MISSING_KIND, UNKNOWN_KIND
from journeymap.schema.naming import quote
from journeymap.schema.nearness import meant_value
from journeymap.syntax import Document


def find_missing_kind(document: Document, kinds: tuple[str, ...]) -> Diagnostic:
    """Return the finding that nothing says what a file holds."""
    return MISSING_KIND.found(
        "neither `kind` nor the file's name says what the file holds",
        document.span(()),
        label="needs `kind`",
        help=(
            f"add `kind:` with {list_words(kinds)}",
            "or end the file's name in `.journey.yaml`, `.persona.yaml` or `.library.yaml`",
        ),
    )


def find_unknown_kind(document: Document, kinds: tuple[str, ...], named: str | None) -> Diagnostic:
    """Return the finding that a file says it holds something unknown."""
    written = document.data["kind"]
    shown = written if isinstance(written, str) else document.raw(("kind",))
    meant = named or (meant_value(written, kinds) if isinstance(written, str) else None)
    span = document.span(("kind",))
    fixes: tuple[Fix, ...] = ()
    if meant and document.raw(("kind",)):
        fixes = (Fix(f"replace with `{meant}`", (Edit(span, meant),), safe=False),)
    return UNKNOWN_KIND.found(
        f"unknown kind {quote(shown)}" if shown else "`kind` does not say what the file holds",
        span,
        label="not a kind of file",
        help=(f"did you mean `{meant}`?",) if meant else (f"the kinds: {list_words(kinds)}",),
        fixes=fixes,
        args=("kind", str(written)),
    )


def find_mismatch(document: Document, written: str, named: str) -> Diagnostic:
    """Return the finding that a file's name and its content differ."""
    return KIND_MISMATCH.found(
        f"`kind` says `{written}`, and the file's name says `{named}`",
        document.span(("kind",)),
        label=f"the name says `{named}`",
        help=("rename the file, or change `kind`",),
        entity=written,
        args=("kind", written, named),
    )
