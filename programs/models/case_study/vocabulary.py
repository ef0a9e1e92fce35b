"""Controlled lists that the editors keep: who was reached, and by which method."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index


class Term(index.Indexed, models.Model):
    """An entry of a controlled list; its slug is its public key."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("address part"), max_length=80, unique=True)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]
    panels = [FieldPanel("name"), FieldPanel("slug")]

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class TargetGroup(Term):
    """People whom a project wanted to reach."""

    class Meta(Term.Meta):
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")


class Method(Term):
    """A way to take part, explained for those who do not know it."""

    explanation = models.TextField(
        _("explanation"),
        max_length=600,
        blank=True,
        help_text=_("Two or three sentences for people who do not know it."),
    )

    panels = [*Term.panels, FieldPanel("explanation")]

    class Meta(Term.Meta):
        verbose_name = _("method")
        verbose_name_plural = _("methods")
