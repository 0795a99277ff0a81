"""The only door to the template engine: escaping always on, undefined names an error, words translated.

Templates and catalogues live in the shipped ``templates/`` folder; text of a journey is only ever a
value, never a template. Everything that may enter a page unescaped is an ``Html``, made by code that
escaped or sanitised it.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from journeymap.named_tuples import NamedTuple
from journeymap.rendering.overriding import NO_OVERRIDES, Overrides, TemplateFault, explain_undefined
from journeymap.resources import templates_path

if TYPE_CHECKING:
    import gettext

    from jinja2 import Environment

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})

_IN_CONTEXT = "\x04"
"""What stands between a context and its text, in catalogues and here."""

_TOP = "top-level template code"
"""What the template engine calls code that stands in no block."""


class Html(NamedTuple):
    """Markup that is safe to place in a page as it is: the one value that autoescape lets through."""

    text: str

    def __html__(self) -> str:
        """Return the markup, by the protocol that autoescape asks."""
        return self.text

    def __str__(self) -> str:
        return self.text


def escape_html(text: str) -> Html:
    """Return a text as markup, with everything special escaped."""
    from html import escape

    return Html(escape(text, quote=True))


def render_template(name: str, context: NamedTuple, *, lang: str, overrides: Overrides = NO_OVERRIDES) -> str:
    """Render a template with the fields of a context, its own words in a language.

    ``overrides`` are templates of somebody's own; what is wrong with one is a ``TemplateFault``.
    """
    values = context._asdict()
    environment = _environment(_catalogue_of(lang), overrides)
    if not overrides.texts:
        return environment.get_template(name).render(values)
    try:
        return environment.get_template(environment.join_path(name, "")).render(values)
    except Exception as error:
        fault = _locate(error, overrides, values)
        if fault is None:
            raise
        raise fault from error


def parse_template(text: str, name: str) -> Any:
    """Return a template of somebody's own as a tree; a mistake in its syntax is a ``TemplateFault``."""
    from jinja2 import TemplateSyntaxError

    try:
        return _environment("", NO_OVERRIDES).parse(text, name)
    except TemplateSyntaxError as error:
        raise TemplateFault(name, error.lineno, error.message or "this is no template") from None


def translate(text: str, *, lang: str) -> str:
    """Return one of our own texts in a language; without a translation it stays English."""
    context, has_context, plain = text.rpartition(_IN_CONTEXT)
    if has_context:
        return translate_in(context, plain, lang=lang)
    catalogue = _catalogue_of(lang)
    return _translations(catalogue).gettext(text) if catalogue else text


def translate_count(singular: str, plural: str, count: int, *, lang: str, written: str = "") -> str:
    """Return the form of one of our own texts that goes with a count, filled in as it is ``written``."""
    catalogue = _catalogue_of(lang)
    filled = {"count": written or count}
    if not catalogue:
        return (singular if count == 1 else plural) % filled
    return _translations(catalogue).ngettext(singular, plural, count) % filled


def translate_in(context: str, text: str, *, lang: str) -> str:
    """Return one of our own texts in a language, told apart by context from the same text elsewhere."""
    catalogue = _catalogue_of(lang)
    return _translations(catalogue).pgettext(context, text) if catalogue else text


def has_words(lang: str) -> bool:
    """Say whether our own texts are there in a language; without a catalogue they are English."""
    return lang.lower().split("-")[0] == "en" or bool(_catalogue_of(lang))


def direction(lang: str) -> str:
    """Return the direction a language is written in: ``ltr`` or ``rtl``."""
    parts = lang.lower().split("-")
    if parts[0] in _RIGHT_TO_LEFT and "latn" not in parts:
        return "rtl"
    return "rtl" if {"arab", "hebr"} & set(parts) else "ltr"


def marked(text: str) -> str:
    """Mark a text for the catalogues where it is written; it is translated where it is shown."""
    return text


def marked_in(context: str, text: str) -> str:
    """Mark a text that means something of its own in a context; it is translated where it is shown."""
    return f"{context}{_IN_CONTEXT}{text}"


def marked_count(singular: str, plural: str) -> tuple[str, str]:
    """Mark the two forms of a text that goes with a count."""
    return singular, plural


@cache
def _catalogue_of(lang: str) -> str:
    """Return the catalogue that serves a language: its own, its base language's, any sister's, or none."""
    parts = lang.replace("_", "-").split("-")
    exact = "_".join([parts[0].lower(), *(part.upper() for part in parts[1:2])])
    sisters = (name for name in _catalogues() if name.split("_")[0] == parts[0].lower())
    return exact if exact in _catalogues() else next(sisters, "")


@cache
def _catalogues() -> tuple[str, ...]:
    folders = (templates_path() / "locales").glob("*/LC_MESSAGES/messages.mo")
    return tuple(sorted(path.parent.parent.name for path in folders))


@cache
def _translations(catalogue: str) -> "gettext.NullTranslations":
    import gettext

    folder = str(templates_path() / "locales")
    languages = [catalogue] if catalogue else ["en"]
    return gettext.translation("messages", folder, languages=languages, fallback=True)


def compile_templates(folder: str) -> None:
    """Write every template as a Python module into a folder, for the wheel."""
    from jinja2 import FileSystemLoader

    _environment("", NO_OVERRIDES).overlay(loader=FileSystemLoader(templates_path())).compile_templates(
        folder, zip=None, filter_func=lambda name: name.endswith(".html"), ignore_errors=False
    )


def compiled_folder_name() -> str:
    """Return where compiled templates lie below the shipped data: what they are only fits one Jinja."""
    import jinja2

    return f"compiled_templates_{jinja2.__version__.replace('.', '_')}"


@cache
def _quick_environment() -> "type[Environment]":
    """Return an environment that escapes as others do, and sooner: a page has thousands of small texts."""
    from jinja2 import Environment
    from jinja2.compiler import CodeGenerator
    from markupsafe import Markup, escape

    find_special = re.compile("[&<>\"']").search

    def write_value(value: object) -> str:
        """Return a value as it stands in a page: most texts stay as they are."""
        if value.__class__ is str and not find_special(value):
            return value
        return value if value.__class__ is Markup else escape(value)

    class Writer(CodeGenerator):
        """Turns templates into Python that writes with ``write``."""

        def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
            if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
                self.write("environment.write(")
            else:
                super()._output_child_pre(node, frame, finalize)

    class Quick(Environment):
        """An environment whose templates know ``write``."""

        code_generator_class = Writer
        write = staticmethod(write_value)

    return Quick


@lru_cache(maxsize=16)
def _environment(catalogue: str, overrides: Overrides = NO_OVERRIDES) -> "Environment":
    from jinja2 import (
        ChoiceLoader,
        FileSystemLoader,
        FunctionLoader,
        ModuleLoader,
        StrictUndefined,
    )

    own = {name: (text, overrides.show(name), lambda: True) for name, text in overrides.texts}

    quick = _quick_environment()

    class Shipped(quick):  # type: ignore[misc, valid-type]
        """An environment for templates that are tested with all that they are given.

        Values have the fields that they are asked for: there is nothing to look up, or to explain.
        """

        getattr = staticmethod(getattr)

    class Overridden(quick):  # type: ignore[misc, valid-type]
        """An environment in which a template of somebody's own stands for ours of the same name."""

        def join_path(self, template: str, parent: str) -> str:
            """Return the template that is meant; one that extends what it stands for means ours."""
            return overrides.choose(template, parent)

    compiled = templates_path().parent / compiled_folder_name()
    # Compiling takes longer than drawing a journey; only an installed wheel brings the modules.
    shipped = [ModuleLoader(compiled), FileSystemLoader(templates_path())]
    environment: Environment = (Overridden if own else Shipped)(
        loader=ChoiceLoader([FunctionLoader(own.get), *shipped] if own else shipped),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    install: Callable[..., Any] = environment.install_gettext_translations  # type: ignore[attr-defined]
    install(_translations(catalogue), newstyle=True)
    return environment


def _locate(error: Exception, overrides: Overrides, values: dict[str, Any]) -> TemplateFault | None:
    """Return a failure as a fault of the template that it happened in, if that is somebody's own."""
    from traceback import walk_tb

    from jinja2 import UndefinedError

    own = {overrides.show(name) for name in overrides.names}
    frames = [(frame.f_code, line) for frame, line in walk_tb(error.__traceback__)]
    drawn = [each for each in frames if each[0].co_filename.endswith(".html")]
    # Whose own code is only a way into a template of ours has nothing to do with what happens there.
    guilty = [
        (code.co_filename, line)
        for code, line in drawn
        if code.co_filename in own and (code is drawn[-1][0] or code.co_name != _TOP)
    ]
    if not guilty:
        return None
    if isinstance(error, UndefinedError):
        message, help = explain_undefined(error.message or "", values)
        return TemplateFault(*guilty[-1], message, *help)
    return TemplateFault(*guilty[-1], f"{type(error).__name__}: {error}")
