"""The changelog from the history of the files: what each day, tag or commit changed for the customer."""

import json
from pathlib import Path

import jsonschema
import pytest

from journeymap.cli import past as room
from journeymap.resources import schema_path
from journeymap.workspace import loading
from tests.history.repositories import Repository
from tests.integrations.runner import JOURNEY, LESS
from tests.programs import run_journeymap
from tests.reporting.test_json import closed

SCHEMA = json.loads(schema_path("changes-output").read_text(encoding="utf-8"))
PATH = "maps/shop.journey.yaml"
SHOES = JOURNEY + "summary: Nice.\n"
LESS_SHOES = LESS + "summary: Nice.\n"
BOOTS = LESS_SHOES.replace("Buying shoes", "Buying boots")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Make a repository with three days of work, a tag, and a commit of something else."""
    repository = Repository(tmp_path / "repository")
    days = [f"2026-10-0{day}T12:00:00+0000" for day in range(1, 6)]
    settings = "journeymap: 1\nkind: workspace\n"
    repository.commit("Draw", {"maps/journeymap.yaml": settings, PATH: SHOES}, when=days[0])
    repository.commit("Code", {"code.py": "1\n"}, when=days[1])
    repository.git("tag", "v1.0")
    repository.commit("Drop the receipt", {PATH: LESS_SHOES}, when=days[2])
    repository.commit("Say boots", {PATH: BOOTS}, when=days[2])
    repository.commit("Add a remark", {PATH: f"# A remark\n{BOOTS}"}, when=days[3])
    repository.commit("Reword", {PATH: BOOTS.replace("Nice.", "Very nice.")}, when=days[4])
    return repository


def changes(repository: Repository, *options: str, folder: str = ".") -> str:
    """Return what the command prints."""
    outcome = run_journeymap("changes", *options, cwd=repository.folder / folder)
    assert outcome.code == 0, outcome.stderr
    return outcome.stdout


def test_each_day_is_told_breaking_first(repository: Repository) -> None:
    """The latest day comes first, what is breaking stands above all else, and quiet days are left out."""
    text = changes(repository)
    days = [line for line in text.splitlines() if line.startswith("2026")]

    assert days == ["2026-10-05", "2026-10-03", "2026-10-01"]
    assert text.startswith("2026-10-05\n  Nothing for the customer but 1 detail of wording or looks\n\n")
    assert (
        text.index("breaking") < text.index("is titled") < text.index("the journey `Buying shoes` was added")
    )
    assert "  Buying boots\n" in text


def test_what_came_and_went_within_a_day_is_not_told(tmp_path: Path) -> None:
    """A day is compared as a whole: a slip that was mended on the same day is nobody's news."""
    repository = Repository(tmp_path / "repository")
    for text in (JOURNEY, LESS, JOURNEY.replace("Buying shoes", "Buying boots")):
        repository.commit("Work", {PATH: text})
    by_commit = changes(repository, "--by", "commit")

    assert "Gets a receipt" not in changes(repository)
    assert by_commit.count("Gets a receipt") == 2
    assert by_commit.count("2026-10-01 Work\n") == 3


def test_tags_make_chapters(repository: Repository) -> None:
    """What a tag holds stands under its name with its day, and the rest is not released yet."""
    text = changes(repository, "--by", "tag", "--format", "markdown")

    assert "## Unreleased (2026-10-05)\n" in text
    assert "## v1.0 (2026-10-02)\n" in text
    assert text.index("Unreleased") < text.index("**breaking**") < text.index("v1.0")


def test_since_and_last_bound_it(repository: Repository) -> None:
    """One says behind which revision to begin, the other how many chapters to tell; not both."""
    assert "2026-10-01" not in changes(repository, "--since", "v1.0")
    assert "2026-10-01" not in changes(repository, "--last", "2")
    assert "2026-10-01" in changes(repository, "--last", "3")
    assert run_journeymap("changes", "--since", "v1.0", "--last", "1", cwd=repository.folder).code == 2


def test_it_is_data_as_well(repository: Repository) -> None:
    """JSON has each change with its kind, and the details too."""
    found = json.loads(changes(repository, "--format", "json"))
    quiet, latest = found["chapters"][:2]

    assert found["format"] == "journeymap-changes/1"
    assert latest["day"] == "2026-10-03"
    assert [each["subject"] for each in latest["commits"]] == ["Say boots", "Drop the receipt"]
    assert latest["counts"] == {"breaking": 1, "info": 1}
    assert quiet["counts"] == {"detail": 1}
    assert latest["changes"][0]["id"] == "touchpoint-removed"
    assert latest["changes"][0]["journey"] == "shop"


def test_the_data_is_what_the_schema_says(repository: Repository) -> None:
    """Every chapter is valid against the published schema, which describes all there is: faults as well."""
    repository.commit("Break", {PATH: "stages: [\n"}, when="2026-10-06T12:00:00+0000")
    for by in ("day", "tag", "commit"):
        found = json.loads(changes(repository, "--format", "json", "--by", by))
        jsonschema.Draft202012Validator(closed(SCHEMA)).validate(found)
        assert any(each["fault"] for each in found["chapters"])


def test_the_schema_leaves_room_for_more() -> None:
    """It is valid, every property says what it is, and readers are not told to refuse what comes later."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for definition in (SCHEMA, *SCHEMA["$defs"].values()):
        assert "additionalProperties" not in definition
        assert definition["description"]
        for field in definition["properties"].values():
            assert field.get("description") or "$ref" in field


def test_it_is_written_to_a_file(repository: Repository) -> None:
    """A name that ends in .md gets Markdown, with every text of a journey escaped."""
    hostile = BOOTS.replace("Buying boots", '"<b>@mira ![x](http://example.com)"')
    repository.commit("Hostile", {PATH: hostile}, when="2026-10-06T12:00:00+0000")
    assert changes(repository, "-o", "CHANGES.md") == ""
    text = (repository.folder / "CHANGES.md").read_text(encoding="utf-8")

    assert text.startswith("# Changes for the customer\n\n## 2026-10-06\n")
    assert "<b>" not in text
    assert "![x](" not in text


@pytest.mark.parametrize("folder", ["maps", "."])
def test_it_is_the_same_wherever_one_stands(repository: Repository, folder: str) -> None:
    """From within the workspace and from above the same is told, each time with the same bytes."""
    assert changes(repository, folder=folder) == changes(repository, "maps") == changes(repository)


def test_a_merge_is_one_step(repository: Repository) -> None:
    """What came in with a merge is told at the day of the merge, as one."""
    repository.git("checkout", "--quiet", "-b", "side", "v1.0")
    other = JOURNEY.replace("id: shop", "id: other")
    repository.commit("Aside", {"maps/other.journey.yaml": other}, when="2026-10-05T12:00:00+0000")
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", "Merge side", "side", when="2026-10-08T12:00:00+0000")
    text = changes(repository, "--by", "commit")

    assert text.startswith("2026-10-08 Merge side\n")
    assert "Aside" not in text


def test_a_state_that_cannot_be_read_is_said(repository: Repository) -> None:
    """A commit with a broken journey is not taken for one without it."""
    repository.commit("Break", {PATH: "stages: [\n"}, when="2026-10-06T12:00:00+0000")
    repository.commit("Mend", {PATH: BOOTS}, when="2026-10-07T12:00:00+0000")
    text = changes(repository)

    assert "was removed" not in text.partition("2026-10-03")[0]
    assert text.count("What changed is not known") == 2
    assert "2026-10-06" in changes(repository, "--format", "markdown")


def test_a_lone_file_has_a_past(tmp_path: Path) -> None:
    """Files without a workspace are compared each with itself, also where they became a workspace."""
    repository = Repository(tmp_path / "repository")
    other = JOURNEY.replace("id: shop", "id: other")
    repository.commit("Draw", {PATH: JOURNEY, "maps/other.journey.yaml": other})
    repository.commit("Less", {PATH: LESS}, when="2026-10-02T12:00:00+0000")
    settings = "journeymap: 1\nkind: workspace\n"
    repository.commit("Gather", {"maps/journeymap.yaml": settings}, when="2026-10-03T12:00:00+0000")
    text = changes(repository, PATH)
    whole = changes(repository)

    assert "Gets a receipt" in text
    assert "2026-10-03" not in whole or "was removed" not in whole.partition("2026-10-02")[0]


def test_nothing_to_tell_is_said(tmp_path: Path) -> None:
    """Without a repository, without a folder, and without a commit there is a reason instead."""
    assert run_journeymap("changes", cwd=tmp_path).code == 2
    repository = Repository(tmp_path / "repository")
    assert run_journeymap("changes", cwd=repository.folder).code == 2
    repository.commit("Code", {"code.py": "1\n"})
    assert run_journeymap("changes", cwd=repository.folder).code == 3
    assert run_journeymap("changes", "missing", cwd=repository.folder).code == 2
    assert run_journeymap("changes", "--since", "--upload-pack=x", cwd=repository.folder).code == 2


def test_a_state_is_compiled_once(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one commit ended with is what the next one began with: it is taken over."""
    compiled = []
    compile_group = loading.compile_group

    def count(*arguments: object, **options: object) -> object:
        compiled.append(arguments)
        return compile_group(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(room, "compile_group", count)
    past = room.Past(repository.folder / "maps", str(repository.folder))
    ids = repository.git("rev-list", "HEAD").split()
    for after, before in zip(ids, [*ids[1:], ""], strict=True):
        past.compare(before, after)

    # Six commits, of which one touched nothing here.
    assert len(compiled) == 5


def test_the_site_says_what_commits_changed(repository: Repository, tmp_path: Path) -> None:
    """The page of changes has the sentences of each commit, and a public one nothing internal."""
    secret = BOOTS.replace("    title: Pay\n", "    title: Pay\n    visibility: internal\n")
    public = secret.replace("kind: journey\n", "kind: journey\nvisibility: public\n")
    repository.commit("Publish", {PATH: public}, when="2026-10-06T12:00:00+0000")
    repository.commit("Secret", {PATH: public.replace("Pays by card", "Pays in gold")})
    for audience in ("internal", "public"):
        out = str(tmp_path / audience)
        outcome = run_journeymap(
            "build", "maps", "--history", "--visibility", audience, "-o", out, cwd=repository.folder
        )
        assert outcome.code == 0, outcome.stderr
    internal = (tmp_path / "internal/changes/index.html").read_text(encoding="utf-8")
    published = (tmp_path / "public/changes/index.html").read_text(encoding="utf-8")

    assert 'class="told-breaking"><span class="told-word">breaking</span>' in internal
    assert '<b dir="auto">Gets a receipt</b>' in internal
    assert "Gets a receipt" not in published
    assert "gold" not in published


def test_the_site_leaves_out_what_cannot_be_read(repository: Repository, tmp_path: Path) -> None:
    """A commit with a broken journey is on the page without a word on what it changed."""
    repository.commit("Break", {PATH: "stages: [\n"}, when="2026-10-06T12:00:00+0000")
    repository.commit("Mend", {PATH: BOOTS}, when="2026-10-07T12:00:00+0000")
    out = tmp_path / "site"
    outcome = run_journeymap("build", "maps", "--history", "-o", str(out), cwd=repository.folder)
    page = (out / "changes/index.html").read_text(encoding="utf-8")

    assert outcome.code == 0, outcome.stderr
    assert "Mend" in page
    assert page.count('class="event-told"') == 3


def test_a_clone_that_begins_in_the_middle_tells_the_rest(repository: Repository, tmp_path: Path) -> None:
    """The first commit of a shallow clone is not taken for one that made everything."""
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=3", f"file://{repository.folder}", str(clone))
    outcome = run_journeymap("changes", cwd=clone)

    assert outcome.code == 0, outcome.stderr
    assert "was added" not in outcome.stdout


def test_a_history_without_tags_has_one_chapter(tmp_path: Path) -> None:
    """Before the first release everything is not released yet."""
    repository = Repository(tmp_path / "repository")
    repository.commit("Draw", {PATH: JOURNEY})
    assert changes(repository, "--by", "tag").startswith("Unreleased 2026-10-01\n")
