"""The engine of a search cluster. It plans questions like the embedded ones, so that both answer alike."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from ...documents import SearchDoc
from ...language import Language, language
from ...query import SearchQuery
from ..base import Answer, Capability, EngineAway, Health, Match, Scope
from ..plan import Group, Plan, Planner
from ..vocabulary import Vocabulary
from . import analysis, bodies
from .address import ClusterAddress
from .connection import Connection
from .indices import Indices
from .limit import Limit
from .mapping import mapping
from .records import record
from .refusals import Refused

# As the embedded engines do it: so few matches of all words are filled up with so many of some words.
FEW, MOST_RELAXED = 10, 30
DIGESTS_AT_ONCE = 2000
SOME = {"size": 0, "terminate_after": 1, "track_total_hits": 1}


class Cluster:
    """Asks a cluster; raises EngineAway when it does not answer within the limit."""

    name = "cluster"
    # Words are completed by the index in the database: they are its words, and it knows what is public now.
    capabilities = frozenset(set(Capability) - {Capability.LIVE_PAGES, Capability.TERMS})

    def __init__(self, address: ClusterAddress, shards: int = 1, replicas: int = 1, seconds: float = 1.5) -> None:
        self.address, self.shards, self.replicas, self.seconds = address, shards, replicas, seconds
        self.limit = Limit(seconds)

    @cached_property
    def connection(self) -> Connection:
        """Made when first needed: processes that fork afterwards share nothing."""
        return Connection(self.address)

    @cached_property
    def indices(self) -> Indices:
        """The indices with our prefix."""
        return Indices(self.connection, self.address.prefix)

    # Writing.

    def index(self, documents: Iterable[SearchDoc]) -> None:
        """Writes documents; the first one makes the index."""
        words = language()
        with understood_as_away():
            if not self.indices.behind(self.address.prefix):
                self.indices.create(self.definition(words), self.address.prefix)
            self.indices.write(record(document, words) for document in documents)

    def remove(self, keys: Iterable[int]) -> None:
        """Forgets documents."""
        with understood_as_away():
            self.indices.remove(keys)

    def rebuild(self, documents: Iterable[SearchDoc]) -> int:
        """Fills a new index and swaps; what was saved into it meanwhile is newer and stays."""
        words = language()
        with understood_as_away(), self.indices.rebuilding(self.definition(words)) as index:
            return self.indices.bulk([index], ({"create": record(document, words)} for document in documents))

    def definition(self, words: Language) -> dict:
        """Settings and fields of a new index."""
        settings = analysis.settings(words.analyser.splitter.forms, words.groups, self.shards, self.replicas)
        return {"settings": settings, "mappings": mapping(words.version)}

    # Asking.

    def search(self, query: SearchQuery, scope: Scope) -> Answer:
        """All words first; if they are in few documents only, some of the words, too."""
        if not query.words:
            return Answer() if query.text else self.everything(query, scope)
        planner = Planner(language(scope.index), Vocabulary(scope.index.generation, scope.index.index_stamp))
        plan = planner.plan(query)
        text = plan.correction or query.text
        found = bodies.wanted(plan, text)
        order = "date" if query.sort == "date" else "relevance"
        marked = " ".join([text, *plan.kinds])
        answer = self.answer(bodies.asked(bodies.with_pins(found, scope.pinned), query, scope, marked, order))
        is_relaxed = is_loose = False
        if others := self.less_good(planner, plan, found, scope, answer.total) if answer.total < FEW else []:
            is_met = bool(answer.total)
            filled = bodies.with_pins(bodies.filled_up(found, others), scope.pinned)
            answer = self.answer(bodies.asked(filled, query, scope, marked, order))
            is_relaxed = any(keys for _query, keys in others[1:])
            is_loose = is_relaxed and not (is_met or others[0][1] or scope.pinned)
        correction = plan.correction if self.is_safe(plan, scope) else None
        return replace(answer, correction=correction, is_relaxed=is_relaxed, is_loose=is_loose, order=order)

    def everything(self, query: SearchQuery, scope: Scope) -> Answer:
        """No words, only filters: newest first."""
        return replace(self.answer(bodies.asked(bodies.MatchAll(), query, scope, "", "date")), order="date")

    def less_good(
        self, planner: Planner, plan: Plan, found: bodies.Query, scope: Scope, total: int
    ) -> list[tuple[bodies.Query, list[str]]]:
        """Documents with longer words around those asked for, then those that hold only some of what is asked."""
        groups = planner.widened(plan)
        without = [found, *([bodies.ids(scope.excluded)] if scope.excluded else [])]
        wide = bodies.every(groups)
        first = self.best(wide, without) if groups != plan.groups else []
        some = bodies.partly(groups)
        if scope.is_strict:
            return [(wide, first)] if first else []
        is_loose = len(groups) > 1 and any(group.stems for group in groups)
        second = self.best(some, [*without, bodies.ids(first)]) if is_loose else []
        loose = bodies.every(planner.loosened(groups))
        third = self.best(loose, without) if not (total or first or second) else []
        return [(wide, first), (some, second), (loose, third)] if first or second or third else []

    def best(self, query: bodies.Query, without: list[bodies.Query]) -> list[str]:
        """The keys of some documents, best first."""
        body = {"query": bodies.Bool(must=[query], must_not=without).to_dict(), "size": MOST_RELAXED, "_source": False}
        return [hit["_id"] for hit in self.ask(body)["hits"]["hits"]]

    def is_safe(self, plan: Plan, scope: Scope) -> bool:
        """Whether the corrected words stand in documents that may be found."""
        return all(self.is_found(group, scope.excluded) for group in plan.corrected)

    def is_found(self, group: Group, excluded: frozenset[int] = frozenset()) -> bool:
        """Whether any document answers a group."""
        without = [bodies.ids(excluded)] if excluded else []
        query = bodies.Bool(must=[bodies.answered(group)], must_not=without)
        return bool(self.ask(SOME | {"query": query.to_dict()})["hits"]["total"]["value"])

    def answer(self, body: dict) -> Answer:
        """Asks, and reads the answer."""
        found = self.ask(body)
        facets = {
            name: {bucket["key"]: bucket["doc_count"] for bucket in facet["values"]["buckets"]}
            for name, facet in found.get("aggregations", {}).items()
        }
        return Answer(found["hits"]["total"]["value"], [match(hit) for hit in found["hits"]["hits"]], facets)

    def ask(self, body: dict) -> dict:
        """One question within the time limit; an answer of only some of the shards is none."""
        path = f"/{self.address.prefix}/_search?allow_partial_search_results=false"
        with understood_as_away():
            return self.connection.ask("POST", path, body, self.limit.left)

    # Looking after it.

    def digests(self) -> dict[int, str]:
        """Of every document, in slices by key."""
        found: dict[int, str] = {}
        body = {"size": DIGESTS_AT_ONCE, "_source": ["digest"], "sort": [{"key": "asc"}]}
        while hits := self.ask(body)["hits"]["hits"]:
            found |= {int(hit["_id"]): hit["_source"]["digest"] for hit in hits}
            body["search_after"] = hits[-1]["sort"]
        return found

    def health(self) -> Health:
        """Whether it answers, how many documents it holds, and which analysis made them."""
        try:
            with understood_as_away():
                count = self.ask({"size": 0, "track_total_hits": True})["hits"]["total"]["value"]
                known = self.connection.ask("GET", f"/{self.address.prefix}/_mapping", seconds=self.seconds)
        except EngineAway as reason:
            return Health(self.name, answers=False, note=str(reason))
        versions = {index["mappings"].get("_meta", {}).get("analysis", "") for index in known.values()}
        return Health(self.name, answers=True, documents=count, version="".join(sorted(versions)))

    def is_back(self) -> bool:
        """A short question: is there an index that answers?"""
        try:
            self.connection.ask("POST", f"/{self.address.prefix}/_search", SOME, self.seconds)
        except (EngineAway, Refused):
            return False
        return True


def match(hit: dict) -> Match:
    """One hit as the finder wants it."""
    written = hit.get("_source", {}).get("written", "")
    return Match(int(hit["_id"]), hit.get("_score") or 0.0, excerpt(hit), written)


def excerpt(hit: dict) -> str | None:
    """The piece with words marked; the beginning of the text if there is none."""
    pieces = hit.get("highlight", {})
    found = [*pieces.get("body", []), *pieces.get("lead", [])]
    return next((piece for piece in found if "<mark>" in piece), found[0] if found else None)


class understood_as_away:  # noqa: N801
    """A refusal of the cluster is our mistake or its settings'; for readers it is away all the same."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: type | None, error: BaseException | None, _trace: object) -> None:
        """Raises EngineAway in the place of Refused."""
        if isinstance(error, Refused):
            raise EngineAway(str(error)) from error
