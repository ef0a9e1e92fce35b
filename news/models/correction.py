"""Corrections: what was wrong and what is right, dated and numbered, for as long as the article stands."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


def today() -> date:
    """The day here."""
    return timezone.localdate()


class Correction(Orderable):
    """One correction. Its number is its place; once readers have seen it, it stays as it is."""

    article = ParentalKey("news.ArticlePage", on_delete=models.CASCADE, related_name="corrections")
    corrected_on = models.DateField(_("corrected on"), default=today)
    wrong = models.TextField(_("what was wrong"), max_length=600)
    right = models.TextField(_("what is right"), max_length=600)

    panels = [FieldPanel("corrected_on"), FieldPanel("wrong"), FieldPanel("right")]

    class Meta(Orderable.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return f"{self.corrected_on}: {self.wrong}"

    @property
    def said(self) -> tuple:
        """What readers were told."""
        return self.corrected_on, self.wrong.strip(), self.right.strip()


def lost(article: Any, shown: Any) -> Iterator[str]:
    """A sentence for each correction that readers saw and that is not there any more as it was."""
    now = [correction.said for correction in article.corrections.all()]
    for number, known in enumerate(shown.corrections.all() if shown else [], start=1):
        if now[number - 1 : number] != [known.said]:
            yield gettext(
                "Correction %(number)d of %(date)s was published. It stays as it is: please put it back word for word "
                "(“%(wrong)s” – “%(right)s”), and add a further correction below if it was itself mistaken."
            ) % {
                "number": number,
                "date": date_format(known.corrected_on),
                "wrong": known.wrong,
                "right": known.right,
            }
