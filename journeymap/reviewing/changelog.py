"""What changed for the customer over time, as text, Markdown and data: breaking first, details counted.

The data is described by ``schemas/changes-output.schema.json``: within one major version fields are only
added.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from journeymap import __version__
from journeymap.diffing.changes import Change, Level
from journeymap.named_tuples import NamedTuple
from journeymap.reporting.plain_data import write_data
from journeymap.reporting.safety import without_surrogates
from journeymap.reporting.style import Run, Style
from journeymap.reporting.terminal.screen import PLAIN_SIGNS, Screen, pad, width_of, wrap
from journeymap.reviewing.escaping import write_message, write_text
from journeymap.reviewing.pen import LEVEL_SIGNS
from journeymap.reviewing.text import ROLES

FORMAT = "journeymap-changes/1"
FORMAT_VERSION = "1.0"
_WORD = max(len(level.word) for level in Level)
_PLAIN = str.maketrans("✖▲●·", "xvi.")


class Chapter(NamedTuple):
    """A stretch of time: its title, its last day, its commits, and what changed from its begin to its end.

    ``fault`` says why that is not known.
    """

    title: str
    day: str
    commits: tuple[str, ...]
    subjects: tuple[str, ...]
    changes: tuple[Change, ...] = ()
    fault: str = ""

    @property
    def told(self) -> tuple[Change, ...]:
        """The changes that are told."""
        return tuple(change for change in self.changes if change.level > Level.DETAIL)

    @property
    def details(self) -> int:
        """How many changes are details, which are only counted."""
        return len(self.changes) - len(self.told)


class Chronicle(NamedTuple):
    """Chapters, latest first, with the titles of journeys by id."""

    chapters: tuple[Chapter, ...]
    titles: Mapping[str, str]


def write_changelog(chronicle: Chronicle) -> str:
    """Return the changelog in Markdown."""
    parts = ["# Changes for the customer"]
    for chapter in chronicle.chapters:
        title = chapter.title if chapter.day in chapter.title else f"{chapter.title} ({chapter.day})"
        parts.append(f"## {write_text(title)}")
        parts += [f"*{write_text(chapter.fault)}.*"] if chapter.fault else []
        for journey, changes in _by_journey(chapter, chronicle):
            parts.append(f"### {write_text(journey)}")
            parts.append("\n".join(_write_line(change) for change in changes))
        parts += [f"*{_tell_rest(chapter)}*"] if _tell_rest(chapter) else []
    return "\n\n".join(parts) + "\n"


def write_changelog_json(chronicle: Chronicle) -> str:
    """Return the changelog as one JSON object with sorted keys; it holds the details, too."""
    return write_data(
        {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "tool": {"name": "journeymap", "version": __version__},
            "chapters": [_build_chapter(chapter) for chapter in chronicle.chapters],
        }
    )


def write_changelog_text(chronicle: Chronicle, style: Style, encoding: str = "utf-8") -> str:
    """Return the changelog for a terminal."""
    screen = Screen(style, encoding)
    return screen.paint(list(_lines(chronicle, screen)))


def write_file_changes(
    name: str, changes: Sequence[Change], style: Style, encoding: str = "utf-8", *, is_same: bool = False
) -> str:
    """Return what changed in one file for a terminal, details included; ``is_same`` says that nothing did."""
    screen = Screen(style, encoding)
    lines: list[list[Run]] = [[("strong", screen.text(name))]]
    for change in changes:
        lines += _change(change, screen)
    if not changes:
        words = "nothing changed in it" if is_same else "only comments or the way it is written"
        lines.append([("quiet", f"    {words}")])
    return screen.paint([*lines, []])


def _lines(chronicle: Chronicle, screen: Screen) -> Iterator[list[Run]]:
    for number, chapter in enumerate(chronicle.chapters):
        if number:
            yield []
        day: list[Run] = [] if chapter.day in chapter.title else [("quiet", f" {chapter.day}")]
        yield [("strong", screen.text(chapter.title)), *day]
        if chapter.fault:
            yield [("quiet", f"  {screen.text(chapter.fault)}")]
        for journey, changes in _by_journey(chapter, chronicle):
            yield [("plain", f"  {screen.text(journey)}")]
            for change in changes:
                yield from _change(change, screen)
        if rest := _tell_rest(chapter):
            yield [("quiet", f"  {rest}")]


def _change(change: Change, screen: Screen) -> Iterator[list[Run]]:
    sign = LEVEL_SIGNS[change.level]
    sign = sign.translate(_PLAIN) if screen.signs is PLAIN_SIGNS else sign
    head = f"    {sign} {pad(change.level.word, _WORD)} "
    first, *others = wrap(screen.text(change.message), screen.width - width_of(head)) or [""]
    yield [(ROLES[change.level], head), ("plain", first)]
    for line in others:
        yield [("plain", " " * width_of(head) + line)]


def _by_journey(chapter: Chapter, chronicle: Chronicle) -> Iterator[tuple[str, list[Change]]]:
    """Yield the changes of each journey under its title, the gravest first; shared things come last."""
    homes: dict[str, list[Change]] = {}
    for change in chapter.told:
        homes.setdefault(_journey_of(change), []).append(change)
    ordered = sorted(homes, key=lambda home: (not home, -max(each.level for each in homes[home])))
    for id in ordered:
        title = chronicle.titles.get(id) or id
        yield title if id else "Shared things", sorted(homes[id], key=lambda change: -change.level)


def _journey_of(change: Change) -> str:
    entity = change.fact.entity
    is_journey = entity.kind == "journey" and entity.path.startswith("journey:")
    return entity.journey or (entity.path.partition(":")[2].partition("/")[0] if is_journey else "")


def _write_line(change: Change) -> str:
    level = "" if change.level is Level.INFO else f"**{change.level.word}**: "
    return f"- {level}{write_message(change.message)}"


def _tell_rest(chapter: Chapter) -> str:
    """Return what else there is: that nothing is told, and how many details there are."""
    if chapter.fault:
        return ""
    number = chapter.details
    details = f"{number} {'detail' if number == 1 else 'details'} of wording or looks"
    if chapter.told:
        return f"and {details}" if number else ""
    return f"Nothing for the customer but {details}" if number else "Nothing for the customer"


def _build_chapter(chapter: Chapter) -> dict[str, Any]:
    text = without_surrogates
    return {
        "title": text(chapter.title),
        "day": chapter.day,
        "commits": [
            {"id": id, "subject": text(subject)}
            for id, subject in zip(chapter.commits, chapter.subjects, strict=True)
        ],
        "fault": text(chapter.fault) or None,
        "counts": {
            level.word: len(list(changes))
            for level, changes in groupby(
                sorted(chapter.changes, key=lambda each: -each.level), lambda each: each.level
            )
        },
        "changes": [
            {
                "id": change.id,
                "level": change.level.word,
                "area": change.area,
                "action": change.action,
                "message": text(change.message),
                "journey": text(_journey_of(change)) or None,
                "entity": text(change.fact.entity.path),
            }
            for change in chapter.changes
        ],
    }
