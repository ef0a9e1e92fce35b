"""Print: the browser's own dialogue, with a sheet made for paper."""

from django.utils.translation import gettext_lazy as _

from .base import ArticleAction


class Print(ArticleAction):
    """A button that a script shows; without script the browser's menu prints the same sheet."""

    key = "print"
    label = _("Print")
