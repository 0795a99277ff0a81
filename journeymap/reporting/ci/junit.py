"""JUnit: a suite for each file, a failed test for each error and warning.

What is only for information passes with its words as output, and what is silenced is skipped, so that
a dashboard is as red as the exit code. A file without findings is a test that passed.
"""

import re
from collections.abc import Iterator
from typing import Final

from journeymap.diagnostics import Severity
from journeymap.reporting.ci.wording import clean, place_of, say_everything, say_message, say_silence
from journeymap.reporting.guarding import guard
from journeymap.reporting.notices import Notice, NoticeReport

_SIGNS: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def write_junit(report: NoticeReport) -> str:
    """Return the report as XML in ASCII, which no encoding can spoil."""
    by_file: dict[str, list[Notice]] = {path: [] for path in report.files}
    for notice in report.shown:
        by_file.setdefault(notice.path, []).append(notice)
    suites = [_suite(path, by_file[path]) for path in sorted(by_file)]
    tests = sum(max(1, len(notices)) for notices in by_file.values())
    shown = report.notices
    counts = f'tests="{tests}" failures="{_failures(shown)}" errors="{_errors(shown)}"'
    head = f'<testsuites name="journeymap {report.kind}" {counts}>'
    text = "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>", ""])
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _suite(path: str, notices: list[Notice]) -> str:
    skipped = sum(1 for notice in notices if notice.silence)
    attributes = {
        "name": clean(path),
        "tests": str(max(1, len(notices))),
        "failures": str(_failures(notices)),
        "errors": str(_errors(notices)),
        "skipped": str(skipped),
    }
    cases = [line for notice in notices for line in _case(path, notice)]
    passed = [f"    <testcase{_write({'classname': clean(path), 'name': 'no findings'})}/>"]
    return "\n".join([f"  <testsuite{_write(attributes)}>", *(cases or passed), "  </testsuite>"])


def _case(path: str, notice: Notice) -> Iterator[str]:
    line, column = place_of(notice)
    name = f"{clean(notice.rule)} {line}:{column}"
    yield f"    <testcase{_write({'classname': clean(path), 'name': name})}>"
    message = say_message(notice)
    word = "error" if notice.word == "internal" else notice.word
    where = f"{clean(path)}:{line}:{column}: {word}[{clean(notice.rule)}]"
    first, *others = say_everything(notice)
    detail = "\n".join(
        _escape(guard(each)) for each in (f"{where} {first}", *others, notice.docs_url) if each
    )
    if notice.silence:
        yield f"      <skipped{_write({'message': say_silence(notice.silence)})}/>"
    elif notice.level is Severity.INFO:
        yield f"      <system-out>{detail}</system-out>"
    else:
        tag = "error" if notice.word == "internal" else "failure"
        attributes = {"type": clean(notice.rule), "message": message}
        yield f"      <{tag}{_write(attributes)}>{detail}</{tag}>"
    yield "    </testcase>"


def _failures(notices: tuple[Notice, ...] | list[Notice]) -> int:
    counted = [each for each in notices if not each.silence and each.word != "internal"]
    return sum(1 for each in counted if each.level is not Severity.INFO)


def _errors(notices: tuple[Notice, ...] | list[Notice]) -> int:
    return sum(1 for each in notices if not each.silence and each.word == "internal")


def _write(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{_escape(value)}"' for name, value in attributes.items())


def _escape(text: str) -> str:
    """Return a text for XML; what ``clean`` leaves is legal there."""
    return re.sub(r'[&<>"]', lambda found: _SIGNS[found[0]], text)
