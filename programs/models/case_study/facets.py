"""What municipalities narrow the list of case studies by."""

from django.db.models import Q, QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from home.bodies.size import SizeClass
from home.listing.facets import Facet
from home.page.models import Subject

from ..program import ProgramPage
from .classification import Classification
from .vocabulary import Method, TargetGroup


def named(model: type, column: str = "name"):
    """Looks for a term by its public key."""
    return lambda value: model.objects.filter(slug=value).values_list(column, flat=True).first()


def readable_program() -> Q:
    """Only programmes that everybody may read are named."""
    return Q(program__in=ProgramPage.objects.readable())


def county_of(pages: QuerySet, word: str) -> str | None:
    """The county with this address part, among those that occur."""
    names = pages.order_by().exclude(county="").values_list("county", flat=True).distinct()
    return next((name for name in names if slugify(name) == word), None)


FACETS = (
    Facet("thema", _("Subject"), "subjects__slug", "subjects__name", known=named(Subject)),
    Facet("kreis", _("County"), "county", "county", known=str, resolve=county_of, address=slugify),
    Facet("groesse", _("Inhabitants"), "size_class", "size_class", words=lambda: dict(SizeClass.choices)),
    Facet(
        "programm",
        _("Programme"),
        "program__slug",
        "program__title",
        condition=readable_program,
        known=lambda value: ProgramPage.objects.readable().filter(slug=value).values_list("title", flat=True).first(),
    ),
    Facet(
        "zielgruppe",
        _("Target group"),
        "target_groups__slug",
        "target_groups__name",
        known=named(TargetGroup),
        in_front=False,
    ),
    Facet("methode", _("Method"), "methods__slug", "methods__name", known=named(Method), in_front=False),
    Facet("phase", _("Phase"), "phase", "phase", words=lambda: dict(Classification.Phase.choices), in_front=False),
)
