"""The kinds of finding that comments and baselines which silence others can cause, each by example."""

from typing import Final

from journeymap.diagnostics import Fault, Severity

_CATEGORY: Final = "suppression"

_HEAD: Final = """\
journeymap: 1
kind: journey
id: borrow-a-book
title: Borrow a book
"""
_JOURNEY: Final = f"""\
{_HEAD}stages:
  - id: find
    title: Find
    touchpoints:
      - id: desk
        title: Asks at the desk
        needs: [Quick, without a queue]  # journeymap: ignore[split-text] two needs, as they were said
"""
_COMMENT: Final = "# journeymap: ignore[split-text] two needs, as they were said"


def _with(comment: str) -> str:
    """Return the good example with another comment."""
    assert _COMMENT in _JOURNEY
    return _JOURNEY.replace(_COMMENT, comment)


UNUSED_SUPPRESSION: Final = Fault(
    "unused-suppression",
    _CATEGORY,
    Severity.WARNING,
    "A comment, or an entry of the baseline, silences a finding that is not there.",
    "It looks like a known weak spot of the journey and is none. Left where it is, it would hide the next"
    " mistake in that place, and nobody would see it come.",
    _JOURNEY.replace("[Quick, without a queue]", "[Quick, No queue]"),
    _JOURNEY,
    is_about_silencing=True,
)

MALFORMED_SUPPRESSION: Final = Fault(
    "malformed-suppression",
    _CATEGORY,
    Severity.WARNING,
    "A comment seems to silence findings, but is not written so that it does.",
    "Whoever wrote it believes that the finding is dealt with. It is not, and the reason they gave is read by"
    " nobody.",
    _with("# journeymap: ignore split-text, these are two needs"),
    _JOURNEY,
    is_about_silencing=True,
)

UNKNOWN_RULE: Final = Fault(
    "unknown-rule",
    _CATEGORY,
    Severity.WARNING,
    "A comment, or an entry of the baseline, silences a rule that does not exist.",
    "A misspelt name silences nothing, and reads as if it did.",
    _with("# journeymap: ignore[split-texts] two needs, as they were said"),
    _JOURNEY,
    is_about_silencing=True,
)

FORBIDDEN_SUPPRESSION: Final = Fault(
    "forbidden-suppression",
    _CATEGORY,
    Severity.WARNING,
    "A comment, or an entry of the baseline, names a rule that cannot be silenced.",
    "What breaks a journey or endangers its readers stays wrong however good the reason: a reference that"
    " leads nowhere leads every reader nowhere. What is said about suppressions is not silenced by another"
    " one, either; the settings of the workspace can turn it off.",
    _JOURNEY.replace("[split-text]", "[split-text, unknown-id]"),
    _JOURNEY,
    is_about_silencing=True,
)

SUPPRESSION_WITHOUT_REASON: Final = Fault(
    "suppression-without-reason",
    _CATEGORY,
    Severity.WARNING,
    "A comment silences a finding and does not say why.",
    "In a year somebody asks whether the finding may stay. One sentence answers: who decided it, and on what"
    " grounds. Without it the question is asked again, or never. Drafts are not asked for reasons.",
    _with("# journeymap: ignore[split-text]"),
    _JOURNEY,
    levels=(None, Severity.INFO, Severity.WARNING),
    is_about_silencing=True,
)

FAULTS: Final[tuple[Fault, ...]] = (
    UNUSED_SUPPRESSION,
    MALFORMED_SUPPRESSION,
    UNKNOWN_RULE,
    FORBIDDEN_SUPPRESSION,
    SUPPRESSION_WITHOUT_REASON,
)
