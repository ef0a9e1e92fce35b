"""When something cannot be saved, the text stays on the screen, with a sentence that says what to do."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NOT_TEXT = ("csrfmiddlewaretoken", "token", "next")

SENTENCES: dict[str, str | Promise] = {
    "expired": _(
        "You are no longer signed in, so nothing was saved. Your text is still here. Please sign in in a new window, "
        "come back to this one and save again."
    ),
    "foreign": _("This page was open for a long time. Your text is still here. Please save it again."),
    "storage": _(
        "Our storage cannot take anything at the moment, so nothing was saved. Your text is still here. Please leave "
        "this page open and save again in a few minutes."
    ),
    "reader": _("You read along here. Colleagues who write can change the text."),
    "closed": _("What you have just typed is still here; please copy what you need."),
}
FINAL = ("reader", "closed")


def is_autosave(request: HttpRequest) -> bool:
    """Whether the script of the page asks, not a person."""
    return request.headers.get("x-requested-with") == "autosave"


def kept_text(request: HttpRequest, why: str, status: int, reason: str = "") -> HttpResponse:
    """The text that could not be saved, and what to do now."""
    sentence = f"{reason} {SENTENCES[why]}".strip()
    if is_autosave(request):
        return JsonResponse({"saved": False, "sentence": sentence}, status=status)
    typed = [(name, value) for name in request.POST if name not in NOT_TEXT for value in request.POST.getlist(name)]
    words = [(name, value) for name, value in typed if " " in value.strip()]
    context = {
        "sentence": sentence,
        "words": words,
        "choices": [answer for answer in typed if answer not in words],
        "token": request.POST.get("token", ""),
        "why": why,
        "can_retry": why not in FINAL,
    }
    response = render(request, "portal/kept.html", context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Signed in anew in another window, or a page from yesterday: in the portal no text is lost by it."""
    if request.path.startswith("/mein-bereich/") and request.POST:
        return kept_text(request, "foreign", status=403)
    return render(request, "403_csrf.html", status=403)
