"""All rows and terms of a case study in two questions; asked one by one they would be ten."""

from operator import itemgetter
from typing import Any

from django.db.models import BooleanField, CharField, F, IntegerField, Model, Value, prefetch_related_objects
from django.db.models.functions import Cast, Coalesce

from home.page.terms import keep_terms, united

from .rows import CaseStudyFigure, CaseStudyFile, CaseStudyLink, CaseStudyPartner, CaseStudyPicture, CaseStudyStep

ROWS = {
    "steps": CaseStudyStep,
    "partners": CaseStudyPartner,
    "figures": CaseStudyFigure,
    "links": CaseStudyLink,
    "pictures": CaseStudyPicture,
    "files": CaseStudyFile,
}
TERMS = ("subjects", "methods", "target_groups", "further_municipalities")
COLUMNS = max(len(model._meta.local_concrete_fields) for model in ROWS.values())
DRAWN = "max-1200x900|format-webp"


def gather(page: Any) -> None:
    """Puts rows and terms into the page as if each had been asked for; a draft in memory has its own already."""
    kept = page.__dict__.setdefault("_cluster_related_objects", {})
    missing_rows = {name: model for name, model in ROWS.items() if name not in kept}
    kept.update(rows_of(page, missing_rows))
    keep_terms(page, TERMS)
    with_pictures(page, kept.get("pictures", []))
    prefetch_related_objects(kept.get("files", []), "document")


def rows_of(page: Any, models: dict[str, type[Model]]) -> dict[str, list[Model]]:
    """The rows of all these relations in their order. One query."""
    found: dict[str, list[Model]] = {name: [] for name in models}
    parts = [columns_of(name, model, page.pk) for name, model in models.items()]
    for name, _place, *texts in sorted(united(parts), key=itemgetter(1)):
        fields = models[name]._meta.local_concrete_fields
        found[name].append(
            models[name](**{field.attname: read(field, text) for field, text in zip(fields, texts, strict=False)})
        )
    return found


def read(field: Any, text: str | None) -> Any:
    """The value behind a text."""
    return (field.target_field if field.is_relation else field).to_python(text)


def columns_of(name: str, model: type[Model], key: int) -> Any:
    """One part of the union: every column as a text, filled up to the width of the widest."""
    columns = {f"c{number}": as_text(field) for number, field in enumerate(model._meta.local_concrete_fields)}
    order = Coalesce("sort_order", 0)
    empty = {f"c{number}": Value(None, CharField()) for number in range(len(columns), COLUMNS)}
    named = model.objects.filter(page=key).order_by().annotate(part=Value(name, CharField()), place=order)
    return named.annotate(**columns, **empty).values_list("part", "place", *columns, *empty)


def as_text(field: Any) -> Any:
    """A column as a text that its field reads again, on every database."""
    column = F(field.attname)
    return Cast(Cast(column, IntegerField()) if isinstance(field, BooleanField) else column, CharField())


def with_pictures(page: Any, rows: list[CaseStudyPicture]) -> None:
    """All pictures of the page with their copies, if there are any."""
    prefetch_related_objects(rows, "image")
    pictures = [picture for picture in (page.lead_image, *(row.image for row in rows)) if picture]
    prefetch_related_objects(pictures, "renditions")
