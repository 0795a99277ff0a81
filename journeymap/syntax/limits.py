"""How much a file may hold before it is refused."""

from journeymap.named_tuples import NamedTuple


class Limits(NamedTuple):
    """The sizes beyond which a file is refused instead of read.

    A page of 350 lines stays two orders of magnitude below each of them.
    """

    bytes: int = 1024 * 1024
    depth: int = 64
    nodes: int = 100_000
    scalar: int = 100_000
    findings: int = 100
