"""How the site and its press talk: frames of two lengths, JSON and bytes. Nothing in a frame is ever executed."""

import json
import struct
from typing import Any, BinaryIO

LENGTHS = struct.Struct("!II")


def send(stream: BinaryIO, message: dict[str, Any], content: bytes = b"") -> None:
    """Writes one frame."""
    head = json.dumps(message).encode()
    stream.write(LENGTHS.pack(len(head), len(content)) + head + content)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """Reads one frame; EOFError when the other side has gone."""
    head, content = LENGTHS.unpack(exactly(stream, LENGTHS.size))
    return json.loads(exactly(stream, head)), exactly(stream, content)


def exactly(stream: BinaryIO, size: int) -> bytes:
    """So many bytes."""
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
