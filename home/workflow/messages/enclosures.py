"""What is enclosed in a mail: made when it leaves, so that it is stored nowhere a second time."""

from collections.abc import Callable

from ..models import Message

# Name, content, media type.
Enclosure = tuple[str, bytes, str]
Maker = Callable[[Message], Enclosure | None]
MAKERS: dict[str, Maker] = {}


def encloses(verb: str, maker: Maker) -> None:
    """Mails about this verb enclose what this function makes."""
    MAKERS[verb] = maker


def enclosures_of(message: Message) -> list[Enclosure]:
    """What goes with this mail; most have nothing."""
    maker = MAKERS.get(message.verb)
    made = maker(message) if maker else None
    return [made] if made else []
