"""How comments are written."""

import pytest

from journeymap.formatting.remarks import spell_remark, word_remark


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("#word", "# word"), ('#"quoted"', '# "quoted"'), ("#—", "# —"), ("# word", "# word"), ("#", "#"),
        ("##", "##"), ("#!shebang", "#!shebang"), ("#-----", "#-----"), ("#- {id: a}", "#- {id: a}"),
        ("#\ttab", "#\ttab"), ("#   - indented", "#   - indented"),
    ],
)  # fmt: skip
def test_a_word_stands_apart_from_its_hash(text: str, spelled: str) -> None:
    """A blank follows the `#` of words; rulers, `#!` and commented-out lines stay as they are."""
    assert spell_remark(text) == spelled
    assert word_remark(spelled) == word_remark(text)
