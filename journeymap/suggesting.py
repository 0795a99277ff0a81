"""The one *did you mean*: the known word closest to an unknown one, if it is close enough.

Distance counts insertions, deletions, substitutions and swaps of neighbours. A third of the word may
differ, at most two letters, so that a suggestion is nearly always what was meant.
"""

from collections.abc import Iterable

LONGEST_WORD = 80


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that ``word`` most likely stands for, or nothing when none is near.

    Among equally near ones the first in alphabetical order wins, so that the answer does not depend
    on the order of the candidates.
    """
    if not word or len(word) > LONGEST_WORD:
        return None
    plain = _plain(word)
    reach = min(max(len(word), 3) // 3, 2)
    near = (
        (_distance(plain, _plain(candidate), reach), candidate)
        for candidate in candidates
        if abs(len(candidate) - len(word)) <= reach  # each edit changes the length by at most one
    )
    best = min((pair for pair in near if pair[0] <= reach), default=None)
    return best[1] if best else None


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def _distance(left: str, right: str, reach: int) -> int:
    """Return the edit distance, or ``reach + 1`` as soon as it is certain to be above ``reach``."""
    if left == right:
        return 0
    if sorted(left.split("-")) == sorted(right.split("-")):
        return 1
    if len(set(left) ^ set(right)) > 2 * reach:  # each edit changes the set of letters by at most two
        return reach + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, start=1):
        above, before, row = before, row, [i]
        for j, other in enumerate(right, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > reach:
            return reach + 1
    return row[-1]
