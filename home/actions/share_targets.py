"""Where articles can be shared: plain addresses, nothing is loaded from them before the click."""

from dataclasses import dataclass
from urllib.parse import quote

MESSAGE = "actions/icons/message.svg"
NETWORK = "actions/icons/network.svg"


@dataclass(frozen=True)
class ShareTarget:
    """Another site that takes a text or an address over."""

    key: str
    # Names are the same in every language.
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
    ShareTarget("whatsapp", "WhatsApp", "https://wa.me/?text={text}", MESSAGE),
    ShareTarget("threema", "Threema", "https://threema.id/compose?text={text}", MESSAGE),
    ShareTarget("bluesky", "Bluesky", "https://bsky.app/intent/compose?text={text}", NETWORK),
    ShareTarget("linkedin", "LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}", NETWORK),
)
