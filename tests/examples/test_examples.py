"""The examples: they compile without a finding, give their goldens, and print the tables of the articles."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from journeymap.compiling import Compilation, compile_files
from journeymap.model import Emotion, Gain, Insight, Pain
from journeymap.rendering import DEFAULT_FORMS, FORMS, Request
from journeymap.rendering.tables.table import build_table
from tests.conftest import ROOT, match_golden

EXAMPLES = ROOT / "examples"
QUICKSTART = EXAMPLES / "quickstart.journey.yaml"
FILES = sorted(EXAMPLES.rglob("*.yaml"))
WORKSPACES = ("online-retailer", "percurso-de-compra", "well-known-brands")
JOURNEYS = [
    (workspace, path.name.removesuffix(".journey.yaml"))
    for workspace in WORKSPACES
    for path in sorted((EXAMPLES / workspace).rglob("*.journey.yaml"))
]
DRAWN = ("comprar-geladeira", "first-purchase", "first-purchase-2027", "netflix", "returns")
"""The journeys whose flow is a golden, too."""
ARTIFACTS = [
    (workspace, journey, format)
    for workspace, journey in JOURNEYS
    for format in ("md", "csv", "dot")
    if format != "dot" or journey in DRAWN
]

DECODING_ARTICLE = {
    "touchpoint-stages": """
        Touchpoint stage | Customer Emotion | Marketing Focus
        Awareness | curiosity | Clear messaging, brand visibility
        Consideration | Evaluation | Informative content, social proof
        Decision | Confidence | simplified purchase, trust signals
        Retention | Loyalty | Personalized offers, engagement
        """,
    "emotional-states": """
        interaction Phase | Emotional State | Key Motivations
        Awareness | curiosity, Uncertainty | Seeking data, Reliability
        Consideration | Hope, skepticism | Value assessment, Risk reduction
        Decision | Confidence, Anxiety | Confirmation, Assurance
        """,
    "predictive-insights": """
        Data Type | Predictive Insight | Marketing Action
        Purchase Frequency | Identify repeat buyers at risk of churn | Send personalized retention offers
        Browsing Behavior | Spot interests in new product categories | Target with curated recommendations
        Social Sentiment | Detect emerging customer concerns | Adjust messaging for reassurance
        """,
    "personalisation-strategies": """
        strategy Aspect | Impact | Example
        Segmentation | Increased engagement | Tailored email campaigns
        timing | Higher conversion rates | Seasonal promotions
        Content Personalization | Stronger brand loyalty | Customized product recommendations
        """,
}
"""The tables printed in the article on decoding the customer journey, by the view that gives them."""


@cache
def compiled(workspace: str) -> Compilation:
    root = EXAMPLES / workspace
    files = [path for path in FILES if path.is_relative_to(root)]
    return compile_files((path.relative_to(root).as_posix(), path.read_bytes()) for path in files)


def request(workspace: str, journey: str) -> Request:
    portfolio = compiled(workspace).portfolio
    found = portfolio.journey(journey)
    assert found is not None
    return Request(portfolio, found)


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_workspaces_compile_without_a_finding(workspace: str) -> None:
    """An example is a model: nothing in it is worth a remark."""
    assert compiled(workspace).diagnostics == ()
    assert compiled(workspace).portfolio.journeys


def test_the_quickstart_is_short_and_stands_alone() -> None:
    """A page of text is a whole journey, short forms included."""
    content = QUICKSTART.read_bytes()
    compilation = compile_files([(QUICKSTART.name, content)])

    assert compilation.diagnostics == ()
    assert len(content.splitlines()) <= 36
    (journey,) = compilation.portfolio.journeys
    assert [stage.id for stage in journey.stages] == ["awareness", "decision", "retention"]
    assert [touchpoint.emotions[0] for touchpoint in journey.touchpoints()] == [
        Emotion(1),
        Emotion(-1),
        Emotion(feeling="proud"),
        Emotion(2, "happy"),
    ]


@pytest.mark.parametrize(("workspace", "journey", "format"), ARTIFACTS)
def test_artifacts_equal_their_goldens(workspace: str, journey: str, format: str) -> None:
    """What is rendered from an example is what lies beside it."""
    match_golden(
        EXAMPLES / workspace / "expected" / f"{journey}.{format}",
        FORMS[DEFAULT_FORMS[format]][format](request(workspace, journey)).content,
    )


def test_every_golden_belongs_to_a_journey() -> None:
    """No golden outlives the journey it was rendered from."""
    kept = {path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.glob("*/expected/*")}
    made = {f"{workspace}/expected/{journey}.{format}" for workspace, journey, format in ARTIFACTS}

    assert kept == made


@pytest.mark.parametrize("view", DECODING_ARTICLE)
def test_the_article_s_tables_come_out_cell_for_cell(view: str) -> None:
    """Headers and cells of a view equal those of the printed table."""
    asked = request("online-retailer", "first-purchase")
    table = build_table(view, asked.portfolio, asked.subject)
    printed = [line.strip().split(" | ") for line in DECODING_ARTICLE[view].strip().splitlines()]

    assert [[column.title for column in table.columns], *map(list, table.rows)] == printed


@pytest.mark.parametrize("brand", ["amazon", "netflix", "nike", "starbucks"])
def test_brands_claim_only_what_the_article_says(brand: str) -> None:
    """Of a brand's map, what cites the article is partial and everything else is assumed."""
    journey = request("well-known-brands", brand).subject
    claims: list[Emotion | Pain | Gain | Insight] = [*journey.insights]
    for stage in journey.stages:
        claims += stage.emotions
        for touchpoint in stage.touchpoints:
            claims += [*touchpoint.emotions, *touchpoint.pains, *touchpoint.gains]
    cited = [claim for claim in claims if claim.evidence]

    assert cited
    assert {(claim.confidence, claim.evidence) for claim in cited} == {("partial", ("brand-article",))}
    assert {claim.confidence for claim in claims if not claim.evidence} == {"assumed"}
    assert [(piece.id, piece.kind) for piece in journey.evidence] == [("brand-article", "desk-research")]


def test_the_future_purchase_is_better_than_the_present_one() -> None:
    """The overlay is a whole journey in which checkout no longer hurts."""
    now = request("online-retailer", "first-purchase").subject
    then = request("online-retailer", "first-purchase-2027").subject
    pains = {pain.id for touchpoint in then.touchpoints() for pain in touchpoint.pains}

    assert then.state == "future"
    assert {touchpoint.id for touchpoint in then.touchpoints()} == (
        {touchpoint.id for touchpoint in now.touchpoints()} | {"guest"}
    ) - {"cart-reminder"}
    assert pains.isdisjoint({"late-delivery-cost", "forced-account", "fourteen-fields"})


def test_feelings_differ_by_persona_somewhere() -> None:
    """At least one touchpoint of the retailer is felt differently by two personas."""
    touchpoints = request("online-retailer", "first-purchase").subject.touchpoints()

    assert any(len({emotion.score for emotion in each.emotions}) > 1 for each in touchpoints)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(EXAMPLES).as_posix())
def test_files_tell_editors_their_schema(path: Path) -> None:
    """The first line points at the schema of the file's kind, from where the file is."""
    first = path.read_text("utf-8").splitlines()[0]
    kind = "workspace" if path.name == "journeymap.yaml" else path.name.split(".")[-2]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)

    assert found is not None
    assert (path.parent / found[1]).resolve() == ROOT / "schemas" / f"{kind}.schema.json"


def test_addresses_lead_nowhere_real() -> None:
    """Every address and every mailbox of the examples is at example.com."""
    text = "\n".join(path.read_text("utf-8") for path in FILES)

    assert set(re.findall(r"https?://([^/\s,}]+)", text)) == {"example.com"}
    assert set(re.findall(r"\w@([\w.]+)", text)) == {"example.com"}


def test_pictures_exist() -> None:
    """Each picture that an example names lies beside the file that names it."""
    named = [
        path.parent / src for path in FILES for src in re.findall(r"src: ([^\s,}]+)", path.read_text("utf-8"))
    ]

    assert named
    assert all(picture.is_file() for picture in named)


def links_of(page: Path) -> Iterator[Path]:
    for target in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8")):
        yield page.parent / target


def test_the_index_names_every_example() -> None:
    """The page of examples links to each of them and to nothing else."""
    assert set(links_of(EXAMPLES / "README.md")) == {QUICKSTART, *(EXAMPLES / name for name in WORKSPACES)}
