"""From an address below a page to the page, with the same questions at the door as for the page itself."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.actions.visits import served
from home.page.models import BasePage
from home.page.refusals import NothingThere


def of_a_page(*types: type[BasePage]) -> Callable[..., Callable[..., HttpResponse]]:
    """Makes a view of a path: finds the live page of one of these types and lets in only those who may read it."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @require_safe
        @wraps(view)
        def visit(request: HttpRequest, path: str, **kwargs: str) -> HttpResponse:
            page = BasePage.find_for_request(request, path)
            if not isinstance(page, types):
                raise NothingThere(_("There is nothing like that at this address."))
            return served(page, request, lambda page, request, *_rest: view(request, page, **kwargs))

        return visit

    return decorate
