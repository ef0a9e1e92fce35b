"""Municipalities, counties and associations, from the official list. Keys are text; names are never typed twice."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from ..size import SizeClass, size_class
from .body import Body
from .place_name import PlaceName


class Municipality(Body):
    """A municipality or county with its official key (ARS, 12 digits) and the short form (AGS, 8 digits)."""

    class Status(models.TextChoices):
        MUNICIPALITY = "municipality", pgettext_lazy("kind of place", "Municipality")
        MARKET = "market", _("Market town")
        TOWN = "town", _("Town")
        CITY = "city", _("Independent city")
        COUNTY = "county", pgettext_lazy("kind of place", "County")
        ASSOCIATION = "association", _("Municipal association")
        UNINCORPORATED = "unincorporated", _("Area without a municipality")

    slug = models.SlugField(_("address part"), max_length=120, unique=True)
    ars = models.CharField(
        _("official key (ARS)"),
        max_length=12,
        unique=True,
        validators=[RegexValidator(r"^\d{12}$", _("The official key has exactly 12 digits."))],
    )
    ags = models.CharField(
        _("short key (AGS)"),
        max_length=8,
        blank=True,
        db_index=True,
        validators=[RegexValidator(r"^\d{8}$", _("The short key has exactly 8 digits."))],
    )
    official_name = models.CharField(
        _("official name"), max_length=200, blank=True, help_text=_("As in the official list, e.g. “Pforzheim, Stadt”.")
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.MUNICIPALITY)
    county = models.CharField(_("county"), max_length=120, blank=True)
    region = models.CharField(_("administrative region"), max_length=120, blank=True)
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    size_class = models.CharField(_("size class"), max_length=20, choices=SizeClass, blank=True, editable=False)
    valid_from = models.DateField(_("in the official list since"), null=True, blank=True)
    valid_to = models.DateField(_("in the official list until"), null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        verbose_name=_("successor"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="predecessors",
        help_text=_("The municipality that this one became part of."),
    )
    is_demo = models.BooleanField(_("invented for the demo"), default=False, editable=False)

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("ars"), FieldPanel("ags")]),
        FieldRowPanel([FieldPanel("status"), FieldPanel("population")]),
        FieldRowPanel([FieldPanel("county"), FieldPanel("region")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        FieldPanel("successor"),
        FieldPanel("slug"),
        FieldPanel("website"),
        FieldPanel("email"),
    ]

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.county})" if self.county else self.name

    def save(self, **kwargs) -> None:
        """A municipality is always of that kind, of the size that its population says, and found by its name."""
        self.kind, self.size_class = self.Kind.MUNICIPALITY, size_class(self.population)
        super().save(**kwargs)
        self.place_names.exclude(rank=PlaceName.Rank.FORMER_NAME).delete()
        PlaceName.objects.bulk_create(PlaceName.present(self.pk, self.name))
        PlaceName.weigh(municipality=self.pk)

    def get_absolute_url(self) -> str:
        """Its public page."""
        return reverse("municipality", args=[self.slug])

    @property
    def county_key(self) -> str:
        """The first five digits of its key: its county or independent city."""
        return self.ars[:5]

    @property
    def county_name(self) -> str:
        """Its county; a county or an independent city is its own."""
        return self.county or self.name
