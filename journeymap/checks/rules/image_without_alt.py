"""A picture has no alternative text.

Colleagues who use a screen reader, and customers who are shown the map, get nothing where others see the
very page that hurts. A picture in a map is never decoration: it is there because it shows something.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: checkout
            title: Checkout
            images: [images/checkout.png]

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: published
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: checkout
            title: Checkout
            images:
              - src: images/checkout.png
                alt: The page with the delivery cost at the bottom

Source: WCAG 2.2, success criterion 1.1.1 (non-text content), level A; failure F65.
"""

from collections.abc import Iterator

from journeymap.checks.check import Check, Subject, describe_fault
from journeymap.checks.pictures import pictures_of
from journeymap.problems import Problem, Spot

FAULT = describe_fault("image-without-alt", __doc__)


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each picture of the journey or its personas without a text."""
    for picture in pictures_of(subject):
        if not picture.image.alt.strip():
            yield Problem(
                FAULT,
                f"a picture of {picture.owner} has no alternative text",
                (Spot(picture.place, "what does it show?"),),
                ("write it as `{src: ..., alt: ...}`; `alt` says in a sentence what can be seen",),
                args=(picture.image.src,),
            )


CHECK = Check(FAULT, in_journey=find)
