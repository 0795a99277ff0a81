"""Variants of the base workspace: the same with some parts left out, so that contexts differ."""

from collections.abc import Iterable
from copy import deepcopy

from tests.diffing.mutating.places import Files, Pointer, reach

BUY = "buy.journey.yaml"
LOOK = ("stages", 0, "touchpoints", 0)
ASK = ("stages", 0, "touchpoints", 1)
PAY = ("stages", 1, "touchpoints", 0)
PACK = ("stages", 1, "touchpoints", 1)

OPTIONAL: tuple[tuple[str, Pointer], ...] = (
    ("idle.persona.yaml", ()),
    ("buy-again.journey.yaml", ()),
    ("buy-online.journey.yaml", ()),
    *((BUY, (key,)) for key in ("insights", "feedback_loops", "moved", "links", "lang", "objective")),
    *((BUY, (key,)) for key in ("visibility", "status", "fields", "aliases", "trigger", "segments")),
    *((BUY, ("stages", 0, key)) for key in ("phase", "goal", "emotion", "owner", "fields")),
    *((BUY, ("stages", 1, key)) for key in ("emotion", "expand")),
    *((BUY, (*LOOK, key)) for key in ("next", "thought", "gains", "images", "links", "channel")),
    *((BUY, (*ASK, key)) for key in ("emotion", "thought", "moment_of_truth", "duration", "fields")),
    *((BUY, (*PAY, key)) for key in ("owner", "emotion", "personalization", "needs")),
    *((BUY, (*PACK, key)) for key in ("next", "blueprint", "events", "policies")),
    *(("mira.persona.yaml", (key,)) for key in ("image", "quote", "goals", "demographics", "links")),
    *(("journeymap.yaml", (key,)) for key in ("title", "views", "theme", "checks", "policy", "measure")),
    ("journeymap.yaml", ("emotion_scale",)),
    *(("shared.library.yaml", ("touchpoints", 0, key)) for key in ("summary", "channel", "events")),
    ("numbers.library.yaml", ("terms",)),
)
"""Files, and things in files, that the base can do without, one and all."""


def leave_out(files: Files, gone: Iterable[tuple[str, Pointer]]) -> Files:
    """Return the files without some of what they can do without."""
    kept = deepcopy(files)
    for file, pointer in gone:
        if not pointer:
            kept.pop(file)
            continue
        reach(kept[file], pointer[:-1]).pop(pointer[-1])
    return kept
