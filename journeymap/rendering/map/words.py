"""What a map says in words of ours: scores beside feelings, samples, and the story of its curve."""

from collections.abc import Mapping

from journeymap.model import Journey
from journeymap.model.claims import Number
from journeymap.model.feelings import is_felt_apart
from journeymap.model.summaries import Peaks, moments_of_truth, pains_of, peaks, touchpoint_score
from journeymap.rendering.naming import write_count, write_score
from journeymap.rendering.templating import direction, marked, marked_count, translate, translate_count

QUOTES: Mapping[str, tuple[str, str]] = {
    "en": ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"),
    "de": ("\N{DOUBLE LOW-9 QUOTATION MARK}", "\N{LEFT DOUBLE QUOTATION MARK}"),
    "es": ("\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}", "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"),
}
"""The quotation marks of the languages whose words we have; the others have those of English."""
NO_FEELINGS = marked("Nobody has said yet how this journey feels.")
_SAMPLES: Mapping[str, tuple[str, str]] = {
    "survey": marked_count("%(count)s answer", "%(count)s answers"),
    "interview": marked_count("%(count)s interview", "%(count)s interviews"),
}
_PEOPLE = marked_count("%(count)s person", "%(count)s people")
MEAN_STORY = marked("As a mean of all personas: %(story)s")
"""Before a story that nobody lives as it stands: several feel differently."""
_COUNTS = (
    marked_count("%(count)s moment of truth", "%(count)s moments of truth"),
    marked_count("%(count)s pain", "%(count)s pains"),
    marked_count("%(count)s opportunity", "%(count)s opportunities"),
)


def join_score(words: str, score: Number, *, lang: str) -> str:
    """Return words with a score behind them, whose sign stays before it among letters that run leftwards."""
    mark = "\N{LEFT-TO-RIGHT MARK}" if direction(lang) == "rtl" or not words.isascii() else ""
    return f"{words} {mark}{write_score(score, lang=lang)}"


def write_sample(kind: str, sample: int, *, lang: str) -> str:
    """Return how many were asked or watched."""
    written = write_count(sample, lang=lang)
    return translate_count(*_SAMPLES.get(kind, _PEOPLE), sample, lang=lang, written=written)


def describe_map(journey: Journey, *, lang: str) -> str:
    """Return the map in a sentence or two, for those who do not see it."""
    counts = (len(moments_of_truth(journey)), len(pains_of(journey)), len(journey.opportunities))
    parts = [
        translate_count(*forms, count, lang=lang)
        for forms, count in zip(_COUNTS, counts, strict=True)
        if count
    ]
    counted = f"{', '.join(parts)}." if parts else ""
    story = " ".join(filter(None, (tell_feelings(journey, lang=lang), counted)))
    return story or translate(NO_FEELINGS, lang=lang)


def tell_feelings(journey: Journey, *, lang: str) -> str:
    """Return one sentence that tells the curve, or nothing where no touchpoint has a score."""
    extremes = peaks(journey)
    if extremes is None:
        return ""
    values = {}
    for name, touchpoint in extremes._asdict().items():
        values[name] = write_score(touchpoint_score(touchpoint) or 0, lang=lang)
        values[f"{name}_at"] = quote_title(touchpoint.title, lang=lang)
    story = translate(choose_story(journey, extremes), lang=lang) % values
    return translate(MEAN_STORY, lang=lang) % {"story": story} if is_felt_apart(journey) else story


def quote_title(title: str, *, lang: str) -> str:
    """Return a title in the quotation marks of a language, so that a sentence around it can be read."""
    before, after = QUOTES.get(lang.partition("-")[0].lower(), QUOTES["en"])
    return f"{before}{title}{after}"


def choose_story(journey: Journey, extremes: Peaks) -> str:
    """Return the sentence for the course that a curve takes, with gaps for its scores and places."""
    if sum(touchpoint_score(touchpoint) is not None for touchpoint in journey.touchpoints()) == 1:
        return marked("The feeling is %(peak)s at %(peak_at)s; nothing else has a score.")
    order = [touchpoint.id for touchpoint in journey.touchpoints()]
    peak, pit, end = (order.index(touchpoint.id) for touchpoint in extremes)
    if touchpoint_score(extremes.peak) == touchpoint_score(extremes.pit):
        return marked("The feeling stays at %(peak)s all the way.")
    if pit < peak == end:
        return marked(
            "From its lowest point, %(pit)s at %(pit_at)s, the feeling rises to end at its peak, %(peak)s."
        )
    if peak < pit == end:
        return marked(
            "From its peak, %(peak)s at %(peak_at)s, the feeling falls to end at its lowest, %(pit)s."
        )
    if peak < pit:
        return marked(
            "The feeling peaks at %(peak)s with %(peak_at)s, falls to %(pit)s at %(pit_at)s, "
            "and ends at %(end)s."
        )
    return marked(
        "The feeling drops to %(pit)s at %(pit_at)s, climbs to %(peak)s with %(peak_at)s, "
        "and ends at %(end)s."
    )
