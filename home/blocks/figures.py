"""Figures that speak for themselves: the number large, what it counts below, and where it comes from."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class FigureBlock(blocks.StructBlock):
    """One number with its unit, what it counts, its date and its source."""

    number = blocks.CharBlock(label=_("Number"), max_length=20, help_text=_("As it is to be read, e.g. “1,101”."))
    unit = blocks.CharBlock(label=_("Unit"), required=False, max_length=30)
    label = blocks.CharBlock(label=_("What it counts"), max_length=60)
    as_of = blocks.DateBlock(label=_("As of"), required=False)
    source = blocks.CharBlock(label=_("Source"), required=False, max_length=120)


class FiguresBlock(blocks.StructBlock):
    """One to six figures in a row."""

    title = blocks.CharBlock(label=_("Title"), default="In Zahlen", max_length=80)
    figures = blocks.ListBlock(FigureBlock(), label=_("Figures"), min_num=1, max_num=6)

    class Meta:
        icon = "order"
        label = _("Figures")
        template = "blocks/figures.html"
        preview_value = {
            "title": "In Zahlen",
            "figures": [
                {"number": "23", "unit": "", "label": "Kommunen in der ersten Runde", "as_of": date(2018, 2, 5)},
                {"number": "500", "unit": "Briefe", "label": "an ausgeloste Adressen", "source": "Stadt Musterstadt"},
                {"number": "41", "unit": "Prozent", "label": "waren zum ersten Mal dabei"},
            ],
        }
