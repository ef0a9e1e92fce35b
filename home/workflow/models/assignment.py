"""Which workflow is in force where: by section and by type of page."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel


class Assignment(models.Model):
    """A workflow for a section, for one type of page or for all of them. The nearest section wins, then the type."""

    section = models.ForeignKey(
        "page.BasePage", verbose_name=_("section"), on_delete=models.CASCADE, related_name="workflow_assignments"
    )
    content_type = models.ForeignKey(
        ContentType,
        verbose_name=_("type of page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Empty: all types."),
    )
    workflow = models.ForeignKey(
        "wagtailcore.Workflow", verbose_name=_("workflow"), on_delete=models.CASCADE, related_name="assignments"
    )

    panels = [PageChooserPanel("section"), FieldPanel("content_type"), FieldPanel("workflow")]

    class Meta:
        app_label = "workflow"
        verbose_name = _("assignment of a workflow")
        verbose_name_plural = _("assignments of workflows")
        constraints = [
            models.UniqueConstraint(fields=["section", "content_type"], name="workflow_one_per_section_and_type"),
            models.UniqueConstraint(
                fields=["section"], condition=models.Q(content_type=None), name="workflow_one_for_all_types"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section}, {self.content_type or _('all types')}: {self.workflow}"


def assigned_workflow(page):
    """The workflow in force for the page; None where none is assigned."""
    paths = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    rows = Assignment.objects.filter(section__path__in=paths, workflow__active=True)
    rows = rows.filter(models.Q(content_type=None) | models.Q(content_type=page.cached_content_type))
    nearest = rows.order_by("-section__depth", F("content_type").asc(nulls_last=True)).select_related("workflow")
    found = nearest.first()
    return found and found.workflow
