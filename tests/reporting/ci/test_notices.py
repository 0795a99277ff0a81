"""From findings and changes to notices: where each stands, what it is, and what a click would mend."""

import json
from typing import Any

import pytest

from journeymap.diagnostics import Edit, Fault, Fix, Severity
from journeymap.diffing.catalogue import KINDS
from journeymap.diffing.changes import Change, Entity, Fact, Level
from journeymap.reporting import CI_REPORTERS, Report
from journeymap.reporting.change_notices import LocatedChange, describe_kind, notices_of_changes
from journeymap.reporting.ci import sarif
from journeymap.reporting.notices import SOMEWHERE, NoticeReport, notices_of_report
from journeymap.source import SourceFile, Span
from tests.reporting.ci.platforms import (
    SARIF,
    path_of,
    read_commands,
    read_gitlab,
    read_junit,
    read_rdjson,
    read_sarif,
)
from tests.reporting.ci.scenes import FAULT, ODD, OLD, SHOP, check_notices, diff_notices, no_notices, span


def notices(*found: Any, looked_at: tuple[str, ...] = ()) -> NoticeReport:
    """Return findings over the scenes' files as notices."""
    sources = {source.path: source for source in (SHOP, OLD, ODD)}
    return notices_of_report(Report(found, sources, 1), find_rule=lambda _: None, looked_at=looked_at)


@pytest.mark.parametrize(("text", "source"), [("für", SHOP), ("alle", SHOP), ("Old", OLD), ("no]", ODD)])
def test_places_are_exact_in_each_count(text: str, source: SourceFile) -> None:
    """SARIF counts characters and rdjson bytes, whatever line breaks and emoji come before."""
    report = notices(FAULT.found("m", span(text, source)))
    lines = source.text.replace("\r\n", "\n").split("\n")
    region = read_sarif(CI_REPORTERS["sarif"](report))["results"][0]["locations"][0]["physicalLocation"][
        "region"
    ]
    line = lines[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == text
    place = read_rdjson(CI_REPORTERS["rdjson"](report))[0]["location"]["range"]
    content = lines[place["start"]["line"] - 1].encode()
    assert content[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode() == text
    (command,) = [each for each in read_commands(CI_REPORTERS["github"](report)) if each.name == "error"]
    first, last = int(command.properties["col"]), int(command.properties["endColumn"])
    assert lines[int(command.properties["line"]) - 1][first - 1 : last - 1] == text
    assert read_gitlab(CI_REPORTERS["gitlab"](report))[0]["location"]["lines"]["begin"] == region["startLine"]


def test_a_finding_over_several_lines_has_no_columns_on_github() -> None:
    """GitHub knows columns only within a line, and counts the last line as one that is meant."""
    over = FAULT.found(
        "m", Span(SHOP.path, span("stages").start, SHOP.position(SHOP.text.index("    title")))
    )
    (command,) = read_commands(CI_REPORTERS["github"](notices(over)))
    assert command.properties == {"file": SHOP.path, "line": "4", "endLine": "5", "title": "some-fault"}


def test_each_notice_has_a_place() -> None:
    """What is about no file stands at the first one that was looked at, or at the workspace's."""
    nowhere = FAULT.found("m", SourceFile("", "").span(0, 0))
    for looked_at, path in (((OLD.path, ODD.path), ODD.path), ((), SOMEWHERE)):
        report = notices(nowhere, looked_at=looked_at)
        (result,) = read_sarif(CI_REPORTERS["sarif"](report))["results"]
        place = result["locations"][0]["physicalLocation"]
        assert path_of(place["artifactLocation"]["uri"]) == path
        assert place["region"] == {"startLine": 1}


def test_a_path_arrives_whole() -> None:
    """A system that decodes an address or a command finds the file, whatever its name is."""
    report = notices(FAULT.found("m", span("no]", ODD)))
    (result,) = read_sarif(CI_REPORTERS["sarif"](report))["results"]
    assert path_of(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == ODD.path
    assert read_commands(CI_REPORTERS["github"](report))[0].properties["file"] == ODD.path
    assert read_gitlab(CI_REPORTERS["gitlab"](report))[0]["location"]["path"] == ODD.path
    undecodable = SourceFile("a\udcff\ud800.yaml", "x")
    report = notices_of_report(
        Report((FAULT.found("m", undecodable.span(0, 1)),), {}, 1), find_rule=lambda _: None
    )
    (result,) = read_sarif(CI_REPORTERS["sarif"](report))["results"]
    assert "%ED%A0%80" in result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]


def test_without_its_text_a_place_has_lines_only() -> None:
    """Bytes cannot be counted in a text that is not there, and half a count would be wrong."""
    gone = SourceFile("gone.journey.yaml", "a\nbc")
    report = notices_of_report(Report((FAULT.found("m", gone.span(0, 4)),), {}, 1), find_rule=lambda _: None)
    (diagnostic,) = read_rdjson(CI_REPORTERS["rdjson"](report))
    assert diagnostic["location"]["range"] == {"start": {"line": 1}, "end": {"line": 2}}


def test_a_safe_fix_is_one_suggestion() -> None:
    """Edits of one fix are joined, with what stands between them; what is unsafe is not suggested."""
    first, second = span("id: old", OLD), span("Old", OLD)
    fix = Fix("mend", (Edit(second, "New"), Edit(first, "id: new")))
    (diagnostic,) = read_rdjson(CI_REPORTERS["rdjson"](notices(FAULT.found("m", first, fixes=(fix,)))))
    assert (
        diagnostic["suggestions"]
        == [
            {
                "range": {"start": {"line": 2, "column": 1}, "end": {"line": 3, "column": 24}},
                "text": "id: new\r\n\ttitle: 👩\u200d🔧 New",
            }
        ]
        or "\t" in fix.edits[0].text
    )
    for other in (
        fix._replace(safe=False),
        Fix("elsewhere", (Edit(first, "x"), Edit(span("stages"), "y"))),
        Fix("long", (Edit(first, "x" * 20_000),)),
    ):
        report = notices(FAULT.found("m", first, fixes=(other,)))
        assert "suggestions" not in read_rdjson(CI_REPORTERS["rdjson"](report))[0]


def test_equal_fingerprints_are_told_apart() -> None:
    """Systems drop or merge what has one name, so that the second one gets a number."""
    report = notices(*(FAULT.found("m", span(text), entity="journey:shop") for text in ("für", "alle", "id")))
    prints = [each["fingerprint"] for each in read_gitlab(CI_REPORTERS["gitlab"](report))]
    assert prints == [prints[0], f"{prints[0]}-2", f"{prints[0]}-3"]
    results = read_sarif(CI_REPORTERS["sarif"](report))["results"]
    hashes = [each["partialFingerprints"]["primaryLocationLineHash"] for each in results]
    assert [each.partition(":")[2] for each in hashes] == ["1", "2", "3"]


def test_a_message_makes_no_link() -> None:
    """In SARIF brackets can be a link; those of a stranger stay brackets, and others are left alone."""
    for message, text in (
        ("[x](https://a.b) \\", r"\[x\](https://a.b) \\"),
        ("one of [a, b]", "one of [a, b]"),
    ):
        (result,) = read_sarif(CI_REPORTERS["sarif"](notices(FAULT.found(message, span("id")))))["results"]
        assert result["message"]["text"] == text


def test_what_is_silenced_is_there_only_where_it_is_shown() -> None:
    """A system that knows no suppressions would open alerts for what was settled."""
    hidden, shown = check_notices(shows_suppressed=False), check_notices()
    assert not hidden.suppressed
    results = read_sarif(CI_REPORTERS["sarif"](hidden))["results"]
    assert [each["suppressions"] for each in results] == [[]] * len(hidden.notices)
    silenced = read_sarif(CI_REPORTERS["sarif"](shown))["results"][-2:]
    assert [each["suppressions"][0]["kind"] for each in silenced] == ["inSource", "external"]
    assert len(read_junit(CI_REPORTERS["junit"](shown)).findall(".//skipped")) == 2
    assert [each["severity"] for each in read_gitlab(CI_REPORTERS["gitlab"](shown))[-2:]] == ["info", "info"]


def test_severities_are_those_of_each_system() -> None:
    """What is breaking, wrong, doubtful or our own fault is told apart as far as a system can."""
    check, diff = check_notices(shows_suppressed=False), diff_notices()
    severities = {each["severity"] for each in read_gitlab(CI_REPORTERS["gitlab"](check))}
    assert severities == {"blocker", "major", "minor", "info"}
    by_rule = {each["check_name"]: each["severity"] for each in read_gitlab(CI_REPORTERS["gitlab"](diff))}
    assert by_rule["stage-removed"] == "critical"
    assert by_rule["stage-reordered"] == "minor"
    assert by_rule["kpi-removed"] == "info"
    run = read_sarif(CI_REPORTERS["sarif"](diff))
    assert {each["ruleId"]: each["level"] for each in run["results"]} == {
        "journey-removed": "error",
        "kpi-removed": "note",
        "stage-added": "note",
        "stage-removed": "error",
        "stage-reordered": "warning",
        "text-changed": "note",
    }
    assert run["automationDetails"]["id"] == "journeymap/diff/"
    assert not read_sarif(CI_REPORTERS["sarif"](check))["invocations"][0]["executionSuccessful"]


def test_a_change_stands_where_a_reviewer_can_look() -> None:
    """What is gone stands at what is left around it and says so; without that, at the nearest file."""
    removed, _, gone, *_ = diff_notices().notices
    assert (removed.path, removed.span) == (SHOP.path, span("touchpoints"))
    assert any("what is left around it" in note for note in removed.notes)
    assert (gone.path, gone.span) == (SHOP.path, None)
    assert any("the file is gone" in note for note in gone.notes)
    (approved,) = diff_notices().suppressed
    assert approved.silence is not None
    assert (approved.silence.kind, approved.silence.reason) == ("approval", "agreed with finance, 100 %")


def test_each_kind_of_change_explains_itself() -> None:
    """The catalogue's words are those of the rule, and a kind that it lacks still has some."""
    for id, kind in KINDS.items():
        rule = describe_kind(id)
        assert rule is not None
        assert (rule.id, rule.summary) == (id, f"{kind.summary}.")
        assert not rule.why or rule.why[0].isupper() or rule.why[0] == "`"
    assert describe_kind("no-such-kind") is None


def test_changes_of_nothing_stand_somewhere() -> None:
    """Even a change without any file has a place, since a report without one would be refused."""
    entity = Entity("journey", "journey:x", "X")
    change = Change(Fact("journey-removed", entity), Level.BREAKING, "links", "existence", "remove", "gone")
    report = notices_of_changes([LocatedChange(change, side="base")], find_rule=lambda _: None)
    assert [each.path for each in report.notices] == [SOMEWHERE]
    assert report.rules[0].summary == "Journey removed."


def test_a_clean_run_says_so_everywhere() -> None:
    """Old alerts close, and a dashboard shows the files that passed."""
    report = no_notices()
    assert read_sarif(CI_REPORTERS["sarif"](report))["results"] == []
    assert CI_REPORTERS["gitlab"](report) == "[]\n"
    assert len(read_junit(CI_REPORTERS["junit"](report)).findall(".//testcase")) == 2
    assert CI_REPORTERS["github"](report) == "no problems in 2 files\n"
    assert read_rdjson(CI_REPORTERS["rdjson"](report)) == []
    assert CI_REPORTERS["github"](report._replace(summary="")) == ""


def test_a_rule_explains_itself_within_the_limits() -> None:
    """Descriptions are cut where GitHub would cut the report, and an example that is too long is left out."""
    fault = Fault("some-fault", "reference", Severity.ERROR, "s" * 3_000, "w" * 9_000, "```\nx", "y" * 2_000)
    report = Report((FAULT.found("m", span("id")),), {SHOP.path: SHOP}, 1)
    (rule,) = read_sarif(CI_REPORTERS["sarif"](notices_of_report(report, find_rule=lambda _: fault)))["tool"][
        "driver"
    ]["rules"]
    assert rule["shortDescription"]["text"].endswith("s...")
    assert rule["name"] == "SomeFault"
    assert "````yaml\n```\nx\n````" in rule["help"]["markdown"]
    assert "Better:" not in rule["help"]["markdown"]


def test_a_report_without_rules_and_a_version_in_the_making_are_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is not known is left out; a version that is none of SARIF's is given as it is."""
    monkeypatch.setattr(sarif, "__version__", "1.0.dev3")
    text = sarif.write_sarif(notices(FAULT.found("m", span("id")))._replace(rules=()))
    (run,) = json.loads(text)["runs"]
    SARIF.validate(json.loads(text))
    assert "ruleIndex" not in run["results"][0]
    assert run["tool"]["driver"]["version"] == "1.0.dev3"
    assert "semanticVersion" not in run["tool"]["driver"]
