"""A list narrowed by facets in the address, each value with its count. Works without script."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce
from urllib.parse import urlencode

from django.core.paginator import Page
from django.db.models import CharField, Count, F, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from home.page.refusals import NothingThere

from .index import loaded, numbered

PAGE = "seite"


@dataclass(frozen=True)
class Facet:
    """One way to narrow a list. `value` and `name` are columns, seen from a page of the list."""

    key: str
    label: str | Promise
    value: str
    name: str
    # Only pages of which this is true are counted, e.g. whose programme can be read.
    condition: Callable[[], Q] = Q
    # Words for values that are keys of a fixed list.
    words: Callable[[], dict[str, str | Promise]] | None = None
    # Whether a value exists at all, and its name; for those that no page of the list has at present.
    known: Callable[[str], str | None] = lambda _value: None
    # From the word in the address to the value in the column, where they differ.
    resolve: Callable[[QuerySet, str], str | None] = lambda _pages, word: word
    address: Callable[[str], str] = str
    in_front: bool = True


@dataclass(frozen=True)
class Option:
    """A value that can be chosen."""

    value: str
    name: str | Promise
    count: int
    is_chosen: bool = False


@dataclass(frozen=True)
class Offer:
    """A facet with its options."""

    facet: Facet
    options: list[Option]
    chosen: Option | None
    without: str


@dataclass(frozen=True)
class FacetedList:
    """One page of a list, what it is narrowed by, and what it can be narrowed by."""

    page: Page
    offers: list[Offer]
    query: str

    @property
    def is_filtered(self) -> bool:
        """Whether a facet is in force."""
        return bool(self.query)

    @property
    def chosen(self) -> list[Offer]:
        """The facets in force."""
        return [offer for offer in self.offers if offer.chosen]

    @property
    def in_front(self) -> list[Offer]:
        """What is always to be seen."""
        return [offer for offer in self.offers if offer.facet.in_front]

    @property
    def behind(self) -> list[Offer]:
        """What is seen on demand."""
        return [offer for offer in self.offers if not offer.facet.in_front]

    @property
    def is_open(self) -> bool:
        """Whether one of these is in force."""
        return any(offer.chosen for offer in self.behind)


def faceted(pages: QuerySet, request: HttpRequest, facets: tuple[Facet, ...]) -> FacetedList:
    """The part of `pages` that the address asks for. What there is not is a 404 with a sentence."""
    words = {facet.key: request.GET[facet.key] for facet in facets if request.GET.get(facet.key)}
    chosen = {facet: resolved(facet, pages, words[facet.key]) for facet in facets if facet.key in words}
    found = narrowed(pages, chosen)
    counts = counted(pages, facets, chosen)
    offers = [offer(facet, counts, chosen.get(facet), words) for facet in facets]
    keys = found.newest_first().values_list("pk", flat=True)
    return FacetedList(
        page=loaded(pages, numbered(keys, request)),
        offers=[found for found in offers if found.options],
        query=urlencode(words),
    )


def resolved(facet: Facet, pages: QuerySet, word: str) -> str:
    """The value that the address means."""
    value = facet.resolve(pages, word) if "\x00" not in word else None
    if value is None or (facet.words and value not in facet.words()):
        refuse(facet, word)
    return value


def refuse(facet: Facet, word: str) -> None:
    """A 404 that says what there is not."""
    sentence = _("There is nothing like “%(value)s” to narrow the list by “%(facet)s”.")
    raise NothingThere(sentence % {"value": word[:40], "facet": facet.label})


def narrowed(pages: QuerySet, chosen: dict[Facet, str], but: Facet | None = None) -> QuerySet:
    """The pages that have all chosen values, without regard to one facet."""
    wanted = [(facet, value) for facet, value in chosen.items() if facet is not but]
    return reduce(lambda found, pair: found.filter(pair[0].condition(), **{pair[0].value: pair[1]}), wanted, pages)


def counted(pages: QuerySet, facets: tuple[Facet, ...], chosen: dict[Facet, str]) -> dict[str, list[tuple]]:
    """For each facet its values with names and numbers, as if the facet itself were free. One query."""
    parts = [tally(narrowed(pages, chosen, but=facet), facet) for facet in facets]
    found: dict[str, list[tuple]] = {facet.key: [] for facet in facets}
    for key, value, name, count in parts[0].union(*parts[1:], all=True):
        found[key].append((value, name, count))
    return found


def tally(pages: QuerySet, facet: Facet) -> QuerySet:
    """Key, value, name and number, a row for each value."""
    named = pages.order_by().filter(facet.condition()).exclude(Q(**{facet.value: None}) | Q(**{facet.value: ""}))
    columns = {
        "facet_key": Value(facet.key, output_field=CharField()),
        "facet_value": Cast(F(facet.value), CharField()),
        "facet_name": Cast(F(facet.name), CharField()),
    }
    return named.select_related(None).values_list(*columns.values()).annotate(facet_count=Count("pk"))


def offer(facet: Facet, counts: dict[str, list[tuple]], chosen: str | None, words: dict[str, str]) -> Offer:
    """The facet as the form shows it; a chosen value stays, even if nothing is left."""
    options = list(options_of(facet, counts[facet.key], chosen))
    if chosen is not None and not any(option.is_chosen for option in options):
        name = facet.words()[chosen] if facet.words else facet.known(chosen)
        if name is None:
            refuse(facet, words[facet.key])
        options.append(Option(facet.address(chosen), name, 0, is_chosen=True))
    rest = urlencode({key: word for key, word in words.items() if key != facet.key})
    return Offer(facet, options, next((option for option in options if option.is_chosen), None), rest)


def options_of(facet: Facet, rows: list[tuple], chosen: str | None) -> Iterator[Option]:
    """In the order of the fixed list, or by name."""
    if facet.words:
        counts = {value: count for value, _name, count in rows}
        rows = [(value, name, counts[value]) for value, name in facet.words().items() if value in counts]
    else:
        rows = sorted(rows, key=lambda row: row[1].casefold())
    for value, name, count in rows:
        yield Option(facet.address(value), name, count, is_chosen=value == chosen)
