"""The server on a real port: what it answers, to whom, and that it ends."""

import http.client
import json
import threading
import time
from collections.abc import Iterator

import pytest

from journeymap.serving import PortTaken, Server, Shelf, write_waiting_page

PAGE = (
    b"<!DOCTYPE html><html><head>"
    b"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-x'\">"
    b'<link rel="stylesheet" href="../assets/style.css"></head><body>Hello</body></html>'
)


@pytest.fixture
def shelf() -> Shelf:
    """Return a small site."""
    shelf = Shelf(write_waiting_page())
    for path, content in (
        ("index.html", PAGE),
        ("journeys/first/index.html", PAGE),
        ("assets/style.css", b"body {}"),
        ("404.html", PAGE.replace(b"Hello", b"Lost")),
        ("data.csv", b"a,b\n"),
        ("picture.svg", b"<svg/>"),
    ):
        shelf.put(path, content)
    shelf.keep(["index.html", "journeys/first/index.html", "assets/style.css", "404.html"])
    shelf.put("data.csv", b"a,b\n")
    shelf.put("picture.svg", b"<svg/>")
    return shelf


@pytest.fixture
def server(shelf: Shelf) -> Iterator[Server]:
    """Return a server that serves it."""
    server = Server(shelf, 0)
    server.start()
    yield server
    server.close()


def ask(
    server: Server, path: str, method: str = "GET", **headers: str
) -> tuple[int, http.client.HTTPMessage, bytes]:
    """Return status, headers and body of a real request."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body


def test_a_page_comes_with_our_script_and_a_policy_that_lets_it_run(server: Server) -> None:
    """The script and style of ours stand in the head, and the page's policy names this server."""
    status, headers, body = ask(server, "/journeys/first/")
    text = body.decode()
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert '<script src="/_serve/live.js"' in text
    assert 'data-page="journeys/first/index.html"' in text
    assert "script-src &#x27;self&#x27; &#x27;sha256-x&#x27;" in text
    assert "connect-src &#x27;self&#x27;" in text
    assert "default-src &#x27;none&#x27;" in text


@pytest.mark.parametrize(
    ("path", "type"),
    [
        ("/assets/style.css", "text/css; charset=utf-8"),
        ("/data.csv", "text/csv; charset=utf-8"),
        ("/picture.svg", "image/svg+xml"),
        ("/_serve/live.js", "text/javascript; charset=utf-8"),
        ("/_serve/live.css", "text/css; charset=utf-8"),
        ("/_serve/page.css", "text/css; charset=utf-8"),
    ],
)
def test_every_file_has_its_type_and_is_not_kept(server: Server, path: str, type: str) -> None:
    """A browser is told what a file is, to ask for it anew each time, and not to guess."""
    status, headers, body = ask(server, path)
    assert (status, headers["Content-Type"]) == (200, type)
    assert body
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_head_tells_the_same_without_the_content(server: Server) -> None:
    """HEAD has the headers of GET and no body."""
    status, headers, body = ask(server, "/data.csv", "HEAD")
    assert (status, headers["Content-Length"], body) == (200, "4", b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_but_reading_is_answered(server: Server, method: str) -> None:
    """A server that only shows refuses whatever would change something."""
    status, headers, _ = ask(server, "/", method)
    assert (status, headers["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "[::1]x", "localhost:x"]
)
def test_a_name_that_is_not_this_machines_own_is_refused(server: Server, host: str) -> None:
    """A site that points its own name here, to read with the reader's browser, gets nothing."""
    status, _, body = ask(server, "/", Host=host)
    assert status == 421
    assert b"Hello" not in body


@pytest.mark.parametrize(
    "host", ["localhost:{port}", "127.0.0.1:{port}", "[::1]:{port}", "LOCALHOST", "[::1]"]
)
def test_the_names_of_this_machine_are_answered(server: Server, host: str) -> None:
    """All names of the loopback address lead here, through a forwarded port too."""
    assert ask(server, "/", Host=host.format(port=server.server_port))[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/..%5c..%5cwindows",
        "/_serve/../../pyproject.toml",
        "/_serve/live.html",
        "/journeymap.yaml",
        "/index.html%00.css",
    ],
)
def test_no_path_leads_to_the_disk(server: Server, path: str) -> None:
    """What is not on the shelf is not there, however it is spelled."""
    status, _, body = ask(server, path)
    assert status == 404
    assert b"root:" not in body


def test_a_path_that_leads_nowhere_shows_the_page_of_the_site_for_that(server: Server) -> None:
    """The site's own page for lost readers is shown, and waits like any other."""
    status, _, body = ask(server, "/journeys/gone/")
    assert status == 404
    assert b"Lost" in body
    assert b"/_serve/live.js" in body


def test_a_folder_without_its_slash_leads_to_the_folder(server: Server) -> None:
    """Relative links work only from the folder's own address."""
    status, headers, _ = ask(server, "/journeys/first")
    assert (status, headers["Location"]) == (302, "/journeys/first/")


def test_the_name_of_a_page_is_text_wherever_it_is_shown() -> None:
    """An address cannot bring markup into the page that answers it."""
    server = Server(Shelf(write_waiting_page()), 0)
    server.start()
    try:
        status, _, body = ask(server, "/%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    finally:
        server.close()
    assert status == 503
    assert b"<script>alert" not in body


def test_events_begin_with_the_state_and_go_on_with_every_change(server: Server, shelf: Shelf) -> None:
    """A page hears its version and the findings at once, and again when either is another."""
    with listen(server, "index.html") as events:
        first = next(events)
        shelf.put("journeys/first/index.html", b"another page")
        shelf.report(json.dumps({"kind": "error"}))
        second = next(events)
        shelf.put("index.html", PAGE.replace(b"Hello", b"Changed"))
        third = next(events)
        shelf.put("assets/style.css", b"body { color: red }")
        assert shelf.looked_at == {"index.html"}
    assert second["version"] == first["version"]
    assert (first["findings"], second["findings"]) == ({}, {"kind": "error"})
    assert third["version"] != second["version"]


def test_the_version_of_a_page_follows_what_it_loads(shelf: Shelf) -> None:
    """A style that a page loads makes it another; a file beside it does not."""
    before = shelf.version_of("journeys/first/index.html")
    shelf.put("data.csv", b"changed")
    assert shelf.version_of("journeys/first/index.html") == before
    shelf.put("journeys/assets/style.css", b"/* relative to the page */")
    assert shelf.version_of("journeys/first/index.html") != before


def test_a_page_that_is_gone_is_another_version(shelf: Shelf) -> None:
    """A browser on a page that was deleted hears of it, and again when it is back."""
    before = shelf.version_of("index.html")
    shelf.keep(["404.html"])
    assert shelf.find("index.html") is None
    assert shelf.version_of("index.html") != before


def test_closing_ends_at_once_and_leaves_no_thread(shelf: Shelf) -> None:
    """Pages that listen, and a browser that said nothing yet, do not hold the end up."""
    before = set(threading.enumerate())
    server = Server(shelf, 0)
    server.start()
    silent = http.client.HTTPConnection("127.0.0.1", server.server_port)
    silent.connect()
    with listen(server, "index.html") as events:
        next(events)
        began = time.monotonic()
        server.close()
    silent.close()
    assert time.monotonic() - began < 2
    assert set(threading.enumerate()) <= before


def test_a_port_that_is_taken_is_said_to_be(server: Server, shelf: Shelf) -> None:
    """Another server on the port is an answer, not a crash."""
    with pytest.raises(PortTaken, match="in use"):
        Server(shelf, server.server_port)


def test_only_the_loopback_address_listens(server: Server) -> None:
    """Nobody outside of this machine can connect."""
    assert server.server_address[0] == "127.0.0.1"


class listen:  # noqa: N801 - reads as a verb
    """The events of a page, as long as somebody listens."""

    def __init__(self, server: Server, page: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        self._connection.request("GET", f"/_serve/events?page={page}")
        self._answer = self._connection.getresponse()
        assert self._answer.headers["Content-Type"] == "text/event-stream; charset=utf-8"

    def __enter__(self) -> "Iterator[dict[str, object]]":
        return self._read()

    def __exit__(self, *_: object) -> None:
        self._answer.close()
        self._connection.close()

    def _read(self) -> "Iterator[dict[str, object]]":
        for line in self._answer:
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))
