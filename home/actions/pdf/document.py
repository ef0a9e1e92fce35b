"""A page as an HTML document for paper: the article between a head with its origin and a table about itself."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation

from home.actions.qr import qr_image
from home.page.models import BasePage

MAX_BLOCKS = 300
MAX_ROWS = 2_000
MAX_CHARACTERS = 2_000_000


class TooLarge(Exception):  # noqa: N818
    """The article is too long to be typeset while somebody waits."""


def html_of(page: BasePage, reader: HttpRequest | None = None) -> str:
    """The document in the page's language, as this reader or everybody may see it; refuses what would take minutes."""
    if len(page.body) > MAX_BLOCKS:
        raise TooLarge
    with translation.override(page.locale.language_code):
        html = render_to_string("pdf/document.html", context_of(page) | {"reader": reader})
    return refuse_large(html)


def refuse_large(html: str) -> str:
    """The document again, unless it would keep the press busy for minutes."""
    if len(html) > MAX_CHARACTERS or html.count("<tr") > MAX_ROWS:
        raise TooLarge
    return html


def context_of(page: BasePage) -> dict[str, Any]:
    """What head and table say about the article."""
    return {
        "page": page,
        "self": page,
        "is_pdf": True,
        "language": page.locale.language_code,
        "publisher": publisher_of(page),
        "subjects": [subject.name for subject in page.subject_list],
        "version_date": page.last_published_at or page.first_published_at,
        "address": page.canonical_url(),
        **masthead(page.kind_label, page.short_url),
        "overview": (overview := page.get_parent()),
        "overview_address": overview.canonical_url(),
    }


def masthead(kind_label: str, source: str, label: str = "") -> dict[str, str]:
    """What stands on top beside the publisher: the kind of document, and where it came from."""
    return {"kind_label": kind_label, "source": source, "source_label": label or source, "qr_image": qr_image(source)}


def publisher_of(page: BasePage) -> str:
    """Who answers for the article: its own body, else the publisher of the site."""
    return page.owner_body.name if page.owner_body else publisher_of_site(page)


def publisher_of_site(page: BasePage) -> str:
    """Who answers for the site on which the page stands."""
    site = page.get_site()
    identity = site and apps.get_model("home.SiteIdentity").for_site(site)
    if identity and identity.publisher:
        return identity.publisher.name
    return (site and site.site_name) or settings.WAGTAIL_SITE_NAME
