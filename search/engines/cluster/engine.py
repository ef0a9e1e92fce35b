"""The engine of a search cluster. It plans questions like the embedded ones, so that both answer alike."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from ...documents import FACETS, SearchDoc
from ...language import Language, language
from ...query import SearchQuery
from ..base import Answer, Capability, EngineAway, Health, Match, Scope
from ..filling import FEW, MOST_MORE
from ..plan import Plan, Planner
from ..vocabulary import Vocabulary
from . import analysis, bodies
from .address import ClusterAddress
from .beside import NotPublic, named, require_public, without
from .connection import Connection
from .indices import Indices
from .limit import Limit
from .mapping import mapping
from .records import record
from .refusals import Refused

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
        """Once more if something answered that nobody may read: nothing is said or decided with its help."""
        try:
            return self.found(query, scope)
        except NotPublic as late:
            return self.found(query, without(scope, late.keys))

    def found(self, query: SearchQuery, scope: Scope) -> Answer:
        """All words first; if they are in few documents only, some of the words, too."""
        if not query.words:
            return Answer() if query.text else self.everything(query, scope)
        planner = Planner(language(scope.index), Vocabulary(scope.index.generation, scope.index.index_stamp))
        plan = planner.plan(query)
        text = plan.correction or query.text
        found = bodies.wanted(plan, text)
        if bodies.is_too_long(found, share=0.5):
            plan = replace(plan, groups=plan.own)
            found = bodies.wanted(plan, text)
        order = "date" if query.sort == "date" else "relevance"
        marked = " ".join([text, *plan.kinds])
        answer = self.answer(bodies.asked(bodies.with_pins(found, scope.pinned), query, scope, marked, order), scope)
        met = answer.total
        wide, some = self.less_good(planner, plan, found, scope, met) if met < FEW else ([], [])
        if wide or some:
            filled = bodies.with_pins(bodies.filled_up(found, [*wide, *some]), scope.pinned)
            answer = self.answer(bodies.asked(filled, query, scope, marked, order), scope)
        is_loose = bool(some) and not (met or wide or scope.pinned)
        correction = plan.correction if self.is_safe(plan, scope) else None
        return replace(answer, correction=correction, is_relaxed=bool(some), is_loose=is_loose, order=order)

    def everything(self, query: SearchQuery, scope: Scope) -> Answer:
        """No words, only filters: newest first."""
        answer = self.answer(bodies.asked(bodies.MatchAll(), query, scope, "", "date"), scope)
        return replace(answer, order="date")

    def less_good(
        self, planner: Planner, plan: Plan, found: bodies.Query, scope: Scope, total: int
    ) -> tuple[list[str], list[str]]:
        """As the embedded engines do it: documents with longer words around those asked for, and those that hold only
        some of what is asked, the best of each first.
        """
        groups, is_strict = planner.widened(plan), scope.is_strict
        is_several = len(groups) > 1 and any(group.stems for group in groups)
        parts = [
            planner.telling_parts(group) if total or is_several else planner.single_parts(group) for group in groups
        ]
        others = [found, *bodies.excluded(scope)]
        wide, some = bodies.every(groups), (bodies.partly if is_several else bodies.loosely)(groups, parts)
        if bodies.is_too_long(found, some):
            some = bodies.plainly(groups)
        most_wide = MOST_MORE if groups != plan.groups and not bodies.is_too_long(found, wide) else 0
        # What is among the first does not count among the second: so many more are asked for.
        most_some = MOST_MORE + most_wide if (is_several or any(parts)) and not is_strict else 0
        first, second = self.best([(wide, most_wide), (some, most_some)], others, scope)
        most = MOST_MORE if is_several or not (total or first) else max(FEW - total - len(first), 0)
        second = [key for key in second if key not in first][:most]
        if first or second or total or is_strict or not is_several:
            return first, second
        loose = bodies.loosely(groups, [planner.single_parts(group) for group in groups])
        [third] = self.best([(loose, MOST_MORE)], others, scope)
        return [], third

    def best(self, wanted: list[tuple[bodies.Query, int]], others: list[bodies.Query], scope: Scope) -> list[list[str]]:
        """For each question the keys of so many documents, best first, without those that answer another one."""
        asked = [bodies.best(query, others, most) for query, most in wanted if most]
        answers = iter(self.keys(asked, scope))
        return [next(answers) if most else [] for _query, most in wanted]

    def is_safe(self, plan: Plan, scope: Scope) -> bool:
        """Whether the corrected words stand in documents that may be found."""
        excluded = bodies.excluded(scope)
        asked = [bodies.best(bodies.answered(group), excluded, 1) | {"terminate_after": 1} for group in plan.corrected]
        return all(self.keys(asked, scope))

    def keys(self, asked: list[dict], scope: Scope) -> list[list[str]]:
        """The keys of what answers each of these questions."""
        found = [[hit["_id"] for hit in answer["hits"]["hits"]] for answer in self.ask_all(asked)]
        require_public([int(key) for keys in found for key in keys], scope)
        return found

    def answer(self, body: dict, scope: Scope) -> Answer:
        """Asks, and reads the answer."""
        found = self.ask(body)
        require_public(named(found), scope)
        facets = {
            name: {bucket["key"]: bucket["doc_count"] for bucket in facet["values"]["buckets"]}
            for name, facet in found["aggregations"].items()
            if name in FACETS
        }
        return Answer(found["hits"]["total"]["value"], [match(hit) for hit in found["hits"]["hits"]], facets)

    def ask(self, body: dict) -> dict:
        """One question within the time limit; an answer of only some of the shards is none."""
        return self.send("_search?allow_partial_search_results=false", body)

    def ask_all(self, asked: list[dict]) -> list[dict]:
        """Several questions in one request, as one; none costs nothing."""
        lines = [line for body in asked for line in ({"allow_partial_search_results": False}, body)]
        return self.send("_msearch", lines)["responses"] if lines else []

    def send(self, deed: str, body: dict | list) -> dict:
        """One request within the time limit."""
        with understood_as_away():
            return self.connection.ask("POST", f"/{self.address.prefix}/{deed}", body, self.limit.left)

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
