"""The template engine behind its door: escaping on, undefined names errors, words translated."""

import re
from pathlib import Path

import pytest
from jinja2 import ModuleLoader, UndefinedError

from journeymap.rendering.templating import (
    Html,
    _environment,
    compile_templates,
    compiled_folder_name,
    direction,
    escape_html,
    marked,
    marked_count,
    render_template,
    translate,
    translate_count,
    translate_in,
)
from journeymap.resources import templates_path
from journeymap.site.contexts import NotFoundContext
from journeymap.site.pieces import Link, Page


def render(source: str, **values: object) -> str:
    """Render a template given as text, in the very environment of our pages."""
    return _environment("").from_string(source).render(values)


def test_text_is_escaped_wherever_it_stands() -> None:
    """A text can neither open a tag nor leave its attribute."""
    hostile = "<script>\"'&"

    assert render('<p title="{{ text }}">{{ text }}</p>', text=hostile) == (
        '<p title="&lt;script&gt;&#34;&#39;&amp;">&lt;script&gt;&#34;&#39;&amp;</p>'
    )


def test_values_are_never_templates() -> None:
    """What looks like a template in a value stays a text."""
    assert render("{{ text }}", text="{{ 7 * 7 }}{% raw %}") == "{{ 7 * 7 }}{% raw %}"


def test_only_html_passes_unescaped() -> None:
    """Markup that our own code made safe is the one value that is not escaped."""
    assert render("{{ a }}{{ b }}", a=Html("<b>"), b="<b>") == "<b>&lt;b&gt;"
    assert str(escape_html("<\"'>")) == "&lt;&quot;&#x27;&gt;"


def test_values_in_translations_are_escaped_too() -> None:
    """A translated sentence trusts itself, not what is filled in."""
    assert render("{% trans name=name %}Hello {{ name }}{% endtrans %}", name="<i>") == "Hello &lt;i&gt;"
    assert render('{{ _("%(a)s!", a=a) }}', a="<i>") == "&lt;i&gt;!"


def test_an_undefined_name_is_an_error() -> None:
    """A slip in a template fails the build instead of leaving a hole in the page."""
    with pytest.raises(UndefinedError):
        render("{{ nobody }}")
    with pytest.raises(AttributeError):
        render("{{ page.nobody }}", page=Link("x"))


def test_no_template_switches_escaping_off() -> None:
    """No template says `safe`, `Markup` or `autoescape`, leaves an attribute bare, or has inline style."""
    unsafe = re.compile(r"\|\s*safe|Markup|autoescape|\sstyle=|\son[a-z]+=|=\{\{")
    for path in sorted((templates_path() / "site").glob("*.html")):
        assert unsafe.search(path.read_text(encoding="utf-8")) is None, path.name


def test_a_template_gets_the_fields_of_its_context() -> None:
    """The fields of a context are the names a template knows, and the words are in its language."""
    page = Page("404.html", "pt-BR", "ltr", "Título", "", "default-src 'none'", Link("Mapas"))

    text = render_template("site/not_found.html", NotFoundContext(page), lang="pt-BR")

    assert '<html lang="pt-BR" dir="ltr">' in text
    assert "<title>Título · Mapas</title>" in text
    assert "Este caminho não leva a lugar nenhum" in text


@pytest.mark.parametrize("lang", ["pt-BR", "pt", "pt_BR", "PT-br", "pt-PT", "pt-Latn-BR"])
def test_a_language_finds_its_catalogue(lang: str) -> None:
    """A language is served by its own catalogue, else by that of its base language or a sister."""
    assert translate("Stages", lang=lang) == "Etapas"


@pytest.mark.parametrize("lang", ["en", "en-GB", "xx", "", "../../etc"])
def test_a_language_without_catalogue_speaks_english(lang: str) -> None:
    """Where nobody translated, our words stay English."""
    assert translate("Stages", lang=lang) == "Stages"
    assert translate_count("%(count)d day", "%(count)d days", 2, lang=lang) == "2 days"


def test_counts_choose_their_form() -> None:
    """Plurals are those of the language: zero is singular in Brazil."""
    forms = marked_count("%(count)d day", "%(count)d days")

    assert [translate_count(*forms, n, lang="en") for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    assert [translate_count(*forms, n, lang="pt-BR") for n in (0, 1, 2)] == ["0 dia", "1 dia", "2 dias"]


def test_a_context_tells_equal_texts_apart() -> None:
    """The decimal sign is a text with a context, because a full stop alone says nothing."""
    assert translate_in("decimal sign", ".", lang="pt-BR") == ","
    assert translate_in("decimal sign", ".", lang="en") == "."
    assert translate(".", lang="pt-BR") == "."


def test_marking_changes_nothing() -> None:
    """A marked text is the text."""
    assert marked("Stages") == "Stages"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "ltr"),
        ("pt-BR", "ltr"),
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("fa", "rtl"),
        ("ar-Latn", "ltr"),
        ("az-Arab", "rtl"),
        ("UR", "rtl"),
        ("", "ltr"),
    ],
)
def test_languages_have_a_direction(lang: str, expected: str) -> None:
    """The direction follows the language, and its script where one is named."""
    assert direction(lang) == expected


def test_compiled_templates_say_the_same(tmp_path: Path) -> None:
    """The modules that a wheel brings draw the page that the templates draw."""
    compile_templates(str(tmp_path / compiled_folder_name()))
    loader = ModuleLoader(tmp_path / compiled_folder_name())
    compiled = _environment("").overlay(loader=loader).get_template("site/not_found.html")
    page = Page("404.html", "en", "ltr", "Title", "", "default-src 'none'", Link("Maps"))
    context = NotFoundContext(page)

    assert compiled.render(context._asdict()) == render_template("site/not_found.html", context, lang="en")
