"""What a page says about itself to machines, in the words of schema.org."""

import json
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from home.bodies.models import Body

    from .models import BasePage

CONTEXT = "https://schema.org"
GOVERNMENTAL = "GovernmentOrganization"
LONGEST_HEADLINE = 110
# As characters these could end the script element or begin a comment.
ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


def as_script(data: list[dict]) -> SafeString:
    """The JSON for `<script type="application/ld+json">`; no text of an editor can leave it."""
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308


def article(
    page: "BasePage", address: str, site: tuple[str, "Body | None"], image: dict | None, pdf: str = ""
) -> dict[str, Any]:
    """An article; one of the news is a NewsArticle. The site is its name and its publisher; `pdf` its address."""
    site_name, publisher = site
    data = {
        "@context": CONTEXT,
        "@type": "NewsArticle" if page.kind == "news" else "Article",
        "headline": page.title[:LONGEST_HEADLINE],
        "description": page.lead,
        "datePublished": page.shown_date,
        "dateModified": page.last_published_at,
        "inLanguage": settings.LANGUAGE_CODE,
        "mainEntityOfPage": address,
        "url": address,
        "keywords": [subject.name for subject in page.subject_list],
        "image": image and {"@type": "ImageObject", **{key: image[key] for key in ("url", "width", "height")}},
        "author": organization(page.owner_body or publisher),
        "publisher": organization(publisher or page.owner_body) or {"@type": GOVERNMENTAL, "name": site_name},
        "encoding": pdf and {"@type": "MediaObject", "encodingFormat": "application/pdf", "contentUrl": pdf},
    }
    return {key: value for key, value in data.items() if value}


def organization(body: "Body | None") -> dict[str, Any] | None:
    """A body: ministries and municipalities are governmental, and so is an academy of the state."""
    if body is None:
        return None
    kind = "Organization" if body.kind == body.Kind.PARTNER else GOVERNMENTAL
    data = {"@type": kind, "name": body.name, "url": body.website}
    return {key: value for key, value in data.items() if value}


def breadcrumb(links: list[tuple[str, str]]) -> dict[str, Any]:
    """The way from the start page: titles and absolute addresses."""
    items = [
        {"@type": "ListItem", "position": place, "name": title, "item": address}
        for place, (title, address) in enumerate(links, start=1)
    ]
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": items}
