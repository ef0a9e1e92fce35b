"""One page of this site, shown as lists show it: a case study to an announcement, for example."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.page.models import BasePage


class TeaserChooserBlock(blocks.PageChooserBlock):
    """A page with all that its teaser shows, in a number of queries that does not grow with the recommendations."""

    def bulk_to_python(self, values: list[int | None]) -> list[BasePage | None]:
        """The pages of these keys in their order; None for those that are gone."""
        found = BasePage.objects.with_teasers().in_bulk([key for key in values if key])
        return [found.get(key) for key in values]


class RecommendationBlock(blocks.StructBlock):
    """A page with its picture and lead; it vanishes while nobody may read it."""

    title = blocks.CharBlock(label=_("Title"), default="Zum Weiterlesen", max_length=80)
    page = TeaserChooserBlock(label=_("Page"))

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        """Adds the page, if everybody may read it."""
        context = super().get_context(value, parent_context)
        page = value.get("page")
        context["pages"] = [page] if page and page.is_readable else []
        return context

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Recommended page")
        template = "blocks/recommendation.html"
