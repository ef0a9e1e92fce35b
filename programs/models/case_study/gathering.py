"""All rows and terms of a case study in two questions; asked one by one they would be ten."""

from collections.abc import Iterable
from operator import itemgetter
from typing import Any

from django.db.models import BooleanField, CharField, F, IntegerField, Model, Value, prefetch_related_objects
from django.db.models.functions import Cast, Coalesce

from .rows import CaseStudyFigure, CaseStudyFile, CaseStudyLink, CaseStudyPartner, CaseStudyPicture, CaseStudyStep

ROWS = {
    "steps": CaseStudyStep,
    "partners": CaseStudyPartner,
    "figures": CaseStudyFigure,
    "links": CaseStudyLink,
    "pictures": CaseStudyPicture,
    "files": CaseStudyFile,
}
# Relation -> the columns by which its targets are shown.
TERMS = {
    "subjects": ("slug", "name"),
    "methods": ("slug", "name"),
    "target_groups": ("slug", "name"),
    "further_municipalities": ("slug", "name"),
}
COLUMNS = max(len(model._meta.local_concrete_fields) for model in ROWS.values())
DRAWN = "max-1200x900|format-webp"


def gather(page: Any) -> None:
    """Puts rows and terms into the page as if each had been asked for; a draft in memory has its own already."""
    kept = page.__dict__.setdefault("_cluster_related_objects", {})
    missing_rows = {name: model for name, model in ROWS.items() if name not in kept}
    missing_terms = {name: columns for name, columns in TERMS.items() if name not in kept}
    kept.update(rows_of(page, missing_rows))
    kept.update(terms_of(page, missing_terms))
    with_pictures(kept.get("pictures", []))
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


def terms_of(page: Any, relations: dict[str, tuple[str, str]]) -> dict[str, list[Model]]:
    """The targets of all these relations by name, with key, slug and name. One query."""
    found: dict[str, list[Model]] = {name: [] for name in relations}
    targets = {name: page._meta.get_field(name).related_model for name in relations}
    parts = [
        targets[name]
        ._base_manager.filter(**{page._meta.get_field(name).remote_field.related_name: page.pk})
        .order_by()
        .values_list(Value(name, CharField()), "name", "pk", "slug", short_name(targets[name]))
        for name in relations
    ]
    for name, label, key, slug, short in united(parts):
        found[name].append(targets[name](pk=key, slug=slug, name=label, **({"short_name": short} if short else {})))
    return {name: sorted(terms, key=lambda term: term.name.casefold()) for name, terms in found.items()}


def short_name(model: type[Model]) -> Any:
    """The column of a shorter name, where there is one."""
    return Cast("short_name", CharField()) if hasattr(model, "short_name") else Value("", CharField())


def united(parts: list[Any]) -> Iterable[tuple]:
    """All parts as one question."""
    return parts[0].union(*parts[1:], all=True) if parts else []


def with_pictures(rows: list[CaseStudyPicture]) -> None:
    """The pictures with how they are drawn, if there are any."""
    if rows:
        prefetch_related_objects(rows, "image__renditions")
