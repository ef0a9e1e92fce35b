"""The reading list: kept in the reader's own browser; the site only shows what it is asked for and keeps nothing."""

import logging

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from home.page.models import BasePage

from .mailing.quota import HOUR, visitor, within
from .pdf import engine, making
from .pdf.collection import Collection, html_of
from .pdf.document import TooLarge
from .unstored import private

log = logging.getLogger(__name__)

PARAMETER = "seite"
MAX_ARTICLES = 30
PER_VISITOR = ((HOUR, 20),)
FILE_NAME = "Merkliste.pdf"


def wanted(parameters: QueryDict) -> list[int]:
    """The numbers of the pages asked for, each once; several may stand in one value, between commas."""
    texts = [text for value in parameters.getlist(PARAMETER) for text in value.split(",")]
    numbers = [text for text in texts if text.isascii() and text.isdigit()]
    return list(dict.fromkeys(int(text) for text in numbers if len(text) <= 10))  # noqa: PLR2004


def articles_of(numbers: list[int]) -> list[BasePage]:
    """The articles with these numbers that everybody may read, in this order."""
    found = BasePage.objects.readable().filter(pk__in=numbers[: MAX_ARTICLES + 1]).specific()
    known = {page.pk: page for page in found if page.is_article}
    return [known[number] for number in numbers if number in known]


@require_safe
def reading_list(request: HttpRequest) -> HttpResponse:
    """The articles in the address; a script brings those that the browser remembers."""
    numbers = wanted(request.GET)
    articles = articles_of(numbers)
    return shown(request, articles, gone=len(set(numbers)) - len(articles), asked=PARAMETER in request.GET)


# Changes nothing and tells nothing that is not public, so it needs no cookie against forged requests.
@csrf_exempt
@require_POST
def reading_list_pdf(request: HttpRequest) -> HttpResponse:
    """The posted articles in one file, kept nowhere."""
    articles = articles_of(wanted(request.POST))
    if not articles:
        return shown(request, [], problem=_("Please choose at least one article."), status=422)
    if len(articles) > MAX_ARTICLES:
        sentence = _("Please choose at most %(most)d articles.") % {"most": MAX_ARTICLES}
        return shown(request, articles, problem=sentence, status=422)
    if not within(f"reading-list:{visitor(request)}", PER_VISITOR):
        return shown(
            request, articles, problem=_("You have made many PDFs within an hour. Please wait a little."), status=429
        )
    return made(request, articles)


def made(request: HttpRequest, articles: list[BasePage]) -> HttpResponse:
    """The PDF, or the list again with a sentence."""
    address = request.build_absolute_uri(list_address(articles))
    shown_address = request.build_absolute_uri(reverse("reading_list"))
    collection = Collection(_("My reading list"), _("Collected articles"), address, articles, shown_address)
    try:
        data = making.printed(lambda: html_of(collection), address)
    except making.NoPress:
        return shown(request, articles, problem=_("This server cannot make PDF files at the moment."), status=503)
    except making.Busy:
        return shown(
            request, articles, problem=_("Other PDFs are being made. Please try again in a few seconds."), status=503
        )
    except TooLarge:
        return shown(
            request,
            articles,
            problem=_("These articles are too long for one PDF file. Please choose fewer."),
            status=422,
        )
    except making.Failed:
        log.exception("PDF of a reading list")
        return shown(request, articles, problem=_("The PDF could not be made. We are looking into it."), status=503)
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, FILE_NAME)
    return private(response)


def list_address(articles: list[BasePage]) -> str:
    """The address of a list with these articles, short enough for a code on paper."""
    return f"{reverse('reading_list')}?{PARAMETER}={','.join(str(page.pk) for page in articles)}"


def shown(request: HttpRequest, articles: list[BasePage], status: int = 200, **context: object) -> HttpResponse:
    """The page with the list."""
    context = {"articles": articles, "pdf_possible": engine.available(), "most": MAX_ARTICLES, **context}
    return private(render(request, "actions/reading_list/page.html", context, status=status))
