"""Events: meetings with a place, a time and, afterwards, what came of them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index

from home.blocks.article import Article
from home.blocks.body import BodyField
from home.listing.index import numbered
from home.page.models import BasePage

from .event_queryset import EventManager
from .event_reading import EventReading
from .news_shelf import NewsShelf


class EventIndexPage(BasePage):
    """All events: what is to come, and what has been."""

    kind_label = _("List of events")
    subpage_types = ["programs.EventPage"]

    class Meta:
        verbose_name = _("list of events")
        verbose_name_plural = _("lists of events")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds what is to come, and a page of what has been."""
        events, now = EventPage.objects.child_of(self).readable().select_related("municipality"), timezone.now()
        past = numbered(events.past(now), request)
        return super().get_context(request, *args, **kwargs) | {"coming": events.coming(now), "past": past}


class EventPage(EventReading, NewsShelf, Article, BasePage):
    """An event."""

    kind = "event"
    kind_label = _("Event")
    read_with = [*BasePage.read_with, "program", "edition", "municipality"]
    parent_page_types = ["programs.EventIndexPage"]

    starts_at = models.DateTimeField(_("start"), db_index=True)
    ends_at = models.DateTimeField(_("end"), null=True, blank=True)
    all_day = models.BooleanField(_("all day"), default=False, help_text=_("Readers then see the days only."))
    is_cancelled = models.BooleanField(_("cancelled"), default=False)
    venue = models.CharField(_("venue"), max_length=160, blank=True)
    address = models.CharField(_("address"), max_length=240, blank=True)
    municipality = models.ForeignKey(
        "bodies.Municipality",
        verbose_name=_("municipality"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
    )
    online_url = models.URLField(_("address of the online meeting"), blank=True)
    registration_url = models.URLField(_("address of the registration"), blank=True)
    registration_until = models.DateField(_("registration until"), null=True, blank=True)
    program = models.ForeignKey(
        "programs.ProgramPage",
        verbose_name=_("programme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
    )
    edition = models.ForeignKey(
        "programs.EditionPage",
        verbose_name=_("edition"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
    )
    documentation = BodyField(verbose_name=_("documentation"), help_text=_("What came of it; shown once it is over."))

    objects = EventManager()

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldRowPanel([FieldPanel("all_day"), FieldPanel("is_cancelled")]),
            ],
            heading=_("Time"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("venue"), FieldPanel("address")]),
                FieldRowPanel([FieldPanel("municipality"), FieldPanel("online_url")]),
            ],
            heading=_("Place"),
        ),
        FieldRowPanel([FieldPanel("registration_url"), FieldPanel("registration_until")]),
        FieldRowPanel(
            [PageChooserPanel("program", "programs.ProgramPage"), PageChooserPanel("edition", "programs.EditionPage")]
        ),
        FieldPanel("body"),
        FieldPanel("documentation"),
        FieldPanel("contact"),
    ]
    search_fields = [
        *BasePage.search_fields,
        *Article.article_search_fields,
        *(index.SearchField(name) for name in ("documentation", "venue", "address")),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self) -> None:
        """An event ends after its start; its edition says its programme."""
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": _("The end lies before the start.")})
        if self.edition:
            self.program = self.edition.program
