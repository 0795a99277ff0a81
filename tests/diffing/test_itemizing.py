"""The sentence about settings says of every entry what it was and what it is."""

import pytest

from tests.diffing.cases import review_files

HEAD = "journeymap: 1\nkind: workspace\ntitle: W\n"
POLICY = "the policy for changes is another one in "
CHECKS = "the settings of the checks changed in "


def tell(before: str, after: str) -> list[str]:
    """Return what is said when these settings become those."""
    sides = ({"journeymap.yaml": HEAD + side} for side in (before, after))
    return [change.message for change in review_files(*sides).changes]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("{strictness: structure}", "{strictness: links}", "`strictness`: from structure to links"),
        ("{}", "{strictness: links}", "`strictness`: from the usual structure to links"),
        ("{require_owner: true}", "{}", "`require_owner`: from yes to the usual no"),
        ("{}", "{coverage_floor: 0.5}", "`coverage_floor`: from the usual to 0.5"),
        ("{max_emotion_drop: 1}", "{max_emotion_drop: 1.5}", "`max_emotion_drop`: from 1 to 1.5"),
        (
            "{change_levels: {tag-added: off, tag-removed: off}}",
            "{change_levels: {tag-added: info, stage-removed: info, tag-removed: off}}",
            "`change_levels`: `tag-added` from off to info, `stage-removed` from the usual to info",
        ),
        (
            "{require_deprecation_days: {published: 30}}",
            "{}",
            "`require_deprecation_days`: `published` from 30 to the usual",
        ),
    ],
)
def test_a_policy_is_told_from_what_to_what(before: str, after: str, told: str) -> None:
    """A value says both sides, a table each entry, and what is not set has its usual value."""
    assert tell(f"policy: {before}\n", f"policy: {after}\n") == [POLICY + told]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("{}", "{profile: draft}", "`profile`: from the usual by-status to draft"),
        (
            "{rules: {no-research: off}}",
            "{rules: {no-research: info, pain-without-opportunity: off}}",
            "`rules`: `no-research` from off to info, `pain-without-opportunity` from the usual to off",
        ),
        (
            "{overrides: [{paths: [a], rules: {kpi-overdue: off}}]}",
            "{overrides: [{entity: b, rules: {kpi-overdue: off}}]}",
            (
                "`overrides`: without `paths: a; rules.kpi-overdue: off`, "
                "with `entity: b; rules.kpi-overdue: off`"
            ),
        ),
    ],
)
def test_the_settings_of_checks_are_told_from_what_to_what(before: str, after: str, told: str) -> None:
    """Levels of rules are named one by one, and so are the overrides that came and went."""
    assert tell(f"checks: {before}\n", f"checks: {after}\n") == [CHECKS + told]


def test_another_order_of_overrides_is_said() -> None:
    """The last one that matches wins, so their order counts."""
    one, other = (f"{{entity: 'stage:{id}', rules: {{no-research: off}}}}" for id in ("pay", "look"))
    sides = (f"checks: {{overrides: [{', '.join(order)}]}}\n" for order in ((one, other), (other, one)))
    assert tell(*sides) == [f"{CHECKS}`overrides`: the same entries in another order"]


def test_many_entries_are_counted() -> None:
    """A sentence names six entries and says how many more there are."""
    ids = ("tag-added", "tag-removed", "stage-added", "pain-added", "pain-removed", "kpi-added", "gain-added")
    levels = ", ".join(f"{id}: off" for id in ids)
    (told,) = tell("policy: {}\n", f"policy: {{change_levels: {{{levels}}}}}\n")
    assert told.count("from the usual to off") == 6
    assert told.endswith(" and 1 more")
