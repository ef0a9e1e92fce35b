"""The form of a question that editors store, shared by the block in a text and the page of a collection.

Nothing of it is text: readers see the answers.
"""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup
from wagtail.fields import StreamField
from wagtail.snippets.blocks import SnippetChooserBlock

from home.listing import conditions, registry, stored_query
from home.listing.stored_query import StoredQuery

SORTS = [
    (stored_query.NEWEST, _("Newest first")),
    (stored_query.OLDEST, _("Oldest first")),
    (stored_query.SOONEST, _("By when it takes place (events)")),
    (stored_query.TITLE, _("By title")),
    (stored_query.FITTING, _("Best fitting first (only with words)")),
]
LAYOUTS = [
    ("cards", _("Cards")),
    ("list", _("List with leads")),
    ("titles", _("Titles only")),
    ("table", _("Table")),
    ("pictures", _("Pictures")),
]
DATES = ["since", "until", "days_back", "days_ahead"]
# What few questions need stands folded below the rest of the form.
MORE_CONDITIONS = BlockGroup(
    children=["section", "depth", *DATES, "municipality", "program", "state"],
    heading=_("More conditions"),
    classname="collapsed",
)


class KindsBlock(blocks.MultipleChoiceBlock):
    """Kinds of pages; a single one may stand alone."""

    def to_python(self, value: Any) -> list[str]:
        """Always a list."""
        return [value] if isinstance(value, str) and value else list(value or ())

    def normalize(self, value: Any) -> list[str]:
        """Always a list."""
        return self.to_python(value)


class QueryBlock(blocks.StructBlock):
    """Which pages, in which order and form."""

    kind = KindsBlock(
        label=_("Kind"),
        choices=registry.choices,
        required=False,
        search_index=False,
        help_text=_("None chosen: all of them."),
    )
    subject = SnippetChooserBlock("page.Subject", label=_("Subject"), required=False)
    section = blocks.PageChooserBlock(label=_("Only below this page"), required=False)
    depth = blocks.IntegerBlock(
        label=_("How many levels below"), required=False, min_value=1, max_value=20, help_text=_("Empty: all.")
    )
    since = blocks.DateBlock(label=_("Dated from"), required=False)
    until = blocks.DateBlock(label=_("Dated until"), required=False)
    days_back = blocks.IntegerBlock(label=_("Not older than so many days"), required=False, min_value=0, max_value=9999)
    days_ahead = blocks.IntegerBlock(
        label=_("Not further ahead than so many days"), required=False, min_value=0, max_value=9999
    )
    municipality = SnippetChooserBlock("bodies.Municipality", label=_("Municipality"), required=False)
    program = blocks.PageChooserBlock("programs.ProgramPage", label=_("Programme"), required=False)
    state = blocks.ChoiceBlock(
        label=_("State of a call or event"), choices=conditions.state_choices, required=False, search_index=False
    )
    text = blocks.CharBlock(
        label=_("Words"),
        required=False,
        max_length=120,
        search_index=False,
        help_text=_("As in the search: forms and compounds count."),
    )
    sort = blocks.ChoiceBlock(label=_("Order"), choices=SORTS, default=stored_query.NEWEST, search_index=False)
    layout = blocks.ChoiceBlock(label=_("Form"), choices=LAYOUTS, default="cards", search_index=False)

    class Meta:
        icon = "search"
        label = _("Query")

    def clean(self, value: Any) -> Any:
        """Dates run forwards; what hangs on another condition needs it. All mistakes are named at once."""
        faults, sound = {}, value
        try:
            sound = value = super().clean(value)
        except blocks.StructBlockValidationError as refusal:
            faults = refusal.block_errors
            sound = {name: self.child_blocks[name].clean(value[name]) for name in value if name not in faults}
        faults = {name: ValidationError(sentence) for name, sentence in contradictions(sound)} | faults
        if faults:
            raise blocks.StructBlockValidationError(faults)
        return value


def contradictions(value: Any) -> Iterator[tuple[str, str]]:
    """The fields that do not go with others, each with a sentence; what is not understood itself is left out."""
    since, until, kinds = value.get("since"), value.get("until"), value.get("kind")
    if since and until and until < since:
        yield "until", _("The end lies before the beginning.")
    if value.get("sort") == stored_query.FITTING and not value.get("text", "-"):
        yield "sort", _("This order needs words to search for.")
    if value.get("depth") and "section" in value and not value["section"]:
        yield "depth", _("Levels are counted below a page. Please choose it above.")
    state = conditions.state_of(value.get("state") or "")
    if state and kinds and state.kind not in kinds:
        kind = dict(registry.choices()).get(state.kind, state.kind)
        sentence = _("Only pages of the kind “%(kind)s” have this state: nothing would be listed.")
        yield "state", sentence % {"kind": kind}


class CollectionBlock(QueryBlock):
    """The question of a page: its answers are paged, and may end somewhere."""

    limit = blocks.IntegerBlock(
        label=_("At most so many"), required=False, min_value=1, max_value=500, help_text=_("Empty: all, page by page.")
    )

    class Meta:
        form_layout = ["kind", "subject", "text", "limit", "layout", "sort", MORE_CONDITIONS]


def query_of(value: Any, limit: int | None = None) -> StoredQuery:
    """The question in a block."""
    limit = limit or value.get("limit")
    subject = value.get("subject")
    return StoredQuery(
        kinds=tuple(value.get("kind") or ()),
        subjects=(subject,) if subject else (),
        section=value.get("section"),
        depth=value.get("depth") or 0,
        municipality=value.get("municipality"),
        program=value.get("program"),
        state=value.get("state") or "",
        text=value.get("text") or "",
        sort=value.get("sort") or stored_query.NEWEST,
        limit=limit,
        **{name: value.get(name) for name in DATES},
    )


def open_question() -> list[tuple]:
    """What a new page begins with: a question, not the complaint that there is none."""
    return [("query", CollectionBlock().get_default())]


class QueryField(StreamField):
    """One question; its block stays out of migrations, as those of a body do."""

    def __init__(self, *args, **kwargs) -> None:
        kwargs.pop("block_lookup", None)
        kwargs = {"min_num": 1, "max_num": 1, "default": open_question, **kwargs}
        super().__init__([("query", CollectionBlock())], **kwargs)

    def deconstruct(self) -> tuple:
        """The field by its name alone."""
        name, path, _args, kwargs = super().deconstruct()
        for key in ("block_lookup", "min_num", "max_num", "default"):
            kwargs.pop(key, None)
        return name, path, [], kwargs
