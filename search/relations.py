"""Which pages belong to a programme or a municipality: asked of the fields, whatever type they are on."""

from collections.abc import Iterator
from functools import cache

from django.db.models import Field, Model, Q
from wagtail.models import get_page_models

from home.bodies.models import Municipality
from home.page.models import BasePage

from .kinds import page_types

PROGRAMME = "programme"


@cache
def fields_to(target: type[Model]) -> list[tuple[type[BasePage], str]]:
    """All pairs of page type and field name that lead from a page to `target`."""
    return [(model, field.name) for model in get_page_models() for field in own_relations(model, target)]


def own_relations(model: type[BasePage], target: type[Model]) -> Iterator[Field]:
    """The forward relations from `model` to `target`, except its own inheritance."""
    for field in (*model._meta.fields, *model._meta.many_to_many):
        parent_link = field.is_relation and getattr(field.remote_field, "parent_link", False)
        if field.is_relation and field.related_model is target and not parent_link:
            yield field


def belongs_to(target: type[Model], key: int) -> Q:
    """Pages with a field that leads to this row."""
    found = Q()
    for model, name in fields_to(target):
        found |= Q(pk__in=model.objects.filter(**{name: key}).values("pk"))
    return found or Q(pk__in=[])


def of_programme(programme: BasePage) -> Q:
    """The programme itself and what belongs to it."""
    found = Q(pk=programme.pk)
    for model in page_types().get(PROGRAMME, []):
        found |= belongs_to(model, programme.pk)
    return found


def of_municipality(municipality: Municipality) -> Q:
    """Pages that a municipality takes part in."""
    return belongs_to(Municipality, municipality.pk)
