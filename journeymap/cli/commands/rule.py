"""``journeymap rule``: a finding explained, from why it matters to how it looks without it."""

from journeymap.cli.console import Console
from journeymap.cli.options import Argument, Command, Example, Option, UsageError, Values
from journeymap.cli.parsing import suggest


def run(values: Values, console: Console) -> int:
    """Explain one rule, or list all of them."""
    from journeymap.reporting.rule_page import build_rules, write_rule, write_rule_list
    from journeymap.rules import KNOWN, load_rule, load_rules

    name = values["name"]
    if (name is None) == (not values["all"]):
        raise UsageError("name a rule, or ask for `--all`", "`journeymap rule --all` lists them")
    if name is not None and name not in KNOWN:
        raise UsageError(
            f"there is no rule `{name}`", *suggest(name, KNOWN), "`journeymap rule --all` lists them"
        )
    chosen = load_rules() if name is None else (load_rule(name),)
    style = console.style()
    if values["json"]:
        from json import dumps

        console.write(dumps(build_rules(chosen), indent=2, sort_keys=True, allow_nan=False) + "\n")
    elif name is None:
        console.write(write_rule_list(chosen, style))
        console.say("`journeymap rule NAME` explains one")
    else:
        from journeymap.cli.rule_examples import find_in_example, print_findings

        (fault,) = chosen
        printed = print_findings(fault, style._replace(width=style.width - 4, color=False))
        console.write(write_rule(fault, find_in_example(fault), printed, style))
    return 0


COMMAND = Command(
    name="rule",
    summary="Explain a rule: why it matters, an example with it and one without it, and how to change it.",
    usage="NAME | --all [--json]",
    examples=(
        Example("journeymap rule no-objective", "What the finding `no-objective` is about."),
        Example("journeymap rule --all", "Every rule in one line each."),
        Example("journeymap rule --all --json", "All that is known of all rules, for programs."),
    ),
    arguments=(Argument("name", "The name that stands in brackets in a finding."),),
    options=(
        Option(("--all",), "All rules instead of one."),
        Option(("--json",), "As JSON; `journeymap schema rule-output` describes it."),
    ),
    run=run,
)
