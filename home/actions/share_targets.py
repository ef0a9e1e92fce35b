"""Where articles can be shared: plain addresses, nothing is loaded from them before the click."""

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext_lazy as _

MESSAGE = "actions/icons/message.svg"
NETWORK = "actions/icons/network.svg"


@dataclass(frozen=True)
class ShareTarget:
    """Another site that takes a text or an address over."""

    key: str
    label: str
    # `{text}` is title and address in one, `{url}` the address alone; both percent-encoded.
    address: str
    # A speech bubble for messengers, a person for networks; no foreign logos.
    icon: str

    def link(self, title: str, url: str) -> str:
        """The address that shares this article."""
        return self.address.format(text=quote(f"{title} {url}", safe=""), url=quote(url, safe=""))


# In this order; a line less is a target less.
SHARE_TARGETS = (
    ShareTarget("whatsapp", _("Share on WhatsApp"), "https://wa.me/?text={text}", MESSAGE),
    ShareTarget("threema", _("Share on Threema"), "https://threema.id/compose?text={text}", MESSAGE),
    ShareTarget("bluesky", _("Share on Bluesky"), "https://bsky.app/intent/compose?text={text}", NETWORK),
    ShareTarget(
        "linkedin", _("Share on LinkedIn"), "https://www.linkedin.com/sharing/share-offsite/?url={url}", NETWORK
    ),
)
