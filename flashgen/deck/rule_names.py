"""The names of the rules of good cards, which a fact may allow itself to break.

The rules themselves stand above the facts that they judge, in ``flashgen/checks``; the tests
hold the two against each other.
"""

RULE_NAMES = (
    "empty-front",
    "empty-answer",
    "answer-on-front",
    "gives-away",
    "hint-gives-away",
    "long-question",
    "second-question",
    "same-question",
    "look-alike",
    "fits-another",
    "two-names",
    "long-answer",
    "list-answer",
    "yes-or-no",
    "joined-facts",
    "many-answers",
    "explained-in-circles",
    "no-history",
    "nobody",
    "uncited-quotation",
    "short-quotation",
    "weak-gap",
    "long-gap",
    "same-hour",
    "same-sum",
    "which-calendar",
    "state-as-event",
    "dangling-word",
    "surname-only",
    "names-article",
    "opinion",
    "unsupported",
    "off-passage",
    "doubtful-date",
    "unused-allowance",
    "states-otherwise",
)
