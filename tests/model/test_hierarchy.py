"""The tree that ``expand`` makes of a portfolio."""

from journeymap.compiling import compile_files
from journeymap.model import Portfolio
from journeymap.model.hierarchy import Detail, grow_hierarchy


def portfolio_of(**expansions: str) -> Portfolio:
    """Return journeys that expand others by id; ``~id`` stands for an overlay of one."""
    files = []
    for id, written in expansions.items():
        head = f"journeymap: 1\nkind: journey\nid: {id}\ntitle: The {id}\n"
        if written.startswith("~"):
            text = head + f"extends: {written[1:]}\nchanges: []\n"
        else:
            stages = [f"{{id: s{i}, title: S{i}, expand: {each}}}" for i, each in enumerate(written.split())]
            text = head + f"stages: [{', '.join(stages) or '{id: s, title: S}'}]\n"
        files.append((f"{id}.journey.yaml", text.encode()))
    return compile_files(files).portfolio


def outline(details: tuple[Detail, ...]) -> dict[str, object]:
    """Return trees as nested ids, each detail with the part that it shows."""
    return {
        f"{each.part.id}:{each.journey.id}" if each.part else each.journey.id: outline(each.details)
        for each in details
    }


def test_details_hang_below_what_they_detail() -> None:
    """The tree goes down as far as journeys expand; a journey on its own is in none."""
    grown = grow_hierarchy(portfolio_of(whole="part other", part="piece", piece="", other="", alone=""))
    assert outline(grown) == {"whole": {"s0:part": {"s0:piece": {}}, "s1:other": {}}}


def test_a_detail_of_two_journeys_stands_in_both_trees() -> None:
    """Nobody has to guess which of the two a shared part belongs to."""
    grown = grow_hierarchy(portfolio_of(a="shared", b="shared", shared=""))
    assert outline(grown) == {"a": {"s0:shared": {}}, "b": {"s0:shared": {}}}


def test_a_future_does_not_repeat_the_tree_of_the_present() -> None:
    """An overlay inherits what its base expands, and tells no tree of its own."""
    assert outline(grow_hierarchy(portfolio_of(a="part", part="", later="~a"))) == {"a": {"s0:part": {}}}


def test_circles_end() -> None:
    """A circle is an error, and yet nobody goes round in it for ever; without a top there is no tree."""
    assert grow_hierarchy(portfolio_of(a="b", b="a")) == ()
    assert outline(grow_hierarchy(portfolio_of(top="a", a="b", b="a"))) == {"top": {"s0:a": {"s0:b": {}}}}
