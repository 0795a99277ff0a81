"""A code host on this machine: as much of GitHub's REST interface as a comment needs, and moods."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "a-token"
AUTHOR = "github-actions[bot]"
_COMMENTS = re.compile(r"/repos/acme/maps/issues/7/comments")
_COMMENT = re.compile(r"/repos/acme/maps/issues/comments/([0-9]+)")


class CodeHost:
    """The comments of one pull request, and how the host answers.

    The next requests get the statuses in ``moods``, one each, before anything is done. A host that is
    ``read_only`` takes no comments.
    """

    def __init__(self) -> None:
        self.url = ""
        self.comments: list[dict[str, Any]] = []
        self.requests: list[str] = []
        self.moods: list[int] = []
        self.read_only = False

    def add(self, body: str, login: str = AUTHOR) -> dict[str, Any]:
        """Add a comment and return it."""
        comment = {"id": 100 + len(self.comments), "body": body, "user": {"login": login, "type": "Bot"}}
        self.comments.append(comment)
        return comment

    def bodies(self, login: str = AUTHOR) -> list[str]:
        """Return the texts that somebody wrote."""
        return [each["body"] for each in self.comments if each["user"]["login"] == login]

    @property
    def writes(self) -> list[str]:
        """The methods of all requests that change something."""
        return [method for method in self.requests if method != "GET"]

    def answer(self, method: str, address: str, token: str, content: Any) -> tuple[int, Any]:
        """Return the status of a request and what it gets."""
        self.requests.append(method)
        parts = urlsplit(address)
        if self.moods:
            return self.moods.pop(0), {"message": "::error::not now"}
        if token != f"Bearer {TOKEN}":
            return 401, {"message": "Bad credentials"}
        if method == "GET" and _COMMENTS.fullmatch(parts.path):
            query = parse_qs(parts.query)
            page, size = int(query["page"][0]), int(query["per_page"][0])
            return 200, self.comments[(page - 1) * size : page * size]
        if self.read_only:
            return 403, {"message": "Resource not accessible by integration"}
        if method == "POST" and _COMMENTS.fullmatch(parts.path):
            return 201, self.add(content["body"])
        found = _COMMENT.fullmatch(parts.path)
        if method == "PATCH" and found:
            comment = next(each for each in self.comments if each["id"] == int(found[1]))
            # The real one keeps the line ends of the web.
            comment["body"] = content["body"].replace("\n", "\r\n")
            return 200, comment
        return 404, {"message": "Not Found"}


@contextmanager
def open_code_host() -> Iterator[CodeHost]:
    """Yield a host that listens on this machine."""
    host = CodeHost()

    class Handler(BaseHTTPRequestHandler):
        """Hands each request to the host."""

        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            content = json.loads(self.rfile.read(length)) if length else None
            token = self.headers.get("Authorization", "")
            status, answer = host.answer(self.command, self.path, token, content)
            body = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            if status in (301, 302, 307):
                self.send_header("Location", f"{host.url}/elsewhere")
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = _serve  # noqa: N815 - the library's names

        def log_message(self, format: str, *arguments: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
