"""GitLab code quality: one array of findings that a merge request shows.

GitLab shows no name of a rule, so that the words begin with it, and drops a finding whose fingerprint came
before.
"""

from typing import Any, Final

from journeymap.reporting.ci.wording import clean, last_line_of, place_of, say_message, write_guarded
from journeymap.reporting.notices import Notice, NoticeReport, Word, numbered

_SEVERITIES: Final[dict[Word, str]] = {
    "internal": "blocker",
    "breaking": "critical",
    "error": "major",
    "warning": "minor",
    "info": "info",
}


def write_gitlab(report: NoticeReport) -> str:
    """Return a code quality report; one without findings is an empty array, which clears what was there."""
    return write_guarded([_issue(notice, count) for notice, count in numbered(report.shown)])


def _issue(notice: Notice, count: int) -> dict[str, Any]:
    first, _ = place_of(notice)
    return {
        "description": f"{clean(notice.rule)}: {say_message(notice)}",
        "check_name": clean(notice.rule),
        "fingerprint": notice.fingerprint if count == 1 else f"{notice.fingerprint}-{count}",
        "severity": "info" if notice.silence else _SEVERITIES[notice.word],
        "location": {
            "path": clean(notice.path),
            "lines": {"begin": first, "end": last_line_of(notice)},
        },
    }
