"""The form of a piece of news."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel

CONTENT_PANELS = [
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
