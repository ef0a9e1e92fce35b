"""The words of the index: which are known, how frequent they are, and which begin like this."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from .known_words import KnownWord, KnownWords

# Folded, whether a part only, stem, as written.
Word = tuple[str, int, str, str]
_remembered: dict[tuple, KnownWords] = {}


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

    def subtract(self, words: Counter[tuple[str, int]]) -> None:
        """Forgets words of documents that are gone: each folded, and whether it is a part only."""
        rows = [(count, *word) for word, count in sorted(words.items())]
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

    def known(self) -> KnownWords:
        """Every word, read once after each change."""
        found = _remembered.get((self.generation, self.stamp))
        if found is None:
            question = f"SELECT folded, written, stem, documents, is_part FROM {self.table} ORDER BY is_part DESC"
            found = KnownWords(KnownWord(*row) for row in self._rows(question))
            _remembered.clear()
            _remembered[self.generation, self.stamp] = found
        return found

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


def forget() -> None:
    """Forgets what was read; for tests, whose stamps repeat."""
    _remembered.clear()
