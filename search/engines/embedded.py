"""What the two embedded engines share: the index lies in the site's own database, analysed by us."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from ..documents import SearchDoc
from ..german.folding import fold
from ..language import Language, language, read
from ..models import IndexState
from ..query import SearchQuery
from ..sources import public_keys
from . import readable
from .base import Answer, Capability, Health, Scope
from .entries import Entry, entry, unpacked
from .plan import Group, Plan, Planner
from .tables import GENERATIONS
from .tally import Row, Tally
from .telling import Telling
from .vocabulary import Vocabulary

AT_ONCE = 200
# So few matches of all words are filled up with matches of some words; so many of those.
FEW, MOST_RELAXED = 10, 30
# What a document weighs that holds only other words for what is asked.
OTHER_WORDS = 0.5
SITE_WORD_DOCUMENTS, MOST_SITE_WORDS = 5, 1500


class EmbeddedEngine:
    """An engine inside the database. How the database matches and writes is each one's own."""

    name = "embedded"
    capabilities = frozenset(set(Capability) - {Capability.HIGHLIGHTS})

    # What each database does in its own way.

    def write(self, generation: str, entries: list[Entry]) -> None:
        """Adds entries whose keys are not there."""
        raise NotImplementedError

    def erase(self, generation: str, keys: list[int]) -> None:
        """Removes entries."""
        raise NotImplementedError

    def clear(self, generation: str) -> None:
        """Empties the tables."""
        raise NotImplementedError

    def matching(self, generation: str, groups: list[Group], every: bool, most: int | None = None) -> list[Row]:
        """Readable documents that answer every group, or any."""
        raise NotImplementedError

    def keys(self, generation: str, groups: list[Group]) -> set[int]:
        """Documents that answer every group, readable or not; nothing is ranked."""
        raise NotImplementedError

    # Writing.

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

    # Asking.

    def search(self, query: SearchQuery, scope: Scope) -> Answer:
        """All words first; if they are in few documents only, some of the words, too."""
        state = IndexState.current()
        if not query.words:
            rows = [] if query.text else self.everything(state.generation)
            return Tally(rows, query.chosen).answer(scope, "date")
        planner = Planner(language(state), Vocabulary(state.generation, state.index_stamp))
        plan = planner.plan(query)
        rows = self.own_first(state.generation, plan, self.matching(state.generation, plan.groups, every=True))
        wide, some = [], []
        if len(rows) < FEW:
            groups, known = planner.widened(plan), {row[0] for row in rows}
            wide = self.wide(state.generation, plan, groups, known)
            some = self.relaxed(state.generation, groups, known | {row[0] for row in wide})
            if not (rows or wide or some) and (loose := planner.loosened(groups)) != groups:
                some = self.matching(state.generation, loose, every=True, most=MOST_RELAXED)
        tiers = dict.fromkeys((row[0] for row in wide), 1) | dict.fromkeys((row[0] for row in some), 2)
        rows += [*wide, *some]
        rows += self.entries(state.generation, set(scope.pinned) - {row[0] for row in rows})
        answer = Tally(rows, query.chosen).answer(scope, query.sort, (lambda key: tiers.get(key, 0)) if tiers else None)
        correction = plan.correction if all(self.is_held(state.generation, group) for group in plan.corrected) else None
        return Answer(answer.total, answer.matches, answer.facets, correction, bool(some), query.sort)

    def own_first(self, generation: str, plan: Plan, rows: list[Row]) -> list[Row]:
        """Documents that hold only other words for what is asked weigh less."""
        if not rows or not any(group.synonyms for group in plan.groups):
            return rows
        own = self.keys(generation, [group.own for group in plan.groups])
        return [row if row[0] in own else (row[0], row[1] * OTHER_WORDS, *row[2:]) for row in rows]

    def wide(self, generation: str, plan: Plan, groups: list[Group], known: set[int]) -> list[Row]:
        """Documents with longer words around those asked for."""
        if groups == plan.groups:
            return []
        rows = self.matching(generation, groups, every=True, most=MOST_RELAXED + len(known))
        return [row for row in rows if row[0] not in known][:MOST_RELAXED]

    def relaxed(self, generation: str, groups: list[Group], known: set[int]) -> list[Row]:
        """The best documents that hold some of the words, but every phrase."""
        loose = [group for group in groups if group.stems]
        if len(groups) < 2 or not loose:  # noqa: PLR2004
            return []
        firm = [group for group in groups if not group.stems]
        rows = self.matching(generation, loose, every=False, most=MOST_RELAXED + len(known))
        if firm:
            held = {row[0] for row in self.matching(generation, firm, every=True)}
            rows = [row for row in rows if row[0] in held]
        return [row for row in rows if row[0] not in known][:MOST_RELAXED]

    def is_held(self, generation: str, group: Group) -> bool:
        """Whether a readable document answers; nothing is ranked, and hardly ever more than some are looked at."""
        some = set(islice(self.keys(generation, [group]), AT_ONCE))
        return bool(some and (self.entries(generation, some) or self.matching(generation, [group], every=True)))

    def everything(self, generation: str, only: str = "", keys: Iterable[int] = ()) -> list[Row]:
        """All readable documents, or those that fit a condition."""
        condition, values = readable.condition()
        columns = "e.key, CAST(0 AS double precision), e.facets, e.day"
        question = f"SELECT {columns} FROM search_entry_{generation} e {readable.join()} "
        return readable.only_public(self.rows(f"{question} WHERE {only} {condition}", [*keys, *values]))

    def entries(self, generation: str, keys: set[int]) -> list[Row]:
        """The readable ones of these documents."""
        marks = ", ".join(["%s"] * len(keys))
        return self.everything(generation, f"e.key IN ({marks}) AND", sorted(keys)) if keys else []

    def hidden(self) -> set[int]:
        """Keys it holds of documents that nobody may read any more: none, unless it is late."""
        condition, values = readable.condition()
        entries = f"search_entry_{IndexState.current().generation} e"
        late = f"SELECT e.key FROM {entries} {readable.join()} WHERE CASE WHEN {condition} THEN 0 ELSE 1 END = 1"
        others = {key for (key,) in self.rows(f"SELECT e.key FROM {entries} WHERE e.key < 0")}
        return {key for (key,) in self.rows(late, values)} | (others - public_keys(others))

    def terms(self, beginning: str, count: int) -> list[str]:
        """Frequent words with this beginning that a readable document holds now."""
        state = IndexState.current()
        found = Vocabulary(state.generation, state.index_stamp).beginning(fold(beginning), 3 * count)
        one_each = {stem: written for written, stem in reversed(found)}
        words = [(written, stem) for written, stem in found if one_each[stem] == written]
        held = (word for word, stem in words if self.is_held(state.generation, Group(stems=[stem])))
        return list(islice(held, count))

    def texts(self, keys: Iterable[int]) -> dict[int, tuple[str, str, str]]:
        """Publication, lead and body of documents, for excerpts."""
        wanted = list(keys)
        marks = ", ".join(["%s"] * len(wanted)) or "NULL"
        table = f"search_text_{IndexState.current().generation}"
        found = self.rows(f"SELECT key, texts FROM {table} WHERE key IN ({marks})", wanted)
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
