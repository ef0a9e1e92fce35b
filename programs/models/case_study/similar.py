"""Municipalities like ours: other case studies whose place or subject has something in common with this one."""

from dataclasses import dataclass

from django.db.models import Case, Exists, F, IntegerField, OuterRef, QuerySet, Value, When
from django.utils.translation import gettext as _

from home.bodies.models import Municipality
from home.page.models import BasePage

SHOWN, LOOKED_AT = 3, 12
# What readers asked for first counts most: somebody of our size, then our question.
SIZE, SUBJECT, KIND, REGION = 4, 3, 1, 2


@dataclass(frozen=True)
class Similar:
    """Another municipality's case study, and why it is shown."""

    page: BasePage
    reasons: list[str]

    @property
    def municipality(self) -> Municipality:
        """The other municipality."""
        return self.page.municipality


def similar_places(study: BasePage) -> list[Similar]:
    """The three municipalities that have most in common, one case study each. One query."""
    subjects = {subject.pk: subject.name for subject in study.subject_list}
    found: dict[int, Similar] = {}
    for page in ranked(study, list(subjects))[:LOOKED_AT]:
        found.setdefault(page.municipality_id, Similar(page, reasons(study, page, subjects)))
    return list(found.values())[:SHOWN]


def ranked(study: BasePage, subjects: list[int]) -> QuerySet:
    """Readable case studies of other places, the most similar first."""
    through = BasePage.subjects.through.objects.filter(basepage_id=OuterRef("pk"), subject_id__in=subjects)
    same = {name: getattr(study, name) for name in ("size_class", "place_kind", "region")}
    score = (
        points(SIZE, size_class=same["size_class"])
        + points(KIND, place_kind=same["place_kind"])
        + points(REGION, region=same["region"])
        + Case(When(Exists(through), then=Value(SUBJECT)), default=Value(0), output_field=IntegerField())
    )
    others = type(study).objects.readable().exclude(municipality=None).exclude(municipality=study.municipality_id)
    others = others.annotate(score=score, shared_subject=through.values("subject_id")[:1]).filter(score__gt=0)
    return others.select_related("municipality").order_by(F("score").desc(), "-display_date", "-pk")


def points(number: int, **same: str) -> Case:
    """So many for having the same; an unknown value is no likeness."""
    if not all(same.values()):
        return Value(0)
    return Case(When(**same, then=Value(number)), default=Value(0), output_field=IntegerField())


def reasons(study: BasePage, other: BasePage, subjects: dict[int, str]) -> list[str]:
    """What both have in common, in words."""
    found = []
    if study.size_class and study.size_class == other.size_class:
        found.append(_("similar number of inhabitants"))
    if other.shared_subject in subjects:
        found.append(_("subject %(name)s") % {"name": subjects[other.shared_subject]})
    if study.region and study.region == other.region:
        found.append(_("administrative region %(name)s") % {"name": study.region})
    if study.place_kind and study.place_kind == other.place_kind:
        found.append(_("also: %(kind)s") % {"kind": other.get_place_kind_display()})
    return found
