"""Organisations: one file each."""

from .body import Body
from .municipality import Municipality
from .place_name import PlaceName

__all__ = ["Body", "Municipality", "PlaceName"]
