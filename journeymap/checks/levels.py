"""How much each rule matters where: profiles, settings and overrides, the last that matches winning."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from journeymap.checks.registry import LEVELS
from journeymap.diagnostics import PROFILES, Diagnostic, Fault, Profile, Severity
from journeymap.model import Journey, Workspace
from journeymap.named_tuples import NamedTuple

ALL = "all"
"""Stands for every rule, as categories stand for theirs, where rules are selected."""


class Checking(NamedTuple):
    """How to check. ``today`` is an ISO date, or ``""``: then nothing is late.

    ``profile`` asks the same of all journeys, whatever their status. ``select`` and ``ignore`` name rules,
    categories or ``all``; without ``select`` every rule is asked. A rule that is selected by its own name is
    asked even where it is off. ``is_whole`` is false where not every file of the workspace could be built.
    """

    today: str = ""
    profile: Profile | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    is_whole: bool = True

    def wants(self, name: str, category: str) -> bool:
        """Whether a rule is selected and not ignored; its own name counts before its category's."""
        for chosen in (name, category, ALL):
            if chosen in self.ignore:
                return False
            if chosen in self.select:
                return True
        return not self.select


class Override(NamedTuple):
    """Levels for the files and items that match; an empty pattern matches everything."""

    paths: tuple[re.Pattern[str], ...]
    entity: str
    rules: Mapping[str, Any]

    def matches(self, path: str, entity: str) -> bool:
        """Whether the override speaks of an item in a file, by the path from the workspace's folder."""
        in_paths = not self.paths or any(pattern.fullmatch(path) for pattern in self.paths)
        return in_paths and (not self.entity or _stands_in(self.entity, entity))


class Levels:
    """The levels of all rules in one workspace."""

    def __init__(self, workspace: Workspace, checking: Checking) -> None:
        self._settings = workspace.checks
        self._checking = checking

    def profile_of(self, journey: Journey) -> Profile:
        """Return how much is asked of a journey; of a retired one no more than of a draft."""
        chosen = self._checking.profile or self._settings.get("profile", "by-status")
        word = journey.status if chosen == "by-status" or journey.status == "retired" else chosen
        return next((profile for profile in PROFILES if profile == word), "draft")

    def strictest(self, journeys: Iterable[Journey]) -> Profile:
        """Return the highest profile of all journeys: what is shared is held to it."""
        return max(map(self.profile_of, journeys), key=PROFILES.index, default="draft")

    def default(self, fault: Fault, profile: Profile) -> Severity | None:
        """Return a rule's level before any setting; one that was asked for by name is never off."""
        level = fault.level(profile)
        return fault.severity if level is None and fault.name in self._checking.select else level

    def may_report(self, fault: Fault, profile: Profile) -> bool:
        """Whether a rule can find anything in a profile, so that it is worth running."""
        if not self._checking.wants(fault.name, fault.category):
            return False
        levels = [_level_in(rules, fault.name) for rules in self._all_rules]
        # An override may raise what the general setting turns off, so all of them count.
        return any(level not in (None, "off") for level in levels) or (
            levels[0] is None and self.default(fault, profile) is not None
        )

    def options(self, fault: Fault) -> Mapping[str, Any]:
        """Return the options of a rule: the workspace's, else the defaults."""
        written = self._general.get(fault.name)
        own = written if isinstance(written, dict) else {}
        return {name: own.get(name, schema.get("default")) for name, schema in fault.options.items()}

    def settle(self, diagnostic: Diagnostic, default: Severity | None) -> Diagnostic | None:
        """Return a finding at its level, or nothing where it is off."""
        level = default
        written = _level_in(self._general, diagnostic.rule)
        path = diagnostic.path or diagnostic.primary.file
        for override in self._overrides:
            told = _level_in(override.rules, diagnostic.rule)
            if told is not None and override.matches(path, diagnostic.entity):
                written = told
        if written is not None:
            level = LEVELS[written]
        return None if level is None else diagnostic._replace(severity=level)

    @property
    def _general(self) -> Mapping[str, Any]:
        rules: Mapping[str, Any] = self._settings.get("rules", {})
        return rules

    @cached_property
    def _overrides(self) -> tuple[Override, ...]:
        return tuple(
            Override(
                tuple(map(compile_glob, written.get("paths", ()))),
                written.get("entity", ""),
                written.get("rules", {}),
            )
            for written in self._settings.get("overrides", ())
        )

    @cached_property
    def _all_rules(self) -> tuple[Mapping[str, Any], ...]:
        return (self._general, *(override.rules for override in self._overrides))


def compile_glob(pattern: str) -> re.Pattern[str]:
    """Return a pattern of paths: ``*`` and ``?`` stay in one folder, ``**`` goes through any number."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.removeprefix("./"))
    words = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(words.get(part) or re.escape(part) for part in parts), re.DOTALL)


def _level_in(rules: Mapping[str, Any], name: str) -> str | None:
    """Return the level that settings give a rule, if they do: written alone, or beside its options."""
    written = rules.get(name)
    level: str | None = written.get("level") if isinstance(written, dict) else written
    return level


def _stands_in(pattern: str, entity: str) -> bool:
    """Whether the steps of a pattern stand one after the other in an entity's path; ``*`` is any id."""
    from fnmatch import fnmatchcase

    wanted, steps = pattern.split("/"), entity.split("/")
    return any(
        all(map(fnmatchcase, steps[i : i + len(wanted)], wanted)) for i in range(len(steps) - len(wanted) + 1)
    )
