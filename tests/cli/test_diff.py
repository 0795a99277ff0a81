"""``journeymap diff``: two sides in, a review out; what cannot be loaded is an error, never no changes."""

import json
import os
from pathlib import Path
from shutil import copytree

import pytest

from tests.history.repositories import Repository
from tests.programs import Outcome, run_journeymap

SETTINGS = "journeymap: 1\nkind: workspace\ntitle: Library\n"
TODAY = ("--today", "2026-10-01")


def journey(
    id: str = "borrow", title: str = "Borrow a book", *touchpoints: str, status: str = "published"
) -> str:
    """Return a journey with some touchpoints."""
    lines = "".join(
        f"      - {{id: {each}, title: At the {each}}}\n" for each in touchpoints or ("desk", "shelf")
    )
    return f"""\
journeymap: 1
kind: journey
id: {id}
title: {title}
status: {status}
stages:
  - id: find
    title: Find
    touchpoints:
{lines}"""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Make a repository with a workspace, committed on main."""
    made = Repository(tmp_path / "repository")
    made.commit(
        "Start",
        {
            "maps/journeymap.yaml": SETTINGS,
            "maps/borrow.journey.yaml": journey(),
            "maps/return.journey.yaml": journey("return", "Bring it back"),
        },
    )
    return made


def diff(repository: Repository, *words: str, folder: str = "maps", **environ: str) -> Outcome:
    """Run the command in a folder of the repository."""
    return run_journeymap("diff", *words, *TODAY, cwd=repository.folder / folder, environ=environ)


def changes(outcome: Outcome) -> list[tuple[str, str]]:
    """Return the level and the kind of each change of a JSON report."""
    return [(each["level"], each["id"]) for each in json.loads(outcome.stdout)["changes"]]


def break_it(repository: Repository) -> None:
    """Take a touchpoint out of a published journey, on disk."""
    (repository.folder / "maps/borrow.journey.yaml").write_text(journey("borrow", "Borrow a book", "desk"))


def test_what_changed_is_said(repository: Repository) -> None:
    """The review stands on standard output; nothing fails unless somebody asks for it."""
    break_it(repository)
    outcome = diff(repository, "main")

    assert outcome.code == 0, outcome.stderr
    assert "At the shelf" in outcome.stdout
    assert "1 breaking" in outcome.stdout
    assert outcome.stderr == ""


def test_what_others_did_meanwhile_is_not_the_change(repository: Repository) -> None:
    """With three dots a side is compared with what it went on from, and without a second one the disk is."""
    repository.git("checkout", "--quiet", "-b", "feature")
    repository.commit("Fewer", {"maps/borrow.journey.yaml": journey("borrow", "Borrow a book", "desk")})
    repository.git("checkout", "--quiet", "main")
    repository.commit("Meanwhile", {"maps/return.journey.yaml": journey("return", "Return it", "desk")})

    both = [("breaking", "touchpoint-removed"), ("breaking", "touchpoint-removed")]
    assert changes(diff(repository, "main...feature", "--format=json")) == both[:1]
    assert changes(diff(repository, "...feature:maps", "--format=json")) == both[:1]
    assert changes(diff(repository, "main...", "--format=json")) == []
    repository.git("checkout", "--quiet", "feature")
    assert changes(diff(repository, "main...", "--format=json")) == both[:1]
    (repository.folder / "maps/return.journey.yaml").unlink()
    assert changes(diff(repository, "main...", "--format=json")) == [both[0], ("breaking", "journey-removed")]


def test_what_has_nothing_in_common_never_parted(repository: Repository, tmp_path: Path) -> None:
    """That two branches have no common commit is said, with the command where only the clone ends early."""
    repository.git("checkout", "--quiet", "--orphan", "other")
    repository.commit("Other", {"maps/journeymap.yaml": SETTINGS})
    outcome = diff(repository, "main...other")
    assert outcome.code == 2
    assert "have no commit in common" in outcome.stderr

    repository.git("checkout", "--quiet", "main")
    repository.git("checkout", "--quiet", "-b", "feature")
    repository.commit("Fewer", {"maps/borrow.journey.yaml": journey("borrow", "Borrow a book", "desk")})
    clone = tmp_path / "clone"
    address = f"file://{repository.folder}"
    words = ("clone", "--quiet", "--depth=1", "--no-single-branch", "--branch=feature", address, str(clone))
    repository.git(*words)
    shallow = run_journeymap("diff", "origin/main...", *TODAY, cwd=clone / "maps")
    assert shallow.code == 2
    assert "git fetch --unshallow origin" in shallow.stderr
    fetched = run_journeymap("diff", "origin/main...", "--fetch", *TODAY, cwd=clone / "maps")
    assert fetched.code == 0, fetched.stderr
    assert "At the shelf" in fetched.stdout


def test_where_pictures_lie_is_no_change(repository: Repository, tmp_path: Path) -> None:
    """Two copies of a folder are the same, and a change has one fingerprint wherever it is looked at from."""
    shown = journey().replace("title: At the desk", "title: At the desk, images: [img/desk.png]")
    repository.commit("Picture", {"maps/borrow.journey.yaml": shown})
    for name in ("x", "y"):
        copytree(repository.folder / "maps", tmp_path / name / "maps")
    outcome = run_journeymap("diff", "x/maps", "y/maps", "--all", *TODAY, cwd=tmp_path)
    assert "No changes" in outcome.stdout
    single = [f"{name}/maps/borrow.journey.yaml" for name in ("x", "y")]
    assert "No changes" in run_journeymap("diff", *single, "--all", *TODAY, cwd=tmp_path).stdout

    (repository.folder / "maps/borrow.journey.yaml").write_text(shown.replace("desk.png", "shelf.png"))
    told = [
        json.loads(diff(repository, "main", "--format=json", folder=folder).stdout)["changes"]
        for folder in ("maps", ".")
    ]
    assert [each["fingerprint"] for each in told[0]] == [each["fingerprint"] for each in told[1]]
    assert "`img/shelf.png`" in told[0][0]["message"]


def test_what_is_breaking_shows_how_to_agree_to_it(repository: Repository) -> None:
    """On a terminal, too, stands the fingerprint that an approval names."""
    break_it(repository)
    told = json.loads(diff(repository, "main", "--format=json").stdout)["changes"][0]
    assert f"To approve: {told['fingerprint']}" in diff(repository, "main").stdout


def test_nothing_changed_is_said(repository: Repository) -> None:
    """Comments, blanks and quotes are no change."""
    path = repository.folder / "maps/borrow.journey.yaml"
    path.write_text(path.read_text().replace("title: Borrow a book", 'title: "Borrow a book"  # said so'))
    outcome = diff(repository, "main", "--fail-on", "info", "--all")

    assert (outcome.code, "No changes" in outcome.stdout) == (0, True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 0),
        (("--fail-on", "breaking"), 1),
        (("--fail-on", "info"), 1),
        (("--fail-on", "none"), 0),
        (("--fail-on", "breaking", "--exit-zero"), 0),
        (("--fail-on", "breaking", "--strictness", "links"), 0),
        (("--fail-on", "warning", "--strictness", "links"), 1),
        (("--fail-on", "breaking", "--allow-breaking", "agreed in the meeting"), 0),
        (("--fail-on", "breaking", "--format", "sarif"), 1),
    ],
)
def test_the_exit_code_says_whether_it_may_pass(
    repository: Repository, words: tuple[str, ...], code: int
) -> None:
    """The level, the strictness and what was agreed to decide, not the format."""
    break_it(repository)

    assert diff(repository, "main", *words).code == code


def test_what_is_let_pass_is_shown(repository: Repository) -> None:
    """The reason stands with each change that would have failed."""
    break_it(repository)
    (change,) = json.loads(diff(repository, "main", "--allow-breaking", "agreed on", "--format=json").stdout)[
        "changes"
    ]

    assert change["level"] == "breaking"
    assert change["approval"]["reason"] == "agreed on"


def test_every_format_is_written_in_one_run(repository: Repository, tmp_path: Path) -> None:
    """Files for people, programs and build servers, and the text beside them."""
    break_it(repository)
    formats = ("markdown", "json", "html", "svg", "sarif", "github", "gitlab", "junit", "rdjson")
    files = [word for name in formats for word in ("-o", f"{name}={tmp_path / name}")]
    outcome = diff(repository, "main", *files, "-o", "text=-")

    assert outcome.code == 0, outcome.stderr
    assert "1 breaking" in outcome.stdout
    for name in formats:
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "At the shelf" in text, name
    for name in ("sarif", "gitlab", "rdjson"):
        assert "maps/borrow.journey.yaml" in (tmp_path / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "format", ["text", "markdown", "json", "html", "svg", "sarif", "junit", "rdjson", "auto"]
)
def test_every_format_goes_to_standard_output(repository: Repository, format: str) -> None:
    """``--format`` and its longer name say which."""
    break_it(repository)

    assert (
        diff(repository, "main", "--format", format).stdout
        == diff(repository, "main", f"--output-format={format}").stdout
    )
    assert "shelf" in diff(repository, "main", "--format", format).stdout


def test_the_same_input_gives_the_same_bytes(repository: Repository) -> None:
    """Neither the surroundings nor the order of folders show."""
    break_it(repository)
    first = diff(repository, "main", "--format=json", PYTHONHASHSEED="1", LC_ALL="C")

    assert (
        first.stdout == diff(repository, "main", "--format=json", PYTHONHASHSEED="2", TZ="Asia/Tokyo").stdout
    )


def test_on_a_build_server_no_line_is_a_command(repository: Repository) -> None:
    """What users wrote cannot speak to the server, in any format for people and programs."""
    path = repository.folder / "maps/borrow.journey.yaml"
    path.write_text(journey(title='"##[error]x ::set-output::"'))
    for format in ("text", "markdown", "json"):
        outcome = diff(repository, "main", "--format", format, GITHUB_ACTIONS="true")
        assert "##[" not in outcome.stdout
        assert not any(line.lstrip().startswith("::") for line in outcome.stdout.splitlines())
    told = json.loads(diff(repository, "main", "--format=json", GITHUB_ACTIONS="true").stdout)
    assert "##[error]x" in json.dumps(told)


def test_annotations_count_for_later_steps(repository: Repository, tmp_path: Path) -> None:
    """On GitHub the counts are outputs of the step."""
    break_it(repository)
    output = tmp_path / "outputs"
    outcome = diff(repository, "main", "--format=auto", GITHUB_ACTIONS="true", GITHUB_OUTPUT=str(output))

    assert "::error file=maps/borrow.journey.yaml" in outcome.stdout
    assert "breaking=1" in output.read_text()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "compare with what?"),
        (("nope",), "base could not be loaded: there is no commit `nope` in this repository"),
        (("map", "--quiet"), "there is no file or folder `map` here either"),
        (("main", "./borow.journey.yaml"), "did you mean `./borrow.journey.yaml`?"),
        (("main", "nope"), "head could not be loaded: there is no commit `nope` in this repository"),
        (("main:nope",), "base could not be loaded: there is no `nope` in `main`"),
        (("-",), "base could not be loaded: standard input is no side"),
        (("main", "a", "b"), "unexpected argument `b`"),
        (("main..HEAD",), "name both sides, as in `journeymap diff main HEAD`"),
        (("main...HEAD", "main"), "base could not be loaded: `main...HEAD` names both sides"),
        (("main", "main...HEAD"), "head could not be loaded: `main...HEAD` names both sides"),
        (("main...nope",), "base could not be loaded: there is no commit `nope` in this repository"),
        (("main...--output=x",), "base could not be loaded: `--output=x` is no name of a revision"),
        (("main", "--name", "a b"), "found `a b`"),
        (("main", "--allow-breaking", " "), "expected the reason in words"),
        (("main", "--name=-->"), "found `-->`"),
        (("--", "--output=x"), "base could not be loaded: `--output=x` is no name of a revision"),
        (("main", "--approvals", "nope.yaml"), "cannot read `nope.yaml`"),
        (("main", "--site-url", "nowhere"), "is not the address of a site"),
        (("main", "-o", "sarif"), "does not say both format and file"),
        (("main", "-o", "json=borrow.journey.yaml"), "would be written over"),
    ],
)
def test_a_wrong_use_says_what_to_do(repository: Repository, words: tuple[str, ...], told: str) -> None:
    """Exit code 2, one sentence and a next step; and never that nothing changed."""
    outcome = diff(repository, *TODAY, *words) if "--" in words else diff(repository, *words)
    if "--" in words:
        outcome = run_journeymap("diff", *words, cwd=repository.folder / "maps")

    assert outcome.code == 2
    assert told in " ".join(outcome.stderr.split())
    assert "No changes" not in outcome.stdout


def test_a_base_with_broken_files_is_no_base(repository: Repository) -> None:
    """What its broken files hold is unknown, so nothing is compared; the findings say where they are."""
    repository.commit("Broken", {"maps/borrow.journey.yaml": "journeymap: 1\nkind: [\n"})
    (repository.folder / "maps/borrow.journey.yaml").write_text(journey())
    outcome = diff(repository, "main")

    assert outcome.code == 2
    assert outcome.stdout == ""
    assert "error[yaml-syntax]" in outcome.stderr
    told = " ".join(outcome.stderr.split())
    assert (
        "base could not be loaded: nothing can be made of `borrow.journey.yaml` on the side of main" in told
    )


def test_a_head_with_broken_files_is_no_head(repository: Repository) -> None:
    """A file of which nothing can be made is not a journey that was removed."""
    (repository.folder / "maps/borrow.journey.yaml").write_text("journeymap: 1\nkind: [\n")
    outcome = diff(repository, "main")

    assert outcome.code == 2
    assert "head could not be loaded" in outcome.stderr
    assert "error[yaml-syntax]" in outcome.stderr


@pytest.mark.parametrize("format", ["json", "sarif", "markdown", "gitlab", "rdjson"])
def test_findings_never_stand_in_a_report_for_machines(repository: Repository, format: str) -> None:
    """What is wrong with the newer side is said on stderr; standard output is the report and nothing else."""
    path = repository.folder / "maps/borrow.journey.yaml"
    path.write_text(journey("borrow", "Borrow a book", "desk").replace("desk}", "desk, next: nowhere}"))
    outcome = diff(repository, "main", "--format", format)

    assert "error[unknown-id]" in outcome.stderr
    assert "error[" not in outcome.stdout
    if format == "markdown":
        assert outcome.stdout.startswith("<!-- journeymap-review:diff -->\n")
    else:
        json.loads(outcome.stdout)


def test_a_comment_has_the_name_that_it_is_given(repository: Repository) -> None:
    """By its first line a build server finds the comment that it wrote before."""
    outcome = diff(repository, "main", "--format", "markdown", "--name", "shop.2:maps")
    assert outcome.stdout.startswith("<!-- journeymap-review:shop.2:maps -->\n")


def test_sides_with_errors_are_compared_as_far_as_they_go(repository: Repository) -> None:
    """A reference to nothing hides nothing: it is said on the way, and the rest is compared."""
    wrong = journey("borrow", "Borrow two").replace(
        "title: At the desk}", "title: At the desk, next: nowhere}"
    )
    (repository.folder / "maps/borrow.journey.yaml").write_text(wrong)
    outcome = diff(repository, "main")
    assert outcome.code == 0
    assert "error[unknown-id]" in outcome.stderr
    assert "the newer side has errors" in outcome.stderr
    assert "Borrow two" in outcome.stdout

    repository.commit("Wrong", {})
    (repository.folder / "maps/borrow.journey.yaml").write_text(journey())
    outcome = diff(repository, "HEAD")
    assert (outcome.code, "HEAD has 1 error" in outcome.stderr) == (0, True)


def test_nothing_on_both_sides_is_nothing_to_compare(tmp_path: Path) -> None:
    """Two empty folders are a mistake, and not the same."""
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    outcome = run_journeymap("diff", "old", "new", cwd=tmp_path)

    assert outcome.code == 3
    assert "in old and new" in outcome.stderr


def test_what_was_left_out_is_said_on_request(repository: Repository, tmp_path: Path) -> None:
    """Links and repositories within are named for those who ask for more."""
    (repository.folder / "maps/inner").mkdir()
    Repository(repository.folder / "maps/inner")
    outcome = diff(repository, "main", "-v")

    assert "left out on the side of the files on disk: inner, a repository of its own" in outcome.stderr


def test_a_file_is_compared_with_what_reaches_it(repository: Repository) -> None:
    """Only what changed in the file is told, and what it takes from others; its own name is no change."""
    library = "journeymap: 1\nkind: library\nteams:\n  - {id: front, title: %s}\n"
    owned = journey().replace("status:", "owner: front\nstatus:")
    repository.commit("Team", {"maps/all.library.yaml": library % "Front", "maps/borrow.journey.yaml": owned})
    repository.git("mv", "maps/borrow.journey.yaml", "maps/lend.journey.yaml")
    (repository.folder / "maps/lend.journey.yaml").write_text(owned.replace("Borrow a", "Borrow one"))
    (repository.folder / "maps/return.journey.yaml").write_text(journey("return", "Other"))
    (repository.folder / "maps/all.library.yaml").write_text(library % "Front desk")

    whole = changes(diff(repository, "main", "--format=json", "--all"))
    one = changes(diff(repository, "main", "lend.journey.yaml", "--format=json", "--all"))
    other = changes(diff(repository, "main", "return.journey.yaml", "--format=json", "--all"))
    assert (len(whole), len(one), len(other)) == (3, 2, 1)


def test_several_workspaces_are_one_review(repository: Repository) -> None:
    """What changed in each is told together; those without a change are not."""
    repository.commit(
        "More",
        {
            "other/journeymap.yaml": SETTINGS,
            "other/lend.journey.yaml": journey("lend", "Lend"),
            "calm/journeymap.yaml": SETTINGS,
            "calm/wait.journey.yaml": journey("wait", "Wait"),
            "alone.journey.yaml": journey("alone", "Alone"),
        },
    )
    for path, id in (("maps/borrow", "borrow"), ("other/lend", "lend"), ("alone", "alone")):
        (repository.folder / f"{path}.journey.yaml").write_text(journey(id, "Another", "desk"))
    outcome = diff(repository, "main", "--format=json", folder=".")

    assert [level for level, _ in changes(outcome)] == ["breaking"] * 3 + ["info"] * 3
    text = diff(repository, "main", "--fail-on=breaking", folder=".")
    assert (text.code, "3 breaking" in text.stdout, "Wait" in text.stdout) == (1, True, False)


def test_journeys_of_one_id_are_compared_one_by_one(repository: Repository) -> None:
    """Two workspaces may have a journey of the same id; one page cannot show both."""
    repository.commit(
        "More", {"other/journeymap.yaml": SETTINGS, "other/borrow.journey.yaml": journey("borrow", "Other")}
    )
    for path in ("maps", "other"):
        (repository.folder / path / "borrow.journey.yaml").write_text(journey("borrow", "Changed"))

    outcome = diff(repository, "main", folder=".")
    assert (outcome.code, "have a journey `borrow`" in outcome.stderr) == (2, True)
    assert diff(repository, "main", "maps", folder=".").code == 0


def test_the_policy_of_the_base_judges(repository: Repository) -> None:
    """Who changes a journey does not loosen the policy in the same step, and is seen trying."""
    strict = SETTINGS + "policy: {fail_on: breaking}\n"
    repository.commit("Policy", {"maps/journeymap.yaml": strict})
    break_it(repository)
    assert diff(repository, "main").code == 1
    loose = SETTINGS + "policy: {fail_on: none, change_levels: {touchpoint-removed: info}}\n"
    (repository.folder / "maps/journeymap.yaml").write_text(loose)

    outcome = diff(repository, "main")
    assert outcome.code == 1
    assert "policy" in outcome.stdout
    told = json.loads(diff(repository, "main", "--format=json").stdout)
    message = next(each["message"] for each in told["changes"] if "fail_on" in each["message"])
    assert message == "the policy for changes is another one in `fail_on`: from breaking to none"
    for form in ("text", "markdown", "html"):
        shown = " ".join(diff(repository, "main", f"--format={form}").stdout.split())
        assert "from breaking to none" in shown
        assert "from the usual to info" in shown
    outcome = diff(repository, "main", "--config-from", "head")
    assert (outcome.code, "breaking" in outcome.stdout.splitlines()[-1]) == (0, False)


def approvals(fingerprint: str, **more: str) -> str:
    """Return a file of approvals with one entry."""
    fields = {"fingerprint": fingerprint, "reason": "The shelf is gone", **more}
    entry = ", ".join(f"{key}: '{value}'" for key, value in fields.items())
    return f"journeymap: 1\nkind: approvals\napprovals:\n  - {{{entry}}}\n"


def fingerprint_of(repository: Repository) -> str:
    """Return the fingerprint of the only breaking change."""
    told = json.loads(diff(repository, "main", "--format=json").stdout)["changes"]
    (found,) = (each["fingerprint"] for each in told if each["level"] == "breaking")
    return str(found)


def test_an_approval_lets_a_change_pass(repository: Repository, tmp_path: Path) -> None:
    """One of the base counts; one of the head counts on request, and shows in any case."""
    break_it(repository)
    text = approvals(fingerprint_of(repository))
    path = repository.folder / "maps/journeymap-approvals.yaml"
    path.write_text(text)

    outcome = diff(repository, "main", "--fail-on=breaking")
    assert outcome.code == 1
    assert "The shelf is gone" in " ".join(outcome.stdout.split())
    assert diff(repository, "main", "--fail-on=breaking", "--approvals-from=head").code == 0
    (tmp_path / "given.yaml").write_text(text)
    assert (
        diff(repository, "main", "--fail-on=breaking", "--approvals", str(tmp_path / "given.yaml")).code == 0
    )
    path.unlink()
    repository.git("stash", "--quiet")
    repository.commit("Approve", {"maps/journeymap-approvals.yaml": text})
    break_it(repository)
    assert diff(repository, "main", "--fail-on=breaking").code == 0
    assert diff(repository, "main", "HEAD").code == 0


@pytest.mark.parametrize(
    ("text", "told", "code"),
    [
        (approvals("0" * 16), "is approved, and there is no such change", 1),
        (
            approvals("0" * 16, id="stage-removed"),
            "`stage-removed` is approved, and there is no such change",
            1,
        ),
        (approvals("0" * 16, expires="2026-09-30"), "the approval counted until 2026-09-30", 1),
        (approvals("xyz"), "error[bad-form]", 1),
        ("journeymap: 1\nkind: approvals\napprovals:\n  - {reason: x}\n", "error[missing-key]", 1),
        ("[", "error[yaml-syntax]", 1),
        (approvals("0" * 16, expires="someday"), "error[bad-date]", 1),
    ],
)
def test_idle_approvals_are_found(repository: Repository, text: str, told: str, code: int) -> None:
    """Those for nothing, past their day, or malformed let nothing pass and are shown where they stand."""
    repository.commit("Approve", {"maps/journeymap-approvals.yaml": text})
    break_it(repository)
    outcome = diff(repository, "main", "--fail-on=breaking")

    assert outcome.code == code
    assert told in " ".join(outcome.stderr.split())
    assert "--> journeymap-approvals.yaml:" in outcome.stderr
    assert diff(repository, "main", "--fail-on=breaking", "-q").stderr == ""


def test_an_approval_whose_day_has_passed_lets_nothing_pass(repository: Repository) -> None:
    """It counts through its last day."""
    break_it(repository)
    text = approvals(fingerprint_of(repository), expires="2026-10-01")
    (repository.folder / "maps/journeymap-approvals.yaml").write_text(text)
    words = ("diff", "main", "--fail-on=breaking", "--approvals-from=head", "--today")

    assert run_journeymap(*words, "2026-10-01", cwd=repository.folder / "maps").code == 0
    assert run_journeymap(*words, "2026-10-02", cwd=repository.folder / "maps").code == 1


def test_the_ratchet_turns_one_way(repository: Repository) -> None:
    """With it both sides are checked, and more errors or warnings than before count like changes."""
    path = repository.folder / "maps/borrow.journey.yaml"
    path.write_text(path.read_text().replace("title: At the desk}", "title: At the desk, next: nowhere}"))
    assert diff(repository, "main", "--fail-on=breaking").code == 0
    outcome = diff(repository, "main", "--ratchet", "--fail-on=breaking")
    assert outcome.code == 1
    assert "main has" not in outcome.stderr
    assert "the checks find more errors: 6, and 4 before" in " ".join(outcome.stdout.split())

    repository.commit("Worse", {})
    path.write_text(journey())
    outcome = diff(repository, "main", "--ratchet", "--fail-on=breaking", "--format=sarif")
    assert outcome.code == 0
    assert "errors-decreased" in outcome.stdout
    assert diff(repository, "HEAD", "main", "--ratchet").code == 0


def test_a_new_workspace_has_nothing_to_be_worse_than(repository: Repository) -> None:
    """One that is only on one side is told as new, and not weighed."""
    folder = repository.folder / "fresh"
    folder.mkdir()
    (folder / "journeymap.yaml").write_text(SETTINGS)
    (folder / "a.journey.yaml").write_text(journey("a", "A"))
    outcome = diff(repository, "main", "--ratchet", "--fail-on=warning", "--format=json", folder="fresh")

    assert outcome.code == 0, outcome.stderr
    assert "journey-added" in {id for _, id in changes(outcome)}
    assert changes(diff(repository, "main", "--format=json", folder="fresh"))


def test_what_is_missing_is_fetched_on_request(repository: Repository, tmp_path: Path) -> None:
    """A build server's clone has one commit; one option brings the other."""
    repository.git("branch", "stable")
    repository.commit("Next", {"maps/borrow.journey.yaml": journey("borrow", "Next")})
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(tmp_path / "clone"))
    where = tmp_path / "clone" / "maps"

    outcome = run_journeymap("diff", "origin/stable", cwd=where)
    assert outcome.code == 2
    assert "git fetch --depth=1 origin" in outcome.stderr
    outcome = run_journeymap("diff", "origin/stable", "--fetch", cwd=where)
    assert (outcome.code, "Next" in outcome.stdout) == (0, True)


def test_the_surroundings_of_a_hook_lead_nowhere_else(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Variables that git sets for its hooks do not choose another repository."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    break_it(repository)

    assert "1 breaking" in diff(repository, "main").stdout


def test_without_git_folders_are_compared(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only revisions need git."""
    monkeypatch.setenv("PATH", os.devnull)
    outcome = diff(repository, "main")
    assert (outcome.code, "git is not installed" in outcome.stderr) == (2, True)
    assert diff(repository, ".", ".").code == 0


def test_a_file_that_cannot_be_read_is_no_side(repository: Repository, tmp_path: Path) -> None:
    """A link out of the workspace hides a journey, so there is nothing to compare."""
    (tmp_path / "out.journey.yaml").write_text(journey("out"))
    (repository.folder / "maps/out.journey.yaml").symlink_to(tmp_path / "out.journey.yaml")
    outcome = diff(repository, ".", ".")

    assert outcome.code == 2
    assert "base could not be loaded: `out.journey.yaml` is a link out of its workspace" in " ".join(
        outcome.stderr.split()
    )


def test_what_is_gone_stands_where_it_was(repository: Repository) -> None:
    """A journey whose file was removed is noticed at its old place."""
    repository.commit("Alone", {"alone/a.journey.yaml": journey("a", "Alone")})
    (repository.folder / "alone/a.journey.yaml").unlink()
    outcome = diff(repository, "main", "--format=rdjson", folder="alone")

    assert "alone/a.journey.yaml" in outcome.stdout
    assert "journey-removed" in outcome.stdout


def test_only_what_is_breaking_is_let_pass(repository: Repository) -> None:
    """A reason on the command line is for what would fail, and leaves all else as it is."""
    path = repository.folder / "maps/borrow.journey.yaml"
    path.write_text(journey("borrow", "Borrow two", "desk"))
    told = json.loads(diff(repository, "main", "--allow-breaking", "so be it", "--format=json").stdout)

    assert {each["id"]: bool(each["approval"]) for each in told["changes"]} == {
        "touchpoint-removed": True,
        "title-changed": False,
    }
