"""The answer of every question of policy."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Verdict:
    """Yes, or no with a sentence for the person who asked."""

    allowed: bool
    reason: str | Promise = ""


YES = Verdict(True)


def no(reason: str | Promise) -> Verdict:
    """A refusal with its sentence."""
    return Verdict(False, reason)
