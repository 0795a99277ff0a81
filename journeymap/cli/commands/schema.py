"""``journeymap schema``: the shipped JSON Schemas, printed or written."""

from journeymap.cli.console import Console
from journeymap.cli.options import Argument, Command, Example, Option, UsageError, Values
from journeymap.cli.parsing import suggest

SCHEMAS = {
    "journey": "one journey (*.journey.yaml)",
    "persona": "one persona (*.persona.yaml)",
    "library": "what journeys share (*.library.yaml)",
    "workspace": "a workspace (journeymap.yaml)",
    "baseline": "known findings (journeymap-baseline.yaml)",
    "approvals": "changes that were agreed to (journeymap-approvals.yaml)",
    "journey-output": "a compiled journey (`render -o journey.json`, `show JOURNEY --json`)",
    "check-output": "what `check --output-format json` prints",
    "diff-output": "what `diff --output-format json` prints",
    "changes-output": "what `changes --format json` prints",
    "ls-output": "what `ls --json` prints",
    "stats-output": "what `stats --json` prints",
    "rule-output": "what `rule --json` prints",
    "journeys-index": "the `journeys.json` of a site",
    "page-output": "a page of a site as `index.json`",
}


def run(values: Values, console: Console) -> int:
    """Print one schema, write schemas into a folder, or list what there is."""
    kind = values["kind"]
    if kind is not None and kind not in SCHEMAS:
        raise UsageError(
            f"there is no schema `{kind}`", *suggest(kind, SCHEMAS), f"there are: {', '.join(SCHEMAS)}"
        )
    if values["write"]:
        return _write([kind] if kind else list(SCHEMAS), values["write"], console)
    if kind is None:
        console.write("".join(f"{name:<16}{what}\n" for name, what in SCHEMAS.items()))
        console.say("`journeymap schema KIND` prints one, `--write FOLDER` writes them all")
        return 0
    from journeymap.resources import schema_path

    console.write_bytes(schema_path(kind).read_bytes())
    return 0


def _write(kinds: list[str], folder: str, console: Console) -> int:
    from journeymap.artifacts import write_file
    from journeymap.resources import schema_path

    target = console.path(folder)
    written = 0
    for kind in kinds:
        path = schema_path(kind)
        changed = write_file(target / path.name, path.read_bytes())
        console.detail(f"{'wrote' if changed else 'kept'} {path.name}")
        written += changed
    console.say(f"schemas in {folder}: {written} written, {len(kinds) - written} unchanged")
    return 0


COMMAND = Command(
    name="schema",
    summary="Print or write the JSON Schemas that describe journey files to editors and other tools.",
    usage="[KIND] [--write FOLDER]",
    examples=(
        Example("journeymap schema", "List the schemas."),
        Example("journeymap schema journey", "Print the one for journeys."),
        Example("journeymap schema --write .journeymap/schemas", "Bring a workspace's schemas up to date."),
    ),
    arguments=(Argument("kind", f"One of {', '.join(SCHEMAS)}."),),
    options=(Option(("--write",), "Write into this folder instead of printing.", metavar="FOLDER"),),
    run=run,
)
