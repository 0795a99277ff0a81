"""The fixes of findings put into the texts, as many as do not meet."""

from collections.abc import Callable, Iterable, Mapping

from journeymap.diagnostics import Diagnostic, Edit, Fix
from journeymap.named_tuples import NamedTuple
from journeymap.source import SourceFile
from journeymap.syntax.editing import apply_edits


class Choice(NamedTuple):
    """A finding and the one of its fixes that is taken."""

    finding: Diagnostic
    fix: Fix


class Fixed(NamedTuple):
    """The texts that changed by path, the choices that are in them, and those that met one of these."""

    texts: Mapping[str, str]
    applied: tuple[Choice, ...] = ()
    left: tuple[Choice, ...] = ()


def choose_fixes(
    diagnostics: Iterable[Diagnostic], is_wanted: Callable[[Choice], bool]
) -> tuple[Choice, ...]:
    """Return the findings that have a fix which is wanted, each with its first one."""
    choices = ((Choice(finding, fix) for fix in finding.fixes if fix.edits) for finding in diagnostics)
    firsts = (next(filter(is_wanted, each), None) for each in choices)
    return tuple(choice for choice in firsts if choice is not None)


def apply_fixes(sources: Mapping[str, SourceFile], choices: Iterable[Choice]) -> Fixed:
    """Return the texts with fixes in them; of fixes that meet, the first counts and the others are left.

    A fix of several edits, in one file or in several, is taken wholly or not at all.
    """
    taken: dict[str, list[Edit]] = {}
    applied = []
    left = []
    for choice in choices:
        if any(_meets(edit, taken.get(edit.span.file, ())) for edit in choice.fix.edits):
            left.append(choice)
        else:
            applied.append(choice)
            for edit in choice.fix.edits:
                taken.setdefault(edit.span.file, []).append(edit)
    texts = {path: apply_edits(sources[path].text, edits) for path, edits in taken.items()}
    changed = {path: text for path, text in sorted(texts.items()) if text != sources[path].text}
    return Fixed(changed, tuple(applied), tuple(left))


def _meets(edit: Edit, others: Iterable[Edit]) -> bool:
    """Whether an edit overlaps another or stands right beside it, where the order would count."""
    start, end = edit.span.start.offset, edit.span.end.offset
    return any(start <= other.span.end.offset and other.span.start.offset <= end for other in others)
