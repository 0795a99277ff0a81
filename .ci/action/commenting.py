"""The comment on the pull request: one for each job, brought up to date in place, ours beyond doubt.

It is known by an invisible first line and by who wrote it: anybody can write such a line. Nobody is told that
nothing changes, unless an earlier comment says otherwise.
"""

import hashlib
import re
import time
from typing import Any, NamedTuple
from urllib.parse import quote

from api import Api, Passing, Refused
from summary import add_to_summary, shorten
from surroundings import Run, say

DELAYS = (0.5, 1.0, 2.0)
"""Seconds before each further try."""
MOST_PAGES = 50
PAGE = 100
LONGEST = 65_000
"""Bytes of a comment; the platform takes 65,536 characters."""
_MARKER = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_SLUG = re.compile(r"[^A-Za-z0-9._]+")
_TOLD = ("config_changes", "hints")


class Thread(NamedTuple):
    """Where comments are read and written: those of one pull request."""

    api: Api
    repository: str
    number: int

    @property
    def comments(self) -> str:
        """Where all comments are."""
        return f"/repos/{quote(self.repository)}/issues/{self.number}/comments"

    def comment(self, id: int) -> str:
        """Return where one comment is."""
        return f"/repos/{quote(self.repository)}/issues/comments/{id}"


def comment(run: Run) -> int:
    """Bring the comment up to date; where nobody may write one, the summary has the review instead."""
    if run.recall("compare") is None:
        return 0
    marker = make_marker(run)
    text = write_text(run, marker)
    if not (run.wants("comment") and run.number and run.environ.get("GITHUB_REPOSITORY")):
        return _summarise(run, text)
    api = Api(
        run.environ.get("GITHUB_API_URL", "https://api.github.com"), run.environ.get("JOURNEYMAP_TOKEN", "")
    )
    thread = Thread(api, run.environ["GITHUB_REPOSITORY"], run.number)
    try:
        say(_settle_patiently(thread, run, marker, text))
    except Refused as error:
        say(f"The token may not write comments here ({error}): the review is in the summary of this run.")
        return _summarise(run, text)
    except Passing as error:
        say(f"The platform does not take comments now ({error}): the review is in the summary of this run.")
        return _summarise(run, text)
    return 0


def make_marker(run: Run) -> str:
    """Return the invisible first line of this job's comment; other jobs and workflows have their own."""
    names = (run.environ.get("GITHUB_WORKFLOW", ""), run.environ.get("GITHUB_JOB", ""), run.wish("path"))
    # Names that are spelled alike once their signs are gone are still told apart.
    digest = hashlib.sha256("\0".join(names).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    slugs = [_SLUG.sub("-", name).strip("-.")[:40] or "all" for name in names[:2]]
    return f"<!-- journeymap-review:{':'.join(slugs)}:{digest} -->"


def write_text(run: Run, marker: str) -> str:
    """Return the review as a comment, empty where there is nothing to say."""
    review = run.read_report("review.json")
    counts = run.read_counts("review.json")
    approvals = review.get("approvals")
    told = any(counts.get(name) for name in ("breaking", "warnings", "infos"))
    told = told or any(review.get(name) for name in _TOLD)
    told = told or (isinstance(approvals, dict) and any(approvals.values()))
    if not told:
        return ""
    text = (run.results / "review.md").read_text(encoding="utf-8")
    body = _MARKER.sub("", text, count=1) if text.startswith("<!--") else text
    return shorten(f"{marker}\n{body.rstrip()}\n\n{_link(run)}", LONGEST)


def write_end(run: Run, marker: str) -> str:
    """Return what an earlier comment says once nothing of it is left, or where there was no comparison."""
    commit = run.commit("pull_request", "head", "sha")[:7]
    at = f" (`{commit}`)" if commit else ""
    if run.recall("compare") in (0, 3):
        head = f"### Journey map review: resolved\n\nNothing changes for the customer any more{at}."
    else:
        head = (
            f"### Journey map review: not made\n\nThe journeys could not be compared{at}; the log says why."
        )
    return f"{marker}\n{head}\n\n{_link(run)}"


def find_comment(thread: Thread, marker: str, author: str) -> dict[str, Any] | None:
    """Return the comment that begins with our marker and that we wrote, the first if there are several."""
    for page in range(1, MOST_PAGES + 1):
        found = thread.api.ask("GET", f"{thread.comments}?per_page={PAGE}&page={page}")
        comments = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
        for each in comments:
            user = each.get("user")
            wrote = isinstance(user, dict) and user.get("login") == author
            if wrote and str(each.get("body", "")).startswith(marker):
                return each
        if len(comments) < PAGE:
            return None
    return None


def settle(thread: Thread, run: Run, marker: str, text: str) -> str:
    """Create, update or resolve the comment, whichever is due, and return what was done."""
    found = find_comment(thread, marker, run.wish("comment_author") or "github-actions[bot]")
    if found is None and not text:
        return "There is nothing to say, and no earlier comment."
    if found is None:
        thread.api.ask("POST", thread.comments, {"body": text})
        return "The comment was written."
    body = text or write_end(run, marker)
    if _plain(found.get("body")) == _plain(body):
        return "The comment is up to date."
    thread.api.ask("PATCH", thread.comment(int(found["id"])), {"body": body})
    return "The comment was brought up to date." if text else "The comment was closed: nothing is left of it."


def _settle_patiently(thread: Thread, run: Run, marker: str, text: str) -> str:
    """Try again what failed in passing; each try looks first, so that no comment is written twice."""
    for delay in DELAYS:
        try:
            return settle(thread, run, marker, text)
        except Passing as passing:
            time.sleep(max(delay, passing.wait))
    return settle(thread, run, marker, text)


def _summarise(run: Run, text: str) -> int:
    if text:
        add_to_summary(run, text)
    return 0


def _plain(body: object) -> str:
    """Return a text without the line ends that the platform puts in."""
    return str(body).replace("\r\n", "\n").strip()


def _link(run: Run) -> str:
    """Return the line that leads to this run, where the page with both states can be downloaded."""
    server, number = run.environ.get("GITHUB_SERVER_URL", ""), run.environ.get("GITHUB_RUN_ID", "")
    repository = run.environ.get("GITHUB_REPOSITORY", "")
    if not (server and repository and number.isascii() and number.isdigit()):
        return ""
    words = "the page with both states, to download" if run.wish("artifact") else "the run that says so"
    return f"<sub>[{words[0].upper()}{words[1:]}]({server}/{quote(repository)}/actions/runs/{number})</sub>\n"
