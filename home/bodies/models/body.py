"""Organisations: who publishes, funds and takes part."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index


class Body(index.Indexed, models.Model):
    """An organisation that owns, funds or takes part in content."""

    class Kind(models.TextChoices):
        ACADEMY = "academy", _("Academy")
        MINISTRY = "ministry", _("Ministry")
        PARTNER = "partner", _("Partner")
        MUNICIPALITY = "municipality", _("Municipality")

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.PARTNER)
    website = models.URLField(_("website"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True, help_text=_("A shared mailbox, no person's."))

    panels = [FieldPanel("name"), FieldPanel("kind"), FieldPanel("website"), FieldPanel("email")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
