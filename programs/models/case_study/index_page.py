"""The list of all case studies."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from home.listing.facets import faceted
from home.page.models import BasePage

from .facets import FACETS
from .page import CaseStudyPage
from .vocabulary import Method


class CaseStudyIndexPage(BasePage):
    """All case studies, narrowed by what municipalities ask for."""

    kind_label = _("List of case studies")
    subpage_types = ["programs.CaseStudyPage"]

    class Meta:
        verbose_name = _("list of case studies")
        verbose_name_plural = _("lists of case studies")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds the list that the address asks for, and what the chosen method is."""
        studies = CaseStudyPage.objects.child_of(self).readable().select_related("municipality")
        found = faceted(studies, request, FACETS)
        wanted = request.GET.get("methode")
        method = Method.objects.filter(slug=wanted).first() if wanted else None
        return super().get_context(request, *args, **kwargs) | {"list": found, "method": method}
