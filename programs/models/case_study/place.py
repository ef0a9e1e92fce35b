"""Where it happened. What the official list says of the place is written down with each version."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from home.bodies.models import Municipality
from home.bodies.size import SizeClass


class Place(models.Model):
    """Mixed into a case study: its municipality, and the facts by which others compare themselves with it."""

    municipality = models.ForeignKey(
        "bodies.Municipality",
        verbose_name=_("municipality"),
        null=True,
        on_delete=models.PROTECT,
        related_name="case_studies",
    )
    further_municipalities = ParentalManyToManyField(
        "bodies.Municipality",
        blank=True,
        related_name="shared_case_studies",
        verbose_name=_("further municipalities"),
        help_text=_("Worked together with others? Add them here, at most 20."),
    )
    district = models.CharField(
        _("part of the municipality"), max_length=80, blank=True, help_text=_("e.g. a quarter or a village")
    )
    place_kind = models.CharField(choices=Municipality.Status, max_length=20, blank=True, editable=False)
    size_class = models.CharField(choices=SizeClass, max_length=20, blank=True, editable=False, db_index=True)
    county = models.CharField(max_length=200, blank=True, editable=False, db_index=True)
    region = models.CharField(max_length=120, blank=True, editable=False)

    place_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("municipality"), FieldPanel("district")]),
                FieldPanel("further_municipalities"),
            ],
            heading=_("Place"),
        )
    ]

    class Meta:
        abstract = True

    def full_clean(self, *args, **kwargs) -> None:
        """Every version keeps the facts of its day; the official list changes each year."""
        if self.municipality_id:
            self.note_place(self.municipality)
        super().full_clean(*args, **kwargs)

    def note_place(self, place: Municipality) -> None:
        """Writes down what the official list says."""
        self.place_kind, self.size_class = place.status, place.size_class
        self.county, self.region = place.county_name, place.region

    def clean(self) -> None:
        """A place is not its own partner."""
        super().clean()
        if self.municipality_id in {place.pk for place in self.further_municipalities.all()}:
            raise ValidationError({"further_municipalities": _("This municipality is named above already.")})
