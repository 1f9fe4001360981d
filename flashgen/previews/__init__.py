"""The preview: every card of a deck on one page, as real Anki renders it.

``cards`` asks Anki for the HTML, ``page`` makes one file of it, ``live`` serves that file and
follows the designer's saves, ``pictures`` takes pictures of it. What the browser runs lies beside
them as files of their own: ``page.*`` is the page, ``frame.*`` what stands around a single card.
"""
