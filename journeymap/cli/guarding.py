"""What stands in the way of a build, found before anything is drawn."""

from typing import TYPE_CHECKING

from journeymap.cli.console import Console
from journeymap.cli.options import UsageError, Values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeymap.cli.loading import Loaded
    from journeymap.compiling import Compilation
    from journeymap.model import Portfolio
    from journeymap.site import BrokenLink


def refuse_contradictions(values: Values) -> None:
    """Raise UsageError where an option means nothing beside another."""
    if values["single_file"] and values["history"]:
        raise UsageError("`--history` means nothing with `--single-file`: a page alone has no changes")
    if values["single_file"] and values["site_url"] is not None:
        raise UsageError("`--site-url` means nothing with `--single-file`: a page alone is published nowhere")


def find_obstacle(compilation: "Compilation", values: Values, console: Console) -> tuple[str, str] | None:
    """Return why a site cannot be made as it was asked for, and what to do about it."""
    if missing := find_missing_engine(values):
        return missing
    folder = console.path(values["output"]).resolve()
    for path in compilation.sources:
        if console.path(path).resolve().is_relative_to(folder):
            return (
                f"`{values['output']}` holds `{path}`: pages would lie between sources",
                "name a folder of their own with -o, such as `-o site`",
            )
    return None


def find_missing_engine(values: Values) -> tuple[str, str] | None:
    """Return that the program for diagrams is not there, and what to do about it."""
    from shutil import which

    engine = values["engine"]
    if not engine or which(engine):
        return None
    return (
        f"there is no program `{engine}`",
        "install Graphviz, or leave `--engine` out: flows are drawn anyway",
    )


def complain_of_links(links: "Iterable[BrokenLink]", compilation: "Compilation", console: Console) -> None:
    """Name the links of pages that lead nowhere, each with the lines that it is written in."""
    from journeymap.site import tell_broken_links
    from journeymap.workspace.tracing import find_written

    written: list[str] = []

    def find(address: str) -> tuple[str, ...]:
        places = find_written(compilation.sources, address)
        written.extend(places)
        return places

    for line in tell_broken_links(links, find):
        console.complain(line)
    if written:
        console.say("links in texts and fields need a whole address, such as https://example.com/page")


def list_untranslated(compilation: "Compilation") -> list[str]:
    """Return the languages of pages in which our own words stay English."""
    from journeymap.rendering.templating import has_words

    portfolio = compilation.portfolio
    asked = [portfolio.workspace.lang, *(each.lang for each in portfolio.journeys)]
    return [lang for lang in dict.fromkeys(asked) if lang and not has_words(lang)]


def find_only(loaded: "Loaded") -> "Compilation":
    """Return the one compilation that becomes a site."""
    if len(loaded.compilations) == 1:
        return loaded.compilations[0]
    names = [each.portfolio.workspace.root or each.asked[0] for each in loaded.compilations]
    raise UsageError(
        f"a site is made of one workspace or one file, and here are {len(names)}",
        *names,
        "name one of them, or put a journeymap.yaml above those that belong together",
    )


def has_pages(portfolio: "Portfolio", *, alone: bool) -> bool:
    """Say whether there is something to build: journeys, or for a site the personas that will make them."""
    return bool(portfolio.journeys or (portfolio.personas and not alone))


def tell_no_journeys(audience: str) -> tuple[str, str]:
    """Return what to say where an audience would see no journey, and what to do about it."""
    if audience == "public":
        return "no journey is public", "write `visibility: public` into those that everybody may see"
    return "there is no journey to draw", "`journeymap init` shows what one looks like"
