"""Tables with a caption and header cells."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.table_block.blocks import TableBlock as WagtailTableBlock


class TableBlock(WagtailTableBlock):
    """A table; its caption says what it shows, its first row or column is a header."""

    def clean(self, value: Any) -> Any:
        """Readers who do not see the table need its caption and its headers."""
        value = super().clean(value)
        if value and not value.get("table_caption"):
            raise ValidationError(_("Please give the table a caption that says what it shows."))
        if value and not (value.get("first_row_is_table_header") or value.get("first_col_is_header")):
            raise ValidationError(_("Please say whether the first row or the first column is a header."))
        return value

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"
        preview_value = {
            "table_caption": "Netzwerktreffen im Überblick",
            "first_row_is_table_header": True,
            "first_col_is_header": True,
            "table_header_choice": "both",
            "data": [
                ["Treffen", "Ort", "Plätze"],
                ["Auftakt", "Musterstadt", "50"],
                ["Werkstatt", "Beispielheim", "35"],
            ],
            "cell": [],
            "mergeCells": [],
        }
