"""The people of the demo, and what each of them may do."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.users.models import UserProfile

from home.workflow import roles

from . import passwords


@dataclass(frozen=True)
class Account:
    """A user name, what it stands for, and its group; a municipality has none and never sees the admin."""

    username: str
    first_name: str
    last_name: str
    role: roles.Role | None = None
    is_superuser: bool = False

    @property
    def email(self) -> str:
        """An address that no mail ever reaches."""
        return f"{self.username}@example.org"

    @property
    def description(self) -> str:
        """What the account may do, in a few words."""
        if self.is_superuser:
            return _("Administration")
        return self.role.name if self.role else _("Municipality, without access to the editors’ desk")


ACCOUNTS = (
    Account("autorin", "Autorin", "der Akademie", roles.AUTHOR),
    Account("akademie", "Redaktion", "der Akademie", roles.ACADEMY),
    Account("akademie2", "Zweite Redaktion", "der Akademie", roles.ACADEMY),
    Account("ministerium", "Redaktion", "des Ministeriums", roles.MINISTRY),
    Account("notfall", "Notfall", "Veröffentlichung", roles.EMERGENCY),
    Account("kommune", "Stadt", "Lindenfurt"),
    Account("kommune2", "Gemeinde", "Haselbrunn"),
    Account("admin", "Administration", "der Website", is_superuser=True),
)


@transaction.atomic
def set_up_accounts() -> str:
    """Creates the accounts that are missing; gives all that still have a password of ours the present one."""
    password, given = passwords.wanted(), passwords.last_given()
    existing = get_user_model().objects.filter(username__in=names())
    present = dict(existing.values_list("username", "password"))
    if password == given == passwords.WELL_KNOWN and len(present) == len(ACCOUNTS):
        return password
    encoded = make_password(password)
    for account in ACCOUNTS:
        if account.username not in present:
            create(account, encoded)
    # Accounts made together share one encoded password, so few are checked, which is slow by design.
    ours = [old for old in set(present.values()) if check_any(old, {given, passwords.WELL_KNOWN} - {"", password})]
    existing.filter(password__in=ours).update(password=encoded)
    passwords.remember(password)
    return password


def check_any(encoded: str, candidates: set[str]) -> bool:
    """Whether one of the passwords opens an account."""
    return any(check_password(candidate, encoded) for candidate in candidates)


def names() -> list[str]:
    """All user names."""
    return [account.username for account in ACCOUNTS]


def create(account: Account, encoded_password: str) -> None:
    """One account with its group; its admin speaks German."""
    user = get_user_model().objects.create(
        username=account.username,
        email=account.email,
        first_name=account.first_name,
        last_name=account.last_name,
        is_staff=account.is_superuser,
        is_superuser=account.is_superuser,
        password=encoded_password,
    )
    if account.role:
        user.groups.add(Group.objects.get(name=account.role.name))
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "de"
    profile.save()


def person(username: str):
    """The user behind an account."""
    return get_user_model().objects.get(username=username)
