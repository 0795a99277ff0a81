# ruff: noqa: E501 - the words stand here as they are printed
"""The words for every kind of departure, each with the place it points at."""

import pytest

from tests.schema.finding import (
    HEAD,
    STAGES,
    find,
    in_journey,
    in_library,
    in_overlay,
    in_stage,
    in_touchpoint,
    in_workspace,
    show,
)

CASES = {
    # keys
    "an unknown key near a known one": (
        in_journey("ownr: counter"),
        """
unknown-key at 8:1 ownr
unknown key `ownr` in journey `repair`
? did you mean `owner`?
""",
    ),
    "an unknown key from another tool": (
        in_stage("steps: []"),
        """
unknown-key at 8:5 steps
unknown key `steps` in stage `wait`
? did you mean `touchpoints`?
""",
    ),
    "a word from another tool for a key that is there": (
        in_stage("name: x"),
        """
unknown-key at 8:5 name
unknown key `name` in stage `wait`
? it is called `title` here, and that is already written
""",
    ),
    "an unknown key near none of many": (
        in_stage("colour: red"),
        """
unknown-key at 8:5 colour
unknown key `colour` in stage `wait`
""",
    ),
    "an unknown key near none of few": (
        in_touchpoint("links: [{url: mailto:a, colour: b}]"),
        """
unknown-key at 11:33 colour
unknown key `colour` in link `mailto:a`
? the keys that may stand here: `title`, `url`, `rel`
""",
    ),
    "a key that has to be one of many names": (
        in_workspace("policy: {change_levels: {stage-reorderd: info, ours: off, stage-removed: info}}"),
        """
unknown-key at 3:26 stage-reorderd
unknown key `stage-reorderd` in `policy.change_levels` of the workspace
? did you mean `stage-reordered`?
unknown-key at 3:48 ours
unknown key `ours` in `policy.change_levels` of the workspace
""",
    ),
    "a key of another thing": (
        in_stage("pains: [x]"),
        """
unknown-key at 8:5 pains
unknown key `pains` in stage `wait`
? `pains` belongs to a touchpoint; check the indentation
""",
    ),
    "a key of the whole journey": (
        in_touchpoint("exits: []"),
        """
unknown-key at 11:9 exits
unknown key `exits` in touchpoint `call`
? `exits` belongs to the journey itself; check the indentation
""",
    ),
    "a key in another spelling": (
        in_touchpoint("momentOfTruth: true\nMoment-Of-Truth: true"),
        """
unknown-key at 11:9 momentOfTruth
unknown key `momentOfTruth` in touchpoint `call`
? did you mean `moment_of_truth`?
unknown-key at 12:9 Moment-Of-Truth
unknown key `Moment-Of-Truth` in touchpoint `call`
? did you mean `moment_of_truth`?
""",
    ),
    "a misspelt key that is needed": (
        HEAD + "stages:\n  - {id: wait, titel: Wait}\n",
        """
unknown-key at 6:16 titel
unknown key `titel` in stage `wait`
? did you mean `title`?
""",
    ),
    "a text cut by commas": (
        in_touchpoint("pains:\n  - {text: Late, hidden cost, and more, severity: low}"),
        """
unknown-key at 12:26 hidden cost
unknown key `hidden cost` in pain `Late`
? a comma inside `{ }` starts a new key; put the whole text in quotes: `"Late, hidden cost, and more"`
""",
    ),
    "a quoted text cut by a comma": (
        in_touchpoint("pains:\n  - {text: 'Late', hidden}"),
        """
unknown-key at 12:28 hidden
unknown key `hidden` in pain `Late`
? a comma inside `{ }` starts a new key; put the whole text in quotes
""",
    ),
    "a text without a key, cut by a comma": (
        in_touchpoint("pains:\n  - {Late, hidden}"),
        """
unknown-key at 12:14 Late
unknown key `Late` in pain 1 of touchpoint `call`
? a comma inside `{ }` starts a new key; put the whole text in quotes
""",
    ),
    "a missing key": (
        in_journey("kpis: [{target: 1}]"),
        """
missing-key at 8:8 {target: 1}
KPI 1 of journey `repair` is missing `metric`
? add `metric:`, the id of a metric in a library
""",
    ),
    "a missing key of a file": (
        "journeymap: 1\nkind: persona\nid: rider\n",
        """
missing-key at 3:5 rider
persona `rider` is missing `title`
? add `title:`, the name of the persona, as shown
""",
    ),
    "a missing key of a file without an id": (
        "journeymap: 1\nkind: persona\ntitle: Rider\n",
        """
missing-key at 3:8 Rider
persona `Rider` is missing `id`
? add `id:`, the id of the persona
""",
    ),
    "a file with nothing in it": (
        "journeymap: 1\nkind: persona\n",
        """
missing-key at 1:1 journeymap: 1
the persona is missing `id`
? add `id:`, the id of the persona
missing-key at 1:1 journeymap: 1
the persona is missing `title`
? add `title:`, the name of the persona, as shown
""",
    ),
    "a journey without stages": (
        HEAD,
        """
missing-key at 3:5 repair
journey `repair` is missing `stages` or `extends`
? add `stages:`, the stages of the journey, in order
? write one of `stages` or `extends`
""",
    ),
    "a journey that extends and has stages": (
        in_journey("extends: other"),
        """
conflicting-keys at 8:1 extends
`extends` stands beside `stages` in journey `repair`
? keep one of them
""",
    ),
    "changes of nothing": (
        in_journey("changes: []"),
        """
missing-key at 8:1 changes
journey `repair` has `changes` and is missing `extends`
? add `extends:`, the id of the journey that this one changes; `changes` says how, and `stages` is left out
""",
    ),
    "changes without anything else": (
        "journeymap: 1\nkind: journey\nid: later\ntitle: Later\nchanges: []\n",
        """
missing-key at 5:1 changes
journey `later` has `changes` and is missing `extends`
? add `extends:`, the id of the journey that this one changes; `changes` says how, and `stages` is left out
""",
    ),
    "a branch to nowhere": (
        in_touchpoint("next: [{when: it rains}]"),
        """
missing-key at 11:16 {when: it rains}
branch 1 of touchpoint `call` is missing `to`, `exit` or `journey`
? write one of `to`, `exit` or `journey`
""",
    ),
    "a branch to two places": (
        in_touchpoint("next: {to: ride, exit: lost}"),
        """
conflicting-keys at 11:26 exit
`exit` stands beside `to` in the branch of touchpoint `call`
? keep one of them
""",
    ),
    "a branch to three places": (
        in_touchpoint("next: [{to: a, exit: b, journey: c}]"),
        """
conflicting-keys at 11:24 exit
`exit` and `journey` stand beside `to` in branch 1 of touchpoint `call`
? keep one of them
""",
    ),
    "a score beside scores by persona": (
        in_touchpoint("emotion: {by: {rider: 1}, score: 2}"),
        """
conflicting-keys at 11:35 score
`score` stands beside `by` in `emotion` of touchpoint `call`
? keep one of them
""",
    ),
    "a key that is not an id": (
        in_touchpoint("emotion: {by: {Day Rider: 1}}"),
        """
bad-id at 11:24 Day Rider
the key `Day Rider` in `emotion.by` of touchpoint `call` is not an id
? ids are lower-case words joined by hyphens; did you mean `day-rider`?
""",
    ),
    "a key that cannot become an id": (
        in_touchpoint("fields: {天気: rain}"),
        """
bad-id at 11:18 天気
the key `天気` in `fields` of touchpoint `call` is not an id
? ids are lower-case words joined by hyphens
""",
    ),
    # changes
    "a change that says nothing": (
        in_overlay("- {}"),
        """
missing-key at 6:5 {}
change 1 of journey `later` is missing `set`, `remove`, `add` or `move`
? write one of `set`, `remove`, `add` or `move`
""",
    ),
    "a change in another word": (
        in_overlay("- {delete: wait}"),
        """
unknown-key at 6:6 delete
unknown key `delete` in change 1 of journey `later`
? did you mean `remove`?
""",
    ),
    "a change with a misspelt word": (
        in_overlay("- {sett: wait, fields: {title: x}}"),
        """
unknown-key at 6:6 sett
unknown key `sett` in change 1 of journey `later`
? did you mean `set`?
""",
    ),
    "set without fields": (
        in_overlay("- {set: wait}"),
        """
missing-key at 6:5 {set: wait}
change 1 of journey `later` is missing `fields`
? add `fields:`, the fields to change, each replaced whole; null clears one
""",
    ),
    "set with no field": (
        in_overlay("- {set: wait, fields: {}}"),
        """
empty-value at 6:25 {}
`fields` of change 1 of journey `later` is empty
? write a value, or delete the key
""",
    ),
    "set with an unknown field": (
        in_overlay("- {set: wait, fields: {titel: x}}"),
        """
unknown-key at 6:26 titel
unknown key `titel` in `fields` of change 1 of journey `later`
? did you mean `title`?
""",
    ),
    "set of an id": (
        in_overlay("- {set: wait, fields: {id: x}}"),
        """
unknown-key at 6:26 id
unknown key `id` in `fields` of change 1 of journey `later`
? an id stays; rename the item in the journey that is extended, with the old id as an alias
""",
    ),
    "set to a wrong type": (
        in_overlay("- {set: wait, fields: {title: 3}}"),
        """
wrong-type at 6:33 3
expected text for `fields.title` of change 1 of journey `later`, found the number 3
? put it in quotes: `"3"`
""",
    ),
    "a move to nowhere": (
        in_overlay("- {move: wait}"),
        """
missing-key at 6:5 {move: wait}
change 1 of journey `later` is missing `to`, `before` or `after`
? write one of `to`, `before` or `after`
""",
    ),
    "a move to two places": (
        in_overlay("- {move: wait, before: a, after: b}"),
        """
conflicting-keys at 6:29 after
`after` stands beside `before` in change 1 of journey `later`
? keep one of them
""",
    ),
    "an item without an owner": (
        in_overlay("- {add: pain, item: It rains}"),
        """
missing-key at 6:5 {add: pain, item: It rains}
change 1 of journey `later` is missing `to`
? add `to:`, the id of the touchpoint that gets it
""",
    ),
    "an item of an unknown kind": (
        in_overlay("- {add: pian, to: call, item: It rains}"),
        """
unknown-value at 6:11 pian
unknown value `pian` for `add` of change 1 of journey `later`
? did you mean `pain`?
""",
    ),
    "an item with a missing key": (
        in_overlay("- {add: touchpoint, to: wait, item: {id: ride}}"),
        """
missing-key at 6:39 {id: ride}
touchpoint `ride` is missing `title`
? add `title:`, the name of the touchpoint, as shown
""",
    ),
    "an item without a name": (
        in_overlay("- {add: feedback-loop, item: {colour: red}}"),
        """
unknown-key at 6:33 colour
unknown key `colour` in the feedback loop of change 1 of journey `later`
""",
    ),
    "two changes in one": (
        in_overlay("- {set: a, remove: b}"),
        """
conflicting-keys at 6:14 remove
`remove` stands beside `set` in change 1 of journey `later`
? keep one of them
""",
    ),
    "a key of another change": (
        in_overlay("- {remove: a, fields: {title: x}}"),
        """
conflicting-keys at 6:17 fields
`fields` stands beside `remove` in change 1 of journey `later`
? keep one of them
""",
    ),
    "a change that is no mapping": (
        in_overlay("- 3"),
        """
wrong-type at 6:5 3
expected the key `set`, `remove`, `add` or `move` in `changes` of journey `later`, found the number 3
""",
    ),
    # types
    "a number for a text": (
        in_journey("goal: 3"),
        """
wrong-type at 8:7 3
expected text for `goal` of journey `repair`, found the number 3
? put it in quotes: `"3"`
""",
    ),
    "a truth value for a text": (
        in_journey("goal: true"),
        """
wrong-type at 8:7 true
expected text for `goal` of journey `repair`, found `true`
? put it in quotes: `"true"`
""",
    ),
    "a number in another spelling": (
        in_journey("goal: 0x1F"),
        """
wrong-type at 8:7 0x1F
expected text for `goal` of journey `repair`, found the number 0x1F
? put it in quotes: `"0x1F"`
""",
    ),
    "a list for a text": (
        in_journey("goal: [a]"),
        """
wrong-type at 8:7 [a]
expected text for `goal` of journey `repair`, found a list
? only one is possible here: write `a` without brackets or hyphen
""",
    ),
    "a mapping for a text": (
        in_journey("goal: {a: 1, b: 2}"),
        """
wrong-type at 8:7 {a: 1, b: 2}
expected text for `goal` of journey `repair`, found keys with values
""",
    ),
    "a block for a text points at its key": (
        in_journey("goal:\n  a: 1\n  b: 2"),
        """
wrong-type at 8:1 goal
expected text for `goal` of journey `repair`, found keys with values
""",
    ),
    "a text with a colon": (
        in_touchpoint("needs:\n  - Cost: too high"),
        """
wrong-type at 12:13 Cost: too high
expected text in `needs` of touchpoint `call`, found the key `Cost` with a value
? a colon followed by a space starts a key; put the whole text in quotes: `"Cost: too high"`
""",
    ),
    "a text with a colon where a mapping may stand": (
        in_touchpoint("pains:\n  - Cost: too high"),
        """
wrong-type at 12:13 Cost: too high
expected text or the key `text` in pain 1 of touchpoint `call`, found the key `Cost` with a value
? a colon followed by a space starts a key; put the whole text in quotes: `"Cost: too high"`
""",
    ),
    "a text with a colon and quotes": (
        in_touchpoint('needs:\n  - Cost: too "high"'),
        """
wrong-type at 12:13 Cost: too "high"
expected text in `needs` of touchpoint `call`, found the key `Cost` with a value
? a colon followed by a space starts a key; put the whole text in quotes
""",
    ),
    "a text with a colon in brackets": (
        in_touchpoint("needs: [Cost: too high]"),
        """
wrong-type at 11:17 Cost: too high
expected text in `needs` of touchpoint `call`, found the key `Cost` with a value
? a colon followed by a space starts a key; put the whole text in quotes: `"Cost: too high"`
""",
    ),
    "a mapping in braces for a text": (
        in_touchpoint("needs: [{cost: high}]"),
        """
wrong-type at 11:17 {cost: high}
expected text in `needs` of touchpoint `call`, found the key `cost` with a value
""",
    ),
    "a mapping in braces with one unknown key": (
        in_touchpoint("pains: [{cost: high}]"),
        """
missing-key at 11:17 {cost: high}
pain 1 of touchpoint `call` is missing `text`
? add `text:`, what hurts
unknown-key at 11:18 cost
unknown key `cost` in pain 1 of touchpoint `call`
""",
    ),
    "a number for an id": (
        in_journey("owner: 2026"),
        """
wrong-type at 8:8 2026
expected an id for `owner` of journey `repair`, found the number 2026
? put it in quotes: `"2026"`
""",
    ),
    "a number that is no id": (
        in_journey("owner: 2.5"),
        """
wrong-type at 8:8 2.5
expected an id for `owner` of journey `repair`, found the number 2.5
""",
    ),
    "one text for a list": (
        in_journey("tags: web"),
        """
wrong-type at 8:7 web
expected a list for `tags` of journey `repair`, found the text `web`
? write it as a list: `[web]`
""",
    ),
    "texts with commas for a list": (
        in_journey("tags: web, growth"),
        """
wrong-type at 8:7 web, growth
expected a list for `tags` of journey `repair`, found the text `web, growth`
? write it as a list: `[web, growth]`
""",
    ),
    "a quoted text for a list": (
        in_journey("tags: 'web'"),
        """
wrong-type at 8:7 'web'
expected a list for `tags` of journey `repair`, found the text `web`
? write it as a list, each item on its own line after a hyphen
""",
    ),
    "a text that is hard to put into brackets": (
        in_journey("tags: web [old]"),
        """
wrong-type at 8:7 web [old]
expected a list for `tags` of journey `repair`, found the text `web [old]`
? write it as a list, each item on its own line after a hyphen
""",
    ),
    "a mapping for a list": (
        in_journey("insights:\n  text: a\n  data: b"),
        """
wrong-type at 8:1 insights
expected a list for `insights` of journey `repair`, found keys with values
? begin each item on its own line with a hyphen
""",
    ),
    "a word for yes": (
        in_touchpoint("moment_of_truth: Yes"),
        """
wrong-type at 11:26 Yes
expected true or false for `moment_of_truth` of touchpoint `call`, found the text `Yes`
? write `true`
""",
    ),
    "a word for neither yes nor no": (
        in_touchpoint("moment_of_truth: maybe"),
        """
wrong-type at 11:26 maybe
expected true or false for `moment_of_truth` of touchpoint `call`, found the text `maybe`
""",
    ),
    "a number for yes": (
        in_touchpoint("moment_of_truth: 1"),
        """
wrong-type at 11:26 1
expected true or false for `moment_of_truth` of touchpoint `call`, found the number 1
? write `true`
""",
    ),
    "a number in quotes": (
        in_journey("kpis: [{metric: a, target: '31'}]"),
        """
wrong-type at 8:28 '31'
expected a number for `target` of KPI `a`, found the text `31`
? write `31`, without quotes or unit
""",
    ),
    "a number with a decimal comma": (
        in_journey("kpis: [{metric: a, target: '3,5'}]"),
        """
wrong-type at 8:28 '3,5'
expected a number for `target` of KPI `a`, found the text `3,5`
? write `3.5`, without quotes or unit
""",
    ),
    "a share in percent": (
        in_touchpoint("next: [{to: a, share: 69%}]"),
        """
wrong-type at 11:31 69%
expected a number for `share` of branch 1 of touchpoint `call`, found the text `69%`
? write `0.69`, without quotes or unit
""",
    ),
    "a word for a number": (
        in_touchpoint("next: [{to: a, share: most}]"),
        """
wrong-type at 11:31 most
expected a number for `share` of branch 1 of touchpoint `call`, found the text `most`
""",
    ),
    "a fraction for a whole number": (
        in_journey("evidence: [{id: a, title: b, sample: 2.5}]"),
        """
wrong-type at 8:38 2.5
expected a whole number for `sample` of evidence `a`, found the number 2.5
""",
    ),
    "a list for an emotion": (
        in_touchpoint("emotion: [1]"),
        """
wrong-type at 11:18 [1]
expected a number, text or the key `score`, `feeling` or `by` for `emotion` of touchpoint `call`, found a list
? only one is possible here, without brackets or hyphens
""",
    ),
    "a number for a duration": (
        in_touchpoint("duration: 4"),
        """
wrong-type at 11:19 4
expected a duration such as 4m or the key `active` or `elapsed` for `duration` of touchpoint `call`, found the number 4
? add the unit: `4m` is 4 minutes, `4d` is 4 days
""",
    ),
    "a number for a date": (
        in_journey("reviewed: 2026"),
        """
wrong-type at 8:11 2026
expected a date such as 2026-11-22 for `reviewed` of journey `repair`, found the number 2026
""",
    ),
    "a mapping in a custom field": (
        in_touchpoint("fields: {weather: {a: 1, b: 2}}"),
        """
wrong-type at 11:27 {a: 1, b: 2}
expected text, a number, true or false or a list for `fields.weather` of touchpoint `call`, found keys with values
""",
    ),
    "an address with a password": (
        in_workspace("connections: {a: {type: postgres, dsn: 'postgres://u:secret@h'}}"),
        """
wrong-type at 3:40 'postgres://u:secret@h'
expected the key `env` for `dsn` of connection `a`, found a text
? keep addresses and passwords out of the file: `dsn: {env: NAME}` names a variable
""",
    ),
    "a list for one of a few words": (
        in_journey("status: [draft]"),
        """
wrong-type at 8:9 [draft]
expected `draft`, `review`, `published` or `retired` for `status` of journey `repair`, found a list
""",
    ),
    # emptiness
    "a key without a value": (
        in_journey("goal:"),
        """
empty-value at 8:1 goal
`goal` of journey `repair` is empty
? write a value, or delete the key
""",
    ),
    "an empty text": (
        in_journey("goal: ''"),
        """
empty-value at 8:7 ''
`goal` of journey `repair` is empty
? write a value, or delete the key
""",
    ),
    "an empty id": (
        in_journey("owner: ''"),
        """
empty-value at 8:8 ''
`owner` of journey `repair` is empty
? write a value, or delete the key
""",
    ),
    "an empty choice": (
        in_journey("status:"),
        """
empty-value at 8:1 status
`status` of journey `repair` is empty
? write a value, or delete the key
""",
    ),
    "an empty item": (
        in_touchpoint("needs: [a, ~]"),
        """
empty-value at 11:20 ~
an item in `needs` of touchpoint `call` is empty
? write a value, or delete the item
""",
    ),
    "an item of an empty text": (
        in_touchpoint("needs: ['']"),
        """
empty-value at 11:17 ''
an item in `needs` of touchpoint `call` is empty
? write a value, or delete the item
""",
    ),
    "an empty mapping": (
        in_touchpoint("emotion: {}"),
        """
empty-value at 11:18 {}
`emotion` of touchpoint `call` is empty
? write a value, or delete the key
""",
    ),
    "an empty item of a mapping": (
        in_journey("feedback_loops: [{}]"),
        """
empty-value at 8:18 {}
feedback loop 1 of journey `repair` is empty
? write a value, or delete the item
""",
    ),
    "an empty list": (
        HEAD + "stages: []\n",
        """
empty-value at 5:9 []
`stages` of journey `repair` is empty
? write at least one stage, as `- id: …` and `title: …`
""",
    ),
    "an empty version": (
        HEAD.replace(" 1\n", "\n", 1) + STAGES,
        """
empty-value at 1:1 journeymap
`journeymap` of journey `repair` is empty
? write a value, or delete the key
""",
    ),
    # forms
    "a word near one of a few": (
        in_touchpoint("pains: [{text: a, severity: hihg}]"),
        """
unknown-value at 11:37 hihg
unknown value `hihg` for `severity` of pain `a`
? did you mean `high`?
? the allowed values: `low`, `medium`, `high`, `critical`
""",
    ),
    "a word from another tool": (
        in_journey("state: to-be"),
        """
unknown-value at 8:8 to-be
unknown value `to-be` for `state` of journey `repair`
? did you mean `future`?
? the allowed values: `current`, `future`, `ideal`
""",
    ),
    "a word near none of a few": (
        in_journey("status: purple"),
        """
unknown-value at 8:9 purple
unknown value `purple` for `status` of journey `repair`
? the allowed values: `draft`, `review`, `published`, `retired`
""",
    ),
    "a number for one of a few words": (
        in_journey("status: 3"),
        """
unknown-value at 8:9 3
unknown value `3` for `status` of journey `repair`
? the allowed values: `draft`, `review`, `published`, `retired`
""",
    ),
    "a word near one of many": (
        in_journey("evidence: [{id: a, title: b, kind: surveys}]"),
        """
unknown-value at 8:36 surveys
unknown value `surveys` for `kind` of evidence `a`
? did you mean `survey`?
""",
    ),
    "a word near none of many": (
        in_journey("evidence: [{id: a, title: b, kind: poll}]"),
        """
unknown-value at 8:36 poll
unknown value `poll` for `kind` of evidence `a`
? the allowed values: `interview`, `survey`, `analytics`, `observation`, `usability-test`, `support`, `diary`, `desk-research`, `workshop`, `other`
""",
    ),
    "a title for an id": (
        in_journey("owner: Counter Team"),
        """
bad-id at 8:8 Counter Team
`owner` of journey `repair` is `Counter Team`, which is not an id
? ids are lower-case words joined by hyphens; did you mean `counter-team`?
""",
    ),
    "several ids in one": (
        in_touchpoint("next: wait, b"),
        """
bad-id at 11:15 wait, b
`next` of touchpoint `call` is `wait, b`, which is not an id
? this is one id; several are written as a list, `[wait, b]`
""",
    ),
    "an id with an invisible character": (
        in_journey("owner: shop\u200b"),
        """
bad-id at 8:8 shop\u200b
`owner` of journey `repair` is `shop\\u200b`, which is not an id
? ids are lower-case words joined by hyphens; did you mean `shop`?
? it holds an invisible character, U+200B; delete the word and type it again
""",
    ),
    "a key behind a no-break space": (
        in_journey("\u00a0owner: shop"),
        """
unknown-key at 8:1 \u00a0owner
unknown key `\\u00a0owner` in journey `repair`
? did you mean `owner`?
? it holds an invisible character, U+00A0; delete the word and type it again
""",
    ),
    "entries by id instead of a list": (
        HEAD + "stages:\n  First stage:\n    title: First\n  other:\n    title: Other\n",
        """
wrong-type at 5:1 stages
expected a list for `stages` of journey `repair`, found keys with values
? write each entry as an item with an id: `- id: first-stage`
""",
    ),
    "a stage as a text": (
        HEAD + "stages: [Awareness]\n",
        """
wrong-type at 5:10 Awareness
expected the keys `id` and `title` in `stages` of journey `repair`, found the text `Awareness`
? write `{id: awareness, title: Awareness}`
""",
    ),
    "one entry without brackets": (
        HEAD + "stages: {id: a, title: A}\n",
        """
wrong-type at 5:9 {id: a, title: A}
expected a list for `stages` of journey `repair`, found keys with values
? put brackets around it, `[{…}]`: a list of one
""",
    ),
    "a team as a text": (
        in_library("teams: Marketing\nchannels:\n  web: Web site\n  app: App"),
        """
wrong-type at 3:8 Marketing
expected a list for `teams` of the library, found the text `Marketing`
? write it as a list: `[{id: marketing, title: Marketing}]`
wrong-type at 4:1 channels
expected a list for `channels` of the library, found keys with values
? write each entry as an item: `- {id: web, title: Web site}`
""",
    ),
    "a hyphen without a blank": (
        HEAD + "stages:\n  -id: a\n",
        """
wrong-type at 5:1 stages
expected a list for `stages` of journey `repair`, found the key `-id` with a value
? begin each item on its own line with a hyphen and a blank: `- item`
""",
    ),
    "hyphens without blanks": (
        in_journey("tags:\n  -web\n  -growth"),
        """
wrong-type at 9:3 -web\n  -growth
expected a list for `tags` of journey `repair`, found the text `-web -growth`
? begin each item on its own line with a hyphen and a blank: `- item`
""",
    ),
    "a list for keys": (
        in_touchpoint("emotion: {by: [p]}"),
        """
wrong-type at 11:23 [p]
expected keys with values for `emotion.by` of touchpoint `call`, found a list
? write `key: value` lines, without hyphens or brackets
""",
    ),
    "a text that became a comment": (
        in_journey("summary: #1 shop"),
        """
empty-value at 8:1 summary
`summary` of journey `repair` is empty
? `#` begins a comment; a text that begins with it needs quotes
? write a value, or delete the key
""",
    ),
    "a comment of another language": (
        HEAD + "stages: [{id: a, title: A, // first\n}]\n",
        """
unknown-key at 5:28 // first
unknown key `// first` in stage `a`
? a comment begins with `#`
""",
    ),
    "an actual value": (
        in_journey("kpis: [{metric: a, actual: 3}]"),
        """
unknown-key at 8:20 actual
unknown key `actual` in KPI `a`
? the actual value is measured and never typed; `baseline` and `target` are
""",
    ),
    "channels of a stage": (
        HEAD + "stages: [{id: a, title: A, channels: [web], painpoints: [x]}]\n",
        """
unknown-key at 5:28 channels
unknown key `channels` in stage `a`
? a stage has no channels of its own: each touchpoint says its `channel`
unknown-key at 5:45 painpoints
unknown key `painpoints` in stage `a`
? it is called `pains`, and belongs to a touchpoint
""",
    ),
    "an id in another script": (
        in_journey("owner: 決済"),
        """
bad-id at 8:8 決済
`owner` of journey `repair` is `決済`, which is not an id
? ids are words of the letters a to z and digits, joined by hyphens
""",
    ),
    "an id with accents": (
        in_journey("owner: Café_Zürich"),
        """
bad-id at 8:8 Café_Zürich
`owner` of journey `repair` is `Café_Zürich`, which is not an id
? ids are lower-case words joined by hyphens; did you mean `cafe-zurich`?
""",
    ),
    "an id that would be a number": (
        in_journey("owner: 7!"),
        """
bad-id at 8:8 7!
`owner` of journey `repair` is `7!`, which is not an id
? ids are lower-case words joined by hyphens; did you mean `7`?
""",
    ),
    "an id in a list": (
        in_journey("segments: [All Year]"),
        """
bad-id at 8:12 All Year
`All Year` in `segments` of journey `repair` is not an id
? ids are lower-case words joined by hyphens; did you mean `all-year`?
""",
    ),
    "an id that is too long": (
        in_journey("owner: " + "a" * 70),
        """
bad-id at 8:8 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
`owner` of journey `repair` has 70 characters, and may have 64
? shorten it to 64 characters
""",
    ),
    "an address": (
        in_journey("opportunities: [{title: a, addresses: ['Repair#No price']}]"),
        """
bad-id at 8:40 'Repair#No price'
`Repair#No price` in `addresses` of opportunity `a` is not an id
? ids are lower-case words joined by hyphens; `journey#id` is one of another journey; did you mean `repair#no-price`?
""",
    ),
    "an address without an end": (
        in_journey("opportunities: [{title: a, addresses: ['repair#']}]"),
        """
bad-id at 8:40 'repair#'
`repair#` in `addresses` of opportunity `a` is not an id
? ids are lower-case words joined by hyphens; `journey#id` is one of another journey
""",
    ),
    "a day that does not exist": (
        in_journey("reviewed: 2026-02-29"),
        """
bad-date at 8:11 2026-02-29
`reviewed` of journey `repair` is `2026-02-29`, which is not in the calendar
? write a day that exists
""",
    ),
    "a leap day": (
        in_journey("reviewed: 2028-02-30"),
        """
bad-date at 8:11 2028-02-30
`reviewed` of journey `repair` is `2028-02-30`, which is not in the calendar
? write a day that exists
""",
    ),
    "a month that does not exist": (
        in_journey("reviewed: 2026-13-01"),
        """
bad-date at 8:11 2026-13-01
`reviewed` of journey `repair` is `2026-13-01`, which is not in the calendar
? write a day that exists
""",
    ),
    "a date in another order": (
        in_journey("reviewed: 30.09.2026"),
        """
bad-date at 8:11 30.09.2026
`reviewed` of journey `repair` is `30.09.2026`, which is not a date
? a date is written as year, month and day, such as 2026-11-22; did you mean `2026-09-30`?
""",
    ),
    "a date of two meanings": (
        in_journey("reviewed: 3/4/2026"),
        """
bad-date at 8:11 3/4/2026
`reviewed` of journey `repair` is `3/4/2026`, which is not a date
? a date is written as year, month and day, such as 2026-11-22
""",
    ),
    "a date with a time": (
        in_journey("reviewed: 2026-09-30T10:00:00Z"),
        """
bad-date at 8:11 2026-09-30T10:00:00Z
`reviewed` of journey `repair` is `2026-09-30T10:00:00Z`, which is not a date
? a date is written as year, month and day, such as 2026-11-22; did you mean `2026-09-30`?
""",
    ),
    "a duration in words": (
        in_touchpoint("duration: 4 minutes"),
        """
bad-duration at 11:19 4 minutes
`duration` of touchpoint `call` is `4 minutes`, which is not a duration
? a duration is a number with a unit: 90s, 4m (minutes), 2h, 1d, 3w; did you mean `4m`?
""",
    ),
    "a duration in no known unit": (
        in_journey("review_every: 3 months"),
        """
bad-duration at 8:15 3 months
`review_every` of journey `repair` is `3 months`, which is not a duration
? a duration is a number with a unit: 90s, 4m (minutes), 2h, 1d, 3w
""",
    ),
    "a language in words": (
        in_journey("lang: British English"),
        """
bad-form at 8:7 British English
`lang` of journey `repair` is `British English`, which is not a language tag
? a language is written as its code, such as `en` or `pt-BR`
""",
    ),
    "an address without its beginning": (
        in_workspace("site_url: example.com"),
        """
bad-form at 3:11 example.com
`site_url` of the workspace is `example.com`, which is not a web address
? a web address begins with `https://`; did you mean `https://example.com`?
""",
    ),
    "a password for the name of a variable": (
        in_workspace("connections: {a: {type: postgres, dsn: {env: 'postgres://u:secret@h'}}}"),
        """
bad-form at 3:46 'postgres://u:secret@h'
`dsn.env` of connection `a` is not a variable name
? a variable's name is letters, digits and underscores, such as `JM_DSN`
""",
    ),
    # numbers and lists
    "a share over one": (
        in_touchpoint("next: [{to: a, share: 1.5}]"),
        """
out-of-range at 11:31 1.5
`share` of branch 1 of touchpoint `call` is 1.5, and should be from 0 to 1
? write a number from 0 to 1
""",
    ),
    "a share in hundredths": (
        in_touchpoint("next: [{to: a, share: 69}]"),
        """
out-of-range at 11:31 69
`share` of branch 1 of touchpoint `call` is 69, and should be from 0 to 1
? it is a proportion, not a percentage; did you mean `0.69`?
""",
    ),
    "a share below zero": (
        in_touchpoint("next: [{to: a, share: -0.1}]"),
        """
out-of-range at 11:31 -0.1
`share` of branch 1 of touchpoint `call` is -0.1, and should be from 0 to 1
? write a number from 0 to 1
""",
    ),
    "an intensity over five": (
        in_touchpoint("emotion: {score: 1, intensity: 9}"),
        """
out-of-range at 11:40 9
`emotion.intensity` of touchpoint `call` is 9, and should be from 1 to 5
? write a number from 1 to 5
""",
    ),
    "a head count below zero": (
        in_journey("evidence: [{id: a, title: b, sample: -3}]"),
        """
out-of-range at 8:38 -3
`sample` of evidence `a` is -3, and should be 0 or more
? write a number 0 or more
""",
    ),
    "a range of three numbers": (
        in_library("metrics: [{id: a, title: A, range: [1, 2, 3]}]"),
        """
wrong-length at 3:36 [1, 2, 3]
`range` of metric `a` has 3 items, and should have 2
? write 2 items
""",
    ),
    "a range of one number": (
        in_library("metrics: [{id: a, title: A, range: [1]}]"),
        """
wrong-length at 3:36 [1]
`range` of metric `a` has 1 item, and should have 2
? write 2 items
""",
    ),
    "an item twice": (
        in_journey("tags: [a, b, a, a]"),
        """
duplicate-item at 8:14 a
`a` stands several times in `tags` of journey `repair`
? keep one of them
""",
    ),
    "a language tag of great length": (
        in_journey("lang: aa-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa"),
        """
wrong-length at 8:7 aa-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa
`lang` of journey `repair` has 38 characters, and may have 35
? shorten it to 35 characters
""",
    ),
    # versions
    "a version in quotes": (
        HEAD.replace(" 1\n", " '1'\n", 1) + STAGES,
        """
unsupported-version at 1:13 '1'
`'1'` is not a version of the language
? write `journeymap: 1`
""",
    ),
    "a version in words": (
        HEAD.replace(" 1\n", " one\n", 1) + STAGES,
        """
unsupported-version at 1:13 one
`one` is not a version of the language
? write `journeymap: 1`
""",
    ),
    "a version before the first": (
        HEAD.replace(" 1\n", " 0\n", 1) + STAGES,
        """
unsupported-version at 1:13 0
`0` is not a version of the language
? write `journeymap: 1`
""",
    ),
    "a newer version": (
        HEAD.replace(" 1\n", " 2.1\n", 1) + STAGES,
        """
unsupported-version at 1:13 2.1
this file is written in version 2.1 of the language, and only version 1 is known
? install a newer version of journeymap
""",
    ),
    "no version": (
        HEAD.replace("journeymap: 1\n", "") + STAGES,
        """
missing-version at 1:1 kind: journey
journey `repair` does not say which version of the language it is written in
? begin the file with `journeymap: 1`
""",
    ),
    "no version behind a first line": (
        "# ours\n\n  "
        + HEAD.replace("journeymap: 1\n", "").replace("\n", "\n  ")
        + STAGES.replace("\n", "\n  ").rstrip()
        + "\n",
        """
missing-version at 3:3 kind: journey
journey `repair` does not say which version of the language it is written in
? begin the file with `journeymap: 1`
""",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_what_is_found_is_said_in_words(text: str, expected: str) -> None:
    """Each finding names the thing, points at it, and says what to do."""
    assert "\n".join(show(each, text) for each in find(text)) == expected.strip("\n")
