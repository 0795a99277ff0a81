"""Text made fit for a terminal: whatever could steer it or deceive a reader is shown as an escape.

Map texts, file names and arguments come from strangers. An escape sequence in a title can rewrite the
screen, a bidirectional control can make a line read backwards, and half a surrogate pair cannot be
encoded at all. Stored data is never changed: this happens where text leaves for a person.
"""

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DECEIVING = frozenset("\u2028\u2029\ufeff\ufff9\ufffa\ufffb\ufffe\uffff")


def safe(text: str) -> str:
    r"""Return the text on one line, each character that is not for eyes as an escape such as ``\x1b``."""
    if text.isprintable():
        return text
    return "".join(map(show_character, text))


def show_character(character: str) -> str:
    r"""Return a character as it is, or as a visible escape when it could harm: ``\n``, ``\u202e``.

    Invisible characters that writing needs stay: the joiners of Persian, Indic scripts and emoji, and
    the soft hyphen.
    """
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0xA0 or 0xD800 <= code <= 0xDFFF or character in _BIDI or character in _DECEIVING:
        return _escape(character, code)
    if 0xE0000 <= code <= 0xE007F:  # tags: a whole hidden message fits into them
        return _escape(character, code)
    return character


def without_surrogates(text: str) -> str:
    """Return the text with every half surrogate pair as an escape, so that it can be encoded."""
    if text.isascii():
        return text
    return "".join(
        _escape(character, ord(character)) if "\ud800" <= character <= "\udfff" else character
        for character in text
    )


def _escape(character: str, code: int) -> str:
    named = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character)
    if named:
        return named
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
