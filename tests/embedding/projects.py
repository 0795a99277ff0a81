"""Small documentation projects with journeys beside their pages."""

from pathlib import Path

JOURNEY = """\
journeymap: 1
kind: journey
id: {id}
title: {title}
personas: [mira]
stages:
  - id: look
    title: Look around
    touchpoints:
      - {{id: search, title: Searches the web, emotion: {{score: 1, feeling: curious}}}}
      - id: shop
        title: Reads & compares
        emotion: {{score: -1, feeling: lost}}
        pains: [Too <many> shops]
  - id: buy
    title: Buy
    touchpoints:
      - {{id: pay, title: Pays by card, emotion: {{score: 2, feeling: glad}}}}
"""

PERSONA = "journeymap: 1\nkind: persona\nid: mira\ntitle: Mira\n"

SETTINGS = """\
journeymap: 1
kind: workspace
title: Shop
site_url: https://example.com/maps/
views:
  - {id: board, title: For the board, form: table, rows: touchpoints, columns: [title, emotion]}
  - {id: sad, title: Where it hurts, form: matrix, where: {has: [pains]}}
  - {id: curve, title: All feelings, form: curve}
"""

TITLES = ("Searches the web", "Reads & compares", "Pays by card")
"""The touchpoints of the journey."""


def make_project(folder: Path, *, workspace: str = "journeys") -> Path:
    """Write a workspace with one journey into a project, which is a repository, and return the project."""
    (folder / ".git").mkdir(parents=True)
    home = folder / workspace
    (home / "library").mkdir(parents=True)
    (home / "journeymap.yaml").write_text(SETTINGS, encoding="utf-8")
    (home / "library" / "mira.persona.yaml").write_text(PERSONA, encoding="utf-8")
    write_journey(home / "first.journey.yaml")
    return folder


def write_journey(
    file: Path, *, id: str = "first", title: str = "First purchase", lone: bool = False
) -> None:
    """Write a journey of three touchpoints; a lone one names no persona of a workspace."""
    text = JOURNEY.format(id=id, title=title)
    file.write_text(text.replace("personas: [mira]\n", "") if lone else text, encoding="utf-8")
