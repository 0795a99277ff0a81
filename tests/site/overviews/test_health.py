"""The health of a workspace: what is wrong, what is missing, what is due, and who may know."""

import pytest

from journeymap.diagnostics import Diagnostic, Severity
from journeymap.model import Emotion, Journey, Stage, Touchpoint
from journeymap.site.overviews import health
from journeymap.site.overviews.reviews import next_review
from journeymap.site.plan import Options
from journeymap.source import Position, Span
from tests.site.overviews.pages import build_pages
from tests.site.samples import DAY, make_journey, make_portfolio

PAGE = "health/index.html"


def found(
    entity: str = "", severity: Severity = Severity.WARNING, message: str = "It is `wrong`"
) -> Diagnostic:
    """Return a finding in line 7 of a file."""
    start = Position(7, 3, 0)
    span = Span("/far/away/shop.yaml", start, start)
    return Diagnostic("some-rule", severity, message, span, entity=entity, path="shop.yaml")


def test_findings_are_grouped_and_placed() -> None:
    """Errors before warnings before advice, each with its rule and its line, and no path of a machine."""
    findings = (
        found(severity=Severity.INFO, message="Consider it"),
        found(),
        found(severity=Severity.ERROR, message="Broken"),
    )
    pages = build_pages(make_portfolio(), findings=findings, options=Options(has_checks=True))
    words = pages.words(PAGE)

    assert words.index("Errors") < words.index("Broken") < words.index("Warnings") < words.index("Advice")
    assert "It is wrong some-rule shop.yaml:7" in words
    assert "/far" not in pages.html(PAGE)
    assert "1 error 1 warning 1 piece of advice" in words


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("`a<b>` is `c`", "<code>a&lt;b&gt;</code> is <code>c</code>"),
        ("a lone ` stays <i>", "a lone ` stays &lt;i&gt;"),
    ],
)
def test_names_in_a_message_are_code(message: str, shown: str) -> None:
    """What stands in a pair of backticks is set apart, and nothing in a message becomes markup."""
    html = build_pages(make_portfolio(), findings=(found(message=message),)).html(PAGE)

    assert f'<th scope="row" class="wordy" dir="auto">{shown}</th>' in html


@pytest.mark.parametrize(
    ("entity", "link"),
    [
        (
            "journey:first-purchase/stage:decision/touchpoint:checkout",
            '<a href="../journeys/first-purchase/index.html#checkout" dir="auto">Checkout page</a>',
        ),
        (
            "journey:first-purchase/touchpoint:checkout/blueprint-item:nowhere",
            '<a href="../journeys/first-purchase/index.html#checkout" dir="auto">Checkout page</a>',
        ),
        ("journey:returns", '<a href="../journeys/returns/index.html" dir="auto">Return a pair</a>'),
        (
            "library:shared/metric:csat",
            '<a href="../kpis/csat/index.html" dir="auto">Checkout satisfaction</a>',
        ),
        (
            "persona:gift-buyer",
            '<a href="../personas/gift-buyer/index.html" dir="auto">Gus, the gift buyer</a>',
        ),
        ("library/term:basket", '<a href="../glossary/index.html#basket" dir="auto">Basket</a>'),
        ("library/shared-touchpoint:none", ""),
        ("persona:nobody", ""),
        ("journey:none/stage:x", ""),
        ("workspace", ""),
        ("", ""),
    ],
)
def test_a_finding_leads_to_what_it_is_about(entity: str, link: str) -> None:
    """As far down as there is a page and an anchor; a thing without a page is no link."""
    html = build_pages(make_portfolio(), findings=(found(entity),)).html(PAGE)

    assert f"<td>{link}</td><td><code>some-rule</code></td>" in html


def test_what_was_not_checked_is_not_called_well() -> None:
    """Without checks of the method the page says so; with them, and nothing found, all is well."""
    unchecked = build_pages(make_portfolio()).words(PAGE)
    checked = build_pages(make_portfolio(), options=Options(has_checks=True)).words(PAGE)

    assert "built without checking the method" in unchecked
    assert "Nothing was found wrong" not in unchecked
    assert "built without checking the method" not in checked
    assert "Nothing was found wrong" in checked


def test_the_public_never_sees_it() -> None:
    """A site for everybody has no such page, and nothing on it leads there."""
    pages = build_pages(make_portfolio(), findings=(found(),), options=Options(audience="public"))

    assert PAGE not in pages.files
    assert all("health/" not in pages.html(path) for path in pages.files if path.endswith(".html"))
    assert all(b"some-rule" not in file.content for file in pages.files.values())


def test_coverage_is_told_journey_by_journey() -> None:
    """Parts of a whole with their bars, a dash where there is no whole, and all journeys together."""
    pages = build_pages(make_portfolio())
    rows = pages.rows(PAGE)
    small = next(row for row in rows if row.startswith("Return a pair"))

    assert small == "Return a pair no owner – none 0 of 1 0 of 1 0 of 1 – none – none – none"
    whole = next(row for row in rows if row.startswith("All journeys"))
    assert "of 19" in whole
    assert "2 journeys without owner" not in pages.words(PAGE)
    assert "1 journey without owner" in pages.words(PAGE)


def test_retired_journeys_owe_nothing() -> None:
    """They have neither coverage nor a review."""
    journeys = (make_journey(), make_journey()._replace(id="old", title="Old one", status="retired"))
    words = build_pages(make_portfolio()._replace(journeys=journeys)).words(PAGE)

    assert "Old one" not in words
    assert "All journeys" not in words


def test_reviews_are_listed_by_the_day_they_are_due() -> None:
    """Those nobody has reviewed first, then by day; the reader's clock knows what is overdue."""
    journeys = (
        Journey("a", "Late", reviewed="2026-03-01", review_every=30 * DAY),
        Journey("b", "Soon", reviewed="2026-01-01", review_every=30 * DAY),
        Journey("c", "Never"),
        Journey("d", "Once", reviewed="2026-01-01"),
    )
    pages = build_pages(make_portfolio()._replace(journeys=journeys))
    rows = pages.rows(PAGE)[-4:]

    assert rows == [
        "Never no owner never nobody promised – none",
        "Soon no owner 1 January 2026 30 days 31 January 2026 Overdue",
        "Late no owner 1 March 2026 30 days 31 March 2026 Overdue",
        "Once no owner 1 January 2026 nobody promised – none",
    ]
    assert 'data-stale="2026-01-31" data-every="0"' in pages.html(PAGE)


@pytest.mark.parametrize(
    ("reviewed", "every", "day"),
    [
        ("2026-01-31", DAY, "2026-02-01"),
        ("2026-01-31", None, ""),
        ("", DAY, ""),
        ("soon", DAY, ""),
        ("9999-12-31", DAY, ""),
        ("2026-01-01", 10**12 * DAY, ""),
    ],
)
def test_the_next_review_is_a_day_or_nothing(reviewed: str, every: int | None, day: str) -> None:
    """What is no date, or a day that no calendar has, is nothing."""
    assert next_review(Journey("j", "J", reviewed=reviewed, review_every=every)) == day


def test_a_page_of_thousands_is_cut() -> None:
    """The page has the first findings of a severity and says how many more there are."""
    findings = tuple(found(message=f"Wrong {number}") for number in range(health.MOST + 3))
    pages = build_pages(make_portfolio(), findings=findings)

    assert pages.html(PAGE).count("some-rule") == health.MOST
    assert '<a href="findings.csv" dir="auto">and 3 more</a>' in pages.html(PAGE)
    assert len(pages.table("health/findings.csv")) == len(findings) + 1


def test_without_journeys_there_is_no_health() -> None:
    """Nothing is owed to nobody."""
    assert PAGE not in build_pages(make_portfolio()._replace(journeys=())).files


def test_of_very_many_journeys_those_that_are_owed_most_are_shown() -> None:
    """Both tables are cut, the least covered and the longest overdue on top; the file has all of them."""
    count = health.ROWS + 20
    scored = (Stage("s", "S", touchpoints=(Touchpoint("t", "T", emotions=(Emotion(1),)),)),)
    unscored = (Stage("s", "S", touchpoints=(Touchpoint("t", "T"),)),)
    journeys = tuple(
        Journey(
            f"j{n}", f"Journey {n}", scored if n < count - 1 else unscored, reviewed=f"20{10 + n % 15}-01-01"
        )
        for n in range(count)
    )
    pages = build_pages(make_portfolio()._replace(journeys=journeys))
    html, rows = pages.html(PAGE), pages.rows(PAGE)

    assert rows[1].startswith(f"Journey {count - 1} no owner")
    assert len(rows) == 2 * health.ROWS + 3  # two heads, and all journeys together
    assert html.count('<a href="journeys.csv" dir="auto">and 20 more</a>') == 2
    assert "Those covered least are shown." in pages.words(PAGE)
    table = pages.table("health/journeys.csv")
    assert len(table) == count + 1
    assert table[0][:4] == ["Journey", "Owner", "Claims researched (%)", "Feelings scored (%)"]
    assert table[1] == ["Journey 0", "", "0", "100", "0", "0", "", "", "", "2010-01-01", ""]


def test_all_findings_are_in_a_file() -> None:
    """Each with its severity, what it is about, its rule and its line, and no path of a machine."""
    findings = (found(), found("journey:returns", Severity.ERROR, "Broken"))
    pages = build_pages(make_portfolio(), findings=findings)

    assert pages.table("health/findings.csv") == [
        ["Severity", "Finding", "About", "Rule", "File", "Line"],
        ["error", "Broken", "Return a pair", "some-rule", "shop.yaml", "7"],
        ["warning", "It is `wrong`", "", "some-rule", "shop.yaml", "7"],
    ]
    assert '<a href="findings.csv">CSV' in pages.html(PAGE)
    assert "health/findings.csv" not in build_pages(make_portfolio()).files
