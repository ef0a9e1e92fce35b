"""Under which words a municipality is found: each word of its name with what follows, and its former names."""

from django.apps import apps
from django.db import models
from django.db.models.functions import Coalesce

from ..folding import folded


class PlaceName(models.Model):
    """The folded rest of a name from one word on, so that a prefix search finds every word of it."""

    class Rank(models.IntegerChoices):
        NAME = 0
        WORD_WITHIN = 1
        FORMER_NAME = 2

    municipality = models.ForeignKey("bodies.Municipality", on_delete=models.CASCADE, related_name="place_names")
    folded = models.CharField(max_length=200, db_index=True)
    rank = models.PositiveSmallIntegerField(choices=Rank)
    # A former name as it was written; empty for the present one.
    former = models.CharField(max_length=200, blank=True)
    # The population, so that the best come first without a look at the places; none where it is not in force.
    weight = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "folded", "rank"], name="place_name_once"),
        ]

    def __str__(self) -> str:
        return self.folded

    @classmethod
    def present(cls, key: int, name: str) -> list["PlaceName"]:
        """The rows of the present name of the municipality with this key, not yet stored."""
        words = folded(name).split()
        rests = dict.fromkeys(" ".join(words[start:]) for start in range(len(words)))
        ranks = (min(place, cls.Rank.WORD_WITHIN) for place in range(len(rests)))
        return [cls(municipality_id=key, folded=rest, rank=rank) for rest, rank in zip(rests, ranks, strict=True)]

    @classmethod
    def former_name(cls, key: int, name: str) -> "PlaceName":
        """The row of a name that it had, not yet stored."""
        return cls(municipality_id=key, folded=folded(name), rank=cls.Rank.FORMER_NAME, former=name)

    @classmethod
    def weigh(cls, **which: object) -> None:
        """Brings the weights in step with the places. One query, however many."""
        places = apps.get_model("bodies.Municipality").objects.filter(pk=models.OuterRef("municipality"), valid_to=None)
        cls.objects.filter(**which).update(weight=models.Subquery(places.values(weight=Coalesce("population", 0))[:1]))
