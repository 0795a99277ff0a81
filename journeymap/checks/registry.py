"""Every rule of the method, with its level for drafts, for maps in review and for published ones.

The table alone decides what is asked of whom; the module of a rule is loaded only where it is asked. It has
the rule's name, under ``rules/``.
"""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from journeymap.diagnostics import Fault, Severity

Level: TypeAlias = Literal["off", "info", "warning", "error"]
LEVELS: Final[Mapping[str, Severity | None]] = {
    "off": None,
    "info": Severity.INFO,
    "warning": Severity.WARNING,
    "error": Severity.ERROR,
}
Category: TypeAlias = Literal["quality", "reference", "semantics", "a11y", "security"]


def _rule(
    name: str, category: Category, draft: Level, review: Level, published: Level, *, is_security: bool = False
) -> Fault:
    """Return a rule without its documentation, which is that of its module."""
    levels = tuple(LEVELS[level] for level in (draft, review, published))
    highest = max((level for level in levels if level is not None), default=Severity.INFO)
    return Fault(name, category, highest, "", "", "", "", levels=levels, is_security=is_security)


_RULES: Final = (
    # Name, category, draft, review, published.
    _rule("assumed-despite-evidence", "quality", "off", "info", "warning"),
    _rule("bidi-control", "security", "error", "error", "error", is_security=True),
    _rule("channel-switch-without-handover", "quality", "off", "info", "warning"),
    _rule("claim-without-evidence", "quality", "off", "warning", "error"),
    _rule("contradicting-touchpoint", "quality", "off", "warning", "warning"),
    _rule("date-to-come", "semantics", "warning", "warning", "warning"),
    _rule("deprecated-in-use", "reference", "warning", "warning", "warning"),
    _rule("drop-off-without-pain", "quality", "off", "warning", "warning"),
    _rule("duplicate-title", "quality", "off", "warning", "warning"),
    _rule("emotion-against-pain", "quality", "off", "info", "info"),
    _rule("endless-loop", "semantics", "warning", "warning", "error"),
    _rule("flat-emotion", "quality", "off", "info", "warning"),
    _rule("frontstage-without-backstage", "quality", "off", "info", "warning"),
    _rule("glossary-alias-used", "quality", "off", "info", "info"),
    _rule("idle-alt-text", "a11y", "off", "warning", "warning"),
    _rule("image-without-alt", "a11y", "off", "warning", "error"),
    _rule("impossible-range", "semantics", "error", "error", "error"),
    _rule("incomplete-feedback-loop", "quality", "off", "info", "warning"),
    _rule("insight-without-action", "quality", "off", "info", "warning"),
    _rule("journey-without-goal", "quality", "off", "info", "warning"),
    _rule("journey-without-owner", "quality", "off", "warning", "error"),
    _rule("journey-without-persona", "quality", "off", "warning", "warning"),
    _rule("journey-without-scenario", "quality", "off", "info", "warning"),
    _rule("kpi-out-of-range", "semantics", "error", "error", "error"),
    _rule("kpi-overdue", "quality", "off", "info", "warning"),
    _rule("kpi-without-baseline", "quality", "off", "info", "warning"),
    _rule("kpi-without-owner", "quality", "off", "warning", "warning"),
    _rule("kpi-without-target", "quality", "off", "info", "warning"),
    _rule("leads-to-retired", "reference", "off", "warning", "warning"),
    _rule("low-contrast", "a11y", "warning", "error", "error"),
    _rule("low-emotion-without-pain", "quality", "off", "warning", "warning"),
    _rule("metric-without-definition", "quality", "off", "off", "warning"),
    _rule("missing-id", "quality", "off", "off", "warning"),
    _rule("mixed-script", "security", "warning", "warning", "warning"),
    _rule("moment-of-truth-without-emotion", "quality", "off", "warning", "warning"),
    _rule("moment-of-truth-without-kpi", "quality", "off", "warning", "error"),
    _rule("moved-id-still-here", "reference", "warning", "warning", "warning"),
    _rule("negative-end", "quality", "off", "info", "info"),
    _rule("never-reviewed", "quality", "off", "off", "warning"),
    _rule("no-customer-research", "quality", "off", "info", "warning"),
    _rule("no-feedback-loop", "quality", "off", "info", "warning"),
    _rule("no-moment-of-truth", "quality", "off", "off", "info"),
    _rule("no-objective", "quality", "off", "warning", "error"),
    _rule("no-post-purchase", "quality", "off", "warning", "warning"),
    _rule("no-research", "quality", "off", "warning", "error"),
    _rule("objective-without-kpi", "quality", "off", "warning", "error"),
    _rule("opportunity-overdue", "quality", "off", "warning", "warning"),
    _rule("opportunity-without-kpi", "quality", "off", "info", "info"),
    _rule("opportunity-without-owner", "quality", "off", "warning", "warning"),
    _rule("opportunity-without-pain", "quality", "off", "info", "info"),
    _rule("opportunity-without-value", "quality", "off", "warning", "warning"),
    _rule("outdated-evidence", "quality", "off", "info", "warning"),
    _rule("overlay-without-changes", "quality", "off", "warning", "warning"),
    _rule("oversized-map", "quality", "off", "info", "warning"),
    _rule("pain-still-listed", "quality", "off", "info", "info"),
    _rule("pain-without-opportunity", "quality", "off", "warning", "warning"),
    _rule("pain-without-severity", "quality", "off", "info", "info"),
    _rule("past-sunset", "quality", "off", "warning", "warning"),
    _rule("persona-without-emotion", "quality", "off", "warning", "warning"),
    _rule("persona-without-research", "quality", "off", "off", "warning"),
    _rule("personal-data-without-privacy", "security", "off", "warning", "error"),
    _rule("personalization-without-consent", "security", "off", "warning", "error"),
    _rule("phases-out-of-order", "quality", "off", "info", "info"),
    _rule("phases-without-position", "quality", "off", "info", "info"),
    _rule("reserved-id", "semantics", "error", "error", "error"),
    _rule("review-overdue", "quality", "off", "warning", "warning"),
    _rule("similar-emotion-colours", "a11y", "warning", "error", "error"),
    _rule("stage-named-after-department", "quality", "off", "info", "warning"),
    _rule("stage-without-emotion", "quality", "off", "info", "warning"),
    _rule("stage-without-goal", "quality", "off", "info", "info"),
    _rule("stage-without-kpi", "quality", "off", "info", "warning"),
    _rule("stage-without-touchpoint", "quality", "off", "warning", "warning"),
    _rule("stages-without-phase", "quality", "off", "info", "info"),
    _rule("starts-at-purchase", "quality", "off", "info", "warning"),
    _rule("target-against-direction", "semantics", "warning", "error", "error"),
    _rule("touchpoint-without-channel", "quality", "off", "warning", "warning"),
    _rule("undated-evidence", "quality", "off", "info", "warning"),
    _rule("undeclared-exit", "reference", "info", "info", "info"),
    _rule("unreachable-touchpoint", "reference", "warning", "warning", "error"),
    _rule("unresolved-removal", "quality", "off", "warning", "warning"),
    _rule("unused-evidence", "reference", "off", "warning", "warning"),
    _rule("unused-exit", "reference", "off", "warning", "warning"),
    _rule("unused-library-entry", "reference", "off", "info", "warning"),
    _rule("unused-persona", "reference", "off", "info", "warning"),
    _rule("vague-deprecation", "quality", "off", "info", "warning"),
)

METHOD: Final[Mapping[str, Fault]] = {rule.name: rule for rule in _RULES}
"""The rules of the method by name, in order."""
