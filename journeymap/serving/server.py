"""The only door to the network: an HTTP server for the browsers of this machine, and for nobody else.

It listens on the loopback address, answers to the names of that address only, so that no page of another
site can reach it through a name of its own, and serves from memory: no path leads to a file on disk.
"""

import json
import os
import socketserver
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Final
from urllib.parse import parse_qs, quote, unquote

from journeymap.serving.dressing import EVENTS, OURS, dress_page, read_own
from journeymap.serving.shelf import Shelf

ADDRESS: Final = "127.0.0.1"
HOSTS: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""The names under which a browser of this machine asks for it; the port may be another's that leads here."""

TYPES: Final = {
    "avif": "image/avif",
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "gif": "image/gif",
    "html": "text/html; charset=utf-8",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "xml": "application/xml",
}
_PLAIN: Final = "text/plain; charset=utf-8"
_BREATH: Final = 15.0
"""After how many seconds without news a page hears that we are still here."""


class PortTaken(Exception):  # noqa: N818 - named for what happened
    """Another program listens on the port."""


class Server(ThreadingHTTPServer):
    """Serves a shelf until it is closed; each page that is open holds one connection."""

    daemon_threads = False  # closing waits for all of them
    allow_reuse_address = os.name == "posix"  # elsewhere it would share the port with another program

    def __init__(self, shelf: Shelf, port: int, lang: str = "en") -> None:
        self.shelf = shelf
        self.lang = lang
        self._connections: set[Any] = set()
        try:
            super().__init__((ADDRESS, port), _Handler)
        except (OSError, OverflowError) as error:
            raise PortTaken((error.strerror if isinstance(error, OSError) else "") or str(error)) from None
        self._thread = Thread(target=self.serve_forever, args=(0.1,), name="journeymap-serve")

    def server_bind(self) -> None:
        """Take the port; unlike the standard library's, without asking for the machine's name."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, self.server_address[1]

    @property
    def url(self) -> str:
        """Where the site is."""
        return f"http://{ADDRESS}:{self.server_port}/"

    def start(self) -> None:
        """Serve from now on."""
        self._thread.start()

    def close(self) -> None:
        """Stop at once: no thread and no connection is left."""
        self.shelf.close()
        self.shutdown()
        self._thread.join()
        for connection in list(self._connections):
            _hang_up(connection)
        self.server_close()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own; a connection is known as long as it lasts."""
        self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """End a connection."""
        self._connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away in the middle of an answer."""


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    server_version = "journeymap"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_POST(self) -> None:
        self._send(405, _PLAIN, b"this server only shows\n", allow="GET, HEAD")

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = do_POST  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of single requests."""

    def _answer(self, *, with_body: bool) -> None:
        if not _is_known(self.headers.get_all("Host", [])):
            self._send(421, _PLAIN, b"this server answers to localhost only\n", with_body=with_body)
            return
        asked, _, query = self.path.partition("?")
        path = unquote(asked).removeprefix("/")
        if path == EVENTS:
            page = parse_qs(query).get("page", [""])[0]
            with self.server.shelf.open(page):
                self._stream(page, with_body=with_body)
        elif path in OURS:
            self._send(200, _type_of(path), read_own(path), with_body=with_body)
        else:
            self._show(path, with_body=with_body)

    def _show(self, path: str, *, with_body: bool) -> None:
        """Send a file of the site, that of a folder, or what stands in for it."""
        shelf = self.server.shelf
        page = f"{path}index.html" if not path or path.endswith("/") else path
        content = shelf.find(page)
        if content is None and shelf.find(f"{path}/index.html") is not None:
            self._send(302, _PLAIN, b"", with_body=with_body, location=f"/{quote(path)}/")
        elif content is None and (page.endswith(".html") or "." not in page or shelf.is_empty):
            status = 503 if shelf.is_empty else 404
            dressed = dress_page(shelf.stand_in(), page, shelf, self.server.lang)
            self._send(status, TYPES["html"], dressed, with_body=with_body)
        elif content is None:
            self._send(404, _PLAIN, b"there is no such file\n", with_body=with_body)
        else:
            is_page = page.endswith(".html")
            shown = dress_page(content, page, shelf, self.server.lang) if is_page else content
            self._send(200, _type_of(page), shown, with_body=with_body)

    def _stream(self, page: str, *, with_body: bool) -> None:
        """Tell a page what it should know, now and with every change, until one of us leaves."""
        self._send_head(200, {"Content-Type": "text/event-stream; charset=utf-8"})
        seen: int | None = -1
        told = None
        while with_body and seen is not None:
            state = self.server.shelf.state_of(page)
            if state == told:
                self.wfile.write(b": still here\n\n")
            else:
                message = json.dumps({"version": state.version, "findings": json.loads(state.findings)})
                self.wfile.write(f"retry: 500\ndata: {message}\n\n".encode("ascii"))
            self.wfile.flush()
            told = state
            seen = self._wait_for_news(page, seen, told.version, told.findings)

    def _wait_for_news(self, page: str, seen: int, version: str, findings: str) -> int | None:
        """Return the number of changes when one of them is for this page, or it is time to breathe."""
        shelf = self.server.shelf
        while True:
            changes = shelf.wait(seen, _BREATH)
            if changes is None or changes == seen or shelf.state_of(page) != (version, findings):
                return changes
            seen = changes

    def _send(
        self, status: int, type: str, content: bytes, *, with_body: bool = True, **headers: str
    ) -> None:
        head = {"Content-Type": type, "Content-Length": str(len(content))}
        self._send_head(status, {**head, **{name.title(): value for name, value in headers.items()}})
        if with_body:
            self.wfile.write(content)

    def _send_head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()


def _is_known(hosts: list[str]) -> bool:
    """Whether a request names this machine by one of its own names, and once."""
    if len(hosts) != 1:
        return False
    name, colon, port = hosts[0].rpartition(":")
    if hosts[0].endswith("]") or not colon:
        name, port = hosts[0], "80"
    return name.lower() in HOSTS and port.isascii() and port.isdigit()


def _type_of(path: str) -> str:
    return TYPES.get(path.rpartition(".")[2].lower(), _PLAIN)


def _hang_up(connection: Any) -> None:
    with suppress(OSError):  # it may have ended by itself
        connection.shutdown(2)
