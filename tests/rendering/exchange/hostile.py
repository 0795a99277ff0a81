"""A small journey that says one text everywhere, and the texts that attack the grammars of diagrams."""

from journeymap.model import (
    Channel,
    Emotion,
    Exit,
    Journey,
    Library,
    Persona,
    Portfolio,
    Stage,
    Touchpoint,
    Workspace,
)
from journeymap.model.journey import Branch
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.samples import Sample

DIAGRAM_STRINGS = (
    # What the grammar of a Mermaid journey takes for a statement, wherever a task begins
    "section of the shop",
    "SECTION\u00a0x",
    "title of honour",
    "journey",
    "Journey's end",
    "accTitle: x",
    "accDescr { x }",
    "%",
    "%%",
    "5%% %",
    "x%%y",
    "style a:b#c;",
    "classDef x fill:#fff;",
    "linkStyle 0 stroke:red",
    "__proto__",
    "constructor",
    "1, 2 ,3",
    # What Mermaid puts in place of entity codes
    "ﬂ°°60¶ß ﬂ° ¶ß",
    "#35",
    "&#35;",
    # Markdown in labels
    "1. first",
    "2) second",
    "- item",
    "--- line",
    "+ item",
    "* item",
    "> quote",
    "=====",
    "www.example.com",
    "see WWW.example.com",
    "_www.example.com_",
    "http://example.com ftp://x",
    "a\\nb \\n \\\\n",
    "a<br>b<br/>c< BR >",
    "fa:fa-car fab:fa-github",
    "$$x^2$$",
    '"quoted" `ticked`',
    '"`markdown`"',
    "\u00a0edges\u00a0",
    "\ufeffmarked\ufeff",
    # D2
    "null",
    "${x} $${y} \\${z} $5",
    "'single' |block| ||| x |||",
    "@file.d2 *.x: y (a -> b)[0]",
    '"""comment"""',
    # PlantUML
    "%date() %getenv('HOME') %load_json('/etc/passwd')",
    "!includeurl http://127.0.0.1/x",
    "!procedure x()",
    "$x ##y",
    "<img:/etc/passwd> <$sprite> <:smile:> <size:99>x</size>",
    "[[http://x{tip} label]] [[[x]]]",
    "**b** //i// __u__ --s-- ~~w~~ \"\"m\"\" ''q''",
    "== heading ==",
    "---- ==== .... ____",
    "|= a |= b |",
    "{field} {static} {{ {x} }}",
    "() (*) [*] <<stereotype>>",
    "/' block '/ ' line",
    "\\n \\l \\r \\t",
    "\ue100 \ue000 \ue12e",
    "&#x41; &#65; &lt; <U+41> <U+00041>",
    ": colon ; semicolon ;;",
    "ends with a colon:",
    "endlegend end note endtitle",
)
ALL_STRINGS = (*HOSTILE_STRINGS, *DIAGRAM_STRINGS)


def make_hostile(text: str) -> Sample:
    """Return a journey with a text in every place that a diagram shows."""
    felt = (Emotion(score=-2, feeling=text), Emotion(score=1, feelings=(text, text), persona="second"))
    branches = (
        Branch(to="other", when=text, share=0.5),
        Branch(to="first", when=text, share=0.25),
        Branch(exit="gone", when=text, share=0.125),
    )
    touchpoints = (
        Touchpoint("first", text, channels=("web",), emotions=felt, moment_of_truth=True, next=branches),
        Touchpoint(
            "other", text, type="internal", next=(Branch(journey="next", when=text), Branch(to="last"))
        ),
    )
    journey = Journey(
        "journey",
        text,
        summary=text,
        trigger=text,
        outcome=text,
        personas=("persona", "second"),
        exits=(Exit("gone", text),),
        stages=(
            Stage("a", text, touchpoints=touchpoints, expand="next"),
            Stage("b", text, touchpoints=(Touchpoint("last", text, type="action"),)),
            Stage("c", text, emotions=(Emotion(2, text),)),
        ),
    )
    channels = {"web": Channel("web", text, "digital")}
    personas = {id: Persona(id, f"{text}{mark}") for id, mark in (("persona", ""), ("second", " 2"))}
    library = Library(channels, {}, {}, {}, {}, {}, {}, {}, {})
    return Sample(Portfolio(Workspace(), library, personas, (journey, Journey("next", text))), journey)
