"""Where a build puts things and says they are: pages to send around, and the address of a site."""

import gzip
import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.programs import run_journeymap

WEIGHT = 150 * 1024
"""How heavy a page may be that is sent around, packed as archives and servers pack it."""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Copy the example workspace."""
    shutil.copytree(ROOT / "examples" / "online-retailer", tmp_path / "shop")
    return tmp_path


def test_single_files_hold_all_they_need(shop: Path) -> None:
    """Each journey is one page under its id that loads nothing, leads to no file, and can be attached."""
    outcome = run_journeymap("build", "shop", "--single-file", "-o", "out", cwd=shop)

    assert outcome.code == 0, outcome
    pages = sorted((shop / "out").glob("*"))
    assert [page.name for page in pages if page.suffix == ".html"] == [
        *("delivery.html", "first-purchase-2027.html", "first-purchase.html", "loyalty.html"),
        *("newsletter-signup.html", "returns.html"),
    ]
    for page in pages:
        if page.suffix == ".html":
            text = page.read_text(encoding="utf-8")
            assert "sha256-" in text.partition("</head>")[0]
            for address in re.findall(r'\s(?:href|src)="([^"]*)"', text):
                assert address.startswith(("#", "data:", "https:", "mailto:")), address
            assert len(gzip.compress(text.encode(), mtime=0)) <= WEIGHT
    assert "built 6 journeys, 6 pages" in outcome.stderr
    assert "open out/delivery.html" in outcome.stderr


def test_single_files_of_some_journeys(shop: Path) -> None:
    """Files that are named are drawn, and a folder's are those in it; the rest of the workspace is known."""
    one = run_journeymap(
        "build", "shop/journeys/returns.journey.yaml", "--single-file", "-o", "one", cwd=shop
    )
    assert one.code == 0, one
    assert [page.name for page in (shop / "one").glob("*.html")] == ["returns.html"]
    folder = run_journeymap("build", "legacy", "--single-file", "-o", "../two", cwd=shop / "shop")
    assert folder.code == 0, folder
    assert [page.name for page in (shop / "two").glob("*.html")] == ["newsletter-signup.html"]
    again = run_journeymap("build", "legacy", "--single-file", "-o", "../two", "--check", cwd=shop / "shop")
    assert (again.code, "up to date" in again.stderr) == (0, True)


def test_single_files_of_no_journey(shop: Path) -> None:
    """A file that is no journey is a wrong use, and nothing is written."""
    outcome = run_journeymap("build", "shop/journeymap.yaml", "--single-file", cwd=shop)

    assert outcome.code == 2
    assert "none of these files is a journey" in outcome.stderr
    assert not (shop / "site").exists()


@pytest.mark.parametrize("options", ["--single-file", "--site-url https://a.example/"])
def test_what_is_stale_names_the_command_that_made_it(shop: Path, options: str) -> None:
    """A site or single files are renewed by the command that made them, address and all."""
    outcome = run_journeymap("build", "shop", *options.split(), "--check", cwd=shop)

    assert outcome.code == 1
    assert f"journeymap build shop -o site {options}" in outcome.stderr


def test_the_command_line_says_where_a_site_is(shop: Path) -> None:
    """An address on the command line stands in the place of the workspace's, with a slash at its end."""
    outcome = run_journeymap(
        "build", "shop", "--site-url", "http://localhost:8000/maps", "-o", "out", cwd=shop
    )

    assert outcome.code == 0, outcome
    assert "Sitemap: http://localhost:8000/maps/sitemap.xml" in (shop / "out" / "robots.txt").read_text()
    page = (shop / "out" / "journeys" / "returns" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="http://localhost:8000/maps/journeys/returns/index.html">' in page
    assert "https://example.com/journeys/journeys" not in page


@pytest.mark.parametrize(
    "address",
    [
        "example.com",
        "ftp://example.com",
        "https://",
        "https://a b",
        "https://a/?x",
        "https://[",
        "https://a/#b",
    ],
)
def test_an_address_that_is_none_is_refused_at_once(address: str, tmp_path: Path) -> None:
    """What is no address of a site is said before anything is read."""
    outcome = run_journeymap("build", "gone", "--site-url", address, cwd=tmp_path)

    assert outcome.code == 2
    assert "is not the address of a site" in outcome.stderr


def test_an_id_that_no_folder_can_have(shop: Path) -> None:
    """What Windows keeps for itself is to be renamed: another folder would not help."""
    journey = shop / "shop" / "journeys" / "returns.journey.yaml"
    text = journey.read_text(encoding="utf-8")
    journey.write_text(text.replace("\ntitle:", "\naliases: [con]\ntitle:", 1), encoding="utf-8")
    outcome = run_journeymap("build", "shop", "-o", "out", cwd=shop)
    assert outcome.code == 2
    assert "`journeys/con/embed.html` cannot be an output path" in " ".join(outcome.stderr.split())
    told = " ".join(outcome.stderr.split())
    assert told.endswith("rename what has that id; `journeymap check` shows where; nothing was written")
    assert "returns.journey.yaml:" in run_journeymap("check", "shop", cwd=shop).stdout
    assert not (shop / "out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit to set")
def test_a_disk_that_is_full_in_the_middle(shop: Path) -> None:
    """Somebody has to know that the folder is of two builds; no file of it is half a file."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, before[1]))
    try:
        outcome = run_journeymap("build", "shop", "-o", "out", "--jobs", "1", cwd=shop)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert outcome.code == 2
    assert "out may now hold files of this build beside those of an earlier one" in outcome.stderr
    assert "the system refuses" in outcome.stderr
    assert not list((shop / "out").rglob("*.tmp"))
    assert run_journeymap("build", "shop", "-o", "out", cwd=shop).code == 0
    assert run_journeymap("build", "shop", "-o", "out", "--check", cwd=shop).code == 0
