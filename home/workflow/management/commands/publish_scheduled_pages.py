"""The old name of `publish_scheduled`, which Wagtail still offers: the same command, with the same rules."""

from .publish_scheduled import Command

__all__ = ["Command"]
