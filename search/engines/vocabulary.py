"""The words of the index: which are known and how frequent, which begin like this, which are spelled nearly so."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import OSA

from ..german.splitting import PREFIXES, SUFFIXES, Splitter
from ..german.stems import stem

SHORTEST_CORRECTED, SURELY_LONG = 4, 8
# Longer words around a word: how short it may be, how much more they must have, and how many count.
SHORTEST_WITHIN, SHORTEST_REST, MOST_AROUND = 4, 3, 20
distance = OSA.distance
# Folded, whether a part only, stem, as written.
Word = tuple[str, int, str, str]
_remembered: dict[tuple, dict[str, tuple[str, str, int]]] = {}


@dataclass(frozen=True)
class Vocabulary:
    """The word table of one generation."""

    generation: str
    stamp: int

    @property
    def table(self) -> str:
        """Its name."""
        return f"search_word_{self.generation}"

    def add(self, words: Counter[Word]) -> None:
        """Counts words of new documents."""
        rows = [(*word, count) for word, count in sorted(words.items())]
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {self.table} (folded, is_part, stem, written, documents) VALUES (%s, %s, %s, %s, %s) "
                f"ON CONFLICT (folded, is_part) DO UPDATE SET documents = {self.table}.documents + excluded.documents",
                rows,
            )

    def subtract(self, words: Counter[Word]) -> None:
        """Forgets words of documents that are gone."""
        rows = [(count, word[0], word[1]) for word, count in sorted(words.items())]
        with connection.cursor() as cursor:
            change = f"UPDATE {self.table} SET documents = documents - %s WHERE folded = %s AND is_part = %s"
            cursor.executemany(change, rows)
            cursor.execute(f"DELETE FROM {self.table} WHERE documents <= 0")

    def frequencies(self, stems: Iterable[str]) -> dict[str, int]:
        """How many documents hold each stem, at least; unknown ones are missing."""
        wanted = sorted(set(stems))
        if not wanted:
            return {}
        marks = ", ".join(["%s"] * len(wanted))
        question = f"SELECT stem, max(documents) FROM {self.table} WHERE stem IN ({marks}) GROUP BY stem"
        return dict(self._rows(question, wanted))

    def beginning(self, folded: str, count: int) -> list[tuple[str, str]]:
        """Frequent words that begin so: (as written, stem)."""
        question = (
            f"SELECT written, stem FROM {self.table} WHERE folded >= %s AND folded < %s AND is_part = 0 "
            "ORDER BY documents DESC, folded LIMIT %s"
        )
        return self._rows(question, [folded, folded + "\U0010ffff", count])

    def near(self, folded: str) -> list[tuple[str, str]]:
        """The words spelled most nearly so, most frequent first: (as written, stem)."""
        if len(folded) < SHORTEST_CORRECTED:
            return []
        words = self._all()
        furthest = 2 if len(folded) >= SURELY_LONG else 1
        found = process.extract(folded, words.keys(), scorer=OSA.distance, score_cutoff=furthest, limit=20)
        if not found:
            return []
        nearest = min(distance for _word, distance, _place in found)
        best = [words[word] for word, distance, _place in found if distance == nearest]
        best.sort(key=lambda word: -word[2])
        return [(written, stem) for written, stem, _documents in best[:3]]

    def around(self, stem: str) -> list[str]:
        """Stems of frequent words that are longer at one end."""
        if len(stem) < SHORTEST_WITHIN or not stem.isalnum():
            return []
        question = (
            f"SELECT stem, folded FROM {self.table} "
            "WHERE is_part = 0 AND (stem LIKE %s OR folded LIKE %s OR stem LIKE %s) "
            "ORDER BY documents DESC, folded LIMIT %s"
        )
        rows = self._rows(question, [f"%{stem}", f"%{stem}", f"{stem}%", 3 * MOST_AROUND])
        found = dict.fromkeys(other for other, folded in rows if is_compound(other, stem) or is_compound(folded, stem))
        return list(found)[:MOST_AROUND]

    def pieces(self, folded: str) -> tuple[str, ...]:
        """The stems of two words or more of the index that make up a word; none if there are none."""
        words = [word for word in self._all() if len(word) >= SHORTEST_WITHIN]
        forms = frozenset([*words, *(word.removesuffix("e") for word in words)])
        found = Splitter(frozenset(map(stem, words)), forms).pieces(folded, is_name=False)
        return tuple(map(stem, found)) if found and min(map(len, found)) >= SHORTEST_WITHIN else ()

    def _all(self) -> dict[str, tuple[str, str, int]]:
        """Every word, read once after each change."""
        known = _remembered.get((self.generation, self.stamp))
        if known is None:
            rows = self._rows(f"SELECT folded, written, stem, documents FROM {self.table} ORDER BY is_part DESC")
            known = {folded: (written, stem, documents) for folded, written, stem, documents in rows}
            _remembered.clear()
            _remembered[self.generation, self.stamp] = known
        return known

    def frequent_names(self, least: int, most: int) -> list[str]:
        """Words written large that occur in many documents: what compounds of this site may be made of."""
        question = (
            f"SELECT written FROM {self.table} "
            "WHERE is_part = 0 AND documents >= %s AND length(folded) BETWEEN 5 AND 12 "
            "ORDER BY documents DESC, folded LIMIT %s"
        )
        return [written for (written,) in self._rows(question, [least, most]) if written[:1].isupper()]

    def _rows(self, question: str, values: Iterable = ()) -> list[tuple]:
        with connection.cursor() as cursor:
            cursor.execute(question, list(values))
            return cursor.fetchall()


def is_compound(word: str, within: str) -> bool:
    """Whether what a word has beside another one may be a word, too."""
    if word.endswith(within):
        rest = word.removesuffix(within)
        return len(rest) >= SHORTEST_REST and rest not in PREFIXES
    rest = word.removeprefix(within)
    return SHORTEST_REST <= len(rest) < len(word) and not rest.startswith(tuple(SUFFIXES))


def forget() -> None:
    """Forgets what was read; for tests, whose stamps repeat."""
    _remembered.clear()
