"""What stands in the form: those that are chosen, and a field to name more."""

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

TYPED = "typed"
BETWEEN = ";"


class Typed(str):
    """A name as somebody typed it, in contrast to a key."""

    __slots__ = ()


class Several(forms.Widget):
    """A box for each chosen entry, and a text field; with script it suggests names, without it takes them in full."""

    template_name = "choosing/several.html"
    allow_multiple_selected = True
    long_list: Any = None
    # Set by the form field, asked only for those that are chosen.
    choices: Any = ()

    class Media:
        css = {"all": ["css/desk/several.css"]}
        js = [Script("js/several.js", type="module")]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        """The keys that are ticked, then the names that were typed."""
        texts = data.get(f"{name}-{TYPED}", "").replace("\x00", "").split(BETWEEN)
        return [*data.getlist(name), *(Typed(text.strip()) for text in texts if text.strip())]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """No box ticked means: none."""
        return False

    def id_for_label(self, id_: str) -> str:
        """The text field."""
        return id_

    def render(self, name: str, value: Any, attrs: dict | None = None, renderer: Any = None) -> SafeString:
        """As HTML. One query, however long the list."""
        entries = list(value or ())
        keys = [entry for entry in entries if not isinstance(entry, Typed)]
        context = {
            "name": name,
            "id": (attrs or {}).get("id", f"id_{name}"),
            "described_by": (attrs or {}).get("aria-describedby", ""),
            "long_list": self.long_list,
            "chosen": [(entry.pk, self.long_list.named(entry)) for entry in self.entries(keys)],
            "typed": f"{BETWEEN} ".join(entry for entry in entries if isinstance(entry, Typed)),
        }
        return render_to_string(self.template_name, context)

    def entries(self, keys: list[Any]) -> list[Any]:
        """The chosen entries by name."""
        found = self.choices.queryset.filter(pk__in=[key for key in keys if str(key).isdigit()]) if keys else []
        return sorted(found, key=lambda entry: self.long_list.named(entry).casefold())
