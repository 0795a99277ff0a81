"""Templates of somebody's own: every block can be filled, every slip is named, nothing else changes."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from journeymap.artifacts import Artifact
from journeymap.compiling import Compilation
from journeymap.rendering import templating
from journeymap.rendering.checking_templates import blocks_of, find_template_faults, shipped_templates
from journeymap.rendering.overriding import NO_OVERRIDES, SHIPPED, Overrides, TemplateFault
from journeymap.rendering.templating import compile_templates, compiled_folder_name, render_template
from journeymap.site import Options, build_site
from journeymap.site.pages import PAGES, Context, Leaf, render_page
from journeymap.site.remembering import Memory
from journeymap.workspace import compile_workspaces, find_workspaces
from tests.conftest import ROOT
from tests.programs import run_journeymap
from tests.site.samples import make_portfolio

EXTENDED = '{% extends "site/journey.html" %}\n'


class Keeper(Memory):
    """A memory that keeps what every page shows."""

    def __init__(self) -> None:
        super().__init__()
        self.contexts: list[Context] = []

    def finish(self, leaf: Leaf, overrides: Overrides = NO_OVERRIDES) -> Artifact:
        """Keep what a page shows, and finish it."""
        if not isinstance(leaf, Artifact):
            self.contexts.append(leaf)
        return super().finish(leaf, overrides)


@pytest.fixture(scope="module")
def contexts() -> dict[str, list[Context]]:
    """Return what the pages of two sites show, by template."""
    keeper = Keeper()
    (retailer,) = compile_workspaces(find_workspaces(["examples/online-retailer"], str(ROOT)))
    for compilation in (Compilation(make_portfolio(), (), {}), retailer):
        build_site(compilation, Options(memory=keeper))
    found: dict[str, list[Context]] = {}
    for context in keeper.contexts:
        found.setdefault(PAGES[type(context)], []).append(context)
    return found


def own(**texts: str) -> Overrides:
    """Return templates of somebody's own in a folder, by their names without the ending."""
    return Overrides("brand", tuple((f"{name}.html", text) for name, text in texts.items()))


def draw(contexts: dict[str, list[Context]], overrides: Overrides) -> str:
    """Return the page of a journey with templates of somebody's own."""
    return render_page(contexts["site/journey.html"][0], overrides)


OUTER = "content"
"""The block that others stand in."""


@pytest.mark.parametrize("template", PAGES.values())
def test_every_block_can_be_filled(contexts: dict[str, list[Context]], template: str) -> None:
    """A text of one's own stands on a page where each block stood, and what was there is gone."""
    assert template in contexts, f"no sample has a page of {template}"
    name = template.removeprefix(SHIPPED).removesuffix(".html")
    blocks = blocks_of(template)
    for filled in ([block for block in blocks if block != OUTER], [OUTER] if blocks else []):
        texts = [f"{{% block {block} %}}MARKED {block}.{{% endblock %}}" for block in filled]
        overrides = own(**{name: "\n".join([f'{{% extends "{template}" %}}', *texts])})
        assert find_template_faults(overrides) == ()
        page = render_page(contexts[template][0], overrides)
        assert [block for block in filled if page.count(f"MARKED {block}.") != 1] == []


def test_nearly_every_template_has_a_page_among_the_samples(contexts: dict[str, list[Context]]) -> None:
    """The test above looks at real pages; those that need a history or a move are tried elsewhere."""
    assert set(PAGES.values()) - set(contexts) <= {"site/changes.html", "site/redirect.html"}


def test_an_own_layout_is_that_of_all_pages(contexts: dict[str, list[Context]]) -> None:
    """What every page extends is changed once."""
    overrides = own(layout='{% extends "site/layout.html" %}{% block footer %}OURS{% endblock %}')
    for template in ("site/journey.html", "site/portfolio.html", "site/persona.html"):
        page = render_page(contexts[template][0], overrides)
        assert page.count("OURS") == 1
        assert "drawn by journeymap" not in page


def test_a_part_is_replaced_as_a_whole(contexts: dict[str, list[Context]]) -> None:
    """A file that extends nothing stands for all of ours, with what the page around it knows."""
    page = draw(contexts, own(flow="<p>FLOW OF {{ title }}</p>"))
    assert page.count("FLOW OF") == 1
    assert 'id="section_flow"' not in page


def test_own_parts_can_be_included_and_what_was_there_kept(contexts: dict[str, list[Context]]) -> None:
    """Files of other names are for including; ``super()`` is what stood in the block."""
    text = EXTENDED + '{% block hero %}{% include "note.html" %}{{ super() }}{% endblock %}'
    overrides = own(journey=text, note="<p>A NOTE</p>")
    assert find_template_faults(overrides) == ()
    page = draw(contexts, overrides)
    assert page.index("A NOTE") < page.index('<header class="hero">')


def test_escaping_stays_on(contexts: dict[str, list[Context]]) -> None:
    """A text is a text also in a template of somebody's own, and never a template itself."""
    context = contexts["site/journey.html"][0]._replace(title="<b>{{ 7 * 7 }}</b>")  # type: ignore[call-arg]
    page = render_page(context, own(journey=EXTENDED + "{% block hero %}{{ title }}{% endblock %}"))
    assert "&lt;b&gt;{{ 7 * 7 }}&lt;/b&gt;" in page
    assert "49" not in re.findall(r"<main.*?</main>", page, re.DOTALL)[0][:200]


@pytest.mark.parametrize(
    ("body", "message", "help"),
    [
        ("{{ titel }}", "there is no `titel` here", "did you mean `title`?"),
        ("{{ zzz }}", "there is no `zzz` here", "the page knows `base`, `comparisons`"),
        ("{{ page.titel }}", "`Page` has no field `titel`", "did you mean `title`?"),
        ("{{ map.zzz }}", "`MapView` has no field `zzz`", "`MapView` has `bands`"),
        ("{{ 'x'.zzz }}", "`str` has no field `zzz`", ""),
        ("{{ 1 / 0 }}", "ZeroDivisionError: division by zero", ""),
        ("{% for each in 3 %}{% endfor %}", "TypeError: 'int' object is not iterable", ""),
        ("{{ m.item(3) }}", "`int` has no field `by`", ""),
        ("{{ m.nothing() }}", "has no field `nothing`", ""),
        ("{% include part %}", "there is no `part` here", ""),
    ],
)
def test_a_slip_is_named_at_its_line(
    contexts: dict[str, list[Context]], body: str, message: str, help: str
) -> None:
    """What a template asks for in vain is said with its file and line, and with what there is."""
    overrides = own(journey=f"{EXTENDED}{{% block hero %}}\n{body}\n{{% endblock %}}")
    with pytest.raises(TemplateFault) as fault:
        draw(contexts, overrides)
    assert (fault.value.path, fault.value.line) == ("brand/journey.html", 3)
    assert message in fault.value.message
    assert help in " ".join(fault.value.help)


def test_a_failure_of_ours_is_not_blamed_on_who_extends(contexts: dict[str, list[Context]]) -> None:
    """A template that only leads into one of ours has nothing to do with what fails there."""
    context = contexts["site/journey.html"][0]._replace(stages=3)  # type: ignore[arg-type, call-arg]
    with pytest.raises(TypeError):
        render_page(context, own(journey=EXTENDED + "{% block lens %}{% endblock %}"))


@pytest.mark.parametrize(
    ("texts", "fault", "help"),
    [
        ({"journey": "{% block a %}"}, "brand/journey.html:1: Unexpected end of template", ""),
        ({"journey": "a\n{{ b c }}"}, "brand/journey.html:2: expected token", ""),
        (
            {"journey": EXTENDED + "{% block heroo %}{% endblock %}"},
            "brand/journey.html:2: there is no block `heroo` to take the place of",
            "did you mean `hero`?",
        ),
        (
            {"journey": EXTENDED + "\n{% block zzzz %}{% endblock %}"},
            "brand/journey.html:3: there is no block `zzzz`",
            "the blocks are `compare`, `content`",
        ),
        (
            {"journey": '{% extends "site/jurney.html" %}{% block a %}{% endblock %}'},
            "brand/journey.html:1: there is no template `site/jurney.html`",
            "did you mean `site/journey.html`?",
        ),
        (
            {"journey": '{% extends "journeys.html" %}'},
            "brand/journey.html:1: there is no template `journeys.html`",
            "`site/journey.html`",
        ),
        (
            {"journey": EXTENDED + '{% block hero %}{% include "zzzz.html" %}{% endblock %}'},
            "brand/journey.html:2: there is no template `zzzz.html`",
            "ours are `site/about.html`",
        ),
        (
            {"journy": "x"},
            "brand/journy.html:1: nothing in this folder takes the place of a template",
            "did you mean `journey.html`?",
        ),
        ({"zzzzzz": "x"}, "brand/zzzzzz.html:1: nothing in this folder", "ours are `about.html`"),
    ],
)
def test_what_would_be_silent_is_found_beforehand(texts: dict[str, str], fault: str, help: str) -> None:
    """Syntax, templates and blocks that are not there, and a folder that replaces nothing."""
    (found, *others) = find_template_faults(own(**texts))
    assert str(found).startswith(fault)
    assert help in " ".join(found.help)
    assert others == []


def test_templates_may_build_on_each_other() -> None:
    """Blocks of one's own layout count, new blocks inside of others do, and what may be missing may be."""
    layout = (
        '{% extends "site/layout.html" %}{% block content %}{% block inner %}{% endblock %}{% endblock %}'
    )
    page = '{% extends "site/layout.html" %}{% block inner %}{% endblock %}'
    spare = EXTENDED + '{% block hero %}{% include "no.html" ignore missing %}{% endblock %}'
    assert find_template_faults(own(layout=layout, about=page, journey=spare)) == ()
    chosen = '{% extends "site/" ~ "journey.html" %}{% block anything %}{% endblock %}'
    assert find_template_faults(own(journey=chosen)) == ()


def test_what_is_compiled_stays_in_use(
    contexts: dict[str, list[Context]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed package brings its templates compiled: with or without templates of somebody's own."""
    before = draw(contexts, NO_OVERRIDES)
    compile_templates(str(tmp_path / compiled_folder_name()))
    for name in shipped_templates():
        (tmp_path / "templates" / name).parent.mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr(templating, "templates_path", lambda: tmp_path / "templates")
    templating._environment.cache_clear()
    try:
        assert draw(contexts, NO_OVERRIDES) == before
        changed = draw(contexts, own(journey=EXTENDED + "{% block hero %}{% endblock %}"))
        assert len(changed) < len(before)
    finally:
        templating._environment.cache_clear()


def test_a_memory_forgets_its_pages_when_templates_change() -> None:
    """A site that remembers shows the templates of this build, and not those of the last one."""
    memory, compilation = Memory(), Compilation(make_portfolio(), (), {})

    def front(overrides: Overrides) -> bytes:
        site = build_site(compilation, Options(memory=memory, overrides=overrides))
        return next(each.content for each in site if each.path == "index.html")

    plain = front(NO_OVERRIDES)
    marked = front(own(portfolio='{% extends "site/portfolio.html" %}{% block hero %}MINE{% endblock %}'))
    assert b"MINE" in marked
    assert front(NO_OVERRIDES) == plain


def test_a_name_of_a_parent_is_chosen_before_ours() -> None:
    """One's own stands for ours wherever it is named, but in itself."""
    overrides = own(journey="", layout="")
    assert overrides.choose("site/layout.html", "site/journey.html") == "layout.html"
    assert overrides.choose("site/layout.html", "layout.html") == "site/layout.html"
    assert overrides.choose("site/map.html", "journey.html") == "site/map.html"
    assert overrides.choose("note.html", "journey.html") == "note.html"


# The command line


@pytest.fixture
def workspace(tmp_path: Path) -> Callable[..., Path]:
    """Return what makes a workspace with a folder of templates beside it."""
    assert run_journeymap("init", "maps", cwd=tmp_path).code == 0

    def make(**texts: str) -> Path:
        folder = tmp_path / "brand"
        folder.mkdir(exist_ok=True)
        for name, text in texts.items():
            (folder / f"{name}.html").write_text(text, encoding="utf-8")
        return tmp_path

    return make


def test_build_and_render_take_a_folder(workspace: Callable[..., Path]) -> None:
    """The site and the page that is sent around show the same block."""
    cwd = workspace(journey=EXTENDED + "{% block hero %}OUR OWN{% endblock %}")
    built = run_journeymap("build", "maps", "--templates", "brand", cwd=cwd)
    assert built.code == 0, built.stderr
    pages = [page.read_text(encoding="utf-8") for page in (cwd / "site" / "journeys").glob("*/index.html")]
    assert any("OUR OWN" in page for page in pages)
    file = "maps/journeys/bike-repair.journey.yaml"
    sent = run_journeymap("render", file, "-o", "a.html", "--templates", "brand/", cwd=cwd)
    assert sent.code == 0, sent.stderr
    assert "OUR OWN" in (cwd / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "body", ["{{ titel }}", "{% block lens %}{% endblock %}{% endblock %}{% endblock %}"]
)
def test_nothing_is_written_when_a_template_is_wrong(workspace: Callable[..., Path], body: str) -> None:
    """The slip is told with its line, the exit code is that of findings, and there is no site."""
    cwd = workspace(journey=f"{EXTENDED}{{% block hero %}}{body}{{% endblock %}}")
    file = "maps/journeys/bike-repair.journey.yaml"
    for command in (("build", "maps"), ("render", file, "-o", "a.html")):
        outcome = run_journeymap(*command, "--templates", "brand", cwd=cwd)
        assert outcome.code == 1
        assert "error: brand/journey.html:2: " in outcome.stderr
    assert not (cwd / "site").exists()
    assert not (cwd / "a.html").exists()


def test_a_folder_that_is_none_is_a_wrong_call(workspace: Callable[..., Path]) -> None:
    """What cannot be read is told apart from what is wrong in it."""
    cwd = workspace()
    assert (
        "there is no folder `nope`" in run_journeymap("build", "maps", "--templates", "nope", cwd=cwd).stderr
    )
    empty = run_journeymap("build", "maps", "--templates", "brand", cwd=cwd)
    assert (empty.code, "`brand` holds no templates" in empty.stderr) == (2, True)
    (cwd / "brand" / "journey.html").write_bytes(b"\xff")
    broken = run_journeymap("build", "maps", "--templates", "brand", cwd=cwd)
    assert (broken.code, "cannot read `brand/journey.html`: it is not UTF-8" in broken.stderr) == (2, True)
    (cwd / "brand" / "journey.html").write_bytes(b"x" * (1024 * 1024 + 1))
    large = run_journeymap("build", "maps", "--templates", "brand", cwd=cwd)
    assert (large.code, "is larger than" in large.stderr) == (2, True)
    (cwd / "brand" / "journey.html").unlink()
    (cwd / "brand" / "journey.html").mkdir()
    folder = run_journeymap("build", "maps", "--templates", "brand", cwd=cwd)
    assert (folder.code, "cannot read `brand/journey.html`" in folder.stderr) == (2, True)


def test_a_workspace_cannot_bring_templates_along(workspace: Callable[..., Path]) -> None:
    """No setting names a folder of templates: one that tries is an unknown key."""
    cwd = workspace(journey="RUNS")
    settings = cwd / "maps" / "journeymap.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "templates: ../brand\n", encoding="utf-8")
    outcome = run_journeymap("build", "maps", cwd=cwd)
    assert outcome.code == 1
    assert "unknown key `templates`" in outcome.stderr + outcome.stdout


def test_templates_mean_nothing_for_a_picture(workspace: Callable[..., Path]) -> None:
    """An option that would do nothing is refused."""
    cwd = workspace(journey="x")
    file = "maps/journeys/bike-repair.journey.yaml"
    outcome = run_journeymap("render", file, "-o", "a.svg", "--templates", "brand", cwd=cwd)
    assert (outcome.code, "`--templates` means nothing" in outcome.stderr) == (2, True)


def test_every_shipped_template_can_be_parsed_from_its_source() -> None:
    """What the checks read of our own templates is there, in a wheel as in a checkout."""
    assert {blocks_of(name) for name in shipped_templates()}
    with pytest.raises(FileNotFoundError):
        blocks_of("site/nowhere.html")


def test_rendering_by_name_needs_no_templates_of_ones_own(contexts: dict[str, list[Context]]) -> None:
    """Without any, a page is what it always was."""
    context = contexts["site/not_found.html"][0]
    assert render_template("site/not_found.html", context, lang="en") == render_page(context)


def test_serve_shows_templates_as_they_are_by_now(workspace: Callable[..., Path]) -> None:
    """A template that changes is shown with the next round; one that is wrong is told, and the site stays."""
    from journeymap.cli.console import Console, Streams
    from journeymap.cli.own_templates import find_templates, read_again
    from journeymap.serving import Order, Shelf, Workshop
    from tests.programs import Capture

    cwd = workspace(portfolio='{% extends "site/portfolio.html" %}{% block hero %}FIRST{% endblock %}')
    console = Console(Streams(io.BytesIO(), Capture(), Capture()), environ={}, cwd=str(cwd))
    shelf = Shelf(b"")
    order = Order(("maps",), str(cwd), read_templates=lambda: read_again("brand", console))
    workshop = Workshop(order, shelf)

    assert workshop.rebuild(lambda: False).is_built
    assert find_templates("brand", console) == (cwd / "brand" / "portfolio.html",)
    workspace(portfolio='{% extends "site/portfolio.html" %}{% block hero %}SECOND{% endblock %}')
    assert "index.html" in workshop.rebuild(lambda: False).changed
    for text in ("{% block", '{% extends "site/portfolio.html" %}{% block hero %}{{ zzz }}{% endblock %}'):
        workspace(portfolio=text)
        wrong = workshop.rebuild(lambda: False)
        assert not wrong.is_built
        assert wrong.notes[0].startswith("brand/portfolio.html:1: ")
    (cwd / "brand" / "portfolio.html").unlink()
    assert "holds no templates" in workshop.rebuild(lambda: False).notes[0]
