"""What fixes make of slips, by the text before and after."""

import pytest

from tests.fixing.samples import HEAD, fixed, journey

STAGE = "stages:\n  - id: pay\n    title: Pay\n"
TOUCHPOINT = f"{STAGE}    touchpoints:\n      - id: card\n        title: Card\n"

SAFE = {
    "a date in slashes": ("reviewed: 2026/10/1  # late\n" + STAGE, "reviewed: 2026-10-01  # late\n" + STAGE),
    "a duration in words": (
        TOUCHPOINT + "        duration: 90 minutes\n",
        TOUCHPOINT + "        duration: 90m\n",
    ),
    "a number for a name": (
        "stages:\n  - {id: pay, title: 2026}\n",
        'stages:\n  - {id: pay, title: "2026"}\n',
    ),
    "a word that is false elsewhere": ("tags: [no]\n" + STAGE, 'tags: ["no"]\n' + STAGE),
    "a number that is another elsewhere": (
        TOUCHPOINT + "        emotion: 0o2\n",
        TOUCHPOINT + "        emotion: 2\n",
    ),
    "a value in capitals": (
        TOUCHPOINT + "        pains: [{text: Slow, severity: High}]\n",
        TOUCHPOINT + "        pains: [{text: Slow, severity: high}]\n",
    ),
    "a list of one": ("stages:\n  - {id: pay, title: [Pay]}\n", "stages:\n  - {id: pay, title: Pay}\n"),
    "one without a list": ("stages: {id: pay, title: Pay}\n", "stages: [{id: pay, title: Pay}]\n"),
    "a language with an underscore": ("lang: en_GB\n" + STAGE, "lang: en-GB\n" + STAGE),
}

UNSAFE = {
    "an id that is nearly there, everywhere": (
        f"{TOUCHPOINT}        next: [{{to: desc, share: 0.5}}, desc]\n      - {{id: desk, title: Desk}}\n",
        f"{TOUCHPOINT}        next: [{{to: desk, share: 0.5}}, desk]\n      - {{id: desk, title: Desk}}\n",
    ),
    "a persona as a key": (
        f"personas: [{{id: ana, title: Ana}}]\n{TOUCHPOINT}        emotion: {{by: {{anna: -1}}}}\n",
        f"personas: [{{id: ana, title: Ana}}]\n{TOUCHPOINT}        emotion: {{by: {{ana: -1}}}}\n",
    ),
    "an exit as a target": (
        f"exits: [{{id: out, title: Out}}]\n{TOUCHPOINT}        next: [{{to: out}}]\n",
        f"exits: [{{id: out, title: Out}}]\n{TOUCHPOINT}        next: [{{exit: out}}]\n",
    ),
    "a key that is nearly right": (STAGE + "    gaol: Paid\n", STAGE + "    goal: Paid\n"),
    "a value that is nearly right": (
        TOUCHPOINT + "        pains: [{text: Slow, severity: hihg}]\n",
        TOUCHPOINT + "        pains: [{text: Slow, severity: high}]\n",
    ),
    "an item that stands twice": ("tags: [a, b, a]\n" + STAGE, "tags: [a, b]\n" + STAGE),
    "a key without a value": (STAGE + "    goal:\n", STAGE),
    "an item without a value": ("tags: [a, ~]\n" + STAGE, "tags: [a]\n" + STAGE),
    "an id that is missing": ("stages:\n  - title: Pay it\n", "stages:\n  - id: pay-it\n    title: Pay it\n"),
    "an id that is missing in brackets": (
        "stages:\n  - {title: Pay it}\n",
        "stages:\n  - {id: pay-it, title: Pay it}\n",
    ),
    "a channel in two ways": (
        TOUCHPOINT + "        channel: wbe\n",
        TOUCHPOINT + "        channel: web\n",
    ),
    "an id in capitals and where it is used": (
        "stages:\n  - {id: Pay, title: Pay, touchpoints: [{id: a, title: A, next: Pay}]}\n",
        "stages:\n  - {id: pay, title: Pay, touchpoints: [{id: a, title: A, next: pay}]}\n",
    ),
    "a colon in a text": (
        "stages:\n  - {id: pay, title: Pay}\n\nsummary: First: second\n",
        'stages:\n  - {id: pay, title: Pay}\n\nsummary: "First: second"\n',
    ),
    "a tag": ("stages:\n  - {id: pay, title: !!str Pay}\n", "stages:\n  - {id: pay, title: Pay}\n"),
    "a line separator": (f"summary: a\u2028b\n{STAGE}", f"summary: a b\n{STAGE}"),
}

SETTINGS = "journeymap: 1\nkind: workspace\ntitle: Shop\n"
WORKSPACES = {
    "a scale upside down": (
        SETTINGS + "emotion_scale: {min: 5, max: 1, neutral: 3}\n",
        SETTINGS + "emotion_scale: {min: 1, max: 5, neutral: 3}\n",
    ),
    "an address without its beginning": (
        SETTINGS + "site_url: example.com\n",
        SETTINGS + "site_url: https://example.com\n",
    ),
    "a column that is nearly right": (
        SETTINGS + "views: [{id: a, form: table, rows: stages, columns: [{field: titel}, goall]}]\n",
        SETTINGS + "views: [{id: a, form: table, rows: stages, columns: [{field: title}, goal]}]\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), SAFE.values(), ids=SAFE)
def test_a_safe_fix_needs_no_decision(before: str, after: str) -> None:
    """What can mean only one thing is written so."""
    mended = fixed(journey(before))
    assert {**journey(before), **mended.texts} == journey(after)


@pytest.mark.parametrize(("before", "after"), UNSAFE.values(), ids=UNSAFE)
def test_an_unsafe_fix_waits_to_be_asked_for(before: str, after: str) -> None:
    """What was probably meant is written only for those who want it."""
    assert fixed(journey(before)).texts == {}
    assert fixed(journey(before), unsafe=True).texts == journey(after)


@pytest.mark.parametrize(("before", "after"), WORKSPACES.values(), ids=WORKSPACES)
def test_settings_are_fixed_as_well(before: str, after: str) -> None:
    """A workspace's own file is a file like others."""
    assert fixed({"journeymap.yaml": before}, unsafe=True).texts == {"journeymap.yaml": after}


@pytest.mark.parametrize(
    ("type_", "before", "after"),
    [
        ("number", '"12"', "12"),
        ("number", "many", "many"),
        ("text", "12", '"12"'),
        ("text", "[a]", "[a]"),
        ("list", "a", "[a]"),
        ("boolean", '"yes"', "true"),
        ("boolean", "No way", "No way"),
        ("url", "1", "1"),
    ],
)
def test_a_custom_field_takes_the_type_of_its_lane(type_: str, before: str, after: str) -> None:
    """Where it is plain which value is meant; otherwise it stays."""
    files = {
        "journeymap.yaml": f"{SETTINGS}lanes: [{{id: x, title: X, type: {type_}}}]\n",
        **journey(f"{TOUCHPOINT}        fields: {{x: {before}}}\n"),
    }
    expected = journey(f"{TOUCHPOINT}        fields: {{x: {after}}}\n")
    assert {**files, **fixed(files, unsafe=True).texts}["shop.journey.yaml"] == expected["shop.journey.yaml"]


def test_the_changes_of_an_overlay_are_fixed_where_they_are_written() -> None:
    """What is wrong with the whole is mended in the file of the changes; the base stays."""
    base = HEAD + TOUCHPOINT
    head = "journeymap: 1\nkind: journey\nid: next\nextends: shop\nchanges:\n"
    before = (
        "  - {set: card, fields: {type: Contact, tags: web}}\n  - {add: exit, item: {id: a, title: [A]}}\n"
    )
    after = (
        "  - {set: card, fields: {type: contact, tags: [web]}}\n  - {add: exit, item: {id: a, title: A}}\n"
    )
    files = {"journeymap.yaml": SETTINGS, "shop.journey.yaml": base, "next.journey.yaml": head + before}
    mended = fixed(files)
    assert mended.texts == {"next.journey.yaml": head + after}
    assert mended.checked.diagnostics == ()


def test_the_version_is_added_with_the_line_breaks_of_the_file() -> None:
    """A file that lacks its first line gets it, below its comments."""
    text = "# shop\r\n" + (HEAD + STAGE).removeprefix("journeymap: 1\n").replace("\n", "\r\n")
    mended = fixed({"shop.journey.yaml": text})
    assert mended.texts == {"shop.journey.yaml": "# shop\r\n" + (HEAD + STAGE).replace("\n", "\r\n")}
    assert mended.checked.diagnostics == ()
