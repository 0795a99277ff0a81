"""The kinds of finding that text alone can cause, each documented by example."""

from journeymap.diagnostics import Fault, Severity

_GOOD = """\
journeymap: 1
kind: journey
id: demo
title: Demo
stages:
  - {id: start, title: Start}
"""


def _replace(old: str, new: str) -> str:
    """Return the passing example with one piece replaced, so that each failing one differs by its fault."""
    assert old in _GOOD
    return _GOOD.replace(old, new)


TOO_LARGE = Fault(
    "too-large",
    "syntax",
    Severity.ERROR,
    "The file is bigger than a map can sensibly be.",
    "A size limit keeps a check quick for everybody, whatever is put into a pull request.",
    "",
    _GOOD,
)

NOT_UTF_8 = Fault(
    "not-utf-8",
    "syntax",
    Severity.ERROR,
    "The file is not encoded in UTF-8.",
    "One encoding for all maps lets every tool show every language; a guess would turn letters into others.",
    _replace("title: Demo", "title: Caf\udce9"),
    _replace("title: Demo", "title: Café"),
)

CONTROL_CHARACTER = Fault(
    "control-character",
    "syntax",
    Severity.ERROR,
    "A control character or an invisible line separator stands in the file.",
    "Nobody sees such a character, tools disagree on what it means, and a page or terminal may act on it.",
    _replace("title: Demo", "title: De\x07mo"),
    _GOOD,
)

EMPTY_FILE = Fault(
    "empty-file",
    "syntax",
    Severity.ERROR,
    "The file holds nothing but blank lines and comments.",
    "A map without content is usually a file that was never saved.",
    "# journeymap: 1\n",
    _GOOD,
)

FIRST_LINE = "a map begins with `journeymap: 1`; `journeymap init` writes a first one"
"""The advice for a file without content."""

NOT_A_MAPPING = Fault(
    "not-a-mapping",
    "syntax",
    Severity.ERROR,
    "The file is one text or a list instead of `key: value` lines.",
    "Every map is a set of named fields. Most often the blank after a colon is missing.",
    "- id: demo\n- title: Demo\n",
    _GOOD,
)

SEVERAL_DOCUMENTS = Fault(
    "several-documents",
    "syntax",
    Severity.ERROR,
    "A line `---` or `...` ends the map and another one follows.",
    "One file is one map: its name, its address and its history all belong to that one.",
    _GOOD + "---\ntitle: Another\n",
    _GOOD,
)

YAML_SYNTAX = Fault(
    "yaml-syntax",
    "syntax",
    Severity.ERROR,
    "The text is not valid YAML.",
    "Nothing after such a place can be read with certainty, so the rest of the file is not checked.",
    _replace("title: Demo", "title: Demo: the first map"),
    _replace("title: Demo", 'title: "Demo: the first map"'),
)

TOO_DEEP = Fault(
    "too-deep",
    "syntax",
    Severity.ERROR,
    "Lists or mappings are nested deeper than any map needs.",
    "A map nests about ten levels. Thousands of levels are an attack that crashes YAML libraries.",
    _GOOD + f"tags: {'[' * 70}{']' * 70}\n",
    _GOOD + "tags: [web]\n",
)

TOO_MANY_VALUES = Fault(
    "too-many-values",
    "syntax",
    Severity.ERROR,
    "The file, or what its journeys take over from others, holds more values than a map sensibly has.",
    "A limit on the number of values keeps the time and the memory of a check within bounds.",
    "",
    _GOOD,
)

TOO_LONG = Fault(
    "too-long",
    "syntax",
    Severity.ERROR,
    "One text is longer than a map can sensibly show.",
    "A text of that size is a document of its own, or an attempt to fill the page.",
    "",
    _GOOD,
)

ALIAS_USED = Fault(
    "alias-used",
    "syntax",
    Severity.ERROR,
    "An anchor `&name` or an alias `*name` is used.",
    "Aliases hide where a fact comes from, and a few of them can stand for millions of values. "
    "What maps share belongs in a library file, where it has an id.",
    _GOOD + "personas: &who [{id: ana, title: Ana}]\n",
    _GOOD + "personas: [{id: ana, title: Ana}]\n",
)

MERGE_KEY = Fault(
    "merge-key",
    "syntax",
    Severity.ERROR,
    "The merge key `<<` is used.",
    "Merging is not part of YAML 1.2, and readers cannot tell which value wins.",
    _GOOD + "<<: {goal: Get started}\n",
    _GOOD + "goal: Get started\n",
)

TAG_USED = Fault(
    "tag-used",
    "syntax",
    Severity.ERROR,
    "A tag such as `!name` or `!!str` stands before a value.",
    "Tags can make YAML tools run code. The language needs none: the field says what its value is.",
    _replace("title: Demo", "title: !!str Demo"),
    _GOOD,
)

DUPLICATE_KEY = Fault(
    "duplicate-key",
    "syntax",
    Severity.ERROR,
    "The same key stands twice in one mapping.",
    "Most tools silently keep the last one, and somebody's edit is lost.",
    _replace("title: Demo", "title: Demo\ntitle: Example"),
    _GOOD,
)

KEY_NOT_TEXT = Fault(
    "key-not-text",
    "syntax",
    Severity.ERROR,
    "A key is a number, true, false, empty or a collection.",
    "Fields are named by texts; a number as a key becomes another key in each tool that reads the file.",
    _replace("title: Demo", "title: Demo\n2026: planned"),
    _GOOD,
)

NOT_A_NUMBER = Fault(
    "not-a-number",
    "syntax",
    Severity.ERROR,
    "A number is infinite, undefined or too long to be kept exactly.",
    "Such a value cannot be drawn or compared, and JSON has no way to write it.",
    _replace("title: Demo", "title: Demo\nemotion: .nan"),
    _GOOD,
)

AMBIGUOUS_SCALAR = Fault(
    "ambiguous-scalar",
    "syntax",
    Severity.WARNING,
    "A value without quotes means one thing here and another to YAML 1.1 tools.",
    "Here `NO` and `12:30` are text and `014` is fourteen; many editors and scripts still read "
    "false, 750 and twelve. Quotes say it for everybody.",
    _replace("title: Demo", "title: Demo\ntags: [no]"),
    _replace("title: Demo", 'title: Demo\ntags: ["no"]'),
)

INTERNAL_ERROR = Fault(
    "internal-error",
    "internal",
    Severity.ERROR,
    "The file made the program fail.",
    "This is a bug in journeymap and never the author's fault; other files are still checked.",
    "",
    _GOOD,
)

FAULTS: tuple[Fault, ...] = (
    ALIAS_USED,
    AMBIGUOUS_SCALAR,
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    EMPTY_FILE,
    INTERNAL_ERROR,
    KEY_NOT_TEXT,
    MERGE_KEY,
    NOT_A_MAPPING,
    NOT_A_NUMBER,
    NOT_UTF_8,
    SEVERAL_DOCUMENTS,
    TAG_USED,
    TOO_DEEP,
    TOO_LARGE,
    TOO_LONG,
    TOO_MANY_VALUES,
    YAML_SYNTAX,
)
