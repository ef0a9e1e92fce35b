"""The mail itself: from the site, answers to the visitor, fixed words, and the visitor's note marked as theirs."""

from email.headerregistry import Address
from textwrap import wrap
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.page.models import BasePage

TIMEOUT_SECONDS = 10
SUBJECT_LENGTH = 160
LINE_LENGTH = 70
# Machines do not answer it: no notes of absence, no loops.
HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def letter(request: HttpRequest, page: BasePage, fields: dict[str, Any], pdf: tuple | None) -> EmailMultiAlternatives:
    """One mail to one recipient."""
    site = Site.find_for_request(request)
    site_name = " ".join((site.site_name or settings.WAGTAIL_SITE_NAME).split())
    context = {
        **fields,
        "page": page,
        "quoted_note": quoted(fields["note"]),
        "site_name": site_name,
        "contact": contact_of(site),
        "address": page.canonical_url(request),
    }
    mail = EmailMultiAlternatives(
        subject=subject(page),
        body=render_to_string("actions/mail_form/letter.txt", context),
        from_email=str(Address(site_name, addr_spec=settings.DEFAULT_FROM_EMAIL)),
        to=[fields["recipient"]],
        reply_to=[str(Address(fields["name"], addr_spec=fields["sender"]))],
        headers=HEADERS,
        attachments=[(*pdf, "application/pdf")] if pdf else None,
        connection=get_connection(timeout=TIMEOUT_SECONDS),
    )
    mail.attach_alternative(render_to_string("actions/mail_form/letter.html", context), "text/html")
    return mail


def subject(page: BasePage) -> str:
    """Fixed words and the title, on one line."""
    title = " ".join(page.title.split())[:SUBJECT_LENGTH]
    return _("Pointer to an article: %(title)s") % {"title": title}


def quoted(note: str) -> str:
    """Every line marked as somebody else's words."""
    return "\n".join(f"> {line}" for part in note.splitlines() for line in wrap(part, LINE_LENGTH) or [""])


def contact_of(site: Site) -> str:
    """Whom to tell about misuse."""
    identity = apps.get_model("home.SiteIdentity").objects.filter(site=site).first()
    return (identity and identity.contact_email) or ""
