"""Whatever a path, an argument or a journey says, the terminal gets text."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.programs import run_journeymap
from tests.reporting.test_safety import HARMFUL, leaks

words = st.text(
    st.one_of(st.sampled_from(HARMFUL), st.characters(exclude_characters="\0/")), min_size=1, max_size=20
)

TEMPLATES = [
    ["{}"],
    ["check", "{}"],
    ["check", "--{}"],
    ["check", "-{}"],
    ["check", "--fail-on", "{}"],
    ["check", "-", "--stdin-filename", "{}"],
    ["render", "{}", "-o", "x.html"],
    ["render", "-o", "{}"],
    ["render", "-o", "x.md", "--table", "{}"],
    ["build", "{}"],
    ["init", "{}", "--title", "{}"],
    ["schema", "{}"],
    ["ls", "{}"],
    ["ls", "pains", "--where", "{}"],
    ["ls", "pains", "--columns", "{}", "--sort", "{}"],
    ["show", "{}"],
    ["stats", "--today", "{}"],
    ["help", "{}"],
]


@given(template=st.sampled_from(TEMPLATES), word=words)
@example(template=["check", "{}"], word="\x1b]0;owned\x07")
def test_no_word_reaches_the_terminal_raw(template: list[str], word: str) -> None:
    """A hostile word in any place of the command line comes back as visible escapes, if at all."""
    home = Path(tempfile.mkdtemp())
    folder = home / "inside"
    folder.mkdir()
    try:
        outcome = run_journeymap(*(part.format(word) for part in template), cwd=folder, stdin=b"a: [")
        assert leaks(outcome.stdout + outcome.stderr) == []
        assert outcome.code in {0, 1, 2, 3}
        assert "by its own fault" not in outcome.stderr
    finally:
        shutil.rmtree(home)


@pytest.mark.parametrize("name", ["a\x1b[31mb", "a\u202eb", "a\nb", "a\udcffb", "-q"])
@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_no_file_name_reaches_the_terminal_raw(name: str, form: str, tmp_path: Path) -> None:
    """A file with a hostile name is checked like any other, and its name is shown with escapes."""
    (tmp_path / f"{name}.journey.yaml").write_text('id: "\\e[2J\\u202e"\ntitle: [\u200e]\n')
    outcome = run_journeymap("check", "--output-format", form, cwd=tmp_path)
    assert outcome.code == 1
    assert leaks(outcome.stdout + outcome.stderr) == []
    assert ".journey.yaml" in outcome.stdout
