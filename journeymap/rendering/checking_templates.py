"""Templates of somebody's own held against ours before anything is drawn: syntax, names, blocks.

A block that takes the place of none would be left out without a word, and a file with a slip in its name
would never be asked for.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from journeymap.rendering.overriding import SHIPPED, Overrides, TemplateFault, explain_block
from journeymap.rendering.templating import parse_template
from journeymap.resources import templates_path
from journeymap.suggesting import closest


def find_template_faults(overrides: Overrides) -> tuple[TemplateFault, ...]:
    """Return what is wrong with templates, all of it, in order of their names."""
    faults: list[TemplateFault] = []
    trees: dict[str, Any] = {}
    for name, text in sorted(overrides.texts):
        try:
            trees[name] = parse_template(text, overrides.show(name))
        except TemplateFault as fault:
            faults.append(fault)
    for name, tree in trees.items():
        faults += _check_names(overrides, name, tree)
        faults += _check_blocks(overrides, name, tree, trees)
    if not faults and not any(SHIPPED + name in shipped_templates() for name in overrides.names):
        faults.append(_report_idle(overrides))
    return tuple(faults)


@cache
def shipped_templates() -> frozenset[str]:
    """Return the names of our templates."""
    folder = templates_path()
    return frozenset(path.relative_to(folder).as_posix() for path in folder.glob(f"{SHIPPED}*.html"))


def blocks_of(name: str) -> tuple[str, ...]:
    """Return the blocks of a template of ours in order: those of what it extends, then its own."""
    return _all_blocks(_parse_shipped(name), lambda parent: blocks_of(parent))


def _check_names(overrides: Overrides, name: str, tree: Any) -> Iterator[TemplateFault]:
    """Yield the templates that are named and are nowhere."""
    for node in _walk(tree):
        if type(node).__name__ not in ("Extends", "Include", "Import", "FromImport"):
            continue
        asked = getattr(node.template, "value", None)
        known = (overrides.names | shipped_templates()) - {name}
        if isinstance(asked, str) and asked not in known and not getattr(node, "ignore_missing", False):
            near = closest(asked, known) or closest(f"{SHIPPED}{asked}", known)
            help = f"did you mean `{near}`?" if near else f"ours are {_list(shipped_templates())}"
            yield TemplateFault(overrides.show(name), node.lineno, f"there is no template `{asked}`", help)


def _check_blocks(
    overrides: Overrides, name: str, tree: Any, trees: dict[str, Any]
) -> Iterator[TemplateFault]:
    """Yield the blocks that take the place of none; one inside of another is a new one."""
    parent = _parent_of(tree)
    if not parent:
        return

    def known_in(asked: str, child: str) -> tuple[str, ...]:
        chosen = overrides.choose(asked, child)
        if chosen in trees:
            return _all_blocks(trees[chosen], lambda parent: known_in(parent, chosen))
        if chosen not in shipped_templates():  # which is reported already
            return ()
        return _all_blocks(_parse_shipped(chosen), lambda parent: known_in(parent, chosen))

    known = known_in(parent, name)
    for node in tree.body:
        if known and type(node).__name__ == "Block" and node.name not in known:
            message, help = explain_block(node.name, known)
            yield TemplateFault(overrides.show(name), node.lineno, message, *help)


def _report_idle(overrides: Overrides) -> TemplateFault:
    """Return that no template stands for one of ours."""
    ours = [each.removeprefix(SHIPPED) for each in sorted(shipped_templates())]
    near = next((near for name in sorted(overrides.names) if (near := closest(name, ours))), None)
    help = f"did you mean `{near}`?" if near else f"ours are {_list(ours)}"
    name = next(iter(sorted(overrides.names)), "")
    return TemplateFault(
        overrides.show(name), 1, "nothing in this folder takes the place of a template", help
    )


def _all_blocks(tree: Any, of_parent: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    parent = _parent_of(tree)
    inherited = of_parent(parent) if parent else ()
    own = (node.name for node in _walk(tree) if type(node).__name__ == "Block")
    return tuple(dict.fromkeys((*inherited, *own)))


def _parent_of(tree: Any) -> str:
    """Return the name of the template that another one extends, where it is written out."""
    extends = next((node for node in tree.body if type(node).__name__ == "Extends"), None)
    return str(getattr(extends.template, "value", "")) if extends else ""


@cache
def _parse_shipped(name: str) -> Any:
    return parse_template((templates_path() / name).read_text(encoding="utf-8"), name)


def _walk(node: Any) -> Iterator[Any]:
    """Yield a node of a template and all that is in it."""
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _list(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))
