"""The live page: a site kept in memory, built anew when a file changes, shown to this machine only.

Owns what is served and to whom, when to look at files again, and what a page is told. Reads files through
the workspace, and writes none.
"""

from journeymap.serving.dressing import write_waiting_page
from journeymap.serving.server import PortTaken, Server
from journeymap.serving.shelf import Shelf
from journeymap.serving.watching import Watcher
from journeymap.serving.workshop import Order, Round, Workshop

__all__ = [
    "Order",
    "PortTaken",
    "Round",
    "Server",
    "Shelf",
    "Watcher",
    "Workshop",
    "write_waiting_page",
]
