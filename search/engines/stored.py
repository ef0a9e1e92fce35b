"""How an index is kept in the site's own database: written, erased, rebuilt and looked after."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ..documents import SearchDoc
from ..german.folding import fold
from ..language import Language, language, read
from ..models import IndexState
from .base import Health
from .entries import Entry, entry, unpacked
from .tables import GENERATIONS
from .telling import Telling
from .vocabulary import Vocabulary

AT_ONCE = 200
SITE_WORD_DOCUMENTS, MOST_SITE_WORDS = 5, 1500


class StoredIndex:
    """Two sets of tables, of which one answers. How the database writes them is each one's own."""

    name = "embedded"

    def write(self, generation: str, entries: list[Entry]) -> None:
        """Adds entries whose keys are not there."""
        raise NotImplementedError

    def erase(self, generation: str, keys: list[int]) -> None:
        """Removes entries."""
        raise NotImplementedError

    def clear(self, generation: str) -> None:
        """Empties the tables."""
        raise NotImplementedError

    def index(self, documents: Iterable[SearchDoc]) -> None:
        """Writes documents, replacing older ones."""
        for batch in batches(documents):
            with transaction.atomic():
                state = IndexState.objects.select_for_update().filter(pk=1).first() or IndexState.current()
                entries = self.replace(state.generation, batch, language(state))
                Telling(state.generation).write((found.key, found.fields) for found in entries)
        IndexState.raise_stamp("index_stamp")

    def remove(self, keys: Iterable[int]) -> None:
        """Forgets documents."""
        with transaction.atomic():
            state = IndexState.objects.select_for_update().filter(pk=1).first() or IndexState.current()
            self.forget(state.generation, list(keys))
        IndexState.raise_stamp("index_stamp")

    def replace(self, generation: str, documents: list[SearchDoc], words: Language) -> list[Entry]:
        """Writes a batch into one generation."""
        entries = list({document.key: entry(document, words) for document in documents}.values())
        self.forget(generation, [found.key for found in entries])
        self.write(generation, entries)
        Vocabulary(generation, 0).add(Counter(word for found in entries for word in found.words))
        return entries

    def forget(self, generation: str, keys: list[int]) -> None:
        """Removes what is there of these keys, and its words."""
        marks = ", ".join(["%s"] * len(keys)) or "NULL"
        stored = self.rows(f"SELECT key, tokens FROM search_text_{generation} WHERE key IN ({marks})", keys)
        if stored:
            words = Counter(tuple(word[:2]) for _key, tokens in stored for word in unpacked(bytes(tokens))[1])
            self.erase(generation, [key for key, _tokens in stored])
            Vocabulary(generation, 0).subtract(words)
            Telling(generation).forget(key for key, _tokens in stored)

    def rebuild(self, documents: Iterable[SearchDoc]) -> int:
        """Fills the other generation and swaps in one statement."""
        state = IndexState.current()
        other = next(name for name in GENERATIONS if name != state.generation)
        site_words = Vocabulary(state.generation, state.index_stamp).frequent_names(
            SITE_WORD_DOCUMENTS, MOST_SITE_WORDS
        )
        plain = read((), [])
        site_words = [word for word in site_words if not plain.analyser.splitter.parts(fold(word))]
        words = read((), site_words)
        self.empty(other)
        count = 0
        for batch in batches(documents):
            with transaction.atomic():
                self.replace(other, batch, words)
            count += len(batch)
        self.tell(other)
        changes = {"generation": other, "analysis": words.version, "site_words": site_words}
        IndexState.objects.filter(pk=1).update(**changes, built_at=timezone.now())
        IndexState.raise_stamp("index_stamp")
        self.empty(state.generation)
        return count

    def empty(self, generation: str) -> None:
        """Everything of a generation."""
        self.clear(generation)
        Telling(generation).clear()

    def tell(self, generation: str) -> None:
        """Notes the telling words of all documents, now that it is known how many have each."""
        stored = self.rows(f"SELECT key FROM search_text_{generation}")
        for keys in batches(key for (key,) in stored):
            marks = ", ".join(["%s"] * len(keys))
            rows = self.rows(f"SELECT key, tokens FROM search_text_{generation} WHERE key IN ({marks})", keys)
            Telling(generation).write((key, unpacked(bytes(tokens))[0]) for key, tokens in rows)

    def texts(self, generation: str, keys: Iterable[int]) -> dict[int, tuple[str, str, str]]:
        """Publication, lead and body of documents, for excerpts."""
        wanted = list(keys)
        marks = ", ".join(["%s"] * len(wanted)) or "NULL"
        found = self.rows(f"SELECT key, texts FROM search_text_{generation} WHERE key IN ({marks})", wanted)
        return {key: tuple(unpacked(bytes(texts))) for key, texts in found}

    def digests(self) -> dict[int, str]:
        """Of every document."""
        return dict(self.rows(f"SELECT key, digest FROM search_entry_{IndexState.current().generation}"))

    def health(self) -> Health:
        """Whether the tables answer."""
        try:
            state = IndexState.current()
            count = self.rows(f"SELECT count(*) FROM search_entry_{state.generation}")[0][0]
        except DatabaseError as error:
            return Health(self.name, answers=False, note=str(error))
        return Health(self.name, answers=True, documents=count, version=state.analysis)

    def rows(self, question: str, values: Iterable = ()) -> list[tuple]:
        """The rows of a question to the database."""
        with connection.cursor() as cursor:
            cursor.execute(question, list(values))
            return cursor.fetchall()


def batches(documents: Iterable) -> Iterator[list]:
    """A few hundred at a time."""
    rest = iter(documents)
    while batch := list(islice(rest, AT_ONCE)):
        yield batch
