"""Files that attack the reader, in a process of their own: no signal, bounded memory and processor time."""

import json
import subprocess
import sys

import pytest

from tests.hostile import HOSTILE_FILES
from tests.syntax.texts import ROOT

MORE = {
    "many values": b"a: [" + b"a," * 500_000,
    "many tags": b"a: [" + b"!a b," * 200_000,
    "many tag handles": b"".join(b"%%TAG !a%d! x\n" % number for number in range(60_000)),
    "many tag handles at the end": b"a: 1\n...\n" + b"%TAG !a! x\n" * 80_000,
    "many repeated keys": b"".join(b"k%d: 1\n" % number for number in range(24_000)) * 2,
    "many ambiguous words": b"a: [" + b"1:20," * 99_000 + b"]",
    "many comments": b"#\n" * 500_000,
    "many old line breaks": b"\r" * 1_000_000 + b"]",
    "many braces": b"{" * 1_000_000,
    "many dashes": b"- " * 500_000,
    "many questions": b"? " * 500_000,
    "many tabs": b"\t" * 1_000_000,
    "many escapes": b'a: "' + b"\\x41" * 260_000 + b'\\q"',
    "many quotes": b"a: 'x\n" * 170_000,
    "many lines of one text": b"a: " + b"b\n " * 340_000,
    "many indentations": b"".join(b" " * number + b"a:\n" for number in range(1_400)),
}

PROBE = """
import json, resource, sys
content = sys.stdin.buffer.read()
from journeymap.syntax import read_document
import yaml
read_document("good.yaml", b"a: b")
resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
resource.setrlimit(resource.RLIMIT_STACK, (1 << 20, 1 << 20))
document = read_document("hostile.yaml", content)
places = [document.span(("a", 0)), document.key_span(()), document.value_span(("stages",))]
# The peak that getrusage knows would include that of the test runner, out of which this process was born.
with open("/proc/self/status") as status:
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
print(json.dumps({
    "found": [[d.rule, d.primary.start.line, d.primary.start.column] for d in document.diagnostics[:3]],
    "count": len(document.diagnostics),
    "mebibytes": peak / 1024,
}))
"""


def probe(content: bytes) -> dict[str, object]:
    """Return what a fresh process says about a file, under a small stack and a few seconds."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE], input=content, cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize("hostile", HOSTILE_FILES, ids=lambda hostile: hostile.name)
def test_the_twelve_files_are_harmless(hostile: object) -> None:
    """Each is a located error and costs less than 100 MB; a date that no calendar knows is just text here."""
    answer = probe(hostile.content)  # type: ignore[attr-defined]
    if hostile.name == "bad-date":  # type: ignore[attr-defined]
        assert answer["count"] == 0
    else:
        assert answer["found"][0][1:] == [hostile.line, hostile.column]  # type: ignore[attr-defined,index]
    assert answer["mebibytes"] < 100  # type: ignore[operator]


@pytest.mark.parametrize("name", MORE)
def test_a_megabyte_of_anything_is_harmless(name: str) -> None:
    """The largest file that is read, filled with one trick, ends in a bounded number of findings."""
    answer = probe(MORE[name][: 1024 * 1024])
    assert 1 <= answer["count"] <= 100  # type: ignore[operator]
    assert answer["mebibytes"] < 130  # type: ignore[operator]
