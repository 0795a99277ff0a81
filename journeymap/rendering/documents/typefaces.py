"""Which installed fonts set a text: the wished ones, then those that have what is missing there.

A picture on a wall without letters is worse than an error: characters that no installed font has are
named, with the packages that have them.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from journeymap.rendering.documents.coverage import covered_characters
from journeymap.rendering.documents.typesetting import Face, installed_faces
from journeymap.rendering.failures import RenderingError

GENERIC = frozenset(
    {"system-ui", "sans-serif", "serif", "monospace", "ui-sans-serif", "cursive", "fantasy", "emoji"}
)
"""Names in a style sheet that stand for whatever a browser likes."""
PLAIN = ("Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial", "Helvetica Neue", "Helvetica", "Segoe UI")
"""The fonts of letters, where none of the wished ones is installed."""
SYMBOLS = ("Noto Sans Math", "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Symbols 2", *PLAIN)
EMOJI = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji", "Noto Emoji")
EAST_ASIAN = {
    "ja": ("Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", "Meiryo"),
    "ko": ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"),
    "zh": ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei"),
    "zh-hant": ("Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei"),
}
"""Language → fonts; the same character is drawn differently in each."""

_EAST_ASIAN_WORDS = frozenset(
    {"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH"}
)
_PACKAGES = {"emoji": "fonts-noto-color-emoji", "east asian": "fonts-noto-cjk"}
_UNSEEN = frozenset({"Cc", "Cf", "Me", "Zs", "Zl", "Zp"})
"""Kinds of characters without a glyph of their own."""
_NOWHERE = frozenset({"Cn", "Co"})
"""Kinds of characters whose look is nobody's standard: no package has them."""
_SHOWN_AT_MOST = 8


def choose_families(texts: Iterable[str], *, wished: str, lang: str) -> tuple[str, ...]:
    """Return the families that together have every character, the first wished one that is there first.

    ``wished`` is a list as style sheets have it. Characters that no font has are an error.
    """
    installed = _installed()
    if not installed:
        raise RenderingError(
            "there is no font on this system, and a picture without its texts says nothing",
            "install fonts, such as `fonts-noto-core` on Debian and Ubuntu",
        )
    missing = {character for text in texts for character in text if _is_drawn(character)}
    chosen: list[str] = []
    for family in _candidates(sorted(missing), wished, lang):
        covered = _covered(family)
        if not chosen or any(ord(character) in covered for character in missing):
            chosen.append(family)
            missing = {character for character in missing if ord(character) not in covered}
        if not missing:
            return tuple(chosen)
    raise _lack_of(sorted(missing))


def _candidates(characters: list[str], wished: str, lang: str) -> Iterator[str]:
    """Yield installed families: wished ones, those made for the scripts, then every other one."""
    installed = _installed()
    names = [name.strip().strip("'\"") for name in wished.split(",")]
    names = [name for name in names if name.lower() not in GENERIC]
    names += PLAIN
    first = next((installed[name.lower()] for name in names if name.lower() in installed), "")
    if first:
        yield first
    made_for = dict.fromkeys(name for c in characters for name in _made_for(c, lang))
    seen = {first}
    for name in (*made_for, *SYMBOLS, *sorted(installed)):
        family = installed.get(name.lower(), "")
        if family and family not in seen:
            seen.add(family)
            yield family


def _is_drawn(character: str) -> bool:
    """Say whether a character needs a glyph of its own."""
    is_selector = "\ufe00" <= character <= "\ufe0f"
    return not is_selector and unicodedata.category(character) not in _UNSEEN


def _made_for(character: str, lang: str) -> Iterator[str]:
    """Yield the names of fonts that are made for the script of a character."""
    kind = _kind(character)
    if kind == "emoji":
        yield from EMOJI
    elif kind == "east asian":
        parts = lang.lower()
        traditional = parts.startswith("zh") and any(p in parts for p in ("hant", "tw", "hk"))
        own = EAST_ASIAN.get("zh-hant" if traditional else parts[:2], ())
        korean = EAST_ASIAN["ko"] if "HANGUL" in unicodedata.name(character, "") else ()
        yield from (*own, *korean, *EAST_ASIAN["ja"], *EAST_ASIAN["zh"], *EAST_ASIAN["ko"])
    elif kind not in {"", "latin", "greek", "cyrillic"}:
        yield f"Noto Sans {kind.title()}"


def _kind(character: str) -> str:
    """Return the script of a character, by the first word of its name."""
    if 0x1F000 <= ord(character) <= 0x1FBFF:
        return "emoji"
    word = unicodedata.name(character, "").partition(" ")[0]
    return "east asian" if word in _EAST_ASIAN_WORDS else word.lower()


def _lack_of(missing: list[str]) -> RenderingError:
    shown = ", ".join(
        f"{character} (U+{ord(character):04X} {unicodedata.name(character, 'without a name')})"
        for character in missing[:_SHOWN_AT_MOST]
    )
    more = f" and {len(missing) - _SHOWN_AT_MOST} more" if len(missing) > _SHOWN_AT_MOST else ""
    known = (character for character in missing if unicodedata.category(character) not in _NOWHERE)
    packages = dict.fromkeys(_PACKAGES.get(_kind(character), "fonts-noto-core") for character in known)
    names = ", ".join(f"`{package}`" for package in packages)
    installing = f"install fonts that have them, such as {names} on Debian and Ubuntu; or " if names else ""
    return RenderingError(
        f"no installed font has {shown}{more}", f"{installing}write the text without such characters"
    )


@cache
def _installed() -> dict[str, str]:
    """Return the families of this system by their names in small letters."""
    return {face.family.lower(): face.family for face in installed_faces()}


def _covered(family: str) -> frozenset[int]:
    """Return the characters of a family's plainest face."""
    face = min((face for face in installed_faces() if face.family == family), key=_plainness)
    return covered_characters(face.path, face.number)


def _plainness(face: Face) -> tuple[bool, float, int]:
    return not face.upright, abs(face.stretch - 1), abs(face.weight - 400)
