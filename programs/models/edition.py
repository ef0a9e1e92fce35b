"""Editions: the calls of a programme, each with its own page, dates, conditions and participants."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.search import index

from home.blocks.article import Article
from home.page.models import BasePage

from .choices_field import ChoicesField
from .edition_panels import PANELS
from .edition_parts import BuildingBlocksField, CriteriaField, QuestionsField, StepsField
from .edition_queryset import EditionManager
from .edition_reading import EditionReading
from .news_shelf import NewsShelf


class EditionPage(EditionReading, NewsShelf, Article, BasePage):
    """A call of a programme. Its status is never stored: it follows from the dates at the moment of asking."""

    class Support(models.TextChoices):
        MONEY = "money", _("money")
        CONSULTING = "consulting", _("consulting")
        BOTH = "both", _("money and consulting")

    class Unit(models.TextChoices):
        EURO = "euro", _("euro")
        DAYS = "days", _("days of consulting")
        HOURS = "hours", _("hours of consulting")

    class Basis(models.TextChoices):
        PARTICIPANT = "participant", _("for each participant")
        PROJECT = "project", _("for each project")
        YEAR = "year", _("for each participant and year")
        TOTAL = "total", _("for all together")

    class Eligible(models.TextChoices):
        MUNICIPALITY = "municipality", _("towns and municipalities")
        CITY = "city", _("independent cities")
        COUNTY = "county", _("counties")
        ASSOCIATION = "association", _("municipal associations")
        CIVIL_SOCIETY = "civil_society", _("associations and initiatives of citizens")

    kind = "programme"
    kind_label = _("Edition")
    read_with = [*BasePage.read_with, "run_by"]
    parent_page_types = ["programs.ProgramPage"]

    run_by = models.ForeignKey(
        "bodies.Body",
        verbose_name=_("run by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Empty: as the programme."),
    )
    funders = ParentalManyToManyField(
        "bodies.Body",
        blank=True,
        related_name="+",
        verbose_name=_("funded by"),
        help_text=_("Empty: as the programme."),
    )
    support = models.CharField(_("kind of support"), max_length=20, choices=Support, blank=True)
    amount_from = models.PositiveIntegerField(_("amount from"), null=True, blank=True)
    amount_to = models.PositiveIntegerField(
        _("amount up to"), null=True, blank=True, help_text=_("Whole numbers. Only this one: “up to …”.")
    )
    amount_unit = models.CharField(_("unit"), max_length=20, choices=Unit, default=Unit.EURO)
    amount_basis = models.CharField(_("the amount is meant"), max_length=20, choices=Basis, default=Basis.PARTICIPANT)
    own_share = models.CharField(
        _("own share"), max_length=160, blank=True, help_text=_("What participants contribute themselves.")
    )
    legal_basis = models.CharField(_("legal basis"), max_length=240, blank=True)
    places = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    eligible = ChoicesField(_("who may apply"), options=Eligible)
    opens_on = models.DateField(
        _("open from"), null=True, blank=True, help_text=_("With this day alone: open until the edition ends.")
    )
    deadline_on = models.DateField(_("deadline"), null=True, blank=True, db_index=True)
    deadline_time = models.TimeField(
        _("time of the deadline"), null=True, blank=True, help_text=_("Empty: the end of that day.")
    )
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    apply_url = models.URLField(_("address of the application form"), blank=True)
    criteria = CriteriaField(verbose_name=_("criteria"))
    steps = StepsField(verbose_name=_("steps of the application"))
    building_blocks = BuildingBlocksField(verbose_name=_("building blocks"))
    questions = QuestionsField(verbose_name=_("questions and answers"))

    objects = EditionManager()

    content_panels = [*BasePage.content_panels, *PANELS]
    search_fields = [
        *BasePage.search_fields,
        *Article.article_search_fields,
        *(index.SearchField(name) for name in ("criteria", "steps", "building_blocks", "questions")),
    ]

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def clean(self) -> None:
        """Dates run forwards, and so do amounts."""
        super().clean()
        checks = (
            ("deadline_on", self.opens_on, self.deadline_on, _("The deadline lies before the opening.")),
            ("ends_on", self.starts_on, self.ends_on, _("The end lies before the start.")),
            ("ends_on", self.deadline_on, self.ends_on, _("The end lies before the deadline.")),
            ("amount_to", self.amount_from, self.amount_to, _("The second amount is smaller than the first one.")),
        )
        errors = {name: text for name, low, high, text in checks if None not in (low, high) and high < low}
        if self.deadline_time and not self.deadline_on:
            errors["deadline_time"] = _("A time needs the day it belongs to.")
        if errors:
            raise ValidationError(errors)
