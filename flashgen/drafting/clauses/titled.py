"""What an article calls the thing of its title: "the town", where it is on Riga."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flashgen.english.clauses import Clause
from flashgen.english.tokens import Sentence

_KINDS = frozenset(
    "city town village album single song film band group squadron battalion regiment brigade "
    "division ship company school college university newspaper magazine church club party "
    "organization organisation commission society bridge castle fort museum airport station "
    "empire kingdom republic dynasty island county province state country".split()
)


def titled_nouns(title: Sequence[str], s: Sentence, clauses: Iterable[Clause]) -> dict[str, str]:
    """The name of the title by the nouns that the first sentence has for it: "Riga is a town"."""
    begin = int(s.words[0].lower() == "the")
    end = begin + len(title)
    if not title or list(s.words[begin:end]) != list(title):
        return {}
    nouns = {title[-1].lower()} if len(title) > 1 else set()
    was = (c for c in clauses if c.finite and c.subject is not None)
    first = next(was, None)
    if first is not None and first.lemma == "be" and first.object is not None:
        nouns |= {s.words[each.head].lower() for each in (first.object, *first.object.with_)}
    name = " ".join(title)
    return dict.fromkeys(nouns & _KINDS, f"the {name}" if begin else name)
