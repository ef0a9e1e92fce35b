"""Answers from a mail without signing in: GET shows the question, POST takes the answer."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from home.workflow.deed import Refused
from home.workflow.desk.parts import parts_of

from .. import submitting
from ..freshness import answered
from ..models import Case
from ..signed import Asked, asked_by
from .entrance import WRITE, shown


@never_cache
@require_http_methods(list(WRITE))
def answer(request: HttpRequest, key: str) -> HttpResponse:
    """One question, a few buttons."""
    asked = asked_by(key)
    if asked is None:
        return shown(request, "link_used", status=410)
    if request.method != "POST":
        return shown(request, f"by_mail/{asked.kind}", context_of(asked))
    return {"frische": freshness, "gespraech": interview}[asked.kind](request, asked)


def context_of(asked: Asked) -> dict:
    """The text it is about."""
    draft = asked.page.get_latest_revision_as_object()
    return {"page_": asked.page, "person": asked.person, "draft": draft, "parts": parts_of(draft)}


def freshness(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Still true, a small change, or ended; pressed twice it is noted once."""
    said = request.POST.get("answer", "")
    if said not in Case.Answer.values:
        return shown(request, "by_mail/frische", context_of(asked), status=422)
    answered(asked.page, asked.person, said)
    return shown(request, "by_mail/thanks", {**context_of(asked), "said": said})


def interview(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The municipality confirms what the academy wrote down, and thereby submits it."""
    try:
        submitting.submit(asked.page, asked.person)
    except (submitting.NotYet, Refused) as refusal:
        sentences = getattr(refusal, "sentences", [str(refusal)])
        return shown(request, "by_mail/gespraech", {**context_of(asked), "refused": sentences}, status=422)
    Case.objects.filter(page=asked.page).update(confirmed_at=timezone.now())
    sentence = _("Confirmed and submitted.")
    return shown(request, "by_mail/thanks", {**context_of(asked), "said": "confirmed", "sentence": sentence})
