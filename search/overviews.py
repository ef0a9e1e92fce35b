"""Municipalities and subjects are found by name, as long as there is something public about them."""

import hashlib
from collections.abc import Iterable

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.text import slugify

from home.bodies.models import Municipality, PlaceName
from home.listing import relations
from home.listing.places import with_content
from home.page.models import BasePage, Subject

from .documents import SearchDoc

TOPIC, MUNICIPALITY = "topic", "municipality"


def subjects() -> QuerySet[Subject]:
    """Those that a page everybody may read is about."""
    # PostgreSQL would answer EXISTS by reading all pages; of a value it wants the first one only.
    about = BasePage.objects.readable().filter(subjects=OuterRef("pk")).order_by().values("pk")[:1]
    return Subject.objects.alias(some_page=Subquery(about)).filter(some_page__isnull=False)


def towns() -> QuerySet[Municipality]:
    """Those that there is a public page about."""
    return with_content().select_related(None)


def subject_document(subject: Subject, key: int) -> SearchDoc:
    """Its name weighs like that on the pages about it: what bears the word in its title comes first."""
    return SearchDoc(
        key=key,
        kind=TOPIC,
        title="",
        body=subject.intro,
        url=subject.get_absolute_url(),
        subjects=(subject.slug,),
        written=stamp(subject.intro),
        names=(subject.name, subject.short_name) if subject.short_name else (subject.name,),
    )


def town_document(town: Municipality, key: int) -> SearchDoc:
    """Found by all its names, the former ones, too."""
    former = (
        town.place_names.filter(rank=PlaceName.Rank.FORMER_NAME).order_by("former").values_list("former", flat=True)
    )
    return SearchDoc(
        key=key,
        kind=MUNICIPALITY,
        title=town.name,
        body=town_text(town),
        url=town.get_absolute_url(),
        municipalities=(town.slug,),
        counties=(slugify(town.county),) if town.county else (),
        written=stamp(town_text(town)),
        names=(*former, *([town.official_name] if town.official_name else [])),
    )


def town_text(town: Municipality) -> str:
    """What it is, and where."""
    return " · ".join(filter(None, [town.get_status_display(), town.county, town.region]))


def stamp(text: str) -> str:
    """Says which text an excerpt is of."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def subjects_of(pages: Iterable[int]) -> set[int]:
    """Keys of the subjects of these pages."""
    through = BasePage.subjects.through.objects.filter(basepage_id__in=list(pages))
    return set(through.values_list("subject_id", flat=True))


def towns_of(pages: Iterable[int]) -> set[int]:
    """Keys of the municipalities of these pages."""
    return set().union(*relations.targets_of(pages, Municipality).values())
