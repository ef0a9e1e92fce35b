"""People for tests, one function a role."""

from django.contrib.auth.models import Group, User

from home.workflow import roles


def person(username: str, *groups: roles.Role, **fields) -> User:
    """A user in the groups of these roles."""
    user = User.objects.create_user(username, f"{username}@example.org", "test-passwort", **fields)
    user.groups.add(*Group.objects.filter(name__in=[role.name for role in groups]))
    return user
