"""Why something cannot be rendered, in words for whoever asked for it."""


class RenderingError(Exception):
    """A wish that cannot be met: the message says what is wrong, ``help`` what to do about it."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


class LayoutFailed(Exception):  # noqa: N818 - named for what happened
    """The layout engine gave no picture; the message says why and what to do."""
