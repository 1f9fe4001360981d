"""What a word can be: one letter for each part of speech, so that a sentence's tags are a string.

Patterns of phrases and clauses are regular expressions over that string. The tags that code asks
for by name stand here. Of the others, "p" is a possessive ("his"), "o" a pronoun that is a subject,
"m" one that is an object, "w" a relative, "i" a preposition, "f" the "of" that belongs to the noun
before it, "t" is "to", "c" a conjunction, "b", "h" and "u" are forms of be, have and do, "n" is a
negation, "z" the 's of a possessive, "?" a word of no kind; most marks stand for themselves.
"""

from __future__ import annotations

# Open classes.
NOUN = "N"
NAME = "E"
ADJECTIVE = "J"
VERB = "V"  # finite by its form: "said", "writes"
BASE = "B"  # an infinitive, or finite behind a plural: "write"
PARTICIPLE = "D"  # "written"
ING = "G"
ADVERB = "r"
# Closed classes: function_words.txt has their words.
DETERMINER = "d"
RELATIVE = "w"
ACCUSATIVE = "m"
QUANTITY = "q"  # figures, too
OF = "f"  # the preposition that belongs to the noun before it
GENITIVE = "z"
CONJUNCTION = "c"
SUBORDINATOR = "s"
MODAL = "M"
NEGATION = "n"
# Marks.
QUOTE = "Q"  # a quotation, or one of its marks
COMMA = ","
OPEN, CLOSE = "(", ")"
