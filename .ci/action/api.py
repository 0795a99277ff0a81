"""The platform's REST interface, as much of it as a comment needs: plain HTTP, one host, no redirects."""

import json
import urllib.error
import urllib.request
from http.client import HTTPException
from typing import Any, NamedTuple

TIMEOUT = 30.0
SERVER_FAULT = 500
TOO_MANY = 429
LONGEST_WAIT = 30.0


class Refused(Exception):  # noqa: N818 - it says what happened
    """That the platform says no, and will say so again: the token may not do this."""


class Passing(Exception):  # noqa: N818 - it says what happened
    """That it did not work this time; after ``wait`` seconds it may."""

    def __init__(self, reason: str, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.wait = wait


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Redirects would carry the token to wherever they lead."""

    def redirect_request(self, *arguments: Any) -> None:  # noqa: ARG002 - the signature is the library's
        return None


class Api(NamedTuple):
    """Where the interface is, and the token for it."""

    url: str
    token: str

    def ask(self, method: str, path: str, content: Any = None) -> Any:
        """Return what the platform answers; raise what says whether another try makes sense."""
        request = urllib.request.Request(  # noqa: S310 - the address is the runner's
            f"{self.url.rstrip('/')}{path}",
            method=method,
            data=None if content is None else json.dumps(content).encode(),
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
                "User-Agent": "journeymap",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        try:
            with urllib.request.build_opener(_NoRedirects).open(request, timeout=TIMEOUT) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            raise _tell_status(error) from None
        except (OSError, HTTPException, ValueError) as error:
            raise Passing(type(error).__name__) from None


def _tell_status(error: urllib.error.HTTPError) -> Exception:
    wait = error.headers.get("Retry-After", "")
    seconds = float(wait) if wait.isascii() and wait.isdigit() else 0.0
    is_limited = error.code == TOO_MANY or bool(wait) or error.headers.get("X-RateLimit-Remaining") == "0"
    if error.code >= SERVER_FAULT or is_limited:
        return Passing(f"status {error.code}", min(seconds, LONGEST_WAIT))
    return Refused(f"status {error.code}")
