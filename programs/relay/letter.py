"""The mail to the municipality: from the site, answers to whoever asked."""

from email.headerregistry import Address
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.actions.mailing.letter import HEADERS, SUBJECT_LENGTH, TIMEOUT_SECONDS, contact_of, quoted
from programs.models import CaseStudyPage


def letter(request: HttpRequest, page: CaseStudyPage, fields: dict[str, Any]) -> EmailMessage:
    """One question to the mailbox of the case study."""
    site = Site.find_for_request(request)
    site_name = " ".join((site.site_name or settings.WAGTAIL_SITE_NAME).split())
    context = {
        **fields,
        "page": page,
        "quoted_question": quoted(fields["question"]),
        "site_name": site_name,
        "contact": contact_of(site),
        "address": page.canonical_url(request),
    }
    title = " ".join(page.title.split())[:SUBJECT_LENGTH]
    return EmailMessage(
        subject=_("Question about your case study: %(title)s") % {"title": title},
        body=render_to_string("relay/letter.txt", context),
        from_email=str(Address(site_name, addr_spec=settings.DEFAULT_FROM_EMAIL)),
        to=[page.contact_email],
        reply_to=[str(Address(fields["name"], addr_spec=fields["sender"]))],
        headers=HEADERS,
        connection=get_connection(timeout=TIMEOUT_SECONDS),
    )
