"""What kind of project it is: the fields that readers narrow lists by."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel

from home.page.models import Subject

from .measures import MOST


class Classification(models.Model):
    """Mixed into a case study."""

    class Phase(models.TextChoices):
        PLANNED = "planned", _("planned")
        RUNNING = "running", _("running")
        FINISHED = "finished", _("finished")
        CONTINUED = "continued", _("made permanent")
        STOPPED = "stopped", _("stopped")

    class Level(models.TextChoices):
        INFORM = "inform", _("people are informed")
        CONSULT = "consult", _("people are asked for their opinion")
        SHAPE = "shape", _("people shape it together")
        DECIDE = "decide", _("people decide together")

    class Form(models.TextChoices):
        ON_SITE = "on_site", _("on site")
        DIGITAL = "digital", _("digital")
        MIXED = "mixed", _("on site and digital")

    program = models.ForeignKey(
        "programs.ProgramPage",
        verbose_name=_("programme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="case_studies",
        help_text=_("Empty: without a programme."),
    )
    edition = models.ForeignKey(
        "programs.EditionPage",
        verbose_name=_("edition of the programme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="case_studies",
        help_text=_("The case study then belongs to its programme, too, and counts in the results of this edition."),
    )
    main_subject = models.ForeignKey(
        "page.Subject",
        verbose_name=_("most important subject"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Stands first; up to two more can be chosen below “Publication”."),
    )
    target_groups = ParentalManyToManyField(
        "programs.TargetGroup", blank=True, related_name="case_studies", verbose_name=_("target groups")
    )
    methods = ParentalManyToManyField(
        "programs.Method", blank=True, related_name="case_studies", verbose_name=_("methods")
    )
    method_suggestion = models.CharField(
        _("another method"), max_length=120, blank=True, help_text=_("Not in the list? The editors read it here.")
    )
    level = models.CharField(_("level of participation"), max_length=20, choices=Level, blank=True)
    form = models.CharField(_("form"), max_length=20, choices=Form, blank=True)
    open_to_all = models.BooleanField(_("open to everybody"), default=False)
    invited_directly = models.BooleanField(_("invited directly"), default=False)
    drawn_by_lot = models.BooleanField(
        _("drawn by lot"), default=False, help_text=_("Drawn from the register of residents, for example.")
    )
    visited = models.BooleanField(_("visited where they are"), default=False)
    invited_count = models.PositiveIntegerField(_("people written to"), null=True, blank=True)
    attended_count = models.PositiveIntegerField(
        _("people who came"),
        null=True,
        blank=True,
        help_text=_("500 written to, 40 came: that is a good example, too."),
    )
    phase = models.CharField(_("phase"), max_length=20, choices=Phase, default=Phase.RUNNING, db_index=True)
    starts_on = models.DateField(_("starts on"), null=True, blank=True, help_text=_("Readers see month and year."))
    ends_on = models.DateField(_("ends on"), null=True, blank=True, help_text=_("Empty: goes on."))

    SELECTIONS = ("open_to_all", "invited_directly", "drawn_by_lot", "visited")
    classification_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        PageChooserPanel("program", "programs.ProgramPage"),
                        PageChooserPanel("edition", "programs.EditionPage"),
                    ]
                ),
                FieldRowPanel([FieldPanel("main_subject"), FieldPanel("phase")]),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
            ],
            heading=_("What it is about"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("target_groups"),
                FieldPanel("methods"),
                FieldPanel("method_suggestion"),
                FieldRowPanel([FieldPanel("level"), FieldPanel("form")]),
                FieldRowPanel([FieldPanel(name) for name in SELECTIONS]),
                FieldRowPanel([FieldPanel("invited_count"), FieldPanel("attended_count")]),
            ],
            heading=_("Who took part, and how"),
        ),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """A period runs forwards; the most important subject is a subject; an edition says its programme."""
        super().clean()
        if self.edition_id:
            self.program = self.edition.program
        if self.main_subject and self.main_subject not in self.subjects.all():
            self.subjects.add(self.main_subject)
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The end lies before the start.")})

    def lead_with(self, subject: Subject | None) -> None:
        """Makes this the most important subject; where the list is full, the last of the others makes room."""
        self.main_subject = subject
        if subject:
            others = [other for other in self.subjects.all() if other != subject]
            self.subjects = [subject, *others[: MOST["subjects"] - 1]]

    @property
    def selections(self) -> list[str]:
        """How people were found, in words."""
        fields = (self._meta.get_field(name) for name in self.SELECTIONS)
        return [str(field.verbose_name) for field in fields if getattr(self, field.name)]

    @property
    def subjects_in_order(self) -> list[Subject]:
        """The most important one first."""
        return sorted(self.subjects.all(), key=lambda subject: subject.pk != self.main_subject_id)
