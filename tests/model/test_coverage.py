"""Which personas have journeys in which phases."""

from journeymap.model import Emotion, Journey, Persona, Phase, Portfolio, Stage, Touchpoint
from journeymap.model.coverage import PhaseCell, list_phases, phase_coverage
from tests.model.samples import portfolio_of, scored

MIRA, TOMAS = Persona("mira", "Mira"), Persona("tomas", "Tomas")


def _portfolio(*journeys: Journey) -> Portfolio:
    phases = [Phase("before", "Before", "before"), Phase("core", "Core")]
    portfolio = portfolio_of(*journeys, phases=phases)
    return portfolio._replace(personas={"mira": MIRA, "tomas": TOMAS})


def _journey(id: str, *stages: Stage, personas: tuple[str, ...] = ("mira",)) -> Journey:
    return Journey(id, id.title(), stages, personas=personas)


def test_cells_hold_journeys_touchpoints_and_the_persona_s_own_feeling() -> None:
    """Two journeys in one phase are one cell; what concerns or is felt by somebody else is left out."""
    mixed = Touchpoint("both", "Both", emotions=(Emotion(1, persona="mira"), Emotion(-1, persona="tomas")))
    first = _journey(
        "one",
        Stage("a", "A", phase="core", touchpoints=(mixed, scored("his", -2, personas=("tomas",)))),
        Stage("b", "B", phase="later", touchpoints=(Touchpoint("quiet", "Quiet"),)),
        personas=("mira", "tomas"),
    )
    second = _journey("two", Stage("c", "C", phase="core", touchpoints=(scored("more", 2),)))
    covered = phase_coverage(_portfolio(first, second))

    assert covered.phases == ("before", "core", "later")
    assert [row.persona.id for row in covered.rows] == ["mira", "tomas"]
    assert covered.rows[0].cells == (None, PhaseCell(("one", "two"), 2, 1.5), PhaseCell(("one",), 1, None))
    assert covered.rows[1].cells == (None, PhaseCell(("one",), 2, -1.5), PhaseCell(("one",), 1, None))


def test_only_what_is_counts() -> None:
    """Journeys of the future and retired ones cover nothing; a persona without any has an empty row."""
    stage = Stage("a", "A", phase="core", touchpoints=(scored("t", 1),))
    future = _journey("future", stage)._replace(state="future")
    retired = _journey("retired", stage)._replace(status="retired")

    covered = phase_coverage(_portfolio(future, retired))

    assert [row.cells for row in covered.rows] == [(None, None), (None, None)]


def test_a_persona_written_in_a_journey_has_a_row_of_its_own() -> None:
    """It is another person than a shared one of the same id, and than that of another journey."""
    stage = Stage("a", "A", phase="core", touchpoints=(scored("t", 1),))
    own = Persona("mira", "Another Mira")
    covered = phase_coverage(
        _portfolio(_journey("one", stage)._replace(local_personas=(own,)), _journey("two", stage))
    )

    assert [(row.persona.title, row.journey) for row in covered.rows] == [
        ("Mira", ""),
        ("Tomas", ""),
        ("Another Mira", "one"),
    ]
    assert covered.rows[0].cells[1] == PhaseCell(("two",), 1, 1)
    assert covered.rows[2].cells[1] == PhaseCell(("one",), 1, 1)


def test_phases_are_listed_in_the_library_s_order() -> None:
    """Those that only stages name follow, in the order they are met; a stage without a phase adds none."""
    journey = _journey("one", Stage("a", "A", phase="z"), Stage("b", "B"), Stage("c", "C", phase="before"))

    assert list_phases(_portfolio(journey)) == ("before", "core", "z")
