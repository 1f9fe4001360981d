"""What the rules saw, as the draft of a deck.yaml.

``clauses`` makes words of the article stand by themselves; ``people``, ``events``, ``places``,
``terms``, ``quotations`` and ``questions`` draft the facts of their sections; ``draft`` chooses
which of them become cards, and writes them.
"""
