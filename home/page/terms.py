"""The targets of several relations of a page in one question: subjects, municipalities, methods and the like."""

from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, Model, Value
from django.db.models.functions import Cast


def keep_terms(page: Any, relations: Iterable[str]) -> None:
    """Puts them into the page as if each had been asked for; a draft in memory has its own already."""
    kept = page.__dict__.setdefault("_cluster_related_objects", {})
    kept.update(terms_of(page, [name for name in relations if name not in kept]))


def terms_of(page: Any, relations: list[str]) -> dict[str, list[Model]]:
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
