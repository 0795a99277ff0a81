"""The alternative text of a picture says nothing.

A screen reader that says "image" or "checkout dot png" takes the time of those who listen and tells them
nothing, and the title of the touchpoint is what they have just heard. What counts is what the picture shows.

Failing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: checkout
            title: Checkout
            images:
              - src: images/page-7.png
                alt: Screenshot

Passing:

    journeymap: 1
    kind: journey
    id: first-purchase
    title: First purchase
    status: review
    stages:
      - id: decision
        title: Decision
        touchpoints:
          - id: checkout
            title: Checkout
            images:
              - src: images/page-7.png
                alt: The page with the delivery cost at the bottom

Source: WCAG 2.2, success criterion 1.1.1 (non-text content), level A; failure F30 (text alternatives that
are not alternatives).
"""

from collections.abc import Iterator
from typing import Final

from journeymap.checks.check import Check, Subject, describe_fault
from journeymap.checks.pictures import Picture, pictures_of
from journeymap.problems import Problem, Spot

FAULT = describe_fault("idle-alt-text", __doc__)
_IDLE: Final = frozenset(
    {
        "abbildung",
        "alt",
        "bild",
        "bildschirmfoto",
        "captura de pantalla",
        "captura de tela",
        "capture d'écran",
        "figure",
        "foto",
        "fotografía",
        "grafik",
        "graphic",
        "icon",
        "illustration",
        "ilustración",
        "ilustração",
        "image",
        "imagem",
        "imagen",
        "img",
        "logo",
        "photo",
        "photograph",
        "pic",
        "picture",
        "screen",
        "screen shot",
        "screenshot",
        "tbd",
        "todo",
    }
)
"""Words that only say that there is a picture."""


def find(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each alternative text that tells nothing about its picture."""
    for picture in pictures_of(subject):
        reason = _find_reason(picture) if picture.image.alt.strip() else ""
        if reason:
            yield Problem(
                FAULT,
                f"the alternative text `{' '.join(picture.image.alt.split())}` {reason}",
                (Spot(picture.place.child("alt"), "says nothing about the picture"),),
                ("write as `alt:` in a sentence what can be seen in the picture",),
                args=(picture.image.src,),
            )


def _find_reason(picture: Picture) -> str:
    """Return why a text is idle, or nothing."""
    alt = _plain(picture.image.alt)
    if alt in _IDLE:
        return "only says that there is a picture"
    if alt == _plain(picture.title):
        # A portrait may well be called by the name of whom it shows.
        return "" if picture.is_portrait else f"only says the title of {picture.owner} again"
    if alt in (_plain(picture.file_name), _plain(picture.file_name.rpartition(".")[0])):
        return "is the name of the file"
    return ""


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split()).rstrip(".:")


CHECK = Check(FAULT, in_journey=find)
