"""One build for every place: at a root, below a path, on a disk, out of an archive; and strict everywhere."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from journeymap.artifacts import write
from journeymap.rendering.policies import embedded_policy
from journeymap.site import build_site
from journeymap.site.assets import POLICY
from journeymap.workspace import compile_workspaces, find_workspaces
from tests.conftest import ROOT

BASES = ("https://maps.example/", "https://maps.example/a/b/", "file:///home/ada/my%20maps/")
WITHIN = ("index.html", "404.html", "journeys/first-purchase/index.html", "journeys/purchase/index.html")


class Page(HTMLParser):
    """The ids, addresses, policies and inline parts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: set[str] = set()
        self.policies: list[str] = []
        self.handlers: list[str] = []
        self.inline: dict[str, list[str]] = {"script": [], "style": []}
        self._inside = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a tag refers to and what it would run."""
        values = {name: value or "" for name, value in attrs}
        self.ids.update({values["id"]} if "id" in values else ())
        self.addresses.update(values[name] for name in ("href", "src", "data-target") if values.get(name))
        if values.get("http-equiv", "").lower() == "content-security-policy":
            self.policies.append(values["content"])
        if values.get("http-equiv", "").lower() == "refresh":
            self.addresses.add(values["content"].partition("url=")[2])
        self.handlers += [name for name in values if name.startswith("on") or name == "style"]
        if tag in self.inline and "src" not in values and values.get("type", "") != "application/json":
            self._inside = tag
            self.inline[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        """Leave a style or script."""
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        """Keep what a style or script holds."""
        if self._inside:
            self.inline[self._inside][-1] += data


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the example on a disk."""
    root = tmp_path_factory.mktemp("relocated")
    (compilation,) = compile_workspaces(
        find_workspaces([str(ROOT / "examples" / "online-retailer")], str(root))
    )
    write(build_site(compilation), root / "site")
    return root / "site"


def read(folder: Path) -> Mapping[str, Page]:
    """Return all pages in a folder by their paths."""
    return {
        path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }


def faults(pages: Mapping[str, Page], folder: Path, base: str) -> Iterator[str]:
    """Yield what is wrong with the links of a site that stands at an address."""
    for path, page in pages.items():
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme in {"https", "http", "mailto", "data"}:
                continue
            target = urljoin(base + path, address)
            if parts.scheme or address.startswith("/") or not target.startswith(base):
                yield f"{path}: {address} leaves the site"
                continue
            found = unquote(urlsplit(target[len(base) :]).path)
            anchor = unquote(urlsplit(target).fragment)
            if not (folder / found).is_file():
                yield f"{path}: {address} leads to no file"
            elif anchor and found in pages and anchor not in pages[found].ids:
                yield f"{path}: {address} leads to no anchor"


@pytest.mark.parametrize("base", BASES)
def test_no_link_is_broken_wherever_the_site_stands(folder: Path, base: str) -> None:
    """Every link and anchor arrives at the root of a domain, below a path, and on a disk."""
    pages = read(folder)

    assert len(pages) > 60
    assert set(WITHIN) <= set(pages)
    assert list(faults(pages, folder, base)) == []


def test_an_archive_of_the_site_is_the_site(folder: Path, tmp_path: Path) -> None:
    """Packed, sent and unpacked elsewhere, all links still arrive."""
    archive = tmp_path / "site.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(folder.rglob("*")):
            packed.write(path, path.relative_to(folder))
    elsewhere = tmp_path / "Über uns" / "maps"
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(elsewhere)

    assert list(faults(read(elsewhere), elsewhere, BASES[1])) == []


def test_a_link_that_leaves_is_noticed(tmp_path: Path) -> None:
    """The check itself sees an address from the root, one that climbs out, and a missing anchor."""
    (tmp_path / "index.html").write_text('<a href="/x"></a><a href="../x"></a><a href="#y"></a><a href="z">')

    assert len(list(faults(read(tmp_path), tmp_path, BASES[1]))) == 4


def test_every_page_has_the_strict_policy(folder: Path) -> None:
    """Each HTML file has one policy, before all that could load: nothing runs or loads but what is ours."""
    for path, page in read(folder).items():
        (policy,) = page.policies
        style, script = ("".join(page.inline[kind]) for kind in ("style", "script"))
        allowed = {POLICY} | ({embedded_policy(style, script)} if style else set())
        assert policy in allowed, path
        assert page.handlers == [], path
        if policy == POLICY:
            assert (page.inline["style"], page.inline["script"]) == ([], []), path
        text = (folder / path).read_text(encoding="utf-8")
        head = text[: text.index("Content-Security-Policy")]
        assert not re.search(r"<(script|style|link|body|img)\b", head), path


def test_the_policies_allow_nothing_from_elsewhere() -> None:
    """Neither policy names a host, a scheme other than data, or anything unsafe."""
    for policy in (POLICY, embedded_policy("a", "b")):
        assert policy.startswith("default-src 'none'; ")
        assert {"base-uri 'none'", "form-action 'none'"} <= set(policy.split("; "))
        assert not re.search(r"unsafe|https?:|\*|blob:|filesystem:", policy)
    assert unescape(POLICY) == POLICY
