"""Findings for the tests of the reporters: one scene for each thing a snippet has to draw."""

from journeymap.diagnostics import Diagnostic, Edit, Fault, Fix, Label, Severity
from journeymap.reporting import Report
from journeymap.source import SourceFile, Span

SHOP = SourceFile(
    "maps/shop.journey.yaml",
    "journeymap: 1\n"
    "kind: journey\n"
    "id: shop\n"
    'title: "Über die 日本語 title"\n'
    "stages:\n"
    "  - id: checkout\n"
    "    title: Checkout\n"
    "    touchpoints:\n"
    "      - uses: pay-page\n"
    "\tneeds: [aa, bb, cc]\n"
    f'      - summary: "{"long text here " * 30}needle and more {"tail " * 30}"\n'
    'last: "open\n'
    "   text\n",
)
LIBRARY = SourceFile("maps/lib.library.yaml", "touchpoints:\n  - id: payment-page\n")
EMPTY = SourceFile("empty.journey.yaml", "")
SOURCES = {source.path: source for source in (SHOP, LIBRARY, EMPTY)}

FAULT = Fault("some-fault", "reference", Severity.ERROR, "A fault.", "It matters.", "", "")


def span(text: str, source: SourceFile = SHOP) -> Span:
    """Return the span of the first occurrence of a text."""
    start = source.text.index(text)
    return source.span(start, start + len(text))


def between(first: str, last: str, source: SourceFile = SHOP) -> Span:
    """Return the span from the beginning of one text to the end of another."""
    return Span(source.path, span(first, source).start, span(last, source).end)


def report(*diagnostics: Diagnostic, files: int = 3) -> Report:
    """Return a report over the scenes' files."""
    return Report(diagnostics, SOURCES, files)


SCENES: dict[str, Diagnostic] = {
    "several-places": FAULT.found(
        "stage `checkout` uses touchpoint `pay-page`, which is not defined",
        span("pay-page"),
        label="no touchpoint has this id",
        labels=(
            Label(span("checkout"), "in this stage"),
            Label(span("payment-page", LIBRARY), "a touchpoint with a similar id"),
        ),
        help=("did you mean `payment-page`?",),
        fixes=(Fix("replace with `payment-page`", (Edit(span("pay-page"), "payment-page"),)),),
    ),
    "wide-characters": FAULT.found(
        "these are wide", span("日本語"), label="six columns", severity=Severity.WARNING
    ),
    "tab": FAULT.found("a tab is before it", span("needs"), label="tabs are four columns at most"),
    "three-on-a-line": FAULT.found(
        "three on one line",
        span("bb"),
        label="in the middle",
        labels=(Label(span("aa"), "first"), Label(span("cc"), "last")),
        notes=(
            "a note that has more to say than one line of the terminal has room for is wrapped between words",
        ),
    ),
    "same-place": FAULT.found(
        "two labels in one place", span("bb"), label="the first", labels=(Label(span("bb"), "the second"),)
    ),
    "overlapping": FAULT.found(
        "one mark lies in another",
        span("bb"),
        label="inside",
        labels=(Label(span("[aa, bb, cc]"), "around"),),
    ),
    "unlabelled": FAULT.found("nothing to say under it", span("title: Checkout")),
    "long-line": FAULT.found(
        "in the middle of a long line",
        span("needle"),
        label="a label that is too long for what is left of the line goes on below itself",
        labels=(Label(span("summary"), "of this"),),
    ),
    "end-of-long-line": FAULT.found("near the end of a long line", span('tail "'), label="here"),
    "bracket": FAULT.found(
        "over two lines", between('"open', "   text"), label="never closed", severity=Severity.INFO
    ),
    "bracket-from-the-margin": FAULT.found(
        "over many lines", between("stages", "uses: "), label="all of this"
    ),
    "two-brackets": FAULT.found(
        "brackets beside each other",
        between("- id: checkout", "touchpoints:"),
        label="the stage",
        labels=(Label(between("kind", "Checkout"), "almost everything"), Label(span("shop"), "a word")),
    ),
    "ends-at-a-line-start": FAULT.found(
        "the end mark is on the next line",
        SHOP.span(SHOP.text.index("kind"), SHOP.text.index("id: shop")),
        label="only this line",
    ),
    "end-of-file": FAULT.found("it ends too early", SHOP.span(len(SHOP.text), len(SHOP.text)), label="here"),
    "empty-file": FAULT.found("there is nothing in it", EMPTY.span(0, 0), label="expected a journey"),
    "unread-file": FAULT.found(
        "it cannot be read",
        SourceFile("gone.journey.yaml", "").span(0, 0),
        help=("write an example:\n  stages:\n    - id: first\n      title: First",),
    ),
}
