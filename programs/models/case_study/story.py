"""What happened: the parts of the story in the order in which readers ask for them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from .text import items, story


class Story(models.Model):
    """Mixed into a case study."""

    situation = story(_("situation and occasion"), 1_500, _("What was the matter? A number helps."))
    goals = models.TextField(
        _("goals"),
        max_length=1_000,
        blank=True,
        help_text=_("One a line, at most five. How would you have known success?"),
    )
    approach = story(_("approach"), 3_000, _("Step by step, in order; or use the steps below."))
    results = story(_("results and effects"), 2_000, _("What has changed, and for whom?"))
    pitfalls = story(
        _("stumbling blocks"), 1_500, _("What did not work, and what would you do differently? Others read this first.")
    )
    tips = story(_("tips for others"), 1_000, _("What does a municipality half your size need?"))
    prerequisites = models.TextField(
        _("prerequisites"), max_length=1_000, blank=True, help_text=_("What has to be there. One a line, at most five.")
    )
    outlook = story(_("how it goes on"), 600)
    quote = models.TextField(_("quote"), max_length=300, blank=True)
    quote_name = models.CharField(_("name"), max_length=120, blank=True)
    quote_function = models.CharField(_("function"), max_length=160, blank=True)
    quote_consent = models.BooleanField(_("the person agrees to being quoted by name"), default=False)

    story_panels = [
        FieldPanel("situation"),
        FieldPanel("goals"),
        FieldPanel("approach"),
        InlinePanel("steps", label=_("Step"), heading=_("Steps"), max_num=6),
        InlinePanel("partners", label=_("Partner"), heading=_("Partners"), max_num=20),
        FieldPanel("results"),
        InlinePanel("figures", label=_("Figure"), heading=_("Figures"), max_num=6),
        FieldPanel("pitfalls"),
        FieldPanel("tips"),
        FieldPanel("prerequisites"),
        FieldPanel("outlook"),
        MultiFieldPanel(
            [
                FieldPanel("quote"),
                FieldRowPanel([FieldPanel("quote_name"), FieldPanel("quote_function")]),
                FieldPanel("quote_consent"),
            ],
            heading=_("Quote"),
        ),
    ]

    class Meta:
        abstract = True

    @property
    def goal_list(self) -> list[str]:
        """The goals, one by one."""
        return items(self.goals)

    @property
    def prerequisite_list(self) -> list[str]:
        """The prerequisites, one by one."""
        return items(self.prerequisites)

    @property
    def quoted_person(self) -> str:
        """The name below the quote: only of somebody who agreed, and has not taken it back since."""
        if not self.quote_consent or not self.quote_name:
            return ""
        said = self.name_consents.filter(name=self.quote_name).values_list("withdrawn_at", flat=True) if self.pk else []
        return self.quote_name if not said or None in said else ""
