"""Hands out the PDF of a whole programme."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from home.actions.visits import of_an_article
from home.page.models import BasePage
from home.page.refusals import NothingThere

from . import collection
from .views import handed_out, with_excuses


@of_an_article()
@with_excuses
def program_pdf(request: HttpRequest, page: BasePage) -> HttpResponse:
    """The programme with its news and case studies in one file."""
    found = None if page.get_view_restrictions() else collection.of_program(page)
    if found is None:
        raise NothingThere(_("No news or case studies belong to this page."))
    return handed_out(request, page, collection.order_of(page, found))
