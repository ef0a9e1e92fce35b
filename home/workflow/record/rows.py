"""What readers see: the content of live pages as their tables hold it, in the form of a revision, many at a time."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from modelcluster.models import get_serializable_data_for_fields

from home.page.models import BasePage

from ..content.references import child_relations


def live_pages(size: int) -> Iterable[list[BasePage]]:
    """All live pages with their own fields, so many at a time."""
    last = 0
    while chunk := list(BasePage.objects.live().filter(pk__gt=last, depth__gt=1).order_by("pk")[:size].specific()):
        yield chunk
        last = chunk[-1].pk


def contents_of(pages: list[BasePage]) -> dict[int, dict[str, Any]]:
    """The content of each page, by its key."""
    by_model = defaultdict(list)
    for page in pages:
        by_model[type(page)].append(page)
    contents = {page.pk: get_serializable_data_for_fields(page) for page in pages}
    for model, its_pages in by_model.items():
        add_choices(model, [page.pk for page in its_pages], contents)
        for relation in child_relations(model):
            add_rows(relation, its_pages, contents)
    return contents


def add_choices(model: type[BasePage], keys: list[int], contents: dict[int, dict]) -> None:
    """The keys chosen in fields with many values: one query a field."""
    for field in model._meta.many_to_many:
        for key in keys:
            contents[key][field.name] = []
        chosen = model.objects.filter(pk__in=keys).exclude(**{field.name: None}).order_by()
        for key, choice in chosen.values_list("pk", field.name):
            contents[key][field.name].append(choice)


def add_rows(relation: Any, pages: list[BasePage], contents: dict[int, dict]) -> None:
    """The rows that are edited together with a page."""
    name = relation.get_accessor_name()
    for page in pages:
        contents[page.pk][name] = [content_of(row) for row in getattr(page, name).all()]


def content_of(row: Any) -> dict[str, Any]:
    """A row with the rows below it, if it can have some."""
    return row.serializable_data() if hasattr(row, "serializable_data") else get_serializable_data_for_fields(row)
