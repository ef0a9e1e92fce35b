"""Turns a refusal into an answer a person understands."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from .deed import Refused

# Dialogs of Wagtail that show what they are sent, and cannot be led elsewhere.
DIALOGS = ("set_privacy",)


class SpokenRefusal:
    """In the admin: the sentence as a message on the page one came from; elsewhere: a 403 page with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answers a refusal; everything else goes its way."""
        if not isinstance(exception, Refused):
            return None
        admin_home = reverse("wagtailadmin_home")
        if not request.path.startswith(admin_home):
            return render(request, "403.html", {"reason": str(exception)}, status=403)
        is_script = request.headers.get("x-requested-with") == "XMLHttpRequest"
        if is_script and request.resolver_match.url_name in DIALOGS:
            html = render_to_string("workflow/desk/refused.html", {"reason": str(exception)}, request)
            return JsonResponse({"step": "refused", "html": html})
        messages.error(request, str(exception))
        target = self.came_from(request) or admin_home
        if is_script:
            return JsonResponse({"step": "success", "redirect": target})
        return redirect(target)

    def came_from(self, request: HttpRequest) -> str | None:
        """The page the person came from, if it is ours and not the one that refuses to be shown."""
        referer = request.headers.get("referer", "")
        ours = url_has_allowed_host_and_scheme(referer, {request.get_host()}, request.is_secure())
        other = request.method == "POST" or referer != request.build_absolute_uri()
        return referer if ours and other else None
