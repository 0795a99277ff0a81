"""The steps of the action as they run on a pull request, against a code host on this machine."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.integrations.code_host import AUTHOR, CodeHost, open_code_host
from tests.integrations.runner import JOURNEY, LESS, Job

BROKEN = JOURNEY + "stage: []\n"
MARKER = re.compile(r"<!-- journeymap-review:Journeys-of-us:maps:[0-9a-f]{8} -->")
COUNTS = re.compile(r"(?:[a-z]+=[0-9]+\n)*")


@pytest.fixture
def host() -> Iterator[CodeHost]:
    """Open a code host."""
    with open_code_host() as host:
        yield host


@pytest.fixture
def job(tmp_path: Path, host: CodeHost) -> Job:
    """Open a pull request that takes a touchpoint away."""
    job = Job(tmp_path, host)
    job.change(LESS)
    return job


def test_a_change_is_told_in_a_comment(job: Job) -> None:
    """What is breaking stands in one comment, with the marker first and a link to the run."""
    ended = job.review()
    (body,) = job.host.bodies()

    assert MARKER.match(body)
    assert body.count("<!--") == 1
    assert "1 breaking" in body
    assert "Gets a receipt" in body
    assert "https://github.com/acme/maps/actions/runs/42" in body
    head = job.pull_request["head"]["sha"]
    assert f"Compared {job.base[:7]} with HEAD ({head[:7]})" in body
    assert ended["comment"].log == "The comment was written.\n"
    assert ended["compare"].outputs == "breaking=1\nwarnings=0\ninfos=0\n"
    assert job.read_summary() == "" or "Journey map review" not in job.read_summary()


def test_a_comment_is_brought_up_to_date_in_place(job: Job) -> None:
    """A further commit changes the comment, and the same run once more leaves it alone."""
    job.review()
    job.change(LESS.replace("Buying shoes", "Buying boots"))
    job.review()
    (body,) = job.host.bodies()
    again = job.review()

    assert "Buying boots" in body
    assert job.host.writes == ["POST", "PATCH"]
    assert again["comment"].log == "The comment is up to date.\n"


def test_a_comment_of_which_nothing_is_left_is_resolved(job: Job) -> None:
    """Once the change is taken back the comment says so, and keeps its marker."""
    job.run()
    commit = job.change(JOURNEY)
    ended = job.run()
    (body,) = job.host.bodies()

    assert MARKER.match(body)
    assert "resolved" in body
    assert commit[:7] in body
    assert "receipt" not in body
    assert ended["verdict"].code == 0


def test_a_comment_is_not_left_standing_where_nothing_could_be_compared(job: Job) -> None:
    """What an earlier comment says is taken back, and no new one is written for a fault."""
    job.run()
    ended = job.run(INPUT_BASE="no-such-branch")
    (body,) = job.host.bodies()

    assert "not made" in body
    assert "receipt" not in body
    assert ended["verdict"].code == 2

    job.host.comments.clear()
    job.run(INPUT_BASE="no-such-branch")
    assert job.host.comments == []


def test_nothing_to_say_is_not_said(job: Job) -> None:
    """Without a change for the customer, and without an earlier comment, nobody is disturbed."""
    job.change(JOURNEY)
    ended = job.run()

    assert job.host.comments == []
    assert job.host.writes == []
    assert ended["verdict"].code == 0


def test_a_forged_marker_is_left_alone(job: Job) -> None:
    """The comment of somebody else is never touched, whatever it begins with."""
    job.review()
    forged = job.host.bodies()[0]
    job.host.comments.clear()
    job.host.add(forged, login="mallory")
    job.host.add(f"> {forged}")
    job.review()

    assert job.host.bodies("mallory") == [forged]
    assert len(job.host.bodies()) == 2
    assert job.host.writes == ["POST", "POST"]


def test_another_job_has_its_own_comment(job: Job) -> None:
    """Two jobs, and two folders in one job, do not write over each other's words."""
    job.review()
    job.review(GITHUB_JOB="other")
    job.review(INPUT_PATH="maps")

    assert len(job.host.bodies()) == 3
    assert len({body.split("\n")[0] for body in job.host.bodies()}) == 3


def test_a_folder_is_compared_with_itself(job: Job) -> None:
    """With a path only that part of the repository is reviewed, also where the pull request takes it away."""
    job.change(JOURNEY.replace("id: shop", "id: aside"), "aside/aside.journey.yaml")
    inside = job.step("compare", INPUT_PATH="maps/")
    outside = job.step("compare", INPUT_PATH="./aside")
    job.repository.commit("Remove", {"maps/shop.journey.yaml": None})
    gone = job.step("compare", INPUT_PATH="maps")

    assert inside.outputs == "breaking=1\nwarnings=0\ninfos=0\n"
    assert outside.outputs == "breaking=0\nwarnings=0\ninfos=1\n"
    assert gone.outputs == "breaking=1\nwarnings=0\ninfos=0\n", gone.log


def test_an_old_comment_is_found_on_a_later_page(job: Job) -> None:
    """However much was said since, the comment is found and updated."""
    job.review()
    first = job.host.comments.pop()
    for number in range(205):
        job.host.add(f"Remark {number}", login="mira")
    job.host.comments.append({**first, "id": 900, "body": first["body"] + "old"})
    ended = job.step("comment")

    assert ended.log == "The comment was brought up to date.\n"
    assert len(job.host.bodies()) == 1
    assert job.host.requests.count("GET") == 4


def test_a_fork_has_the_review_in_the_summary(job: Job) -> None:
    """Where the token may only read, the review is in the summary, and the step does not fail."""
    job.host.read_only = True
    ended = job.review()

    assert job.host.comments == []
    assert "Gets a receipt" in job.read_summary()
    assert ended["comment"].code == 0
    assert "may not write comments here (status 403)" in ended["comment"].log


@pytest.mark.parametrize("mood", [500, 502, 429])
def test_what_fails_in_passing_is_tried_again(job: Job, mood: int) -> None:
    """A host that is down for a moment gets the comment all the same, and only once."""
    job.host.moods = [mood, mood]
    ended = job.review()

    assert len(job.host.bodies()) == 1
    assert ended["comment"].log == "The comment was written.\n"


def test_a_comment_that_was_taken_is_not_written_twice(job: Job) -> None:
    """A host that takes a comment and then fails has it already when it is asked again."""
    job.host.moods = []
    answer = job.host.answer

    def stumble(method: str, address: str, token: str, content: object) -> tuple[int, object]:
        status, found = answer(method, address, token, content)
        return (502, {}) if method == "POST" else (status, found)

    job.host.answer = stumble  # type: ignore[method-assign]
    job.review()

    assert len(job.host.bodies()) == 1


def test_a_host_that_stays_down_leaves_the_summary(job: Job) -> None:
    """After some tries the review goes to the summary, and what the host says is not repeated."""
    job.host.moods = [503] * 9
    ended = job.review()

    assert "Gets a receipt" in job.read_summary()
    assert job.host.requests == ["GET"] * 4
    assert "::error::not now" not in ended["comment"].log


def test_a_redirect_is_not_followed(job: Job) -> None:
    """The token goes to no other address."""
    job.host.moods = [302]
    job.review()

    assert job.host.requests == ["GET"]
    assert "Gets a receipt" in job.read_summary()


def test_a_label_lets_breaking_changes_pass(job: Job) -> None:
    """With the label of a maintainer the job succeeds, and the comment says why."""
    refused = job.run(INPUT_FAIL_ON="breaking")
    job.pull_request["labels"] = [{"name": "journeymap: allow-breaking"}, {"name": 3}, "odd"]
    allowed = job.run(INPUT_FAIL_ON="breaking")

    assert refused["verdict"].code == 1
    assert allowed["verdict"].code == 0
    assert "1 of them approved" in job.host.bodies()[0]
    assert "the pull request has the label" in job.host.bodies()[0]


def test_the_outputs_are_numbers(job: Job) -> None:
    """Whatever a journey or a branch is called, later steps get names of ours and numbers."""
    job.change(LESS.replace("Pays by card", '"%0Aevil=1\\nbreaking=0"'))
    ended = job.run()

    for name in ("check", "compare"):
        assert COUNTS.fullmatch(ended[name].outputs)
        assert "evil" not in ended[name].outputs
    assert ended["comment"].outputs == ended["verdict"].outputs == ""


def test_words_of_strangers_command_nothing(job: Job) -> None:
    """No line of a log but ours is a command, though titles, branches and journeys try."""
    job.change(BROKEN.replace("Buying shoes", '"::set-env name=a::b"'))
    ended = job.run()
    commands = re.compile(r"^(?:::|##\[)(?!(?:error|warning|notice) (?:file|title)=)", re.MULTILINE)

    for each in ended.values():
        assert not commands.search(each.log), each.log
    assert not Path("/tmp/owned").exists()


def test_findings_stand_in_the_summary_and_fail_the_job(job: Job) -> None:
    """An error fails the job at its end, after the summary has the findings and the comparison was made."""
    job.change(BROKEN)
    ended = job.run()

    assert ended["check"].code == 0
    assert "::error file=maps/shop.journey.yaml" in ended["check"].log
    assert "errors=1\n" in ended["check"].outputs
    assert "### Journey check: 1 error" in job.read_summary()
    assert ended["verdict"].code != 0


def test_a_summary_has_an_end(job: Job) -> None:
    """What is too much for a summary is cut at a line, and its fence is closed."""
    job.summary.write_text("x" * 999_000, encoding="utf-8")
    touchpoints = "".join(f"      - {{id: t{number}, titel: Step}}\n" for number in range(60))
    job.change(JOURNEY + touchpoints)
    job.run()
    added = job.read_summary()[999_000:]

    assert job.summary.stat().st_size <= 1_000_000
    assert added.endswith("*The rest is too long for a summary.*\n")
    assert added.count("```") % 2 == 0


def test_the_base_is_what_the_merge_starts_from(job: Job) -> None:
    """What others merged meanwhile is no change of the pull request, in each kind of checkout."""
    repository = job.repository
    repository.git("checkout", "--quiet", "main")
    latest = repository.commit(
        "Meanwhile", {"maps/other.journey.yaml": JOURNEY.replace("id: shop", "id: other")}
    )
    repository.git("checkout", "--quiet", "change")
    job.pull_request["base"]["sha"] = latest
    job.step("check")
    on_branch = job.step("compare")
    repository.git("checkout", "--quiet", "--detach", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", "Merge", "change")
    job.pull_request["base"]["sha"] = job.base
    on_merge = job.step("compare")

    assert on_branch.outputs == on_merge.outputs == "breaking=1\nwarnings=0\ninfos=0\n"


def test_a_shallow_checkout_fetches_its_base(job: Job, tmp_path: Path) -> None:
    """A clone of one commit gets the base that it does not have."""
    origin = job.repository.folder
    job.repository.git("config", "uploadpack.allowAnySHA1InWant", "true")
    clone = tmp_path / "shallow"
    job.repository.git("clone", "--quiet", "--depth=1", f"file://{origin}", str(clone))
    ended = {name: job.step(name, GITHUB_WORKSPACE=str(clone)) for name in ("check", "compare")}

    assert ended["compare"].outputs == "breaking=1\nwarnings=0\ninfos=0\n"


def test_an_event_without_a_pull_request_is_only_checked(job: Job) -> None:
    """On a push there is nothing to compare with, and nobody to tell."""
    job.pull_request = {}
    ended = job.run()

    assert ended["compare"].outputs == "breaking=0\nwarnings=0\ninfos=0\n"
    assert job.host.requests == []
    assert ended["verdict"].code == 0


def test_a_check_that_never_ended_is_no_success(job: Job) -> None:
    """The verdict of an action whose first step broke down is a failure."""
    assert job.step("verdict").code == 2


def test_the_comment_of_a_person_is_not_ours(job: Job) -> None:
    """With another token comments are known by the login that the workflow names."""
    job.review()
    job.host.comments[0]["user"]["login"] = "maps-bot[bot]"
    job.change(LESS.replace("Buying shoes", "Buying boots"))
    job.review(INPUT_COMMENT_AUTHOR="maps-bot[bot]")

    assert "Buying boots" in job.host.bodies("maps-bot[bot]")[0]
    assert job.host.bodies(AUTHOR) == []


@pytest.mark.packaging
def test_the_action_installs_what_its_checkout_holds(tmp_path: Path) -> None:
    """The first step makes an environment of its own, whatever the folder around it holds."""
    (tmp_path / "checkout").mkdir()
    (tmp_path / "checkout" / "venv.py").write_text("raise SystemExit(99)\n", encoding="utf-8")
    environ = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "RUNNER_TEMP": str(tmp_path)}
    environ["HOME"] = str(Path.home())
    done = subprocess.run(
        [str(ROOT / ".ci/action/install")],
        cwd=tmp_path / "checkout",
        env=environ,
        capture_output=True,
        timeout=300,
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode()
    assert b"journeymap 0." in done.stdout
