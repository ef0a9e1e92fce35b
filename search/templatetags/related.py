"""Related articles for templates."""

from django.template import Library

from home.page.models import BasePage

from ..related import related

register = Library()


@register.simple_tag
def related_pages(page: BasePage) -> list[BasePage]:
    """Up to four articles about the same; none beside a preview of what was never published."""
    return related(page) if isinstance(page, BasePage) and page.pk and page.live else []
