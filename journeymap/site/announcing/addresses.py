"""Full addresses of pages: known only where the workspace says where its site is published."""

from typing import NamedTuple
from urllib.parse import quote

from journeymap.model import Workspace
from journeymap.rendering.links import safe_url
from journeymap.site.addresses import HOME


class Base(NamedTuple):
    """Where the site is published, with a slash at its end; empty where nobody said."""

    url: str = ""

    def address(self, path: str) -> str:
        """Return the full address of a page or file; that of the front page is the site's own."""
        if not self.url:
            return ""
        return self.url if path == HOME else self.url + quote(path)


def find_base(workspace: Workspace) -> Base:
    """Return where the site of a workspace is published."""
    url = safe_url(workspace.site_url) or ""
    return Base(url if not url or url.endswith("/") else f"{url}/")
