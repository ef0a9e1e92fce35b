"""Trying what a person can do with a page: the deed itself, and the sentence that refuses it."""

import pytest
from django.contrib.auth.models import User

from home.page.models import BasePage
from home.workflow import transitions
from home.workflow.deed import Refused, locked

ON_THE_TREE = ("edit", "publish", "unpublish", "delete", "move")
EMERGENCY_ONLY = "Direkt veröffentlichen darf nur die Notfall-Gruppe. Bitte reichen Sie den Text zur Freigabe ein."
NOT_REVIEWING = "Diesen Schritt dürfen nur Mitglieder der prüfenden Gruppe entscheiden."
SECTION_ONLY = "Das dürfen nur die Redaktionen dieses Bereichs."


def after(user: User, verb: str, page: BasePage, **more) -> str:
    """Where the page stands when the person has done this to it."""
    transitions.VERBS[verb](page, user, "Begründung.", **more)
    return str(locked(page).state)


def refusal(user: User, verb: str, page: BasePage) -> str:
    """The sentence that the person reads instead; the page stays where it was."""
    before = str(locked(page).state)
    with pytest.raises(Refused) as refused:
        transitions.VERBS[verb](page, user, "Begründung.")
    assert str(locked(page).state) == before
    return str(refused.value)


def on_the_tree(user: User, page: BasePage) -> set[str]:
    """What the admin lets this person do with the page as a whole."""
    permissions = BasePage.objects.get(pk=page.pk).specific.permissions_for_user(user)
    return {verb for verb in ON_THE_TREE if getattr(permissions, f"can_{verb}")()}
