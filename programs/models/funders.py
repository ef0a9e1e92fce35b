"""Who funds an edition: its own funders, else those of its programme, in one question."""

from typing import Any

from django.db.models import Exists, OuterRef

from home.bodies.models import Body

PREFETCHED = "_prefetched_objects_cache"


def funders_of(edition: Any, program: Any) -> list[Body]:
    """What was loaded or written before is taken as it is."""
    if any("funders" in edition.__dict__.get(kept, ()) for kept in ("_cluster_related_objects", PREFETCHED)):
        return list(edition.funders.all()) or list(program.funders.all())
    of_edition, of_program = (
        Exists(type(page).funders.through.objects.filter(**{type(page)._meta.model_name: page.pk}, body=OuterRef("pk")))
        for page in (edition, program)
    )
    found = list(Body.objects.filter(of_edition | of_program).annotate(is_own=of_edition))
    return [body for body in found if body.is_own] or found
