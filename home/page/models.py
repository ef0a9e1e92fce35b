"""The base of all pages: one table with what every page has (docs/decisions/0001-base-page.md)."""

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import AbstractPage
from wagtail.models.pages import AbstractPageMeta
from wagtail.search import index

from .addresses import PublicAddress, template_name
from .approval import ApprovedPage
from .contact import Contact
from .queryset import BasePageManager
from .vocabulary import Subject, kicker_of

__all__ = ["BasePage", "Contact", "Subject"]


class BasePage(ApprovedPage, PublicAddress, AbstractPage):
    """What lists, feeds, search and the editors' desk read of every page, whatever its type."""

    # Public key of the type in search and lists; empty: an ordinary page.
    kind = "page"
    kind_label = _("Page")
    # Whether readers can save, send, share and print it.
    is_article = False
    # Relations that every reader of a page of this type sees.
    read_with = ["lead_image", "owner_body"]

    lead = models.TextField(
        _("lead"),
        max_length=600,
        blank=True,
        help_text=_("Two or three sentences; shown in lists and searches."),
    )
    display_date = models.DateTimeField(
        _("date"), null=True, blank=True, help_text=_("Shown to readers; empty: the day of the release.")
    )
    subjects = ParentalManyToManyField(Subject, blank=True, related_name="pages", verbose_name=_("subjects"))
    lead_image = models.ForeignKey(
        "media.Picture",
        verbose_name=_("lead image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_image_alt = models.CharField(
        _("alternative text"),
        max_length=160,
        blank=True,
        help_text=_("What is to be seen; empty: the picture only decorates."),
    )
    owner_body = models.ForeignKey(
        "bodies.Body",
        verbose_name=_("published by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="pages",
    )
    creators = models.CharField(_("authors"), max_length=200, blank=True)
    contributors = models.CharField(_("contributors"), max_length=200, blank=True)
    rights = models.CharField(_("rights"), max_length=200, blank=True)
    review_date = models.DateField(_("check again on"), null=True, blank=True)
    show_in_menus = models.BooleanField(_("show in the main navigation"), default=False)

    objects = BasePageManager()

    search_fields = [
        *AbstractPage.search_fields,
        index.SearchField("lead"),
        index.FilterField("display_date"),
        index.RelatedFields("subjects", [index.SearchField("name"), index.FilterField("slug")]),
    ]
    content_panels = [
        *AbstractPage.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel([FieldPanel("lead_image"), FieldPanel("lead_image_alt")], heading=_("Lead image")),
    ]
    promote_panels = [
        FieldRowPanel([FieldPanel("slug"), FieldPanel("show_in_menus")]),
        FieldPanel("subjects"),
        FieldRowPanel([FieldPanel("display_date"), FieldPanel("review_date")]),
        FieldPanel("owner_body"),
        FieldRowPanel([FieldPanel("creators"), FieldPanel("contributors")]),
        FieldPanel("rights"),
    ]

    class Meta(AbstractPageMeta):
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        indexes = [
            models.Index(fields=["-display_date", "-id"], name="page_newest_first"),
            models.Index(fields=["id"], condition=models.Q(live=False), name="page_not_live"),
        ]

    @classmethod
    def for_readers(cls) -> models.QuerySet:
        """Where a page that somebody reads comes from; types add what spares them questions."""
        return cls.objects.all()

    def get_template(self, request: HttpRequest, *args, **kwargs) -> str:
        """`pages/<class name in snake case>.html`; Wagtail would set one per class and app."""
        return template_name("pages", type(self))

    @property
    def article_template(self) -> str:
        """The article itself, without the page around it: shared by page and PDF."""
        return template_name("articles", type(self))

    @cached_property
    def subject_list(self) -> list[Subject]:
        """The subjects, asked for once however often a template shows them."""
        return list(self.subjects.all())

    @property
    def kicker(self) -> list[Subject]:
        """The subjects above the headline, as many as fit on one line."""
        return kicker_of(self.subject_list)

    @property
    def shown_date(self):
        """The date readers see."""
        return self.display_date or self.first_published_at

    @property
    def appeared_at(self):
        """When readers could see it first: by its own date, unless that is still to come or came later."""
        return min(filter(None, [self.display_date, self.first_published_at]), default=None)

    @property
    def changed_for_readers_at(self):
        """When it last changed in a way that readers should hear of."""
        return self.last_published_at or self.appeared_at
