"""What is wrong with comments that silence findings, once all findings are known."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from journeymap.diagnostics import Diagnostic, Edit, Fault, Fix, Label
from journeymap.source import Span
from journeymap.suggesting import closest
from journeymap.suppressing.faults import (
    FORBIDDEN_SUPPRESSION,
    MALFORMED_SUPPRESSION,
    SUPPRESSION_WITHOUT_REASON,
    UNKNOWN_RULE,
    UNUSED_SUPPRESSION,
)
from journeymap.suppressing.inline import Comments, Remark, Silencer
from journeymap.suppressing.instructions import IGNORE, IGNORE_FILE, Named
from journeymap.syntax import Document

Rules: TypeAlias = Mapping[str, Fault]
MayFind: TypeAlias = Callable[[str, str], bool]
"""Whether a rule has looked at a file, so that what it did not find there is not there."""

_ALL_RULES: Final = "`journeymap rule --all` lists the rules"


def judge_comments(comments: Comments, rules: Rules, may_find: MayFind) -> Iterator[Diagnostic]:
    """Yield what is wrong with the comments of a workspace."""
    for remark in comments.remarks:
        yield _word_misfit(remark, rules)
    for silencer in comments:
        yield from _judge_names(silencer, rules)
        unused = [
            each
            for each in silencer.instruction.names
            if _is_unused(each, silencer, comments, rules, may_find)
        ]
        if unused:
            yield _word_unused(silencer, unused, comments.sources[silencer.comment.span.file])
        if not silencer.instruction.reason:
            yield _word_missing_reason(silencer)


def word_unknown(name: str, span: Span, rules: Rules, entity: str) -> Diagnostic:
    """Return the finding that a name is no rule's."""
    near = closest(name, rules)
    fixes = (Fix(f"replace with `{near}`", (Edit(span, near),), safe=False),) if near else ()
    if any(fault.category == name for fault in rules.values()):
        help = "it is a category: name its rules one by one"
    else:
        help = f"did you mean `{near}`?" if near else _ALL_RULES
    return UNKNOWN_RULE.found(
        f"there is no rule `{name}`", span, label="silences nothing", help=(help,), fixes=fixes,
        entity=entity, args=(name,),
    )  # fmt: skip


def word_forbidden(fault: Fault, span: Span, entity: str) -> Diagnostic:
    """Return the finding that a rule cannot be silenced."""
    help = (
        "turn it off under `checks: {rules: ...}` in `journeymap.yaml` if you do not want to hear of it"
        if fault.is_about_silencing
        else "mend what it finds; the name here has no effect"
    )
    return FORBIDDEN_SUPPRESSION.found(
        f"`{fault.name}` cannot be silenced", span, label="still reported", help=(help,),
        entity=entity, args=(fault.name,),
    )  # fmt: skip


def _word_misfit(remark: Remark, rules: Rules) -> Diagnostic:
    misfit = remark.misfit
    names = ", ".join(dict.fromkeys(name for name in misfit.mentioned if name in rules)) or "name-of-the-rule"
    return MALFORMED_SUPPRESSION.found(
        f"this comment silences nothing: {misfit.problem}",
        remark.comment.span,
        label="taken as a remark",
        help=(f"write `# journeymap: {misfit.verb}[{names}] and the reason`",),
        entity=remark.entity,
        args=(misfit.verb, *misfit.mentioned),
    )


def _judge_names(silencer: Silencer, rules: Rules) -> Iterator[Diagnostic]:
    for named in silencer.instruction.names:
        span, fault = silencer.span_of(named), rules.get(named.name)
        if fault is None:
            yield word_unknown(named.name, span, rules, silencer.entity)
        elif not fault.is_silenceable:
            yield word_forbidden(fault, span, silencer.entity)


def _is_unused(named: Named, silencer: Silencer, comments: Comments, rules: Rules, may_find: MayFind) -> bool:
    fault = rules.get(named.name)
    if fault is None or not fault.is_silenceable or comments.has_used(silencer, named.name):
        return False
    return may_find(named.name, silencer.comment.span.file)


def _word_unused(silencer: Silencer, unused: list[Named], document: Document) -> Diagnostic:
    first, *others = unused
    names = _enumerate([f"`{each.name}`" for each in unused])
    if len(unused) == len(silencer.instruction.names):
        fix = Fix("remove the comment", (_remove_comment(silencer, document),))
    else:
        fix = Fix(f"take {names} out of the brackets", (_take_out(silencer, unused),))
    where = "in this file" if silencer.instruction.whole_file else "here"
    return UNUSED_SUPPRESSION.found(
        f"{names} {'finds' if len(unused) == 1 else 'find'} nothing {where} to silence",
        silencer.span_of(first),
        label="not needed",
        labels=tuple(Label(silencer.span_of(each), "nor is this") for each in others),
        fixes=(fix,),
        entity=silencer.entity,
        args=tuple(each.name for each in unused),
    )


def _word_missing_reason(silencer: Silencer) -> Diagnostic:
    names = [each.name for each in silencer.instruction.names]
    verb = IGNORE_FILE if silencer.instruction.whole_file else IGNORE
    return SUPPRESSION_WITHOUT_REASON.found(
        f"nothing says why {_enumerate([f'`{name}`' for name in names])} may be ignored",
        silencer.comment.span,
        label="no reason",
        help=(f"add it behind the brackets: `# journeymap: {verb}[{', '.join(names)}] because ...`",),
        entity=silencer.entity,
        args=tuple(names),
    )


def _remove_comment(silencer: Silencer, document: Document) -> Edit:
    """Return the edit that removes a comment: with its line, or with the blanks before it."""
    source, span = document.source, silencer.comment.span
    line = span.start.line
    begin = source.line_starts[line - 1]
    if silencer.comment.stands_alone:
        end = source.line_starts[line] if line < source.line_count else len(source.text)
        return Edit(source.span(begin, end), "")
    kept = len(source.text[begin : span.start.offset].rstrip(" \t"))
    return Edit(source.span(begin + kept, span.end.offset), "")


def _take_out(silencer: Silencer, unused: Iterable[Named]) -> Edit:
    """Return the edit that leaves the other names between the brackets."""
    gone = set(unused)
    kept = ", ".join(each.name for each in silencer.instruction.names if each not in gone)
    start, end = silencer.instruction.inside
    return Edit(silencer.span_of(Named(" " * (end - start), start)), kept)


def _enumerate(words: list[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
