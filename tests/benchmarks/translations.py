"""The corpus in the peers' own languages: the same content, so that the same work is compared."""

import json
from pathlib import Path
from typing import Any

import yaml

Mapping = dict[str, Any]


def write_mermaid(path: Path, journey_file: Path) -> None:
    """Write a Markdown file with a journey diagram and a flowchart, which mermaid-cli draws together."""
    journey = read_journey(journey_file)
    path.write_text(f"```mermaid\n{journey_diagram(journey)}```\n\n```mermaid\n{flowchart(journey)}```\n")


def journey_diagram(journey: Mapping) -> str:
    """Return Mermaid's own journey diagram."""
    lines = ["journey", f"    title {journey['title']}"]
    for stage in journey["stages"]:
        lines.append(f"    section {stage['title']}")
        lines += [
            f"      {touchpoint['title']}: {touchpoint['emotion']['score'] + 3}: Dana"
            for touchpoint in stage["touchpoints"]
        ]
    return "\n".join(lines) + "\n"


def flowchart(journey: Mapping) -> str:
    """Return the flow with its stages, branches, shares and exits."""
    lines = ["flowchart LR"]
    edges = []
    touchpoints = [each for stage in journey["stages"] for each in stage["touchpoints"]]
    following = dict(zip((each["id"] for each in touchpoints), touchpoints[1:], strict=False))
    for stage in journey["stages"]:
        lines.append(f'  subgraph {stage["id"]} ["{stage["title"]}"]')
        lines += [f'    {each["id"]}["{each["title"]}"]' for each in stage["touchpoints"]]
        lines.append("  end")
    for each in touchpoints:
        default = [{"to": following[each["id"]]["id"]}] if each["id"] in following else []
        for branch in each.get("next", default):
            target = branch.get("to") or branch.get("exit")
            label = f'|"{branch["when"]} {branch.get("share", "")}"| ' if "when" in branch else ""
            edges.append(f"  {each['id']} --> {label}{target}")
    return "\n".join(lines + edges) + "\n"


def write_mermaid_files(folder: Path, journey_file: Path) -> tuple[Path, Path]:
    """Write the journey diagram and the flowchart into files of their own, and return their paths."""
    journey = read_journey(journey_file)
    files = (folder / "journey.mmd", folder / "flowchart.mmd")
    for file, text in zip(files, (journey_diagram(journey), flowchart(journey)), strict=True):
        file.write_text(text)
    return files


def write_mkdocs(folder: Path, journey_files: list[Path]) -> None:
    """Write a Material site with one page for each journey, holding the same texts."""
    docs = folder / "docs"
    docs.mkdir(parents=True, exist_ok=True)
    names = []
    for file in journey_files:
        name = file.name.split(".")[0]
        (docs / f"{name}.md").write_text(page(read_journey(file)))
        names.append(name)
    (docs / "index.md").write_text("# Journeys\n\n" + "".join(f"- [{name}]({name}.md)\n" for name in names))
    (folder / "mkdocs.yml").write_text(
        "site_name: Journeys\nuse_directory_urls: false\n"
        "theme: {name: material, font: false}\nplugins: [search]\n"
    )


def page(journey: Mapping) -> str:
    """Return one journey as a Markdown page: facts, a table of the stages, a section for each touchpoint."""
    parts = [f"# {journey['title']}\n\n{journey['summary']}\n\n| | |\n|---|---|\n"]
    parts += [f"| {key} | {journey[key]} |\n" for key in ("scenario", "goal", "objective", "state", "status")]
    parts.append("\n| Stage | Goal | Focus |\n|---|---|---|\n")
    parts += [f"| {each['title']} | {each['goal']} | {each['focus']} |\n" for each in journey["stages"]]
    for stage in journey["stages"]:
        parts.append(f"\n## {stage['title']}\n")
        for touchpoint in stage["touchpoints"]:
            parts.append(f"\n### {touchpoint['title']}\n\n| | |\n|---|---|\n")
            parts += [
                f"| {key} | {plain(value)} |\n"
                for key, value in touchpoint.items()
                if key not in {"id", "title"}
            ]
    parts.append("\n## Opportunities\n\n")
    parts += [f"- {each['title']}: {plain(each['actions'])}\n" for each in journey["opportunities"]]
    return "".join(parts)


def plain(value: object) -> str:
    """Return any value as one line of text."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {plain(each)}" for key, each in value.items())
    if isinstance(value, list):
        return "; ".join(plain(each) for each in value)
    return str(value)


def write_spectral_ruleset(path: Path, schema: Path) -> None:
    """Write a ruleset that holds a journey to our JSON Schema and asks for what our checks ask for."""
    ruleset = {
        "rules": {
            "schema": {
                "given": "$",
                "severity": "error",
                "then": {
                    "function": "schema",
                    "functionOptions": {"dialect": "draft2020-12", "schema": json.loads(schema.read_text())},
                },
            },
            "title-of-touchpoint": {
                "given": "$.stages[*].touchpoints[*]",
                "severity": "error",
                "then": {"field": "title", "function": "truthy"},
            },
        }
    }
    path.write_text(json.dumps(ruleset))


def read_journey(path: Path) -> Mapping:
    """Return a journey as plain data."""
    journey: Mapping = yaml.safe_load(path.read_text(encoding="utf-8"))
    return journey
