"""Phrases in another language: screen readers, hyphenation and the PDF have to know which one it is."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class PhraseLanguage:
    """A language that a phrase may be in."""

    code: str
    name: Promise
    right_to_left: bool = False

    @property
    def feature(self) -> str:
        """The name of the editor's button."""
        return f"phrase-{self.code}"

    @property
    def attributes(self) -> dict[str, str]:
        """What its `span` says."""
        return {"lang": self.code} | ({"dir": "rtl"} if self.right_to_left else {})


# A line more is a button more.
PHRASE_LANGUAGES = (
    PhraseLanguage("en", _("English")),
    PhraseLanguage("fr", _("French")),
    PhraseLanguage("tr", _("Turkish")),
    PhraseLanguage("uk", _("Ukrainian")),
    PhraseLanguage("ar", _("Arabic"), right_to_left=True),
)
PHRASE_FEATURES = [language.feature for language in PHRASE_LANGUAGES]
