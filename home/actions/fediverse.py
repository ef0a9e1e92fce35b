"""Share in the Fediverse: the reader names their own server, and we lead there and nowhere else."""

import re
from urllib.parse import urlencode

from csp.decorators import csp_update
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from home.page.models import BasePage

from .unstored import private
from .visits import of_an_article

LONGEST_HOST = 253
HOST = re.compile(r"(?:(?!-)[a-z0-9-]{1,63}(?<!-)\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})")
# Names of machines inside a house; they are nobody's server in the Fediverse.
INSIDE = (".local", ".localhost", ".internal", ".lan", ".home.arpa", ".test", ".invalid", ".onion")
UNPROCESSABLE = 422
WIDGET = {"inputmode": "url", "autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}


def server_name(typed: str) -> str:
    """The host name in what a reader typed (`example.social`, `https://example.social/`, `@me@example.social`)."""
    name = re.sub(r"^https://|/$", "", typed.strip().lower())
    name = re.sub(r"^@?[\w.-]+@", "", name)
    try:
        host = name.encode("idna").decode()
    except UnicodeError:
        host = ""
    if len(host) > LONGEST_HOST or not HOST.fullmatch(host) or host.endswith(INSIDE):
        raise forms.ValidationError(_("Please enter the name of your server only, e.g. example.social."))
    return host


class ServerForm(forms.Form):
    """Asks for the server."""

    server = forms.CharField(
        label=_("Your server"),
        max_length=300,
        help_text=_("For example example.social"),
        error_messages={"required": _("Please enter the name of your server.")},
        widget=forms.TextInput(attrs=WIDGET),
    )

    def clean_server(self) -> str:
        """A host name without port and path."""
        return server_name(self.cleaned_data["server"])


# The answer to the form leads to another site, which the site's policy forbids everywhere else.
@csp_update({"form-action": ["https:"]})
@of_an_article(methods=["GET", "HEAD", "POST"])
def fediverse_page(request: HttpRequest, page: BasePage) -> HttpResponse:
    """GET asks for the server, POST leads to it."""
    form = ServerForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        text = urlencode({"text": f"{page.title} {page.canonical_url(request)}"})
        response = HttpResponse(status=303)
        response["Location"] = f"https://{form.cleaned_data['server']}/share?{text}"
        response["Referrer-Policy"] = "no-referrer"
        return response
    context = {"page": page, "form": form}
    status = UNPROCESSABLE if form.errors else 200
    return private(render(request, "actions/fediverse_page.html", context, status=status))
