"""The public sees what is public, and no trace of the rest."""

import pytest

from journeymap.compiling import compile_files
from journeymap.model import Journey, Portfolio
from journeymap.model.visibility import visible_to

LIBRARY = """\
journeymap: 1
kind: library
channels: [{id: web, title: Web}, {id: backdoor, title: Backdoor, visibility: internal}]
teams:
  - {id: shop-team, title: Shop team, contact: secret-desk@example.com}
  - {id: spies, title: Spies, visibility: internal}
  - {id: idle-team, title: Idle}
  - {id: press, title: Press, contact: press@example.com, visibility: public}
  - {id: data-team, title: Data}
metrics:
  - {id: csat, title: CSAT, owner: data-team, source: survey, measure: {sql: select}}
  - {id: margin, title: Margin, visibility: internal}
sources: [{id: survey, title: Survey, connection: lake}, {id: ledger, title: Ledger, visibility: internal}]
systems:
  - {id: till, title: Till, owner: spies}
  - {id: vault, title: Vault, visibility: internal}
segments: [{id: returning, title: Returning}, {id: whales, title: Whales, visibility: internal}]
terms: [{id: basket-term, title: Basket}, {id: secret-term, title: Secret, visibility: internal}]
touchpoints:
  - {id: page, title: Page, owner: shop-team, deprecated: {replaced_by: hidden-page}}
  - {id: hidden-page, title: Hidden, visibility: internal}
"""
WORKSPACE = """\
journeymap: 1
kind: workspace
title: Shop
connections: {lake: {type: postgres, dsn: {env: SECRET_DSN}}}
views:
  - {id: some, where: {personas: [hunter, spy], channels: web, tags: [secret-tag]}}
  - {id: none-left, where: {personas: [spy]}}
  - {id: all}
"""
PERSONA = "journeymap: 1\nkind: persona\nid: {id}\ntitle: {id}\n{more}"
PUBLIC = """\
journeymap: 1
kind: journey
id: shop
title: Shop
visibility: public
owner: spies
personas: [hunter, spy, {id: local, title: Local}, {id: mole, title: Mole, visibility: internal}]
segments: [returning, whales]
sources: [survey, ledger]
objective: {text: Sell, kpi: pay/margin}
kpis: [csat, margin]
exits: [{id: leaves, title: Leaves}, {id: fraud, title: Fraud, visibility: internal}]
moved: [{from: old, to: [basket, check]}, {from: older, to: check}]
deprecated: {replaced_by: secret}
stages:
  - id: decision
    title: Decision
    touchpoints:
      - id: basket
        title: Basket
        uses: page
        channel: [web, backdoor]
        actor: spy
        systems: [till, vault]
        emotion: {by: {hunter: {score: 1, evidence: [open-study, closed-study]}, spy: -2, mole: 0}}
        thought: {by: {local: Nice, mole: Report}}
        pains:
          - {id: slow, text: Slow}
          - {id: scandal, text: Scandal, visibility: internal}
          - {id: watched, text: Watched, personas: [spy]}
        personalization:
          - {text: Offer, segment: returning}
          - {text: Champagne, segment: whales}
          - {text: X, persona: spy}
        blueprint:
          support: [till, vault, {text: Steel door, system: vault}, {text: Guard, visibility: internal}]
        expand: secret
      - {id: check, title: Credit check, visibility: internal, kpis: [csat]}
      - {id: pay, title: Pay, kpis: [csat, margin], owner: shop-team}
      - {id: meeting, title: Meeting, personas: [spy, mole]}
  - {id: shadow, title: Shadow, visibility: internal, touchpoints: [{id: audit, title: Audit}]}
opportunities:
  - id: faster
    title: Faster
    addresses: [slow, scandal, 'secret#late']
    kpis: [pay/csat, pay/margin, check/csat, secret/csat, {metric: margin}]
    actions: [{id: cache, text: Cache}, {id: bribe, text: Bribe, visibility: internal}]
  - {id: cover-up, title: Cover up, visibility: internal}
insights: [{text: They leave, source: ledger}, {text: They cheat, visibility: internal}]
evidence: [{id: open-study, title: Open}, {id: closed-study, title: Closed, visibility: internal}]
feedback_loops: [{id: ask, source: survey, feeds: [basket, audit]}]
"""
SECRET = """\
journeymap: 1
kind: journey
id: secret
title: Secret
personas: [plotter]
kpis: [csat]
stages: [{id: s, title: S, touchpoints: [{id: t, title: T, pains: [{id: late, text: Late}]}]}]
"""
OVERLAY = """\
journeymap: 1
kind: journey
id: shop-2027
extends: shop
changes: [{remove: slow, resolved_by: faster}]
"""


def compile_public(journey: str = PUBLIC, *others: str) -> Portfolio:
    """Return the portfolio of a journey in a workspace full of secrets."""
    files = {
        "a.library.yaml": LIBRARY,
        "hunter.persona.yaml": PERSONA.format(id="hunter", more="segment: whales\n"),
        "spy.persona.yaml": PERSONA.format(id="spy", more="visibility: internal\n"),
        "plotter.persona.yaml": PERSONA.format(id="plotter", more=""),
        "journeymap.yaml": WORKSPACE,
        "j.journey.yaml": journey,
        "secret.journey.yaml": SECRET,
    } | {f"o{i}.journey.yaml": text for i, text in enumerate(others)}
    compilation = compile_files((name, text.encode()) for name, text in files.items())
    assert [each.message for each in compilation.diagnostics] == []
    return compilation.portfolio


@pytest.fixture(scope="module")
def public() -> Portfolio:
    """Return what the public sees of the workspace."""
    return visible_to(compile_public(PUBLIC, OVERLAY), "public")


@pytest.fixture(scope="module")
def shop(public: Portfolio) -> Journey:
    """Return what the public sees of the journey."""
    journey = public.journey("shop")
    assert journey is not None
    return journey


def test_the_organisation_sees_everything() -> None:
    """For the internal audience nothing changes."""
    portfolio = compile_public()

    assert visible_to(portfolio, "internal") is portfolio


def test_no_trace_of_a_secret(public: Portfolio) -> None:
    """No internal word stands anywhere in what the public sees."""
    everything = repr(public)

    for word in (
        "spy", "spies", "mole", "Mole", "backdoor", "vault", "Vault", "whales", "margin", "ledger", "fraud",
        "scandal", "Scandal", "Champagne", "Guard", "Report", "'check'", "meeting", "audit", "Audit",
        "shadow", "cover-up", "bribe", "closed-study", "They cheat", "secret#", "'secret'", "Secret",
        "plotter", "SECRET", "secret-desk", "hidden-page", "select", "lake", "idle-team",
    ):  # fmt: skip
        assert word not in everything, word


def test_what_is_public_stays(public: Portfolio, shop: Journey) -> None:
    """What nobody hid is there, with what it refers to."""
    basket = shop.stages[0].touchpoints[0]

    assert [each.id for each in public.journeys] == ["shop", "shop-2027"]
    assert list(public.personas) == ["hunter"]
    assert shop.personas == ("hunter", "local")
    assert [touchpoint.id for touchpoint in shop.touchpoints()] == ["basket", "pay"]
    assert (basket.channels, basket.systems, basket.owner) == (("web",), ("till",), "shop-team")
    assert [emotion.persona for emotion in basket.emotions] == ["hunter"]
    assert basket.emotions[0].evidence == ("open-study",)
    assert [thought.text for thought in basket.thoughts] == ["Nice"]
    assert [item.text for item in basket.blueprint.support] == ["till", "Steel door"]
    assert [each.text for each in basket.personalization] == ["Offer"]
    assert [kpi.id for kpi in shop.kpis] == ["csat"]
    assert [kpi.id for kpi in shop.stages[0].touchpoints[1].kpis] == ["csat"]
    assert shop.objective is not None
    assert (shop.objective.text, shop.objective.kpi) == ("Sell", "")
    assert (shop.opportunities[0].addresses, shop.opportunities[0].kpis) == (("slow",), ("pay/csat",))
    assert [action.id for action in shop.opportunities[0].actions] == ["cache"]
    assert shop.feedback_loops[0].feeds == ("basket",)
    assert [(move.source, move.targets) for move in shop.moved] == [("old", ("basket",))]
    assert shop.insights[0].source == ""


def test_the_library_shows_what_is_used(public: Portfolio) -> None:
    """Entries that do not say are seen where they are used, also by another visible entry."""
    library = public.library

    assert list(library.teams) == ["shop-team", "press", "data-team"]
    assert list(library.metrics) == ["csat"]
    assert (library.metrics["csat"].owner, library.metrics["csat"].source) == ("data-team", "survey")
    assert library.systems["till"].owner == ""
    assert list(library.segments) == ["returning"]
    assert list(library.terms) == ["basket-term"]
    assert list(library.touchpoints) == ["page"]
    assert "web" in library.channels


def test_a_team_is_reached_only_where_it_says_so(public: Portfolio) -> None:
    """The owner of something public is named; its address is not, unless the team itself is public."""
    contacts = {id: team.contact for id, team in public.library.teams.items()}

    assert contacts["shop-team"] == ""
    assert contacts["press"] == "press@example.com"


def test_settings_that_only_the_program_needs_are_gone(public: Portfolio) -> None:
    """Connections are nobody's business; a view that would show nothing is gone."""
    assert public.workspace.connections == {}
    assert [(view.id, view.where) for view in public.workspace.views] == [
        ("some", {"personas": ("hunter",), "channels": ("web",), "tags": ("secret-tag",)}),
        ("all", {}),
    ]


def test_an_overlay_tells_no_history(public: Portfolio) -> None:
    """The public sees the journey that came out, and its base, but not the list of changes."""
    overlay = public.journey("shop-2027")

    assert overlay is not None
    assert (overlay.extends, overlay.changes) == ("shop", ())
    assert overlay.opportunities[0].addresses == ("shop#slow",)


ROUTES = [
    ("", "", "", None),
    ("next: c, visibility: internal", "", "", ["c"]),
    ("next: d, visibility: internal", "", "", ["d"]),
    ("visibility: internal", "next: b", "", ["c"]),
    ("next: [{exit: out}], visibility: internal", "next: [{to: b, share: 0.5}, {to: d}]", "", ["out", "d"]),
    ("next: [], visibility: internal", "next: b", "", []),
    ("next: [], visibility: internal", "", "", []),
    ("next: a, visibility: internal", "", "", ["a"]),
    ("next: b, visibility: internal", "next: [b, c]", "", ["c"]),
    (
        "next: [{journey: secret}], visibility: internal",
        "next: [b, {journey: secret}, {exit: hidden}]",
        "",
        [],
    ),
    ("next: [{exit: hidden}], visibility: internal", "", "", []),
    ("visibility: internal", "next: two", "visibility: internal", ["d"]),
    ("", "next: two", "visibility: internal", ["d"]),
    ("", "next: three", "", ["three"]),
    ("", "next: empty", "", ["empty"]),
]


@pytest.mark.parametrize(("b", "a", "c", "expected"), ROUTES)
def test_paths_lead_past_what_is_hidden(b: str, a: str, c: str, expected: list[str] | None) -> None:
    """A path goes on where the hidden touchpoint's main path comes out; a dead end is none."""
    text = f"""\
journeymap: 1
kind: journey
id: shop
title: Shop
visibility: public
exits: [{{id: hidden, title: H, visibility: internal}}, {{id: out, title: O}}]
stages:
  - id: one
    title: One
    touchpoints:
      - {{id: a, title: A, {a or "tags: [t]"}}}
      - {{id: b, title: B, {b or "tags: [t]"}}}
  - {{id: two, title: Two, touchpoints: [{{id: c, title: C, {c or "tags: [t]"}}}]}}
  - {{id: empty, title: Empty}}
  - {{id: three, title: Three, touchpoints: [{{id: d, title: D}}]}}
"""
    journey = visible_to(compile_public(text), "public").journey("shop")
    assert journey is not None
    branches = next(journey.touchpoints()).next

    assert (branches if branches is None else [each.to or each.exit for each in branches]) == expected


def test_the_last_touchpoint_hidden_ends_the_journey() -> None:
    """What came before the hidden end is the end now."""
    text = (
        SECRET.replace("id: secret", "id: shop\nvisibility: public")
        .replace("pains: [{id: late, text: Late}]}", "next: u}, {id: u, title: U, visibility: internal}")
        .replace("personas: [plotter]\n", "")
    )
    journey = visible_to(compile_public(text), "public").journey("shop")

    assert journey is not None
    assert [each.next for each in journey.touchpoints()] == [()]
