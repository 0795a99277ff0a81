"""What the loader accepts is formatted: files that the guard once had to refuse, each by one cause."""

import pytest

from journeymap.formatting import Formatted, format_document
from journeymap.syntax import read_document

HEAD = "journeymap: 1\nkind: journey\nid: demo\ntitle: Demo\n"
LONG = "It is a sentence that is long enough to be folded, as it goes on and on past the hundredth column"
PERSONA = "journeymap: 1\nkind: persona\nid: paula\nname: Paula\n"
FILES = {
    "a comment below a text to be folded": f"{HEAD}goal: {LONG} too\n  # below\nsummary: b\n",
    "one below it at the end of the file": f"{HEAD}goal: {LONG} too\n  # below\n",
    "one that goes on below the line": f"{HEAD}stages:\n- title: A\n"
    f"  goal: {LONG} # x\n{' ' * (len(LONG) + 9)}# y\n",
    "one below a block text": f"{HEAD}goal: |\n    text\n  # below\nsummary: b\n",
    "one below a block that is indented": f"{HEAD}? goal\n: |4- # beside\n    text\n  # below\nsummary: b\n",
    "one below a block in a list": f"{HEAD}tags: # x\n       # y\n - |-\n     text\n   # below\n - last\n",
    "one below the first key of an item": f"{HEAD}stages:\n- goal: |\n      text\n    # below\n  title: A\n",
    "a key that is a block": f"{HEAD}? |- # x\n  goal\n: # y\n  text\n",
    "a bare key of several lines": f"{HEAD}stages:\n  - {{id: one, title -\n\n      Late, hidden cost}}\n",
    "a text that a colon made a mapping": f"{HEAD}opportunities:\n  - C: all an hour before\n",
    "one in brackets": f"{HEAD}insights: [Half of them: give up]\n",
    "a pair without braces in a list that becomes a block": f"{HEAD}stages: [{{title: A}}, # x\n title: B]\n",
    "a text that a comma made a mapping": f"{HEAD}opportunities:\n  - {{Late, hidden cost}}\n",
    "one whose first word is a key": f"{HEAD}opportunities:\n  - {{kpis, hidden cost}}\n",
    "a comment behind the last of cut texts": f"{PERSONA}goals: [To, be seen\n  # x\n  ]\n",
    "a comma behind the last of cut texts": f"{PERSONA}goals: [To, be seen, ]\n",
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("write_ids", [False, True])
def test_what_can_be_read_is_formatted(name: str, newline: str, *, write_ids: bool) -> None:
    """No comment falls into a text, no explanation changes, and a second run has nothing to do."""
    kind = "persona" if FILES[name].startswith(PERSONA) else "journey"
    document = read_document(f"demo.{kind}.yaml", FILES[name].replace("\n", newline).encode())

    result = format_document(document, kind, write_ids=write_ids)

    assert isinstance(result, Formatted), result
    again = read_document(f"demo.{kind}.yaml", result.text.encode())
    assert format_document(again, kind, write_ids=write_ids) == Formatted(result.text, changed=False)
