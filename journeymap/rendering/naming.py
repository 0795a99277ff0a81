"""How things that are referred to by id are called on pages and pictures."""

from journeymap.model import Journey, Kpi, Metric, Persona, Portfolio
from journeymap.model.claims import Number
from journeymap.model.feelings import MINUS, format_score
from journeymap.rendering.templating import translate_in
from journeymap.rendering.words import write_span

NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"


def spell_id(id: str) -> str:
    """Return an id as words: something is always shown, also where a reference leads nowhere."""
    words = id.replace("-", " ")
    return words[:1].upper() + words[1:]


def name_persona(portfolio: Portfolio, journey: Journey, id: str) -> str:
    """Return a persona's title."""
    persona = find_persona(portfolio, journey, id)
    return persona.title if persona else spell_id(id)


def find_persona(portfolio: Portfolio, journey: Journey, id: str) -> Persona | None:
    """Return a persona; an inline one is found in its journey first."""
    local = next((persona for persona in journey.local_personas if persona.id == id), None)
    return local or portfolio.personas.get(id)


def name_team(portfolio: Portfolio, id: str) -> str:
    """Return a team's title."""
    team = portfolio.library.teams.get(id)
    return team.title if team else spell_id(id)


def name_system(portfolio: Portfolio, id: str) -> str:
    """Return a system's title."""
    system = portfolio.library.systems.get(id)
    return system.title if system else spell_id(id)


def name_segment(portfolio: Portfolio, id: str) -> str:
    """Return a segment's title."""
    segment = portfolio.library.segments.get(id)
    return segment.title if segment else spell_id(id)


def name_source(portfolio: Portfolio, id: str) -> str:
    """Return a source's title."""
    source = portfolio.library.sources.get(id)
    return source.title if source else spell_id(id)


def name_journey(portfolio: Portfolio, id: str) -> str:
    """Return a journey's title."""
    journey = portfolio.journey(id)
    return journey.title if journey else spell_id(id)


def name_exit(journey: Journey, id: str) -> str:
    """Return an exit's title."""
    declared = next((one for one in journey.exits if one.id == id), None)
    return declared.title if declared else spell_id(id)


def name_kpi(portfolio: Portfolio, kpi: Kpi) -> str:
    """Return what a KPI measures."""
    metric = portfolio.library.metrics.get(kpi.metric)
    return metric.title if metric else spell_id(kpi.metric)


def unit_of(metric: Metric | None) -> str:
    """Return the unit a metric's values carry; a ratio without one is in percent."""
    if metric is None:
        return ""
    return metric.unit or ("%" if metric.type == "ratio" else "")


def is_span(metric: Metric | None) -> bool:
    """Say whether the values of a metric are spans of time in seconds, which read better in words."""
    return metric is not None and metric.type == "duration" and metric.unit in ("", "s")


def write_kpi(portfolio: Portfolio, kpi: Kpi, *, lang: str) -> str:
    """Return a KPI's way in one line, such as ``31 → 38%``; empty where no value is known."""
    metric = portfolio.library.metrics.get(kpi.metric)
    unit = unit_of(metric)
    values = [value for value in (kpi.baseline, kpi.target) if value is not None]
    if is_span(metric):
        known, unit = [write_seconds(value, lang=lang) for value in values], ""
    else:
        known = [write_number(value, lang=lang) for value in values]
    if kpi.baseline is None and known:
        known.insert(0, "")
    way = " → ".join(known).strip()
    return add_unit(way, unit, lang=lang) if known else ""


def write_value(metric: Metric | None, value: Number, *, lang: str) -> str:
    """Write a value of a metric with its unit, such as ``31%``; a span of time in words."""
    if is_span(metric):
        return write_seconds(value, lang=lang)
    return add_unit(write_number(value, lang=lang), unit_of(metric), lang=lang)


def write_percent(share: Number, *, lang: str) -> str:
    """Write a share of 1 in percent, with one decimal at most."""
    return add_unit(write_number(round(share * 100, 1), lang=lang), "%", lang=lang)


def add_unit(number: str, unit: str, *, lang: str) -> str:
    """Return a written number with its unit; languages differ in how far the percent sign stands off."""
    if unit == "%":
        return number + translate_in("percent sign", "%", lang=lang)
    return f"{number} {unit}" if unit else number


def write_seconds(seconds: Number, *, lang: str) -> str:
    """Write a number of seconds as a span of time, such as ``3 days``."""
    if not seconds or (abs(seconds) < 60 and seconds != round(seconds)):
        return f"{write_number(seconds, lang=lang)} s"
    words = write_span(round(abs(seconds)), lang=lang)
    return f"{MINUS}{words}" if seconds < 0 else words


def write_number(number: Number, *, lang: str) -> str:
    """Write a number with a true minus sign, no idle decimals and the language's decimal sign."""
    return set_decimals(format_score(number, 6).removeprefix("+"), lang=lang)


def write_count(count: int, *, lang: str) -> str:
    """Write how many there are, such as ``41,000``; Spanish leaves numbers of four digits whole."""
    sign = translate_in("thousands sign", ",", lang=lang)
    return str(count) if sign == NARROW_SPACE and count < 10_000 else f"{count:,}".replace(",", sign)


def write_score(score: Number, *, lang: str) -> str:
    """Write a score with its sign, at two decimals at most."""
    return set_decimals(format_score(score), lang=lang)


def set_decimals(number: str, *, lang: str) -> str:
    """Return a written number with the language's decimal sign."""
    return number.replace(".", translate_in("decimal sign", ".", lang=lang))
