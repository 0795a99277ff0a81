"""``journeymap serve``: the site on this machine, drawn anew whenever a file changes."""

from typing import TYPE_CHECKING, Final, NoReturn

from journeymap.cli.console import Console
from journeymap.cli.guarding import find_missing_engine
from journeymap.cli.interrupts import heeding_interrupts
from journeymap.cli.options import Argument, Command, Example, Option, UsageError, Values, whole_number
from journeymap.cli.own_templates import TEMPLATES, complain_of, find_templates, read_again, read_overrides
from journeymap.cli.verdict import FAILED, say_nothing_found

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeymap.compiling import Compilation
    from journeymap.history import History
    from journeymap.serving import Round, Server, Shelf, Watcher, Workshop
    from journeymap.workspace import Group, Plan

PORT: Final = 8000
_HIGHEST: Final = 65_535
_TRIES: Final = 50
"""How many ports are tried before we give up, when none was named."""


def run(values: Values, console: Console) -> int:
    """Serve one workspace, or one file that stands alone, until interrupted."""
    from journeymap.cli.pictures import PictureReader
    from journeymap.history import NoHistory
    from journeymap.rendering.overriding import TemplateFaults
    from journeymap.serving import Order, Shelf, Watcher, Workshop, write_waiting_page

    if missing := find_missing_engine(values):
        console.complain(*missing)
        return FAILED
    try:
        read_overrides(values["templates"], console)
    except TemplateFaults as error:
        return complain_of(error, console)
    shelf = Shelf(write_waiting_page())
    order = Order(
        tuple(values["paths"]),
        console.cwd,
        values["visibility"],
        values["engine"] or "",
        lambda compilation: PictureReader(compilation, console),
        lambda: read_again(values["templates"], console),
        _remember_history(console) if values["history"] else None,
    )
    workshop = Workshop(order, shelf)
    group = _choose(workshop.plan(), values, console)
    if isinstance(group, int):
        return group
    server = _open_server(shelf, values["port"])
    place = group.location or group.files[0].location
    watcher = Watcher([place], lambda: find_templates(values["templates"], console))
    server.start()
    try:
        console.tell(f"serving {server.url} (Ctrl-C ends it)")
        if values["port"] is None and server.server_port != PORT:
            console.say(f"note: port {PORT} is taken by another program")
        if values["open"]:
            _open_browser(server.url, console)
        with heeding_interrupts() as heed:
            _keep_up(workshop, watcher, server, console, heed)
    except NoHistory as error:
        console.complain(f"there is no history to show: {error}", "leave `--history` out, or clone with git")
        return FAILED
    finally:
        watcher.close()
        server.close()


def _remember_history(console: Console) -> "Callable[[Compilation], History]":
    """Return what reads the history at the first build, and gives the same back at all others."""
    from journeymap.cli.histories import read_shown_history

    known: list[History] = []

    def read(compilation: "Compilation") -> "History":
        if not known:
            known.append(read_shown_history(compilation, console))
        return known[0]

    return read


def _choose(plan: "Plan", values: Values, console: Console) -> "Group | int":
    """Return the one group of files that becomes a site, or the exit code where there is none."""
    for problem in plan.problems:
        console.complain(problem)
    if plan.problems:
        return FAILED
    if not plan.groups:
        return say_nothing_found(values, console)
    if len(plan.groups) > 1:
        names = [group.root or group.files[0].path for group in plan.groups]
        raise UsageError(
            f"a site is made of one workspace or one file, and here are {len(names)}",
            *names,
            "name one of them, or put a journeymap.yaml above those that belong together",
        )
    return plan.groups[0]


def _open_server(shelf: "Shelf", named: int | None) -> "Server":
    """Return a server on the port that was named, or on the first that is free."""
    from journeymap.serving import PortTaken, Server

    reason = ""
    for port in (named,) if named is not None else range(PORT, PORT + _TRIES):
        try:
            return Server(shelf, port)
        except PortTaken as taken:
            reason = str(taken)
    which = f"port {named}" if named is not None else f"any of the ports {PORT} to {PORT + _TRIES - 1}"
    raise UsageError(f"cannot use {which}: {reason.lower()}", "name another one with --port, or 0 for any")


def _open_browser(url: str, console: Console) -> None:
    import webbrowser

    if not webbrowser.open(url):
        console.say("note: no browser was found; open the address by hand")


def _keep_up(
    workshop: "Workshop",
    watcher: "Watcher",
    server: "Server",
    console: Console,
    heed: "Callable[[], None]",
) -> NoReturn:
    """Rebuild whenever files change, for ever, or until somebody interrupts."""
    from time import perf_counter

    is_first = True
    while True:
        began = perf_counter()
        done = workshop.rebuild(watcher.has_changed, server.shelf.looked_at)
        server.lang = workshop.lang
        _announce(done, perf_counter() - began, "built" if is_first else "rebuilt", console)
        is_first = is_first and not (done.is_built and done.is_whole)
        watcher.include(workshop.pictures)
        if done.is_built and done.is_whole and not watcher.has_changed():
            workshop.check()
        heed()
        watcher.wait()


def _announce(done: "Round", seconds: float, verb: str, console: Console) -> None:
    """Say in one line what became of a change; a round that was overtaken is followed by another."""
    if not done.is_whole:
        return
    took = f"{seconds * 1000:.0f} ms"
    trouble = _sum_up(done)
    if done.is_built:
        pages = sum(path.endswith(".html") for path in done.changed)
        built = f"{verb} {pages:,} page{'' if pages == 1 else 's'} in {took}"
        console.tell_item(f"{built}: {trouble}" if trouble else built)
    else:
        console.tell_item(f"nothing was built in {took}: {trouble}")


def _sum_up(done: "Round") -> str:
    """Return in a few words what is wrong, the first place of it named."""
    if done.notes:
        return done.notes[0]
    found = sorted(done.report.diagnostics, key=lambda each: -each.severity)
    if not found:
        return ""
    word, start = found[0].severity.word, found[0].primary.start
    count = sum(each.severity is found[0].severity for each in found)
    total = f"{count:,} {word}{'' if count == 1 else 's'}"
    return f"{total}, {found[0].primary.file}:{start.line}:{start.column}: {found[0].message}"


def _port(text: str) -> int:
    number = whole_number(text)
    if number > _HIGHEST:
        raise ValueError(f"expected a port, 0 to {_HIGHEST}, found `{text}`")
    return number


COMMAND = Command(
    name="serve",
    summary="Show the site on this machine while you write: it is drawn anew whenever a file changes.",
    usage="[PATHS...] [--port NUMBER] [--open] [options]",
    examples=(
        Example("journeymap serve --open", "Show the workspace around you, in a browser."),
        Example("journeymap serve shop.journey.yaml", "Show one file that stands alone."),
        Example("journeymap serve --port 0", "Take any port that is free."),
        Example("journeymap serve --visibility public", "Show what everybody may see."),
    ),
    arguments=(
        Argument("paths", "A workspace's folder, or files of one; this folder when left out.", many=True),
    ),
    options=(
        Option(
            ("--port",),
            f"The port to serve on, 0 for any; {PORT} or the next free one when left out.",
            metavar="NUMBER",
            convert=_port,
        ),
        Option(("--open",), "Open the site in the browser."),
        Option(
            ("--visibility",),
            "Who the site is for; public leaves out what is internal.",
            choices=("internal", "public"),
            default="internal",
        ),
        Option(
            ("--engine",), "Lay out diagrams with this program, such as Graphviz' dot.", metavar="PROGRAM"
        ),
        Option(
            ("--history",),
            "Show what git knew at the start of who changed which file when; commits name people.",
        ),
        TEMPLATES,
    ),
    epilog="Nothing is written, and only browsers of this machine are answered.\n"
    "While files have errors the last good site stays, and its pages say what is wrong.\n"
    "Exit codes: 2 when it cannot start, 3 without a file at the paths, 130 when interrupted.",
    run=run,
)
