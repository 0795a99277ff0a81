"""A stage has the name of a department.

Customers do not go from Marketing to Sales to Billing. They find out, choose, pay, and wait. A map whose
stages are departments shows the organisation to itself, and the gaps between the departments, where
customers fall through, are exactly what it cannot show.

Only the `title` counts; the id may stay. The usual names of departments are known in English, German,
French, Portuguese and Spanish. The `title` and `department` of the teams in a library count, too, unless
that team is the `owner` of the stage or of one of its touchpoints.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - {id: marketing, title: Marketing}
      - {id: choice, title: Choosing}

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - {id: marketing, title: Finding the shop}
      - {id: choice, title: Choosing}

Source: Rawson, Duncan and Jones, The Truth About Customer Experience (Harvard Business Review, September
2013), on journeys that cut across functions; Gibbons, Journey Mapping 101 (Nielsen Norman Group, 2018), on
phases as what the actor goes through.
"""

from collections.abc import Iterator, Mapping

from journeymap.checks.check import Check, Subject, describe_fault
from journeymap.checks.departments import DEPARTMENTS
from journeymap.checks.items import place_of_field
from journeymap.model import Portfolio, Stage, Team
from journeymap.problems import Problem, Spot

FAULT = describe_fault("stage-named-after-department", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each stage that is called as a department is."""
    declared = subject.once(_declared_departments) if subject.portfolio.library.teams else {}
    for stage in subject.journey.stages:
        title = " ".join(stage.title.casefold().split())
        team = declared.get(title)
        if title in DEPARTMENTS or (team is not None and not _is_owned_by(stage, team)):
            spots = [Spot(place_of_field(subject.journey, stage, "title"), "what do customers do here?")]
            if team is not None:
                spots.append(Spot(team.at, "a team or its department has this name"))
            yield Problem(
                FAULT,
                f"stage `{stage.id}` has the name of a department, not of what customers do",
                tuple(spots),
                (
                    "write as `title:` what customers do or want here, and keep the id",
                    "say who does the work with `owner: team-id`; teams are declared in a library",
                ),
                args=(stage.id,),
            )


def _declared_departments(portfolio: Portfolio) -> Mapping[str, Team]:
    """Return the teams by the names of their departments and their own."""
    found: dict[str, Team] = {}
    for team in portfolio.library.teams.values():
        for name in (team.department, team.title):
            if name:
                found.setdefault(" ".join(name.casefold().split()), team)
    return found


def _is_owned_by(stage: Stage, team: Team) -> bool:
    return stage.owner == team.id or any(each.owner == team.id for each in stage.touchpoints)


CHECK = Check(FAULT, in_journey=find)
