"""Every text of ours is in every catalogue, and what programs read is what translators wrote."""

import re

import pytest

from tests.conftest import ACCEPT, match_golden
from tests.rendering.catalogues import (
    LOCALES,
    compile_texts,
    is_complete,
    make_template,
    read_catalogue,
    update_catalogue,
    write_texts,
)

LANGUAGES = ("de", "es", "pt_BR")
_VALUE = re.compile(r"%\((\w+)\)")


def test_the_template_holds_every_marked_text() -> None:
    """What translators start from is what the source and the templates say today."""
    match_golden(LOCALES / "messages.pot", write_texts(make_template()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_complete(language: str) -> None:
    """Every text has a translation, in all its forms, and no other text is in the catalogue."""
    path = LOCALES / language / "LC_MESSAGES" / "messages.po"
    if ACCEPT:
        match_golden(path, write_texts(update_catalogue(language, path)))
    catalogue = read_catalogue(language)

    missing = [message.id for message in catalogue if message.id and not is_complete(message)]

    assert missing == []
    expected = {(message.id, message.context) for message in make_template() if message.id}
    assert {(message.id, message.context) for message in catalogue if message.id} == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_takes_the_same_values(language: str) -> None:
    """A translation fills in what its original fills in; it may leave a count out of its singular."""
    for message in read_catalogue(language):
        originals = message.id if isinstance(message.id, tuple | list) else (message.id,)
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        known = {name for text in originals for name in _VALUE.findall(str(text))}
        for text in strings:
            assert set(_VALUE.findall(str(text))) <= known
        if len(originals) == 1:
            assert set(_VALUE.findall(str(strings[0]))) == known


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_text(language: str) -> None:
    """The catalogue that programs read was made from the one that translators write."""
    match_golden(LOCALES / language / "LC_MESSAGES" / "messages.mo", compile_texts(read_catalogue(language)))
