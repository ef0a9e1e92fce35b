"""The form of a piece of news."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
    TitleFieldPanel,
)

from ..limits import HEADLINE, LEAD

CONTENT_PANELS = [
    TitleFieldPanel(
        "title", help_text=format_lazy(_("At most {most} characters, counted when you submit."), most=HEADLINE)
    ),
    FieldPanel("lead", help_text=format_lazy(_("Two or three sentences; at most {most} characters."), most=LEAD)),
    MultiFieldPanel([FieldPanel("lead_image"), FieldPanel("lead_image_alt")], heading=_("Lead image")),
    FieldRowPanel([FieldPanel("genre"), FieldPanel("place")]),
    FieldPanel("body"),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    PageChooserPanel("program", "programs.ProgramPage"),
                    PageChooserPanel("edition", "programs.EditionPage"),
                ]
            ),
            FieldPanel("events"),
            FieldPanel("municipalities"),
        ],
        heading=_("Belongs to"),
        help_text=_("The article then appears on these pages by itself."),
    ),
    MultiFieldPanel([FieldPanel("press_contact"), FieldPanel("contact")], heading=_("Contact")),
    FieldPanel("update_note"),
    InlinePanel(
        "corrections",
        label=_("Correction"),
        heading=_("Corrections"),
        help_text=_("A correction that readers have seen stays as it is."),
    ),
]
