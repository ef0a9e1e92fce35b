"""Where articles can be shared: addresses as data of the editors; nothing is loaded from them before the click."""

import re
from typing import Any
from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField

MESSAGE, NETWORK = "message", "network"
# `{text}` is title and address in one, `{url}` the address alone; both percent-encoded.
KNOWN = (
    ("WhatsApp", "https://wa.me/?text={text}", MESSAGE, True),
    ("Threema", "https://threema.id/compose?text={text}", MESSAGE, True),
    ("Bluesky", "https://bsky.app/intent/compose?text={text}", NETWORK, True),
    ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}", NETWORK, True),
    ("X", "https://x.com/intent/post?text={text}", NETWORK, False),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}", NETWORK, False),
)
ADDRESS = re.compile(r"https://[\w.-]+\.\w+/[^\s{}\"'<>]*\{(text|url)\}[^\s{}\"'<>]*")


def known_targets() -> list[dict[str, Any]]:
    """What a new site offers, as the raw value of the field."""
    names = ("name", "address", "icon", "shown")
    return [{"type": "target", "value": dict(zip(names, target, strict=True))} for target in KNOWN]


def check_address(value: str) -> None:
    """Encrypted, with exactly one place for the article."""
    if not ADDRESS.fullmatch(value):
        raise ValidationError(_("Please enter an https:// address with either {text} or {url} in it."))


class TargetBlock(blocks.StructBlock):
    """Another site that takes a text or an address over."""

    name = blocks.CharBlock(label=_("Name"), max_length=40)
    address = blocks.CharBlock(
        label=_("Address"),
        max_length=300,
        validators=[check_address],
        help_text=_("{text} stands for title and address of the article, {url} for its address alone."),
    )
    icon = blocks.ChoiceBlock(
        label=_("Symbol"), choices=[(MESSAGE, _("Speech bubble")), (NETWORK, _("Person"))], default=MESSAGE
    )
    shown = blocks.BooleanBlock(label=_("Offer to readers"), required=False, default=True)

    class Meta:
        icon = "link"
        label = _("Share target")


class ShareTargetsField(StreamField):
    """The targets of a site, in the editors' order; their definition stays out of migrations."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.pop("block_types", None)
        super().__init__([("target", TargetBlock())], **{"blank": True, "default": known_targets, **kwargs})

    def deconstruct(self) -> tuple:
        """Without blocks and default: both may change without a migration."""
        name, path, _arguments, options = super().deconstruct()
        return name, path, [], {key: options[key] for key in options if key not in ("block_lookup", "default")}


def share_link(address: str, title: str, url: str) -> str:
    """The address that shares this article there."""
    whole, alone = quote(f"{title} {url}", safe=""), quote(url, safe="")
    return address.replace("{text}", whole).replace("{url}", alone)


def links(targets: Any, title: str, url: str) -> list[dict[str, str]]:
    """Name, icon and address of every target that is switched on."""
    return [
        {
            "name": target.value["name"],
            "icon": f"actions/icons/{target.value['icon'] or MESSAGE}.svg",
            "address": share_link(target.value["address"], title, url),
        }
        for target in targets
        if target.value["shown"]
    ]
