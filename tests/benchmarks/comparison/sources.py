"""The same journey in each tool's own language, as somebody at home in the tool would write it."""

import json
import shutil
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from tests.benchmarks.comparison.content import Content, Step

VERSION = "1.0.0"
"""EventCatalog asks for one on everything."""

MERMAID_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{summary}">
</head>
<body>
<main>
<h1>{title}</h1>
<p>{summary}</p>
<h2>Journey</h2>
<pre class="mermaid">{journey}</pre>
<h2>Flow</h2>
<pre class="mermaid">{flow}</pre>
</main>
<script src="mermaid.min.js"></script>
<script>mermaid.initialize({{ startOnLoad: true }});</script>
</body>
</html>
"""

MKDOCS = """\
site_name: Journeys
theme:
  name: material
  font: false
extra_javascript:
  - javascripts/mermaid.min.js
markdown_extensions:
  - tables
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
plugins:
  - search
  - offline
"""

LIKEC4_HEAD = """\
specification {
  element stage {
    style { color muted }
  }
  element touchpoint
}

model {
"""

EVENTCATALOG_CONFIG = """\
/** @type {import('@eventcatalog/core/bin/eventcatalog.config').Config} */
export default {
  title: 'Journeys',
  organizationName: 'Online retailer',
  homepageLink: 'https://example.com',
  output: 'static',
  trailingSlash: true,
  base: '/',
  cId: '00000000-0000-4000-8000-000000000000',
};
"""


def write_mermaid(content: Content, folder: Path, library: Path) -> None:
    """Write a page with both diagrams; the library lies beside it, so that nothing comes from elsewhere."""
    page = MERMAID_PAGE.format(
        title=escape(content.title),
        summary=escape(content.summary),
        journey=escape(content.mermaid_journey),
        flow=escape(content.mermaid_flow),
    )
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(page, encoding="utf-8")
    shutil.copy(library, folder / "mermaid.min.js")


def write_material(content: Content, folder: Path, library: Path) -> None:
    """Write a project with one page: both diagrams as fences, then the same tables that ours prints."""
    (folder / "docs" / "javascripts").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    shutil.copy(library, folder / "docs" / "javascripts" / "mermaid.min.js")
    head, _, tables = content.tables.partition("\n\n")
    diagrams = "".join(
        f"## {title}\n\n```mermaid\n{text}```\n\n"
        for title, text in (("Journey", content.mermaid_journey), ("Flow", content.mermaid_flow))
    )
    page = f"{head}\n\n{content.summary}\n\n{diagrams}{tables}"
    (folder / "docs" / "index.md").write_text(page, encoding="utf-8")


def write_likec4(content: Content, folder: Path) -> None:
    """Write a model: a stage holds its touchpoints, ways are relations, one view shows them all."""
    folder.mkdir(parents=True)
    lines = [LIKEC4_HEAD]
    for stage, title in content.stages.items():
        lines.append(f"  {stage} = stage {_quoted(title)} {{\n")
        for step in content.steps:
            if step.stage == stage:
                lines.append(f"    {step.id} = touchpoint {_quoted(step.title)} {{\n")
                lines += [f"      {line}\n" for line in _likec4_fields(step)]
                lines.append("    }\n")
        lines.append("  }\n")
    homes = {step.id: f"{step.stage}.{step.id}" for step in content.steps}
    for start, end, when in content.ways:
        lines.append(f"  {homes[start]} -> {homes[end]}{f' {_quoted(when)}' if when else ''}\n")
    shown = ", ".join(["*", *(f"{stage}.*" for stage in content.stages)])
    lines.append("}\n\nviews {\n  view journey {\n")
    lines.append(f"    title {_quoted(content.title)}\n    include {shown}\n    autoLayout LeftRight\n")
    lines.append("  }\n}\n")
    (folder / "journey.c4").write_text("".join(lines), encoding="utf-8")


def _likec4_fields(step: Step) -> Iterator[str]:
    if step.channels:
        yield f"technology {_quoted(', '.join(step.channels))}"
    yield f"summary {_quoted(_told(step))}"
    yield f"description {_quoted(step.action)}"
    if step.feelings or step.pains:
        yield "metadata {"
        if step.feelings:
            yield f"  feeling {_quoted(', '.join(step.feelings))}"
        if step.pains:
            yield f"  pain {_quoted('; '.join(step.pains))}"
        yield "}"


def _told(step: Step) -> str:
    """Return what LikeC4 shows in the box of a touchpoint: the feeling and the pains, in one text."""
    parts = [", ".join(step.feelings), *step.pains]
    return ". ".join(part for part in parts if part) or step.action


def write_eventcatalog(content: Content, folder: Path) -> None:
    """Write a catalogue: a domain, its systems as services, the journey as a flow with tables."""
    folder.mkdir(parents=True)
    (folder / "eventcatalog.config.js").write_text(EVENTCATALOG_CONFIG, encoding="utf-8")
    for id, title in content.systems.items():
        _write_mdx(folder / "services" / id, {"id": id, "name": title, "version": VERSION}, f"# {title}\n")
    domain = {
        "id": "shop",
        "name": "Shop",
        "version": VERSION,
        "services": [{"id": id} for id in content.systems],
        "flows": [{"id": "first-purchase"}],
    }
    _write_mdx(folder / "domains" / "shop", domain, "# Shop\n")
    flow = {
        "id": "first-purchase",
        "name": content.title,
        "version": VERSION,
        "summary": content.summary,
        "steps": [_eventcatalog_step(content, step) for step in content.steps],
    }
    tables = content.tables.partition("\n\n")[2].replace("<", "&lt;").replace("{", "&#123;")
    _write_mdx(folder / "flows" / "first-purchase", flow, f"<NodeGraph />\n\n{tables}")


def _eventcatalog_step(content: Content, step: Step) -> dict[str, object]:
    properties = {
        "channel": ", ".join(step.channels),
        "feeling": ", ".join(step.feelings),
        "pain": "; ".join(step.pains),
    }
    node: dict[str, object] = {
        "title": step.title,
        "type": content.stages[step.stage],
        "color": "orange" if step.pains else "blue",
        "icon": "UserIcon",
        "summary": step.action or step.title,
        "properties": {name: value for name, value in properties.items() if value},
    }
    ways = [
        {"id": end, "label": when} if when else {"id": end}
        for start, end, when in content.ways
        if start == step.id
    ]
    written: dict[str, object] = {"id": step.id, "title": step.title, "custom": node}
    return {**written, "next_steps": ways} if ways else written


def _write_mdx(folder: Path, front: Mapping[str, object], body: str) -> None:
    folder.mkdir(parents=True)
    # JSON is YAML, and the front matter needs no printer of its own.
    matter = json.dumps(front, ensure_ascii=False, indent=2)
    (folder / "index.mdx").write_text(f"---\n{matter}\n---\n\n{body}", encoding="utf-8")


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
