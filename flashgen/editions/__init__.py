"""What changed from one edition of a deck to another.

``edition`` is what a deck's record or a package (``packages``) holds; ``compare`` finds the
``changes``, with the help of ``renames``, and the ``search`` for dropped notes; ``report`` says
them line by line, ``words`` word by word; ``writers`` write them down.
"""
