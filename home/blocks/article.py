"""What news, programmes and case studies share: a body, a contact, and the four actions for readers."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from .body import BodyField
from .copies import load_copies
from .quotes import unreleased


class Article(models.Model):
    """Mixed into a page type whose pages readers save, send, share and print."""

    is_article = True
    subpage_types: list[str] = []

    body = BodyField(verbose_name=_("body"))
    contact = models.CharField(
        _("contact"), max_length=240, blank=True, help_text=_("Office and shared mailbox for questions.")
    )

    article_search_fields = [index.SearchField("body"), index.SearchField("contact")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """The copies of the lead image and of all pictures in the body are asked for at once."""
        load_copies(self.lead_image, self.body)
        return super().get_context(request, *args, **kwargs)

    def obstacles(self, shown: Any = None, in_emergency: bool = False) -> list[str]:
        """Quotes of named persons need their release; what readers see already is not asked for again."""
        found = super().obstacles(shown, in_emergency)
        return found if in_emergency else [*found, *unreleased(self.body, shown.body if shown else [])]
