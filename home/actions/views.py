"""The share page and the short address."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.page.models import BasePage
from home.page.refusals import NothingThere

from .share import share_links
from .visits import of_an_article


@of_an_article()
def share_page(request: HttpRequest, page: BasePage) -> HttpResponse:
    """All ways to share an article, without script."""
    context = {"page": page, **share_links(page, request)}
    response = render(request, "actions/share_page.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def short_address(request: HttpRequest, page_id: int) -> HttpResponse:
    """Leads to where the page is now; kept briefly only, so that a move is noticed."""
    page = BasePage.objects.readable().filter(pk=page_id).first()
    target = page and page.get_url(request)
    if not target:
        raise NothingThere(_("There is no page with this short address, or not any more."))
    return HttpResponsePermanentRedirect(target, headers={"Cache-Control": "max-age=300"})
