"""The forms by which editors teach the search: what it could not use gets a sentence, what was typed stays."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from home.page.models import BasePage

from .german.folding import fold
from .language import language
from .models import LexiconWord, PinnedHit, SynonymGroup

SHORTEST = 3


class LexiconForm(WagtailAdminModelForm):
    """One word of letters that is not there yet."""

    def clean_word(self) -> str:
        """As it was typed."""
        word = self.cleaned_data["word"].strip()
        if not word.isalpha() or len(word) < SHORTEST:
            raise ValidationError(_("Please enter one word of at least three letters, without gaps, digits or signs."))
        others = LexiconWord.objects.exclude(pk=self.instance.pk).values_list("word", flat=True)
        known = next((other for other in others if fold(other) == fold(word)), None)
        if known:
            raise ValidationError(_("“%(word)s” is in the lexicon already.") % {"word": known})
        return word


class SynonymForm(WagtailAdminModelForm):
    """At least two different words."""

    def clean_words(self) -> str:
        """Each word once, separated by commas; a semicolon is taken for one."""
        group = SynonymGroup(words=self.cleaned_data["words"].replace(";", ","))
        words = language()
        known = {words.stems(member): member for member in reversed(group.members)}
        if () in known:
            raise ValidationError(_("“%(word)s” is no word to search for.") % {"word": known[()]})
        if len(known) < 2:  # noqa: PLR2004
            raise ValidationError(_("A group needs at least two different words, separated by commas."))
        return ", ".join(dict.fromkeys(group.members))


class PinnedForm(WagtailAdminModelForm):
    """A question with words, and a page that its readers may see."""

    def clean_question(self) -> str:
        """Stop words alone ask for nothing."""
        question = self.cleaned_data["question"]
        if not language().stems(question):
            raise ValidationError(_("Please enter at least one word that can be searched for."))
        return question

    def clean_page(self) -> BasePage:
        """Nobody else finds it."""
        page = self.cleaned_data["page"]
        if not BasePage.objects.readable().filter(pk=page.pk).exists():
            raise ValidationError(_("Readers cannot see this page, so it cannot be their first hit."))
        return page

    def clean(self) -> dict:
        """Once for each question."""
        data, words = super().clean(), language()
        if {"question", "page"} <= set(data):
            pins = PinnedHit.objects.filter(page=data["page"]).exclude(pk=self.instance.pk)
            asked = set(words.stems(data["question"]))
            if any(set(words.stems(pin.question)) == asked for pin in pins):
                self.add_error("page", _("This page is pinned to this question already."))
        return data
