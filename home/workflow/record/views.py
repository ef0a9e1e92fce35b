"""The record of a page as a file, for those who may edit the page."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from home.actions.pdf import making
from home.page.models import BasePage

from ..deed import Refused
from . import export
from .gone import GonePage, gone_page, may_read_gone


def record_json(request: HttpRequest, page_id: int) -> HttpResponse:
    """As data."""
    page = page_for(request, page_id)
    response = JsonResponse(export.as_data(page), json_dumps_params={"ensure_ascii": False, "indent": 2})
    return as_file(response, page, "json")


def record_pdf(request: HttpRequest, page_id: int) -> HttpResponse:
    """As a document."""
    page = page_for(request, page_id)
    try:
        data = export.as_pdf(page)
    except making.NO_PDF:
        raise Refused(
            _("The PDF could not be made now. Please try again, or export the record as data (JSON).")
        ) from None
    return as_file(HttpResponse(data, content_type="application/pdf"), page, "pdf")


def page_for(request: HttpRequest, page_id: int) -> BasePage | GonePage:
    """The page, for somebody who may edit it; a deleted one for the editors."""
    if not BasePage.objects.filter(pk=page_id).exists() and (gone := gone_page(page_id)):
        if not may_read_gone(request.user):
            raise PermissionDenied
        return gone
    page = get_object_or_404(BasePage, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def as_file(response: HttpResponse, page: BasePage | GonePage, ending: str) -> HttpResponse:
    """With its file name, kept by no cache."""
    response["Content-Disposition"] = content_disposition_header(True, f"Akte {page.slug}.{ending}")
    response["Cache-Control"] = "private, no-store"
    return response
