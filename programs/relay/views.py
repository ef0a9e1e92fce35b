"""The form below a case study: GET shows it, POST passes one question on. Nothing is kept of who asks what."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from home.actions.mailing import ticket
from home.actions.mailing.dispatch import SENT, outcome, thanks, went_out
from home.actions.unstored import private
from home.actions.visits import of_an_article
from home.page.models import BasePage
from home.page.refusals import NothingThere
from programs.models import CaseStudyPage

from .form import QuestionForm
from .letter import letter
from .limits import may_go_out

# As the log names it.
FORM = "question"


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
        outcome(FORM, page, "robot")
        return thanks(request)
    if not form.is_valid():
        return shown(request, page, form, status=422)
    if not may_go_out(request, page.contact_email, page.pk):
        outcome(FORM, page, "limit")
        form.add_error(None, _("Too many questions were sent just now. Please try again later."))
        return shown(request, page, form, status=429)
    return sent(request, page, form)


def sent(request: HttpRequest, page: CaseStudyPage, form: QuestionForm) -> HttpResponse:
    """One question to the mailbox of the case study."""
    if not ticket.use(form.cleaned_data["ticket"], page.pk):
        return thanks(request)
    if went_out(lambda: letter(request, page, form.cleaned_data), FORM, page):
        return thanks(request)
    form.add_error(None, _("The question could not be passed on. Please try again later; it is still in the form."))
    return shown(request, page, form, status=503)


def shown(
    request: HttpRequest, page: CaseStudyPage, form: QuestionForm, status: int = 200, sent: bool = False
) -> HttpResponse:
    """The page, never stored by anybody."""
    return private(render(request, "relay/page.html", {"page": page, "form": form, "sent": sent}, status=status))
