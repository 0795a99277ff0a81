"""The same map written another way: other order of keys, other quotes, other brackets."""

from random import Random
from typing import Any

import yaml


def restyle(data: Any, random: Random) -> str:
    """Return a text that says the same as the data, in a style drawn at random."""
    return write_value(shuffle_keys(data, random), random)


def shuffle_keys(data: Any, random: Random) -> Any:
    """Return the data with the keys of every mapping in another order."""
    if isinstance(data, dict):
        keys = list(data)
        random.shuffle(keys)
        return {key: shuffle_keys(data[key], random) for key in keys}
    return [shuffle_keys(each, random) for each in data] if isinstance(data, list) else data


def write_value(data: Any, random: Random) -> str:
    """Return the data as YAML, in blocks or brackets of a random width and with random quotes."""
    style = random.choice((None, "'", '"'))

    class Dumper(yaml.SafeDumper):
        """Quotes every text the same way, or only where needed."""

        def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML asks for each value
            """Write everything out: the language has no aliases."""
            return True

    Dumper.add_representer(
        str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)
    )
    return yaml.dump(
        data,
        Dumper=Dumper,
        sort_keys=False,
        allow_unicode=random.random() < 0.8,
        default_flow_style=random.choice((True, False, None)),
        width=random.choice((40, 100, 10_000)),
        indent=random.choice((2, 4)),
    )


def thin_out(data: Any, random: Random, share: float) -> Any:
    """Return the data without some of its optional values, so that checks have something to say."""
    if isinstance(data, dict):
        return {
            key: thin_out(value, random, share)
            for key, value in data.items()
            if key in KEPT or random.random() > share
        }
    return [thin_out(each, random, share) for each in data] if isinstance(data, list) else data


_KEPT = """
journeymap kind id title stages touchpoints extends changes set add item remove move fields to exit journey
next text metric score by field status segment source src alt url from rules
"""
KEPT = frozenset(_KEPT.split())
"""What a map cannot do without, or what other values lean on."""
