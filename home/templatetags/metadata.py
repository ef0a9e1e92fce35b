"""What a page tells machines in its head: canonical address, description, Open Graph, structured data, feeds."""

from functools import cache
from urllib.parse import unquote

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import get_page_models

from home.actions.models import ActionSettings
from home.actions.pdf import engine
from home.page import structured_data
from home.page.models import BasePage, Subject
from home.page.social_image import social_image
from home.templatetags.layout import frame

register = template.Library()

NEWS = "news"
FEED_TYPES = {"atom": "application/atom+xml", "rss": "application/rss+xml"}


@register.inclusion_tag("components/metadata.html", takes_context=True)
def page_metadata(context: Context, page: BasePage) -> dict:
    """Everything for the head but the title."""
    request, around, image = context.get("request"), frame(context), social_image(page)
    address = page.canonical_url(request)
    return {
        "page": page,
        "address": address + list_page(request),
        "site_name": around.name,
        "locale": locale(),
        "description": " ".join(page.lead.split()),
        "image": image,
        "feeds": feeds(page, request),
        "fediverse_creator": ActionSettings.for_request(request).fediverse_creator,
        "structured_data": structured_data.as_script(about(page, address, around, request, image)),
    }


@register.inclusion_tag("topics/head.html")
def subject_metadata(subject: Subject) -> dict:
    """The head of the page of a subject, which is no page of the tree."""
    path = subject.get_absolute_url()
    return {
        "subject": subject,
        "address": settings.BASE_URL + path,
        "feeds": [feed(path.lstrip("/"), subject.name, form) for form in FEED_TYPES],
    }


def about(page: BasePage, address: str, around: object, request: HttpRequest | None, image: dict | None) -> list[dict]:
    """The page in the words of schema.org."""
    above = [(link.title, settings.BASE_URL + link.url) for link in around.trail]
    data = [structured_data.breadcrumb([*above, (page.title, address)])] if above else []
    if page.is_article:
        publisher = around.identity and around.identity.publisher
        pdf = f"{address}artikel.pdf" if engine.available() else ""
        data.append(structured_data.article(page, address, (around.name, publisher), image, pdf))
    return data


def list_page(request: HttpRequest | None) -> str:
    """The second and later pages of a list are pages of their own."""
    number = request.GET.get("seite", "") if request else ""
    return f"?seite={number}" if number.isascii() and number.isdigit() and number != "1" else ""


def locale() -> str:
    """The language as Open Graph names it."""
    language = settings.LANGUAGE_CODE.split("-")[0]
    return {"de": "de_DE", "en": "en_GB"}.get(language, language)


def feeds(page: BasePage, request: HttpRequest | None) -> list[dict]:
    """The feeds of the whole site, and those of the page if news lie below it."""
    found = [feed("", _("All news"), form) for form in FEED_TYPES]
    path = (page.get_url(request) or "/").lstrip("/")
    if path and may_hold(type(page), NEWS):
        found += [feed(path, page.title, form) for form in FEED_TYPES]
    return found


def feed(path: str, title: str, form: str) -> dict:
    """One feed: address, title and media type. The path may be quoted, as pages give it."""
    address = settings.BASE_URL + reverse("feed", kwargs={"path": unquote(path), "format": form})
    return {"address": address, "title": f"{title} ({form.upper()})", "type": FEED_TYPES[form]}


@cache
def may_hold(page_class: type[BasePage], kind: str) -> bool:
    """Whether pages of this kind may lie below such a page, at any depth."""
    seen, waiting = set(), [page_class]
    while waiting:
        models = set(waiting.pop().allowed_subpage_models()) & set(get_page_models())
        if any(model.kind == kind for model in models):
            return True
        waiting += models - seen
        seen |= models
    return False
