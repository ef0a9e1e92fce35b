"""Size classes of municipalities, as the reports of Baden-Württemberg use them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SizeClass(models.TextChoices):
    """By population; the value is its public key, e.g. in `?groesse=`."""

    UNDER_2 = "unter-2000", _("under 2,000 inhabitants")
    UNDER_5 = "unter-5000", _("2,000 to under 5,000")
    UNDER_10 = "unter-10000", _("5,000 to under 10,000")
    UNDER_20 = "unter-20000", _("10,000 to under 20,000")
    UNDER_50 = "unter-50000", _("20,000 to under 50,000")
    UNDER_100 = "unter-100000", _("50,000 to under 100,000")
    FROM_100 = "ab-100000", _("100,000 inhabitants or more")


BOUNDS = (
    (2_000, SizeClass.UNDER_2),
    (5_000, SizeClass.UNDER_5),
    (10_000, SizeClass.UNDER_10),
    (20_000, SizeClass.UNDER_20),
    (50_000, SizeClass.UNDER_50),
    (100_000, SizeClass.UNDER_100),
)


def size_class(population: int | None) -> str:
    """The class of a municipality; empty where its population is not known."""
    if population is None:
        return ""
    return next((found.value for bound, found in BOUNDS if population < bound), SizeClass.FROM_100.value)
