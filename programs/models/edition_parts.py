"""What an edition is made of besides running text: criteria, steps, building blocks and questions, each a list."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.body import BodyField
from home.blocks.text import SHORT_FEATURES, TextBlock


class Criterion(blocks.StructBlock):
    """What an applicant has to fulfil, and how that is shown."""

    text = blocks.TextBlock(label=_("Criterion"), rows=2, max_length=300)
    proof = blocks.CharBlock(
        label=_("Proof"),
        required=False,
        max_length=200,
        help_text=_("What is to be handed in, e.g. a council decision."),
    )

    class Meta:
        icon = "tick-inverse"
        label = _("Criterion")


class Step(blocks.StructBlock):
    """One step on the way to taking part."""

    title = blocks.CharBlock(label=_("Title"), max_length=100)
    date = blocks.DateBlock(label=_("Date"), required=False)
    text = TextBlock(label=_("Text"), features=SHORT_FEATURES, required=False)

    class Meta:
        icon = "order"
        label = _("Step")


class BuildingBlock(blocks.StructBlock):
    """One part of what participants get or do, e.g. analysis, participation, implementation."""

    title = blocks.CharBlock(label=_("Title"), max_length=100)
    period = blocks.CharBlock(label=_("When"), required=False, max_length=80)
    text = TextBlock(label=_("Text"), features=SHORT_FEATURES)

    class Meta:
        icon = "bars"
        label = _("Building block")


class Question(blocks.StructBlock):
    """A question that is often asked."""

    question = blocks.CharBlock(label=_("Question"), max_length=200)
    answer = TextBlock(label=_("Answer"), features=SHORT_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question")


class CriteriaBlock(blocks.StreamBlock):
    """All criteria, in their order."""

    criterion = Criterion()


class StepsBlock(blocks.StreamBlock):
    """All steps, in their order."""

    step = Step()


class BuildingBlocksBlock(blocks.StreamBlock):
    """All building blocks, in their order."""

    building_block = BuildingBlock()


class QuestionsBlock(blocks.StreamBlock):
    """All questions, in their order."""

    question = Question()


class CriteriaField(BodyField):
    """Criteria."""

    made_of = CriteriaBlock


class StepsField(BodyField):
    """Steps."""

    made_of = StepsBlock


class BuildingBlocksField(BodyField):
    """Building blocks."""

    made_of = BuildingBlocksBlock


class QuestionsField(BodyField):
    """Questions."""

    made_of = QuestionsBlock
