"""A deck into a running Anki, so that nothing of the learner's is lost.

``add_on`` speaks to Anki, ``held`` reads what it has of the deck, ``given`` what flashgen put there
last; ``merge`` and ``looks`` decide what is to be done, ``carry`` does it, ``report`` says it, and
``push`` goes the whole way.
"""
