"""The form below an article: GET shows it, POST sends one mail. Nothing is kept of who writes to whom."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from home.actions.mail import form_offered, own_program_link
from home.actions.models import ActionSettings
from home.actions.pdf import making
from home.actions.pdf.views import file_name
from home.actions.unstored import private
from home.actions.visits import of_an_article
from home.page.models import BasePage
from home.page.refusals import NothingThere

from . import alarm, ticket
from .dispatch import SENT, outcome, thanks, went_out
from .form import MailForm
from .letter import letter
from .quota import Verdict, verdict

# As the log names it.
FORM = "mail form"


@sensitive_post_parameters()
@of_an_article(methods=["GET", "HEAD", "POST"])
def mail_page(request: HttpRequest, page: BasePage) -> HttpResponse:
    """The form, its errors, or the page that says it has been sent."""
    if not form_offered(page, request):
        raise NothingThere(_("This site sends no mails. Your own mail program can: the link is below the article."))
    if request.method == "POST":
        return received(request, page)
    form = MailForm(page, initial={"ticket": ticket.issue(page.pk)})
    return shown(request, page, form, sent=SENT in request.GET)


def received(request: HttpRequest, page: BasePage) -> HttpResponse:
    """What a robot gets is what a person gets whose mail has been sent."""
    form = MailForm(page, request.POST)
    if form.is_from_a_robot:
        outcome(FORM, page, "robot")
        return thanks(request)
    if not form.is_valid():
        return shown(request, page, form, status=422)
    site_id = ActionSettings.for_request(request).site_id
    said = verdict(request, form.cleaned_data["recipient"], page.pk, site_id)
    if said is Verdict.FLOOD:
        alarm.stop(request)
    if said is not Verdict.FINE:
        outcome(FORM, page, said.value)
        form.add_error(
            None, _("Too many messages were sent just now. Please use your own mail program, or try again later.")
        )
        return shown(request, page, form, status=429)
    return sent(request, page, form)


def sent(request: HttpRequest, page: BasePage, form: MailForm) -> HttpResponse:
    """One mail, with the PDF if it is wanted."""
    try:
        pdf = pdf_of(page) if form.cleaned_data["attach_pdf"] else None
    except making.NO_PDF:
        form.add_error("attach_pdf", _("There is no PDF of this article at the moment. Please send without it."))
        return shown(request, page, form, status=503)
    if not ticket.use(form.cleaned_data["ticket"], page.pk):
        return thanks(request)
    if went_out(lambda: letter(request, page, form.cleaned_data, pdf), FORM, page):
        return thanks(request)
    form.add_error(None, _("The message could not be sent. Please use your own mail program, or try again later."))
    return shown(request, page, form, status=503)


def pdf_of(page: BasePage) -> tuple[str, bytes]:
    """Name and content of the attachment."""
    with making.stored_or_made(page) as file:
        return file_name(page), file.read()


def shown(request: HttpRequest, page: BasePage, form: MailForm, status: int = 200, sent: bool = False) -> HttpResponse:
    """The page, never stored by anybody."""
    context = {"page": page, "form": form, "sent": sent, "own_program": own_program_link(page, request)}
    return private(render(request, "actions/mail_form/page.html", context, status=status))
