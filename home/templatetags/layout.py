"""What surrounds every page: site, navigation, breadcrumb, duties and paging."""

import re

from django import template
from django.core.paginator import Page
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

from home.blocks.outline import sound_outline as remapped
from home.frame import Frame, Link

register = template.Library()
HEADING = re.compile(r'<h2 id="([\w-]+)">(.*?)</h2>', re.DOTALL)
# Fewer headings are seen at a glance.
WORTH_LISTING = 4
register.filter("sound_outline", remapped, is_safe=True)


@register.simple_tag(takes_context=True)
def frame(context: Context) -> Frame:
    """Everything around the page, read once a request."""
    request = context.get("request")
    if request is None:
        return Frame(None, context.get("page"))
    if not hasattr(request, "_frame"):
        request._frame = Frame(request, context.get("page"))
    return request._frame


@register.inclusion_tag("components/pagination.html")
def pagination(page: Page, query: str = "") -> dict:
    """Links to the other pages of a list; the query of the filters is kept."""
    prefix = f"?{query}&" if query else "?"
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "numbers": list(numbers), "prefix": prefix}


@register.simple_tag(takes_context=True)
def index_page(context: Context, kind: str) -> Link | None:
    """The page that shows all pages of a kind."""
    return frame(context).indexes.get(kind)


@register.simple_block_tag(takes_context=True)
def contents(context: Context, content: SafeString) -> SafeString:
    """What stands in the block, below links to its headings that have an address; paper has page numbers instead."""
    links = [Link(" ".join(strip_tags(words).split()), f"#{key}") for key, words in HEADING.findall(content)]
    if len(links) < WORTH_LISTING or context.get("is_pdf"):
        return content
    return mark_safe(render_to_string("components/contents.html", {"links": links}) + content)  # noqa: S308
