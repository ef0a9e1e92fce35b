"""One page of this site, shown as lists show it: a case study to an announcement, for example."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.page.models import BasePage


class RecommendationBlock(blocks.StructBlock):
    """A page with its picture and lead; it vanishes while nobody may read it."""

    title = blocks.CharBlock(label=_("Title"), default="Zum Weiterlesen", max_length=80)
    page = blocks.PageChooserBlock(label=_("Page"))

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        """Adds the page, if everybody may read it."""
        context = super().get_context(value, parent_context)
        page = value.get("page")
        context["pages"] = list(BasePage.objects.readable().with_teasers().filter(pk=page.pk)) if page else []
        return context

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Recommended page")
        template = "blocks/recommendation.html"
