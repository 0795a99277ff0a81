"""The site: every page and file of a workspace, gathered in memory and checked before anything is written.

``build_site`` returns the whole site or raises ``BrokenLinks``; it reads no clock and writes no file.
Pictures that journeys and personas show are read through the options, by the paths their authors wrote.
"""

from journeymap.site.build import build_site
from journeymap.site.journey.standalone import build_lone_pages, single_page
from journeymap.site.links import BrokenLink, BrokenLinks, tell_broken_links
from journeymap.site.plan import Options

__all__ = [
    "BrokenLink",
    "BrokenLinks",
    "Options",
    "build_lone_pages",
    "build_site",
    "single_page",
    "tell_broken_links",
]
