"""The form of an edition."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

PANELS = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("opens_on"), FieldPanel("deadline_on"), FieldPanel("deadline_time")]),
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        ],
        heading=_("Dates"),
        help_text=_("All that readers see of the status follows from these dates."),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("support"), FieldPanel("places")]),
            FieldRowPanel([FieldPanel("amount_from"), FieldPanel("amount_to")]),
            FieldRowPanel([FieldPanel("amount_unit"), FieldPanel("amount_basis")]),
            FieldPanel("own_share"),
            FieldPanel("legal_basis"),
        ],
        heading=_("Support"),
    ),
    FieldPanel("eligible"),
    FieldRowPanel([FieldPanel("run_by"), FieldPanel("funders")]),
    FieldPanel("body"),
    FieldPanel("criteria"),
    FieldPanel("steps"),
    FieldPanel("apply_url"),
    FieldPanel("building_blocks"),
    FieldPanel("questions"),
    InlinePanel("participations", label=_("Participation"), heading=_("Participants")),
    FieldPanel("contact"),
]
