"""The site in memory: what a page is at this moment, and waiting until it is another.

One thread puts files here and many read them. A page's version changes with its own bytes and with those
of the styles, scripts and pictures that it loads, and with nothing else.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from html import unescape
from threading import Condition
from typing import Final, NamedTuple
from urllib.parse import unquote

from journeymap.site.addresses import NOT_FOUND

_LOADED: Final = re.compile(rb'<(?:link|script|img)\b[^>]*?\s(?:href|src)="([^"#?:]*)"')


class State(NamedTuple):
    """What a page is told: which version of it there is, and what is wrong with the files, as JSON."""

    version: str
    findings: str


class Shelf:
    """The files of the site by path, and what is wrong with those they are made from."""

    def __init__(self, waiting: bytes = b"") -> None:
        self._waiting = waiting
        self._files: dict[str, bytes] = {}
        self._findings = "{}"
        self._was_whole = False
        self._changes = 0
        self._is_closed = False
        self._changed = Condition()
        self._open: Counter[str] = Counter()

    @property
    def is_empty(self) -> bool:
        """Whether no site is whole yet: what is there of the first one is shown as it comes."""
        return not self._was_whole

    @property
    def looked_at(self) -> frozenset[str]:
        """The pages that are open in a browser."""
        return frozenset(self._open)

    @contextmanager
    def open(self, page: str) -> Iterator[None]:
        """Know a page as open for a while."""
        with self._changed:
            self._open[page] += 1
        try:
            yield
        finally:
            with self._changed:
                self._open[page] -= 1
                self._open = +self._open

    def find(self, path: str) -> bytes | None:
        """Return a file, or nothing when there is none at that path."""
        return self._files.get(path)

    def stand_in(self) -> bytes:
        """Return the page for a path that leads nowhere, or for all of them while there is no site."""
        return self._files.get(NOT_FOUND, b"") if self._was_whole else self._waiting

    def put(self, path: str, content: bytes) -> bool:
        """Place a file; return whether it is another than before."""
        if self._files.get(path) == content:
            return False
        with self._changed:
            self._files[path] = content
            self._tell()
        return True

    def keep(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Take all other files away, since these are the whole site, and return their paths."""
        gone = tuple(sorted(self._files.keys() - set(paths)))
        with self._changed:
            for path in gone:
                del self._files[path]
            if gone or not self._was_whole:
                self._was_whole = True
                self._tell()
        return gone

    def report(self, findings: str) -> None:
        """Take down what is wrong with the files, as JSON."""
        with self._changed:
            if findings != self._findings:
                self._findings = findings
                self._tell()

    def state_of(self, page: str) -> State:
        """Return what a page is told at this moment."""
        return State(self.version_of(page), self._findings)

    def version_of(self, page: str) -> str:
        """Return what tells apart how a page looks now from how it looked."""
        content = self._files.get(page)
        digest = sha256(self.stand_in() if content is None else content)
        for address in _LOADED.findall(content or b""):
            loaded = posixpath.join(posixpath.dirname(page), unquote(unescape(address.decode())))
            digest.update(b"\0" + self._files.get(posixpath.normpath(loaded), b""))
        return digest.hexdigest()[:16]

    def wait(self, seen: int, seconds: float) -> int | None:
        """Return the number of changes once it is not the one seen, or time is up; nothing at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._changes != seen, timeout=seconds)
            return None if self._is_closed else self._changes

    def close(self) -> None:
        """Let go of everybody who waits."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def _tell(self) -> None:
        self._changes += 1
        self._changed.notify_all()
