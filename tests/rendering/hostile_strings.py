"""Sixty texts that attack the grammars of pictures, tables, diagrams and documents, or strain their fonts."""

HOSTILE_STRINGS = (
    # HTML, SVG and XML
    "<script>alert(1)</script>",
    "</text></svg><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<![CDATA[ x ]]> <!-- c --> <?pi?>",
    "<!DOCTYPE x [<!ENTITY e 'x'>]> &e;",
    "AT&T &amp; &lt;b&gt; &#65; &eacute; &nbsp;",
    "</style><style>*{fill:red}",
    "' onload='alert(1)",
    "javascript:alert(1) data:text/html,<b>x</b>",
    ' fill="var(--accent)" var(--nope) ]]> --> ?>',
    # DOT
    'say "hello", [shape=none, image="/etc/passwd"]',
    "]; } digraph { a -> b",
    "ends in a backslash\\",
    "\\N \\G \\l \\r \\E \\T \\n",
    "<<b>html label</b>>",
    "{record|<port> label}",
    # Markdown
    "| pipe | table | --- |",
    "**bold** _em_ `code` ~~gone~~ ~sub~",
    "[link](javascript:alert(1)) ![image](https://example.com/x.png)",
    "# heading - list 1. item > quote",
    "<!-- journeymap:end -->",
    "``` fence ``` ~~~",
    "@everyone #1 GH-12 user@example.com https://example.com",
    ":rocket: $x^2$ $$y$$",
    # Spreadsheets
    "=1+1",
    '=HYPERLINK("https://example.com","x")',
    "+1",
    "-2+3",
    "@SUM(A1)",
    "＝1＋1",
    "_x0041_ _x000D_",
    "'quoted",
    # Mermaid
    "a: 5: b, c; d",
    "%%{init: {'theme':'dark'}}%% %% comment",
    "end subgraph x click n1 href",
    "title section accTitle: x",
    "#35; #quot; #amp;",
    "A --> B ==> C -.-> D",
    "(round) [square] {curly} [[sub]] ((circle)) >flag]",
    # D2 and PlantUML
    "a -> b: c {style.fill: red}",
    "${var} ...@import |md # x | *.style *",
    "!include /etc/passwd",
    "@enduml @startuml %getenv(PATH)",
    "<&icon> <color:red>x</color> <U+0041> ~tilde",
    "skinparam x y ' comment /' block '/",
    # Typst and templates
    '#import "x": * #sys.inputs $ x $ *strong* _em_ @ref <label>',
    "{{7*7}} {% raw %} ${7*7} %(x)s {0}",
    # Control characters and whitespace
    "bell \x07 escape \x1b[31m null \x00 delete \x7f",
    "tabs\tand\nlines\r\nand\x0bmore",
    "   spaces   around   ",
    "next line \x85 and \u2028 and \u2029",
    "\ufffc object \ufffd replacement \ue000 private",
    # Scripts and signs
    "購物車を開いて、すべての商品を確認する。",
    "سلة التسوق (3) فارغة",
    "עגלת קניות ריקה",
    "हिन्दी में एक लंबा वाक्य लिखें",
    "ตะกร้าสินค้าของฉันว่างเปล่า",
    "👩‍👩‍👧‍👦 🇧🇷 👍🏽 3️⃣ 🏳️‍🌈",
    "\u202egnitset\u202c \u2066isolate\u2069 zero\u200bwidth e\u0301\u0302\u0303",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2,
)
"""The sixty, each a text that somebody could write into a journey."""
