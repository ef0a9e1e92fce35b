"""Pages as documents: batch by batch, in a number of questions that does not grow with the batch."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from django.utils import translation
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.timezone import localtime
from wagtail.models import Locale
from wagtail.search.index import SearchField

from home.bodies.models import Municipality
from home.listing import relations
from home.page.models import BasePage

from . import kinds, sources
from .documents import LONGEST_BODY, SearchDoc

AT_ONCE = 200
SHOWN_ELSEWHERE = {"title", "lead", "id"}
# Any gap, but not the narrow one within a number.
WHITE = re.compile(r"(?!(?<=\d)[\u00a0\u202f]\d{3})\s+")
# What Wagtail makes of a field of a block that was left empty.
EMPTY = "None"


def all_keys() -> list[int]:
    """Everything that readers may find now."""
    return [*BasePage.objects.readable().order_by("pk").values_list("pk", flat=True), *sources.public_keys()]


def documents(keys: Iterable[int]) -> Iterator[SearchDoc]:
    """The documents of those of these keys that everybody may read."""
    rest = iter(keys)
    while batch := list(islice(rest, AT_ONCE)):
        yield from documents_of_pages([key for key in batch if key > 0])
        if found := [key for key in batch if key < 0]:
            yield from sources.documents(found)


def documents_of_pages(keys: list[int]) -> Iterator[SearchDoc]:
    """One batch of pages."""
    found = [page for page in BasePage.objects.readable().filter(pk__in=keys).specific() if page]
    keys = [page.pk for page in found]
    subjects = subjects_of(keys)
    towns = Municipality.objects.in_bulk() if keys else {}
    towns_of = relations.targets_of(keys, Municipality)
    programs, locales = programs_of(keys), dict(Locale.objects.values_list("pk", "language_code"))
    for page in found:
        own_towns = [towns[key] for key in sorted(towns_of.get(page.pk, ()))]
        yield document(page, subjects.get(page.pk, []), own_towns, programs.get(page.pk, []), locales[page.locale_id])


def subjects_of(keys: list[int]) -> dict[int, list[tuple[str, str]]]:
    """For each page slugs and names of its subjects."""
    through = BasePage.subjects.through.objects.filter(basepage_id__in=keys).order_by("subject__name")
    found: dict[int, list[tuple[str, str]]] = {}
    for page, slug, name in through.values_list("basepage_id", "subject__slug", "subject__name"):
        found.setdefault(page, []).append((slug, name))
    return found


def programs_of(keys: list[int]) -> dict[int, list[tuple[str, str]]]:
    """For each page slugs and titles of the programmes it belongs to; a programme belongs to itself."""
    pairs: dict[int, set[int]] = {}
    for model in kinds.topmost(relations.PROGRAMME):
        for page, targets in relations.targets_of(keys, model).items():
            pairs.setdefault(page, set()).update(targets)
        for key in model.objects.filter(pk__in=keys).values_list("pk", flat=True):
            pairs.setdefault(key, set()).add(key)
    for key, above in pages_above(keys, relations.PROGRAMME).items():
        pairs.setdefault(key, set()).add(above)
    wanted = set().union(*pairs.values()) if pairs else set()
    known = {
        key: (slug, title)
        for key, slug, title in BasePage.objects.readable().filter(pk__in=wanted).values_list("pk", "slug", "title")
    }
    return {page: [known[key] for key in sorted(targets) if key in known] for page, targets in pairs.items()}


def pages_above(keys: list[int], kind: str) -> dict[int, int]:
    """The page above, for pages that lie below another one of their kind."""
    types = set(kinds.page_types().get(kind, [])) - set(kinds.topmost(kind))
    if not types:
        return {}
    paths = dict(BasePage.objects.filter(pk__in=keys).type(*types).values_list("pk", "path"))
    above = {key: path[: -BasePage.steplen] for key, path in paths.items()}
    known = dict(BasePage.objects.filter(path__in=set(above.values())).values_list("path", "pk"))
    return {key: known[path] for key, path in above.items()}


def document(page: BasePage, subjects: list, towns: list[Municipality], programs: list, locale: str) -> SearchDoc:
    """One specific page."""
    return SearchDoc(
        key=page.pk,
        kind=page.kind,
        title=page.title,
        lead=page.lead,
        body=text_of(page),
        url=page.url_path,
        date=page.shown_date and localtime(page.shown_date),
        subjects=tuple(slug for slug, _name in subjects),
        programs=tuple(slug for slug, _title in programs),
        municipalities=tuple(town.slug for town in towns),
        counties=tuple(dict.fromkeys(slugify(town.county) for town in towns if town.county)),
        locale=locale,
        period=period_of(page, locale),
        written=publication_of(page),
        names=(
            *(name for _slug, name in subjects),
            *(title for _slug, title in programs if title != page.title),
            *(name for town in towns for name in (town.name, town.county) if name),
        ),
    )


def period_of(page: BasePage, locale: str) -> str:
    """Month and year of what has a date, as readers type them; ordinary pages show none."""
    if page.kind == kinds.ORDINARY or not page.shown_date:
        return ""
    with translation.override(locale):
        return date_format(localtime(page.shown_date), "F Y")


def publication_of(page: BasePage) -> str:
    """When what readers see of a page was published."""
    return page.last_published_at.isoformat() if page.last_published_at else ""


def text_of(page: BasePage) -> str:
    """The searchable text of a specific page without title and lead."""
    fields = [field for field in page.get_search_fields() if isinstance(field, SearchField)]
    texts = [flat(field.get_value(page)) for field in fields if field.field_name not in SHOWN_ELSEWHERE]
    return WHITE.sub(" ", " ".join(texts)).strip()[:LONGEST_BODY]


def flat(value: object) -> str:
    """A field's value as one text."""
    if isinstance(value, list | tuple):
        return " ".join(text for text in map(str, value) if text != EMPTY)
    return str(value or "")
