"""The pages of the house: start page, sections and pages of information."""

from dataclasses import replace

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import register_setting
from wagtail.search import index

from home.blocks.body import BodyField
from home.blocks.stored_query import QueryField, query_of
from home.listing import registry
from home.listing.index import numbered
from home.listing.stored_query import NEWEST, StoredQuery, loaded
from home.page.models import BasePage
from home.page.site_settings import SiteSettings


class HomePage(BasePage):
    """The start page: what is new, of every kind that is enrolled, and an own body below."""

    kind_label = _("Start page")
    body = BodyField(verbose_name=_("body"))

    parent_page_types = ["page.BasePage"]
    max_count = 1
    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("start page")
        verbose_name_plural = _("start pages")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds the newest pages of every kind."""
        context = super().get_context(request, *args, **kwargs)
        context["listings"] = registry.newest({listing: listing.on_home_page for listing in registry.listings()})
        return context


class SectionPage(BasePage):
    """A section: it orders what lies below it."""

    kind_label = _("Section")
    body = BodyField(verbose_name=_("body"))

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    @cached_property
    def readable_children(self) -> list[BasePage]:
        """The pages below that everybody may read."""
        return list(BasePage.objects.child_of(self).readable().with_teasers())

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds the pages below."""
        return super().get_context(request, *args, **kwargs) | {"children": self.readable_children}


class InformationPage(BasePage):
    """A page of lasting information; the duties of a public site are such pages with a purpose."""

    class Purpose(models.TextChoices):
        IMPRINT = "imprint", _("Imprint")
        PRIVACY = "privacy", _("Privacy")
        ACCESSIBILITY = "accessibility", _("Accessibility")
        EASY_LANGUAGE = "easy_language", _("Easy language")
        SIGN_LANGUAGE = "sign_language", _("Sign language")

    kind_label = _("Information")
    purpose = models.CharField(
        _("purpose"),
        max_length=20,
        choices=Purpose,
        blank=True,
        help_text=_("Links the page from every page of the site."),
    )
    body = BodyField(verbose_name=_("body"))

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    promote_panels = [FieldPanel("purpose"), *BasePage.promote_panels]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")


class CollectionPage(BasePage):
    """Pages that answer a question which editors stored: with paging, and with a feed."""

    kind_label = pgettext_lazy("type of page", "Collection")
    body = BodyField(verbose_name=_("body"))
    query = QueryField(verbose_name=_("query"))

    content_panels = [*BasePage.content_panels, FieldPanel("body"), FieldPanel("query")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = pgettext_lazy("type of page", "collection")
        verbose_name_plural = pgettext_lazy("type of page", "collections")

    @property
    def question(self) -> StoredQuery:
        """What the editors asked."""
        return replace(query_of(self.query[0].value), excluded=(self.pk,)) if self.query else StoredQuery()

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds one page of the answers."""
        entries = numbered(self.question.keys(), request)
        entries.object_list = loaded(list(entries.object_list))
        layout = self.query[0].value.get("layout") if self.query else ""
        return super().get_context(request, *args, **kwargs) | {"entries": entries, "layout": layout}

    def newest_entries(self, count: int) -> list[BasePage]:
        """The newest answers, for its feed."""
        return replace(self.question, sort=NEWEST).pages(count=count)


@register_setting(icon="site")
class SiteIdentity(SiteSettings):
    """Who publishes the site, and whom to write to."""

    publisher = models.ForeignKey(
        "bodies.Body",
        verbose_name=_("publisher"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    contact_email = models.EmailField(_("contact address"), blank=True)
    security_email = models.EmailField(_("address for security reports"), blank=True)
    claim = models.CharField(_("line below the name"), max_length=120, blank=True)

    select_related = ["publisher"]

    class Meta:
        verbose_name = _("site identity")
        verbose_name_plural = _("site identities")
