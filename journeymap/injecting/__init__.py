"""Tables and pictures put between markers in Markdown files, and kept up to date there.

Owns what stands between two markers; every byte outside of them stays. Reads and plans; that all is well
is known before the first file is written, which is the business of the command line.
"""

from journeymap.injecting.finding import Block, find_blocks
from journeymap.injecting.pages import Injection, Page, inject
from journeymap.injecting.plans import Plan, make_plan
from journeymap.injecting.targets import Shelf, Target

__all__ = ["Block", "Injection", "Page", "Plan", "Shelf", "Target", "find_blocks", "inject", "make_plan"]
