"""What editors teach the search, what the search remembers, and the state of the embedded index."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel


def listed(words: str) -> list[str]:
    """Words and terms that are separated by commas."""
    return [word.strip() for word in words.split(",") if word.strip()]


class LexiconWord(models.Model):
    """A word that compounds are made of, or one that must never be taken apart."""

    class Use(models.TextChoices):
        PART = "part", _("part of compounds")
        WHOLE = "whole", _("never split")
        BOTH = "both", _("part of compounds, never split itself")

    word = models.CharField(_("word"), max_length=60, unique=True)
    use = models.CharField(_("use"), max_length=8, choices=Use, default=Use.PART)

    class Meta:
        verbose_name = _("word of the lexicon")
        verbose_name_plural = _("words of the lexicon")
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word


class SynonymGroup(models.Model):
    """Words that may stand for each other, separated by commas."""

    words = models.CharField(_("words"), max_length=300, unique=True, help_text=_("Separated by commas."))

    class Meta:
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("groups of synonyms")
        ordering = ["words"]

    def __str__(self) -> str:
        return self.words

    @property
    def members(self) -> list[str]:
        """The words and terms of the group."""
        return listed(self.words)


class BroaderTerm(models.Model):
    """A term and its kinds: whoever asks for it means them, too, and not the other way round."""

    term = models.CharField(
        _("broader term"), max_length=60, unique=True, help_text=_("Whoever looks for it finds its kinds, too.")
    )
    narrower = models.TextField(
        _("kinds of it"),
        max_length=1000,
        help_text=_("Separated by commas. Whoever looks for one of them does not find the others."),
    )

    class Meta:
        verbose_name = _("broader term")
        verbose_name_plural = _("broader terms")
        ordering = ["term"]

    def __str__(self) -> str:
        return self.term

    @property
    def members(self) -> list[str]:
        """The words and terms that are kinds of it."""
        return listed(self.narrower)


class PinnedHit(models.Model):
    """A page that editors put above all hits of a question."""

    question = models.CharField(
        _("question"), max_length=120, help_text=_("The words as readers type them; forms and spelling do not matter.")
    )
    page = models.ForeignKey("page.BasePage", on_delete=models.CASCADE, related_name="+", verbose_name=_("page"))
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    panels = [FieldPanel("question"), PageChooserPanel("page"), FieldPanel("order")]

    class Meta:
        verbose_name = _("pinned hit")
        verbose_name_plural = _("pinned hits")
        ordering = ["question", "order", "pk"]

    def __str__(self) -> str:
        return self.question


class FruitlessSearch(models.Model):
    """A question without a proper answer: its words, in how many hours and when last. Nothing about who asked."""

    class Answer(models.TextChoices):
        NONE = "none", _("no hits")
        LOOSE = "loose", _("only pages with some of it")

    words = models.CharField(_("words"), max_length=80, unique=True)
    answer = models.CharField(_("answer"), max_length=5, choices=Answer, default=Answer.NONE)
    count = models.PositiveIntegerField(_("in how many hours"), default=1)
    last_on = models.DateField(_("last on"))

    class Meta:
        verbose_name = _("search without hits")
        verbose_name_plural = _("searches without hits")
        ordering = ["-count", "words"]

    def __str__(self) -> str:
        return self.words


class IndexState(models.Model):
    """One row: which of two sets of tables answers, and what it was made with."""

    generation = models.CharField(max_length=1, default="a")
    # Version of the analysis that the index was made with; empty until it is built.
    analysis = models.CharField(max_length=40, blank=True)
    # Goes up with every change of the index, or of what editors teach.
    index_stamp = models.PositiveBigIntegerField(default=1)
    language_stamp = models.PositiveBigIntegerField(default=1)
    # Frequent words of the site itself, which compounds are made of, too.
    site_words = models.JSONField(default=list)
    built_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.generation

    @classmethod
    def current(cls) -> "IndexState":
        """The one row; the words of the site are read only when somebody needs them."""
        return cls.objects.defer("site_words").filter(pk=1).first() or cls.objects.get_or_create(pk=1)[0]

    @classmethod
    def raise_stamp(cls, name: str) -> None:
        """Says that something changed, so that no process keeps what it remembers."""
        cls.current()
        cls.objects.filter(pk=1).update(**{name: models.F(name) + 1})


class TellingWord(models.Model):
    """One of the most telling words of a document: who shares it is related."""

    generation = models.CharField(max_length=1)
    key = models.BigIntegerField()
    stem = models.CharField(max_length=60)
    weight = models.FloatField()

    class Meta:
        indexes = [
            models.Index(fields=["key", "generation", "stem", "weight"], name="search_telling_of_key"),
            models.Index(fields=["stem", "generation", "key", "weight"], name="search_telling_shared"),
        ]

    def __str__(self) -> str:
        return self.stem


class TouchedKey(models.Model):
    """A document that changed lately: a rebuild looks at it again after the swap."""

    key = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    # Deleted: nothing else is left that would tell an index that is late.
    is_gone = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["key"], condition=models.Q(is_gone=True), name="search_gone")]

    def __str__(self) -> str:
        return str(self.key)
