"""Which pages belong to a programme or a municipality: asked of the fields of pages and of their rows."""

from collections.abc import Iterable, Iterator
from functools import cache

from django.db.models import Field, ManyToManyField, Model
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.models import get_page_models

PROGRAMME = "programme"


@cache
def fields_to(target: type[Model]) -> list[tuple[type[Model], Field]]:
    """All pairs of page type (or type of its rows) and field that lead to `target`."""
    rows = {relation.related_model for model in get_page_models() for relation in get_all_child_relations(model)}
    models = [*get_page_models(), *sorted(rows, key=lambda model: model._meta.label)]
    return [(model, field) for model in models for field in own_relations(model, target)]


def key_of_page(model: type[Model]) -> str:
    """Where a page, or one of its rows, holds the key of the page."""
    return next((field.attname for field in model._meta.local_fields if isinstance(field, ParentalKey)), "pk")


def own_relations(model: type[Model], target: type[Model]) -> Iterator[Field]:
    """The forward relations from `model` to `target`, except its own inheritance."""
    for field in (*model._meta.local_fields, *model._meta.local_many_to_many):
        parent_link = field.is_relation and getattr(field.remote_field, "parent_link", False)
        if field.is_relation and field.related_model is target and not parent_link:
            yield field


def pairs(model: type[Model], field: Field, **condition) -> Iterable[tuple[int, int]]:
    """(page key, target key) of a field; `pages` or `targets` narrow it."""
    if isinstance(field, ManyToManyField):
        page_id, target_id = field.m2m_column_name(), field.m2m_reverse_name()
        rows = field.remote_field.through._base_manager
    else:
        page_id, target_id, rows = key_of_page(model), field.attname, model._base_manager
    names = {"pages": f"{page_id}__in", "targets": f"{target_id}__in"}
    found = rows.filter(**{names[name]: list(keys) for name, keys in condition.items()})
    return found.exclude(**{f"{target_id}__isnull": True}).values_list(page_id, target_id)


def targets_of(pages: Iterable[int], target: type[Model]) -> dict[int, set[int]]:
    """For each page the keys of `target` it leads to."""
    found: dict[int, set[int]] = {}
    for model, field in fields_to(target):
        for page, key in pairs(model, field, pages=pages):
            found.setdefault(page, set()).add(key)
    return found


def pages_of(targets: Iterable[int], target: type[Model]) -> set[int]:
    """The pages that lead to one of these."""
    return {page for model, field in fields_to(target) for page, _key in pairs(model, field, targets=targets)}
