"""The vocabulary of questions about pages: querysets in, querysets out."""

from typing import Self

from django.db.models import Prefetch
from wagtail.images import get_image_model
from wagtail.models import PageManager
from wagtail.query import PageQuerySet


class BasePageQuerySet(PageQuerySet):
    """Pages asked in the words of the newsroom."""

    def readable(self) -> Self:
        """Live and without a view restriction on them or an ancestor: what everybody may read."""
        return self.live().public()

    def about(self, subject) -> Self:
        """Pages with this subject."""
        return self.filter(subjects=subject)

    def newest_first(self) -> Self:
        """By the date shown; the key decides between equals, so that paging never skips or repeats."""
        return self.order_by("-display_date", "-pk")

    def with_teasers(self) -> Self:
        """Everything a teaser shows, in a number of queries that does not grow with the list."""
        images = get_image_model().objects.prefetch_renditions("fill-640x360|format-webp")
        return self.select_related("owner_body").prefetch_related(Prefetch("lead_image", queryset=images), "subjects")


BasePageManager = PageManager.from_queryset(BasePageQuerySet)
