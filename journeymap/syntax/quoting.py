"""Text shown in messages and written in fixes."""


def quote(text: str) -> str:
    """Return a one-line text as a quoted scalar, in the style that needs the fewest escapes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def shorten(text: str, longest: int = 40) -> str:
    """Return the beginning of a text, with an ellipsis where something was left out."""
    line = text.replace("\r", "\n").split("\n", 1)[0]
    if line == text and len(text) <= longest:
        return text
    return f"{line[: longest - 1]}…"
