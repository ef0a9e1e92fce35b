"""A file that cannot be imported, and why, line by line."""

from django.utils.translation import gettext as _

SHOWN = 20


class BadLine(ValueError):  # noqa: N818
    """What is wrong with a line."""


class BadFile(Exception):  # noqa: N818
    """Nothing of the file can be imported; `reasons` says why, line by line."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons

    @property
    def refusal(self) -> str:
        """The first reasons, and that nothing was done."""
        shown = self.reasons[:SHOWN]
        if len(self.reasons) > SHOWN:
            shown.append(_("… and %(number)d more.") % {"number": len(self.reasons) - SHOWN})
        return "\n".join([*shown, _("Nothing was imported.")])


def in_line(number: int, reason: object) -> str:
    """The reason with its line."""
    return _("Line %(number)d: %(reason)s") % {"number": number, "reason": reason}
