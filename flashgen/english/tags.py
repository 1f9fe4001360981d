"""What a word can be: one letter for each part of speech, so that a sentence's tags are a string.

Patterns of phrases and clauses are regular expressions over that string.
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
POSSESSIVE = "p"  # "his"
SUBJECT_PRONOUN = "o"
OBJECT_PRONOUN = "m"
RELATIVE = "w"
QUANTITY = "q"  # figures, too
PREPOSITION = "i"
OF = "f"  # the preposition that belongs to the noun before it
TO = "t"
CONJUNCTION = "c"
SUBORDINATOR = "s"
BE, HAVE, DO, MODAL = "b", "h", "u", "M"
NEGATION = "n"
# Marks.
GENITIVE = "z"  # the 's of a possessive
QUOTE = "Q"  # a quotation, or one of its marks
COMMA, STOP, COLON, SEMICOLON, DASH = ",", ".", ":", ";", "-"
OPEN, CLOSE = "(", ")"
OTHER = "?"
