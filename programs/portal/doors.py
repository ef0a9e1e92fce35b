"""The admin does not exist for people of municipalities: every address below it is refused, also those to come."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from .people import is_editor


class EditorsOnly:
    """Stands in front of the admin, so that no view has to remember it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(reverse("wagtailadmin_home")) and self.is_outsider(request.user):
            sentence = _(
                "The editors’ desk is for the staff of the academy and the ministry. Your part is “Mein Bereich”."
            )
            return render(request, "403.html", {"reason": sentence, "portal": True}, status=403)
        return self.get_response(request)

    def is_outsider(self, user) -> bool:
        """Signed in, but not one of the editors."""
        return user.is_authenticated and not is_editor(user)
