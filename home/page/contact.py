"""Contacts: an office to write to or to call, kept in one place and shown on many pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index


class Contact(index.Indexed, models.Model):
    """An office with its mailbox and telephone. No person: people change, offices stay."""

    name = models.CharField(
        _("office"), max_length=120, unique=True, help_text=_("E.g. “Press office of the academy”.")
    )
    purpose = models.CharField(
        _("for what"), max_length=160, blank=True, help_text=_("E.g. “for enquiries from the press”.")
    )
    email = models.EmailField(_("e-mail address"), blank=True, help_text=_("A shared mailbox, no person's."))
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    hours = models.CharField(_("hours"), max_length=120, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("purpose"),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
        FieldPanel("hours"),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        app_label = "page"
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
