"""What a person may do with a page, as one row of a table."""

from django.contrib.auth.models import User

from home.page.models import BasePage

VERBS = ("edit", "submit", "publish", "unpublish", "delete", "move")


def allowed(user: User, page: BasePage) -> set[str]:
    """The verbs that the admin offers this person for this page."""
    page = BasePage.objects.get(pk=page.pk).specific
    permissions = page.permissions_for_user(user)
    answers = {
        "edit": permissions.can_edit(),
        "submit": permissions.can_edit() and permissions.can_submit_for_moderation(),
        "publish": permissions.can_publish(),
        "unpublish": permissions.can_unpublish(),
        "delete": permissions.can_delete(),
        "move": permissions.can_move(),
    }
    return {verb for verb in VERBS if answers[verb]}
