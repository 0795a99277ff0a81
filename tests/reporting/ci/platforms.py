"""What CI systems make of a report: whether they take it, and what of a log they would run as a command."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote_to_bytes

import jsonschema
from lxml import etree

HERE = Path(__file__).parent
SARIF = jsonschema.Draft7Validator(json.loads((HERE / "vendored/sarif-2.1.0.json").read_bytes()))
GITLAB = jsonschema.Draft202012Validator(json.loads((HERE / "own_schemas/gitlab.json").read_bytes()))
RDJSON = jsonschema.Draft202012Validator(json.loads((HERE / "own_schemas/rdjson.json").read_bytes()))
JUNIT = etree.XMLSchema(etree.parse(HERE / "vendored/junit-10.xsd"))

COMMANDS = {"error", "warning", "notice", "debug", "group", "add-mask", "set-output", "stop-commands", "x"}


class Command(NamedTuple):
    """A workflow command as GitHub's runner reads it."""

    name: str
    properties: dict[str, str]
    data: str


def read_commands(log: str) -> list[Command]:
    """Return what the runner would do about a log: both forms, the older one anywhere in a line."""
    found = []
    for line in re.split(r"\r\n|\n|\r", log):
        match = re.match(r"::([^\s:]+)(?: (.*?))?::(.*)", line.lstrip(), re.DOTALL)
        if match:
            pairs = [pair.partition("=") for pair in (match[2] or "").split(",") if pair]
            properties = {name: _unescape(value, ("%3A", ":"), ("%2C", ",")) for name, _, value in pairs}
            found.append(Command(match[1], properties, _unescape(match[3])))
        elif re.search(r"##[A-Za-z]*\[[^\]]*\]?", line):
            found.append(Command("old", {}, line))
    return found


def _unescape(text: str, *more: tuple[str, str]) -> str:
    for code, sign in (*more, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def read_sarif(text: str) -> dict[str, Any]:
    """Return the only run of a SARIF log that its schema and GitHub take."""
    data = json.loads(text)
    SARIF.validate(data)
    (run,) = data["runs"]
    rules = run["tool"]["driver"]["rules"]
    for rule in rules:
        for name in ("shortDescription", "fullDescription", "help"):
            assert 0 < len(rule[name]["text"]) <= 1024
        assert len(rule["properties"]["tags"]) <= 20
    assert len(run["results"]) <= 25_000
    for result in run["results"]:
        assert result["message"]["text"].strip()
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert len(result["locations"]) == 1
        assert result["partialFingerprints"]["primaryLocationLineHash"]
        for place in [*result["locations"], *result.get("relatedLocations", [])]:
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri), uri
            assert not uri.startswith(("/", "./", "../"))
    hashes = [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]
    assert len(set(hashes)) == len(hashes)
    return dict(run)


def path_of(uri: str) -> str:
    """Return the path that an address stands for."""
    return unquote_to_bytes(uri).decode("utf-8", "surrogateescape")


def read_gitlab(text: str) -> list[dict[str, Any]]:
    """Return the findings of a code quality report that GitLab takes and shows whole."""
    assert not text.startswith("\ufeff")
    data = json.loads(text)
    GITLAB.validate(data)
    prints = [each["fingerprint"] for each in data]
    assert len(set(prints)) == len(prints)
    return list(data)


def read_rdjson(text: str) -> list[dict[str, Any]]:
    """Return the diagnostics of an rdjson report that is what reviewdog documents."""
    data = json.loads(text)
    RDJSON.validate(data)
    return list(data["diagnostics"])


def read_junit(text: str) -> Any:
    """Return the root of a JUnit report that Jenkins takes."""
    root = etree.fromstring(text.encode())
    JUNIT.assertValid(root)
    for suite in root:
        cases = list(suite)
        assert len(cases) == int(suite.get("tests")) > 0
        assert len(suite.findall("testcase/failure")) == int(suite.get("failures"))
        assert len(suite.findall("testcase/error")) == int(suite.get("errors"))
        assert len(suite.findall("testcase/skipped")) == int(suite.get("skipped"))
    for count in ("tests", "failures", "errors"):
        assert sum(int(suite.get(count)) for suite in root) == int(root.get(count))
    return root


def strings_of(data: Any) -> list[str]:
    """Return every text of plain data or of an XML tree, keys and attributes included."""
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        return [*data, *(text for value in data.values() for text in strings_of(value))]
    if isinstance(data, list):
        return [text for value in data for text in strings_of(value)]
    if isinstance(data, etree._Element):
        own = [data.text or "", *data.attrib.values()]
        return [*own, *(text for child in data for text in strings_of(child))]
    return []
