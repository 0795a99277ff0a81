"""Texts for the tests of the loader: a whole journey, awkward layouts, and broken texts by name."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

HEAD = "journeymap: 1\nkind: journey\nid: demo\ntitle: Demo\n"


def write_journey(stages: int = 5, touchpoints: int = 5) -> str:
    """Return a journey of about 350 lines in the styles that people use."""
    lines = [
        "# yaml-language-server: $schema=../schemas/journey.schema.json",
        "journeymap: 1",
        "kind: journey",
        "id: first-purchase",
        "title: First purchase, from search to review 🛒",
        'summary: "A new visitor finds a product: search, basket, payment"',
        "reviewed: 2026-10-01",
        "review_every: 90d",
        "personas: [deal-hunter, gift-buyer]",
        "scenario: |",
        "  Needs running shoes",
        "",
        "  before a race in two weeks.",
        "",
        "# The path",
        "stages:",
    ]
    for stage in range(stages):
        lines += [
            f"  - id: stage-{stage}",
            f"    title: 'Stage {stage}: the customer''s view'",
            "    goal: Pay without surprises.  # theirs",
            "    emotion: {feeling: Confidence, feelings: [Confidence, Anxiety]}",
            "    touchpoints:",
        ]
        for touchpoint in range(touchpoints):
            lines += [
                f"      - id: touch-{stage}-{touchpoint}",
                f"        title: Página de pagamento {touchpoint}",
                "        action: >-",
                "          Enters address, delivery",
                "          and card.",
                "        thought: Why is delivery not in the price?",
                "        emotion: {score: -1.5, feeling: frustrated, quote: I nearly gave up}",
                "        pains:",
                f"          - {{id: late-{stage}-{touchpoint}, text: The cost appears on the last page}}",
                "        moment_of_truth: true",
                "        next: [{to: confirmation, share: 0.69}, {exit: abandoned}]",
                "",
            ]
    return "\n".join(lines) + "\n"


AWKWARD = {
    "comments and blank lines at the end": "a:\n  - b\n  # c\n\n\nd: e\n# f\n\n",
    "no line break at the end": "a:\n  - b: c",
    "windows line breaks": "a: b\r\nc:\r\n  - d\r\n  - e # f\r\n",
    "old line breaks": "a: b\rc:\r  - d\r",
    "emoji before the value": '"🛒 basket": 🚚 late  # 📦\nb: "a\\U0001F600"\n',
    "block texts": "a: |\n  b\n\n  c\n\nd: >-\n  e\n  f\n\n\ng: |+\n  h\n\ni: j\n",
    "block text with indentation mark": "a: |2-\n   b\nc: d\n",
    "text over several lines": 'a: b\n  c\n\n  d\ne: "f\n  g\\\n  h"\n',
    "list without indentation": "a:\n- b\n- c: d\n  e: f\ng: h\n",
    "lists in lists": "a:\n  - - b\n    - c\n  -\n    - d\n",
    "brackets over several lines": "a: [\n  b, # c\n  {d: e,\n   f: g},\n]\nh: {}\ni: []\n",
    "nothing as value": "a:\nb: ~\nc:\n  - \n  - d\ne: {f, g: }\n",
    "question marks": "a: [Why?, b]\nc: {d: What? now, e: f?}\ng: ?h\n",
    "colons without blanks": "a: [x:y, http://b/c]\nd: {e:f, g: h:i}\nj: k:l\n",
    "tabs between tokens": "a:\tb\t# c\nd: e\tf\ng: [h,\ti]\n",
    "explicit keys": "? a\n: b\n? c\n",
    "a directive": "%YAML 1.2\n---\na: b\n",
    "document markers": "# a\n--- # b\na: b\n...\n# c\n",
    "indented map": "  a: b\n  c: d\n",
    "escapes": 'a: "\\x41\\u00e9\\/\\t\\\\ \\N\\_"\n',
    "quoted keys": '\'a b\': c\n"d": e\nh: {"f":g}\n',
}
"""Texts that are right and hard to place, by what makes them hard."""

BROKEN = {
    "a colon in a text": "title: Demo: the first\n",
    "a colon in a text of an item": "stages:\n  - title: Why: because  # c\n",
    "a colon at the end of a text": "title: Demo:\n",
    "two colons": "title: : Demo\n",
    "no key": ": Demo\n",
    "no key at the second line": "title: Demo\n: x\n",
    "a colon in brackets": "emotion: {quote: Late: too late}\n",
    "a colon in a list": "pains: [cost: late: again]\n",
    "a colon at the end in brackets": "pains: [cost:, time]\n",
    "no colon": "title Demo\nstages:\n",
    "no colon in the middle": "id: demo\nsome words\ntitle: Demo\n",
    "no colon at the end": "id: demo\nword\n",
    "no colon before a bracket": "id: demo\n[\n",
    "no blank after the colon": "id: demo\ntitle:Demo\nstate: current\n",
    "no blank after the dash": "tags:\n  -id: a\n   title: A\n",
    "a full-width colon": "id: demo\nstages\uff1a\n  - id: a\n",
    "a full-width colon before a value": "id: demo\ntitle\uff1aDemo\n",
    "an equals sign": "id: demo\ntitle = Demo\n",
    "a blank before a number": "id: demo\nemotion: - 1.5\n",
    "no blank after the first colon": "title:Demo\nid: demo\n",
    "no blank after a quoted key": 'id: demo\n"title":Demo\nx: y\n',
    "an address as a line": "id: demo\nhttps://example.com\nx: y\n",
    "a question mark in brackets": "emotion: {quote: ?b}\n",
    "a line indented too deep": "title: Demo\n  id: demo\n",
    "a line indented too deep in an item": "stages:\n  - id: a\n   title: b\n",
    "a line indented between two": "a:\n   b: c\n  d: e\n",
    "a line indented below an item": "a:\n- b\n  c: d\n",
    "a field beside its list": "stages:\n  - id: a\n  title: b\n",
    "a field after a list": "- id: a\ntitle: b\n",
    "the first line indented": "  id: demo\ntitle: Demo\n",
    "a list among keys": "id: demo\n- a\n",
    "a list among keys, indented": "a:\n    b: c\n  - d\n",
    "a list on the line of its key": "tags: - web\n",
    "a dash as value": "tags: -\n",
    "a question mark as value": "thought: ? why\n",
    "a tab as indentation": "stages:\n\t- id: a\n",
    "a tab below spaces": "stages:\n  - id: a\n\t\ttitle: b\n",
    "a tab in a block text": "summary: |\n\ttext\n",
    "a tab after a block text": "summary: |\n  text\n\ttext\n",
    "a tab after blanks in a block text": "summary: |\n\n  \ttext\n",
    "a tab in a text of several lines": "summary: text\n\ttext\n",
    "an open double quote": 'title: "Demo\nid: demo\n',
    "an open single quote": "title: 'Demo\nid: demo\n",
    "an open quote that closes later": 'title: "Demo\nid: demo\nquote: "Late"\n',
    "an apostrophe in single quotes": "title: 'don't'\n",
    "text after a quote": 'title: "Free" delivery\n',
    "text after a quoted key": 'id: demo\n"title" Demo: x\n',
    "text after a quote in brackets": 'pains: [{text: "Late" cost}]\n',
    "a quoted file": '"title" Demo\n',
    "text after an alias": "a: &x b\nc: *x d\n",
    "a colon in a text with all quotes": 'title: Say "no": don\'t\n',
    "two colons behind a bracket": "[a]: b: c\n",
    "an open bracket": "tags: [web, growth\nid: demo\n",
    "an open bracket at the end": "tags: [web, growth\n",
    "an open bracket before nothing": "tags: [\n",
    "an open brace": "emotion: {score: 1\nid: demo\n",
    "an open brace in a list": "stages:\n  - {id: a, title: b\n  - {id: c, title: d}\n",
    "an open brace in brackets": "a: [x, {b: c\nd: e\n",
    "the wrong bracket": "tags: [web, growth}\n",
    "a bracket too many": "tags: [web]]\n",
    "a bracket at the start": "tags: ]\n",
    "a bracket on its own line": "tags: [web]\n]\n",
    "a comma at the end of a line": "tags: [web], growth\n",
    "two commas": "tags: [web, , growth]\n",
    "a dash in brackets": "tags: [- web]\n",
    "no comma in brackets": 'tags: [\n  "web"\n  "growth"\n]\n',
    "text after brackets": "text: [link](https://example.com)\n",
    "text after brackets in an item": "pains:\n  - [link](https://example.com)\n",
    "a file in braces": "{id: demo}\ntitle: Demo\n",
    "an at sign": "contact: @team\n",
    "a backtick": "title: `code`\n",
    "a percent sign": "share: %5\n",
    "a percent sign in brackets": "share: [%5]\n",
    "a percent sign as first of a line": "id: demo\n%x\n",
    "a star": "text: *bold* claim\n",
    "two stars": "text: **bold** claim\n",
    "a star in brackets": "tags: [*, web]\n",
    "a star before a name": "text: *bold\n",
    "an ampersand": "text: & more\n",
    "an anchor twice": "a: &x 1\nb: &x 2\n",
    "an unknown tag handle": "text: !e!x y\n",
    "a tag that is none": "text: !<x y\n",
    "a greater-than sign": "text: > 5 minutes\n",
    "a bar": "text: |a\n",
    "a bar with zero": "text: |0\n  a\n",
    "an unknown escape": 'path: "C:\\qa"\n',
    "a short escape": 'text: "\\u12"\n',
    "half a character": 'text: "\\ud83d\\ude00"\n',
    "no character": 'text: "\\U00110000"\n',
    "a key too long": "k" * 1_100 + ": v\n",
    "a list as file": "- id: demo\n- title: Demo\n",
    "a text as file": "Demo\n",
    "nothing but a marker": "---\n",
    "a number as file": "12\n",
}
"""Texts that are wrong, by what is wrong."""


def real_texts() -> Iterator[str]:
    """Yield whole texts: a journey, the awkward ones, and every example of the project."""
    yield write_journey()
    yield from AWKWARD.values()
    for file in sorted((ROOT / "examples").rglob("*.y*ml")):
        yield file.read_text(encoding="utf-8")
