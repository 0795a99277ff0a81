"""What the rules about numbers share: where a number was written, and which ones are possible."""

from journeymap.model import Journey, Metric
from journeymap.model.kpis import Range, legal_range
from journeymap.model.summaries import OwnedKpi
from journeymap.problems import Spot

_PERCENT: Range = (0, 100)


def spot_number(journey: Journey, owned: OwnedKpi, key: str, text: str) -> Spot:
    """Return the spot of a KPI's number: in the change of an overlay that set it, else in the KPI."""
    addresses = {owned.address}
    if owned.owner is journey:
        addresses.add(f"{journey.extends}/{owned.kpi.id}")
    for change in reversed(journey.changes):
        if change.verb == "set" and key in change.fields and change.target in addresses:
            return Spot(change.at.child("fields", key), text)
    return Spot(owned.kpi.at.child(key), text)


def range_of_type(metric: Metric) -> Range:
    """Return what the type of a metric allows; satisfaction may be a percentage, whatever its unit."""
    return _PERCENT if metric.type == "csat" else legal_range(metric._replace(range=None))


def is_possible_range(metric: Metric) -> bool:
    """Whether the range that a metric states, if any, runs upwards and is one that its type allows."""
    if metric.range is None:
        return True
    low, high = metric.range
    lowest, highest = range_of_type(metric)
    return low < high and (lowest is None or low >= lowest) and (highest is None or high <= highest)


def describe_range(range: Range) -> str:
    """Return a range as the predicate of a sentence, such as ``runs from 0 to 100``."""
    low, high = (None if bound is None else f"{bound:.10g}" for bound in range)
    if low is None or high is None:
        return f"never falls below {low}" if high is None else f"never exceeds {high}"
    return f"runs from {low} to {high}"
