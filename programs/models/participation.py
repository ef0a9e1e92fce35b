"""Who takes part in an edition: rows that are written, approved and published together with it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


class Participation(Orderable):
    """A municipality in an edition. Others refer to edition and municipality, never to the row."""

    class Status(models.TextChoices):
        CHOSEN = "chosen", _("chosen")
        ACTIVE = "active", _("takes part")
        FINISHED = "finished", _("finished")
        LEFT = "left", _("left early")

    edition = ParentalKey("programs.EditionPage", on_delete=models.CASCADE, related_name="participations")
    municipality = models.ForeignKey(
        "bodies.Municipality",
        verbose_name=_("municipality"),
        on_delete=models.PROTECT,
        related_name="participations",
    )
    quarter = models.CharField(_("quarter"), max_length=80, blank=True)
    project = models.CharField(_("project"), max_length=160, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.ACTIVE)
    contact = models.EmailField(_("contact"), blank=True, help_text=_("A shared mailbox, no person's."))

    panels = [
        FieldRowPanel([FieldPanel("municipality"), FieldPanel("status")]),
        FieldRowPanel([FieldPanel("quarter"), FieldPanel("project")]),
        FieldPanel("contact"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("participation")
        verbose_name_plural = _("participations")

    def __str__(self) -> str:
        return f"{self.municipality}: {self.project}" if self.project else str(self.municipality)
