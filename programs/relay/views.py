"""The form below a case study: GET shows it, POST passes one question on. Nothing is kept of who asks what."""

import logging
from smtplib import SMTPException

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from home.actions.mailing import ticket
from home.actions.visits import of_an_article
from home.page.models import BasePage
from home.page.refusals import NothingThere
from programs.models import CaseStudyPage

from .form import QuestionForm
from .letter import letter
from .limits import may_go_out

log = logging.getLogger(__name__)

SENT = "gesendet"


@sensitive_post_parameters()
@of_an_article(methods=["GET", "HEAD", "POST"])
def question_page(request: HttpRequest, page: BasePage) -> HttpResponse:
    """The form, its errors, or the page that says it has been passed on."""
    if not (isinstance(page, CaseStudyPage) and page.can_be_asked):
        raise NothingThere(_("Nobody can be asked about this page by a form."))
    if request.method == "POST":
        return received(request, page)
    form = QuestionForm(page, initial={"ticket": ticket.issue(page.pk)})
    return shown(request, page, form, sent=SENT in request.GET)


def received(request: HttpRequest, page: CaseStudyPage) -> HttpResponse:
    """What a robot gets is what a person gets whose question has been passed on."""
    form = QuestionForm(page, request.POST)
    if form.is_from_a_robot:
        outcome(page, "robot")
        return thanks(request)
    if not form.is_valid():
        return shown(request, page, form, status=422)
    if not may_go_out(request, page.contact_email, page.pk):
        outcome(page, "limit")
        form.add_error(None, _("Too many questions were sent just now. Please try again later."))
        return shown(request, page, form, status=429)
    return sent(request, page, form)


def sent(request: HttpRequest, page: CaseStudyPage, form: QuestionForm) -> HttpResponse:
    """Sends at once, so that no queue keeps an address."""
    if not ticket.use(form.cleaned_data["ticket"], page.pk):
        return thanks(request)
    try:
        letter(request, page, form.cleaned_data).send()
    except (SMTPException, OSError, ValueError) as error:
        # The error's own words could hold an address.
        outcome(page, f"failed: {type(error).__name__}")
        form.add_error(None, _("The question could not be passed on. Please try again later; it is still in the form."))
        return shown(request, page, form, status=503)
    outcome(page, "sent")
    return thanks(request)


def outcome(page: CaseStudyPage, word: str) -> None:
    """All that is kept: when, which page, how it ended."""
    log.info("question: page %s: %s", page.pk, word)


def thanks(request: HttpRequest) -> HttpResponse:
    """To the page that says so, which can be reloaded without harm."""
    return HttpResponseRedirect(f"{request.path}?{SENT}", status=303)


def shown(
    request: HttpRequest, page: CaseStudyPage, form: QuestionForm, status: int = 200, sent: bool = False
) -> HttpResponse:
    """The page, never stored by anybody."""
    response = render(request, "relay/page.html", {"page": page, "form": form, "sent": sent}, status=status)
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "private, no-store"
    return response
