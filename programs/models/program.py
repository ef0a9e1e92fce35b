"""Programmes: stable pages about what is funded, by whom, and who takes part."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.url_routing import RouteResult

from home.blocks.article import Article
from home.page.models import BasePage

from ..calls.offers import open_offers
from .program_reading import ProgramReading

OPEN = "offen"


class ProgramIndexPage(BasePage):
    """All programmes, and below their address all open calls."""

    kind_label = _("List of programmes")
    subpage_types = ["programs.ProgramPage"]

    class Meta:
        verbose_name = _("list of programmes")
        verbose_name_plural = _("lists of programmes")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds the programmes by name."""
        programs = ProgramPage.objects.child_of(self).readable().order_by("title").with_teasers()
        return super().get_context(request, *args, **kwargs) | {"programs": programs}

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """`offen/` is this page, too."""
        if self.live and path_components == [OPEN]:
            return RouteResult(self, kwargs={"only_open": True})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args, only_open: bool = False, **kwargs) -> HttpResponse:
        """All programmes, or the open calls as they are now."""
        if not only_open:
            return super().serve(request, *args, **kwargs)
        context = self.get_context(request) | {
            "offers": open_offers(timezone.now()),
            "address": f"{self.canonical_url(request)}{OPEN}/",
        }
        return TemplateResponse(request, "pages/open_calls.html", context)


class ProgramPage(ProgramReading, Article, BasePage):
    """A programme. It stays; its calls (editions) are pages below it, with a life of their own."""

    kind = "programme"
    kind_label = _("Programme")
    read_with = [*BasePage.read_with, "run_by"]
    parent_page_types = ["programs.ProgramIndexPage"]
    subpage_types = ["programs.EditionPage"]
    reserved_slugs = {OPEN}

    run_by = models.ForeignKey(
        "bodies.Body",
        verbose_name=_("run by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    funders = ParentalManyToManyField("bodies.Body", blank=True, related_name="+", verbose_name=_("funded by"))
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("run_by"), FieldPanel("funders")]),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("body"),
        FieldPanel("contact"),
    ]
    search_fields = [*BasePage.search_fields, *Article.article_search_fields]

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
