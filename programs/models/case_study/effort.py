"""What it cost, as exactly as a municipality wants to say it: bands are enough."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel


class Effort(models.Model):
    """Mixed into a case study."""

    class Cost(models.TextChoices):
        NONE = "none", _("no money")
        UNDER_1 = "under_1000", _("under 1,000 euros")
        UNDER_5 = "under_5000", _("1,000 to under 5,000 euros")
        UNDER_20 = "under_20000", _("5,000 to under 20,000 euros")
        UNDER_50 = "under_50000", _("20,000 to under 50,000 euros")
        UNDER_100 = "under_100000", _("50,000 to under 100,000 euros")
        FROM_100 = "from_100000", _("100,000 euros or more")

    class Hours(models.TextChoices):
        UNDER_5 = "under_5", _("under 5 hours a month")
        UNDER_20 = "under_20", _("5 to under 20 hours a month")
        UNDER_80 = "under_80", _("20 to under 80 hours a month")
        FROM_80 = "from_80", _("80 hours a month or more")

    cost_total = models.PositiveIntegerField(_("cost in all (euros)"), null=True, blank=True)
    cost_band = models.CharField(
        _("cost, roughly"), max_length=20, choices=Cost, blank=True, help_text=_("A range is enough.")
    )
    own_share = models.PositiveIntegerField(_("of it paid by the municipality (euros)"), null=True, blank=True)
    funded_by = models.CharField(_("the rest paid by"), max_length=160, blank=True)
    staff_hours = models.CharField(_("working time of the staff"), max_length=20, choices=Hours, blank=True)
    external_support = models.BooleanField(_("support from outside"), null=True, blank=True)

    effort_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("cost_total"), FieldPanel("cost_band")]),
                FieldRowPanel([FieldPanel("own_share"), FieldPanel("funded_by")]),
                FieldRowPanel([FieldPanel("staff_hours"), FieldPanel("external_support")]),
            ],
            heading=_("Effort"),
        )
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Nobody pays more than all of it."""
        super().clean()
        if self.cost_total is not None and self.own_share is not None and self.own_share > self.cost_total:
            raise ValidationError({"own_share": _("The share of the municipality is larger than the cost in all.")})

    @property
    def has_effort(self) -> bool:
        """Whether anything is said about it."""
        said = (self.cost_band, self.funded_by, self.staff_hours)
        return any(said) or self.cost_total is not None or self.external_support is not None
