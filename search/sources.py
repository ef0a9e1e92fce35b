"""What readers find beside pages: files, municipalities and subjects, each kind with keys of its own below zero."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from home.bodies.models import Municipality
from home.media.models import File
from home.page.models import Subject

from . import files, overviews
from .documents import SearchDoc

# So many keys belong to each kind.
SPAN = 10**12


@dataclass(frozen=True)
class Source:
    """One kind of thing that is no page. Its place says which keys are its own."""

    place: int
    kind: str
    label: str | Promise
    label_of_many: str | Promise
    model: type[Model]
    # Those that a live, public page leads to, of all or of these.
    public: Callable[[set[int] | None], QuerySet]
    document: Callable[[Model, int], SearchDoc]
    # Which text of it an excerpt must be of.
    written: Callable[[Model], str]

    def title(self, found: Model) -> str:
        """Its headline as a hit."""
        return found.title if isinstance(found, File) else found.name

    def url(self, found: Model) -> str:
        """Where it is."""
        return found.url if isinstance(found, File) else found.get_absolute_url()

    def key(self, pk: int) -> int:
        """The key in the index."""
        return -(self.place * SPAN + pk)


SOURCES = (
    Source(
        0,
        files.KIND,
        _("Document"),
        _("Documents"),
        File,
        files.public,
        files.document,
        lambda file: file.file.name,
    ),
    Source(
        1,
        overviews.MUNICIPALITY,
        _("Municipality"),
        _("Municipalities"),
        Municipality,
        lambda own: narrowed(overviews.towns(), own),
        overviews.town_document,
        lambda town: overviews.stamp(overviews.town_text(town)),
    ),
    Source(
        2,
        overviews.TOPIC,
        _("Subject"),
        _("Subjects"),
        Subject,
        lambda own: narrowed(overviews.subjects(), own),
        overviews.subject_document,
        lambda subject: overviews.stamp(subject.intro),
    ),
)
BY_KIND = {source.kind: source for source in SOURCES}
BY_MODEL = {source.model: source for source in SOURCES}


def narrowed(found: QuerySet, own: set[int] | None) -> QuerySet:
    """Only those with these keys."""
    return found if own is None else found.filter(pk__in=own)


def grouped(keys: Iterable[int]) -> dict[Source, set[int]]:
    """For each kind its own keys among these; those of pages are left out."""
    found: dict[Source, set[int]] = {}
    for key in keys:
        place, own = divmod(-key, SPAN)
        if key < 0 and place < len(SOURCES):
            found.setdefault(SOURCES[place], set()).add(own)
    return found


def public_keys(keys: Iterable[int] | None = None) -> set[int]:
    """Those of these, or of all, that everybody may find now."""
    wanted = dict.fromkeys(SOURCES) if keys is None else grouped(keys)
    return {source.key(pk) for source, own in wanted.items() for pk in source.public(own).values_list("pk", flat=True)}


def objects(keys: Iterable[int]) -> dict[int, Model]:
    """The things themselves, public or not, by key."""
    wanted = grouped(keys).items()
    return {source.key(pk): found for source, own in wanted for pk, found in source.model.objects.in_bulk(own).items()}


def documents(keys: Iterable[int]) -> list[SearchDoc]:
    """The documents of what is public among these."""
    return [BY_MODEL[type(found)].document(found, key) for key, found in objects(public_keys(keys)).items()]


def keys_beside(pages: Iterable[int]) -> set[int]:
    """The keys of the municipalities and subjects of pages: whether they are found depends on these, too."""
    pages = list(pages)
    towns, subjects = BY_KIND[overviews.MUNICIPALITY], BY_KIND[overviews.TOPIC]
    return {
        *(towns.key(pk) for pk in overviews.towns_of(pages)),
        *(subjects.key(pk) for pk in overviews.subjects_of(pages)),
    }


def key_of(found: Model) -> int:
    """The key of a thing."""
    return BY_MODEL[type(found)].key(found.pk)


def shown_date(found: Model) -> datetime | None:
    """When a file came; everything else has no date."""
    return found.created_at if isinstance(found, File) else None
