"""What an author may ask for, and what is said to one who slips."""

import pytest

from journeymap.embedding.problems import NotShown, Problem, write_problem_box
from journeymap.embedding.wishes import Wish, read_fence, read_wish


def test_a_fence_is_read_as_yaml() -> None:
    """Keys with their comments, lists and quotes become one value."""
    text = "file: journeys/first.yaml   # or id:\nview: 'full'\nlanes: [feeling, pains]\npersonas: a, b\n"
    assert read_fence(text, page="docs/a.md", line=4, given={"theme": "dark"}) == Wish(
        file="journeys/first.yaml",
        view="full",
        lanes=("feeling", "pains"),
        personas=("a", "b"),
        theme="dark",
    )


def test_a_fence_may_say_it_all_on_its_first_line() -> None:
    """An empty fence takes its keys from the line that opens it."""
    wish = read_fence("", page="a.md", line=2, given={"id": "first", "table": "stages"})
    assert wish == Wish(id="first", table="stages")
    assert wish.name == "first"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("id: first\nveiw: full\n", "a.md:8:7: there is no key `veiw`; did you mean `view`?"),
        ("id: first\ncolour: full\n", "a.md:8:9: there is no key `colour`; there are `id`, `file`, `form`"),
        ("id: first\nform: mpa\n", "a.md:8:7: `form` cannot be `mpa`; did you mean `map`?"),
        ("id: first\nform: poster\n", "a.md:8:7: `form` cannot be `poster`; it is one of `map`, `flow`"),
        ("id: first\nform: [map, flow]\n", "a.md:8:7: `form` cannot be a list; it is one of"),
        ("id: [a, b]\n", "a.md:7:5: `id` cannot be a list; it takes one text"),
        ("id: 7\n", "a.md:7:5: `id` holds no text"),
        ("id: first\nlanes: []\n", "a.md:8:8: `lanes` holds no text"),
        ("form: map\n", "a.md:7: no journey is named; write `id: first-purchase`"),
        ("", "a.md:7: no journey is named"),
        ("id: a\nfile: b.yaml\n", "a.md:8:7: `id` and `file` both name a journey; keep one of them"),
        ("id: a\nform: map\ntable: stages\n", "a.md:9:8: a map has no table `stages`"),
        ("- first\n", "a.md:7:1: expected `key: value`, found a list"),
        ("id: a\nid: b\n", "a.md:8:1: the key `id` stands here a second time"),
    ],
)
def test_every_slip_is_named_where_it_stands(text: str, line: str) -> None:
    """The place is that of the page, the words say what to write instead."""
    with pytest.raises(NotShown) as failure:
        read_fence(text, page="a.md", line=7, given={})
    assert failure.value.lines[0].startswith(line)


def test_without_a_line_the_page_is_the_place() -> None:
    """A fence that was not found again in its page does not claim a line of it."""
    for text in ("id: first\nveiw: full\n", "- first\n"):
        with pytest.raises(NotShown) as failure:
            read_fence(text, page="a.md", line=0, given={})
        assert failure.value.problems[0].place == "a.md"


def test_a_wish_of_words_alone_has_no_place() -> None:
    """What is wrong with options that a generator located itself gets no place from here."""
    with pytest.raises(NotShown) as failure:
        read_wish({"id": "x", "form": "no"}, place="")
    assert failure.value.lines[0].startswith("`form` cannot be `no`")


def test_the_box_shows_the_problems_as_text() -> None:
    """Nothing that an author wrote becomes markup, and what is in backticks is code."""
    box = write_problem_box(NotShown(Problem("there is no key `<b>`", "a<i>.md:1", "did you mean `id`?")))
    assert "<code>&lt;b&gt;</code>" in box
    assert "<code>a&lt;i&gt;.md:1</code>" in box
    assert "<b>" not in box
    assert box.startswith('<div class="admonition danger')


def test_only_a_few_problems_are_shown_and_the_rest_is_counted() -> None:
    """A workspace with many errors does not fill a page with them."""
    failure = NotShown(*(Problem(f"wrong {number}") for number in range(9))).at("a.md:3")
    assert failure.lines == (
        *(f"a.md:3: wrong {number}" for number in range(5)),
        "4 more: `journeymap check` shows all",
    )
    assert "4 more" in write_problem_box(failure)
