"""Hands the PDF out."""

import logging
import re
from collections.abc import Callable
from functools import wraps

from django.core.files.base import File
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from home.actions.unstored import private
from home.actions.visits import of_an_article
from home.page.models import BasePage

from . import making, shortcut
from .document import TooLarge

log = logging.getLogger(__name__)

FILE_NAME_LENGTH = 80
RETRY_SECONDS = 10
NOT_IN_FILE_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e]")


def with_excuses(view: Callable[[HttpRequest, BasePage], HttpResponse]) -> Callable[..., HttpResponse]:
    """Where there cannot be a PDF, the view answers with a sentence and the way back to the page."""

    @wraps(view)
    def excusing(request: HttpRequest, page: BasePage) -> HttpResponse:
        try:
            return view(request, page)
        except making.NoPress:
            return sorry(request, page, _("This server cannot make PDF files at the moment."))
        except making.Busy:
            return sorry(request, page, _("The PDF is being prepared. Please try again in a few seconds."))
        except TooLarge:
            return sorry(request, page, _("This article is too long for a PDF file."), status=404)
        except Http404:
            raise
        except Exception:
            log.exception("PDF of page %s", page.pk)
            return sorry(request, page, _("The PDF could not be made. We are looking into it."))

    return excusing


def again(request: HttpRequest, known: shortcut.Pass, file: bytes | File) -> HttpResponse:
    """The same answer as a moment ago."""
    return public_file(request, known.order.edition, known.name, known.canonical, lambda: file)


def answer_with(file: bytes | File, name: str) -> HttpResponse:
    """The file as an answer, from memory or from storage."""
    if not isinstance(file, bytes):
        return FileResponse(file, filename=name)
    headers = {"Content-Disposition": content_disposition_header(False, name), "Content-Length": str(len(file))}
    return HttpResponse(file, content_type="application/pdf", headers=headers)


@shortcut.with_shortcut(again)
@of_an_article()
@with_excuses
def article_pdf(request: HttpRequest, page: BasePage) -> HttpResponse:
    """The PDF of the article; a sentence where there cannot be one."""
    return private_pdf(request, page) if page.get_view_restrictions() else public_pdf(request, page)


def public_pdf(request: HttpRequest, page: BasePage) -> HttpResponse:
    """The stored file, made now if nobody made it before."""
    return handed_out(request, page, making.order_of(page))


def handed_out(request: HttpRequest, page: BasePage, order: making.Order) -> HttpResponse:
    """A PDF that everybody may have, stored or made now."""
    name, canonical = file_name(page), page.canonical_url()
    response = public_file(request, order.edition, name, canonical, lambda: making.filled(order))
    shortcut.remember(request, order, name, canonical)
    return response


def public_file(
    request: HttpRequest, edition: str, name: str, canonical: str, find: Callable[[], bytes | File]
) -> HttpResponse:
    """The file; only its name for those who have it already."""
    etag = f'"{edition}"'
    response = get_conditional_response(request, etag=etag) or answer_with(find(), name)
    response["ETag"] = etag
    response["Cache-Control"] = "public, max-age=300"
    return described(response, canonical)


def private_pdf(request: HttpRequest, page: BasePage) -> HttpResponse:
    """Made for this one person, who was let in, and kept nowhere."""
    response = HttpResponse(making.typeset(page, request), content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, file_name(page))
    return described(private(response), page.canonical_url())


def described(response: HttpResponse, canonical: str) -> HttpResponse:
    """With the headers of every PDF: search engines are to list the page, not the file."""
    response["X-Robots-Tag"] = "noindex"
    response["Link"] = f'<{canonical}>; rel="canonical"'
    return response


def file_name(page: BasePage) -> str:
    """The title as a file name that every system takes."""
    name = NOT_IN_FILE_NAMES.sub(" ", UNSEEN.sub("", page.title))
    name = Truncator(" ".join(name.split()).strip(". ")).chars(FILE_NAME_LENGTH, truncate="").strip()
    return (name or _("Article")) + ".pdf"


def sorry(request: HttpRequest, page: BasePage, sentence: str, status: int = 503) -> HttpResponse:
    """A page with the sentence and the way back to the article."""
    response = render(request, "pdf/unavailable.html", {"page": page, "sentence": sentence}, status=status)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-store"
    if status == 503:  # noqa: PLR2004
        response["Retry-After"] = RETRY_SECONDS
    return response
