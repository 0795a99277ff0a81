"""One set of findings and one of changes for the tests of all formats, with all that is awkward."""

from journeymap.diagnostics import Diagnostic, Edit, Fault, Fix, Label, Severity, Suppression
from journeymap.diffing.changes import Approval, Change, Entity, Fact, Level
from journeymap.reporting import PLAIN, REPORTERS, Report
from journeymap.reporting.change_notices import LocatedChange, notices_of_changes
from journeymap.reporting.notices import NoticeReport, RuleNote, notices_of_report
from journeymap.rules import KNOWN, load_rule
from journeymap.source import SourceFile, Span

SHOP = SourceFile(
    "maps/shop.journey.yaml",
    "journeymap: 1\n"
    "id: shop\n"
    'title: "🛒 Shop für alle" # 日本\n'
    "stages:\n"
    "  - id: checkout\n"
    "    title: Checkout\n"
    "    touchpoints:\n"
    "      - uses: pay-page\n"
    'last: "open\n',
)
OLD = SourceFile("maps/old.journey.yaml", "journeymap: 1\r\nid: old\r\n\ttitle: 👩‍🔧 Old\r\nstages: []\r\n")
ODD = SourceFile("maps/50% off, ä: #1.journey.yaml", "journeymap: 1\nreviewed: 2026/10/1\ntags: [no]\n")
CLEAN = SourceFile("maps/clean.journey.yaml", "journeymap: 1\n")
SOURCES = {source.path: source for source in (SHOP, OLD, ODD, CLEAN)}

FAULT = Fault("some-fault", "reference", Severity.ERROR, "A fault.", "It matters.", "", "")


def find_rule(name: str) -> Fault | None:
    """Return a rule of the program by its name."""
    return load_rule(name) if name in KNOWN else None


def span(text: str, source: SourceFile = SHOP) -> Span:
    """Return the span of the first occurrence of a text."""
    start = source.text.index(text)
    return source.span(start, start + len(text))


def _found(rule: str, message: str, at: Span, **more: object) -> Diagnostic:
    return load_rule(rule).found(message, at, **more)  # type: ignore[arg-type]


FINDINGS: dict[str, Diagnostic] = {
    "no-file": _found("internal-error", "the program failed outside of any file", Span("", *span("id")[1:])),
    "internal": _found(
        "internal-error", "the rule `no-objective` failed", SHOP.span(0, 0), help=("report it",)
    ),
    "syntax": _found(
        "yaml-syntax", "the quote is never closed", span('"open'), help=("write an example:\n  last: x",)
    ),
    "several-lines": _found(
        "unknown-id",
        "stage `checkout` uses touchpoint `pay-page`, which is not defined",
        Span(SHOP.path, span("touchpoints").start, span("pay-page").end),
        labels=(Label(span("checkout"), "in this stage"), Label(span("old", OLD), "a map with a similar id")),
        notes=("others rely on it",),
        entity="journey:shop/stage:checkout",
    ),
    "whole-line": _found(
        "unknown-key",
        "unknown key `title`",
        Span(SHOP.path, SHOP.position(SHOP.text.index("title")), SHOP.position(SHOP.text.index("stages"))),
    ),
    "emoji": _found("unknown-key", "the name is `für`", span("für"), entity="journey:shop"),
    "twice": _found("unknown-key", "the name is `alle`", span("alle"), entity="journey:shop"),
    "crlf": _found("unknown-key", "a word after an emoji", span("Old", OLD)),
    "odd-name": _found(
        "ambiguous-scalar",
        "`no` is text here and false elsewhere",
        span("no]", ODD),
        fixes=(
            Fix(
                "quote it",
                (Edit(span("no]", ODD), '"no"]'), Edit(span("tags: [", ODD), "tags: [")),
                safe=True,
            ),
        ),
    ),
    "warning": _found(
        "ambiguous-scalar",
        "a warning at 100 %: look, a colon",
        span("id: old", OLD),
        severity=Severity.WARNING,
    ),
    "info": _found("unknown-key", "only so that you know", CLEAN.span(0, 0), severity=Severity.INFO),
}
SILENCED = (
    FAULT.found("needed until spring", span("stages"), entity="journey:shop/x:y")._replace(
        suppressed_by=Suppression("inline", span("stages"), "the team agreed, 100 %")
    ),
    FAULT.found("known since long", span("stages: []", OLD))._replace(
        suppressed_by=Suppression("baseline", span("stages"))
    ),
)


def check_notices(*, shows_suppressed: bool = True) -> NoticeReport:
    """Return the findings as notices, seen from a repository one folder up."""
    report = Report(tuple(FINDINGS.values()), SOURCES, 4, SILENCED, shows_suppressed)
    return notices_of_report(
        report,
        find_rule=find_rule,
        looked_at=SOURCES,
        locate=lambda path: f"repo/{path}",
        text=REPORTERS["full"](report, PLAIN),
    )


def no_notices() -> NoticeReport:
    """Return a check of two files that found nothing."""
    report = Report((), SOURCES, 2)
    return notices_of_report(report, find_rule=find_rule, looked_at=[CLEAN.path, OLD.path])


_STAGE = Entity("stage", "journey:shop/stage:pay", "Pay", "shop", "pay", "published")


def _change(
    id: str,
    level: Level,
    message: str,
    comment: str = "",
    *,
    because: str = "",
    approval: Approval | None = None,
) -> Change:
    fact = Fact(id, _STAGE, "a", "b", about=message)
    return Change(
        fact, level, "structure", "existence", "remove", message, comment, because=because, approval=approval
    )


CHANGES = (
    LocatedChange(
        _change("stage-removed", Level.BREAKING, "stage `pay` was removed", "links to it lead nowhere now"),
        SHOP.path,
        span("touchpoints"),
        "nearest",
    ),
    LocatedChange(
        _change("stage-reordered", Level.WARNING, "stage `pay` moved"), SHOP.path, span("checkout")
    ),
    LocatedChange(_change("journey-removed", Level.BREAKING, "journey `gone` was removed"), side="base"),
    LocatedChange(
        _change("stage-added", Level.INFO, "stage `thanks` was added", because="the journey is a draft"),
        OLD.path,
        span("Old", OLD),
    ),
    LocatedChange(_change("text-changed", Level.DETAIL, "the summary reads otherwise"), OLD.path),
    LocatedChange(
        _change(
            "kpi-removed",
            Level.BREAKING,
            "KPI `conversion` was removed",
            approval=Approval("f" * 16, "agreed with finance, 100 %", "kim"),
        ),
        SHOP.path,
        span("last"),
        "nearest",
    ),
)
KINDS = {
    "stage-removed": RuleNote(
        "stage-removed", "A stage is gone.", "Links lead to it.", Severity.ERROR, ("structure",), "https://journeymap.dev/changes/stage-removed/"
    ),
}  # fmt: skip


def diff_notices() -> NoticeReport:
    """Return the changes as notices."""
    return notices_of_changes(
        CHANGES,
        find_rule=KINDS.get,
        files=[SHOP.path, OLD.path],
        summary="2 breaking, 1 warning",
        sources=SOURCES,
    )
