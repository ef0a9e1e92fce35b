"""An edition's programme and the calls beside it, in one question."""

from typing import Any

from django.db.models import F

from home.page.models import BasePage


def program_above(edition: Any) -> BasePage:
    """The programme, which then knows its readable calls, the latest first."""
    path = edition.path[: -edition.steplen]
    beside = BasePage.objects.readable().filter(path__startswith=path, depth=edition.depth)
    pages = (BasePage.objects.filter(path=path) | beside).select_related("programpage__run_by", "editionpage__run_by")
    newest = (F(f"editionpage__{name}").desc(nulls_last=True) for name in ("opens_on", "starts_on"))
    above, *others = pages.order_by("depth", *newest, "-pk")
    program = above.programpage
    program.editions = [page.editionpage for page in others]
    for one in program.editions:
        one.program = program
    return program
