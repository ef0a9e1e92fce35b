"""The forms by which editors teach the search: what it could not use gets a sentence, what was typed stays."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from home.page.models import BasePage

from .german.analysis import phrase
from .german.folding import fold
from .language import Stems, language
from .models import BroaderTerm, LexiconWord, PinnedHit, SynonymGroup, listed

SHORTEST = 3


def searchable(words: list[str]) -> dict[Stems, str]:
    """Each word once, by its stems; refuses one that nobody can search for."""
    known: dict[Stems, str] = {}
    for word in words:
        known.setdefault(language().stems(word), word)
    if () in known:
        raise ValidationError(_("“%(word)s” is no word to search for.") % {"word": known[()]})
    return known


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
        known = searchable(group.members)
        if len(known) < 2:  # noqa: PLR2004
            raise ValidationError(_("A group needs at least two different words, separated by commas."))
        return ", ".join(dict.fromkeys(group.members))


class BroaderForm(WagtailAdminModelForm):
    """A term that is not there yet, and at least one other word that is a kind of it."""

    def clean_term(self) -> str:
        """One word or name; commas belong to its kinds."""
        term = " ".join(self.cleaned_data["term"].split())
        if "," in term or ";" in term:
            raise ValidationError(_("Please enter one term here, and its kinds below."))
        (stems,) = searchable([term])
        others = BroaderTerm.objects.exclude(pk=self.instance.pk).values_list("term", flat=True)
        if known := next((other for other in others if language().stems(other) == stems), None):
            raise ValidationError(
                _("“%(word)s” is a broader term already; please add the kinds there.") % {"word": known}
            )
        return term

    def clean_narrower(self) -> str:
        """Each word once, separated by commas; a semicolon and a new line are taken for one."""
        words = listed(re.sub(r"[;\n]", ",", self.cleaned_data["narrower"]))
        if not words:
            raise ValidationError(_("Please enter at least one kind of the term."))
        return ", ".join(searchable(words).values())

    def clean(self) -> dict:
        """It goes one way: no term is a kind of itself, or of one of its kinds."""
        data, words = super().clean(), language()
        if {"term", "narrower"} <= set(data):
            asked = words.stems(data["term"])
            for kind in listed(data["narrower"]):
                if words.stems(kind) == asked:
                    self.add_error("narrower", _("“%(word)s” cannot be a kind of itself.") % {"word": kind})
                elif phrase(data["term"]) in words.narrower.get(words.stems(kind), {}):
                    sentence = _("“%(kind)s” cannot be a kind of “%(term)s”: it is the other way round already.")
                    self.add_error("narrower", sentence % {"kind": kind, "term": data["term"]})
        return data


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
