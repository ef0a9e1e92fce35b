"""Who a person is to a municipality and to its case studies. All doors of the portal ask here."""

import hashlib
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from home.bodies.models import Municipality

from .models import Membership

EDITORS_DESK = "wagtailadmin.access_admin"
# Usernames end at 150 characters.
LONGEST_ADDRESS = 140


def is_editor(user: Any) -> bool:
    """Somebody of the house: they work in the admin, not here."""
    return user.is_active and user.has_perm(EDITORS_DESK)


def memberships(user: AbstractBaseUser) -> QuerySet:
    """Where the person acts now."""
    return Membership.objects.current().filter(user_id=user.pk).select_related("municipality")


def is_portal_person(user: Any) -> bool:
    """Whether the portal's door opens: a membership, and no desk."""
    return user is not None and user.is_active and not is_editor(user) and memberships(user).exists()


def person_at(email: str) -> User | None:
    """The person of the portal with this address; an editor's account is never found."""
    found = User.objects.filter(email__iexact=email.strip(), is_active=True).order_by("pk")
    return next((user for user in found if is_portal_person(user)), None)


def person_to_invite(email: str, name: str = "") -> User:
    """The account for an address, made where there is none. Two invitations at once make one account."""
    address = email.strip().lower()
    found = [user for user in User.objects.filter(email__iexact=address, is_active=True) if not is_editor(user)]
    if found:
        return found[0]
    username = username_for(address)
    try:
        with transaction.atomic():
            person = get_user_model()(username=username, email=address, last_name=name[:150])
            person.set_unusable_password()
            person.save()
            return person
    except IntegrityError:
        return User.objects.get(username=username)


def username_for(address: str) -> str:
    """Readable for editors as long as the person has not said a name; never the username of one of them."""
    fits = len(address) <= LONGEST_ADDRESS
    return f"portal-{address if fits else hashlib.sha256(address.encode()).hexdigest()[:24]}"


def name_oneself(user: Any, name: str) -> None:
    """How the person wants to be called by colleagues and editors."""
    user.first_name, user.last_name = "", " ".join(name.split())[:150]
    user.save(update_fields=["first_name", "last_name"])


def invited(email: str, municipality: Municipality, role: str, by: Any, name: str = "") -> Membership:
    """The open membership of this address in the municipality, made where there is none."""
    person = person_to_invite(email, name)
    found, _new = Membership.objects.get_or_create(
        user=person, municipality=municipality, ended_at=None, defaults={"role": role, "invited_by": by}
    )
    return found


def accept(membership: Membership) -> None:
    """The person said yes; saying it twice changes nothing."""
    Membership.objects.filter(pk=membership.pk, accepted_at=None).update(accepted_at=timezone.now())


def writes_for(user: Any, municipality_id: int | None) -> bool:
    """Whether the person may change texts of this municipality."""
    if not user.pk or municipality_id is None:
        return False
    roles = (Membership.Role.OWNER, Membership.Role.EDITOR)
    return memberships(user).filter(municipality_id=municipality_id, role__in=roles).exists()


def owns(user: Any, page: Any) -> bool:
    """Whether the person looks after the case studies of this municipality."""
    rows = memberships(user).filter(municipality_id=page.municipality_id)
    return rows.filter(role=Membership.Role.OWNER).exists()


def team(municipality: Municipality) -> list[Membership]:
    """Everybody who acts for the municipality, and who was asked to."""
    return list(Membership.objects.open().filter(municipality=municipality).select_related("user", "invited_by"))


def members_of(page: Any) -> list[User]:
    """Who is told about a case study: everybody who acts for its municipality and may write."""
    return members_of_all([page])[page.municipality_id]


def members_of_all(pages: list[Any]) -> dict[int, list[User]]:
    """Who is told about each of these case studies, by municipality."""
    keys = {page.municipality_id for page in pages}
    rows = Membership.objects.current().filter(municipality_id__in=keys).exclude(role=Membership.Role.READER)
    found: dict[int, list[User]] = {key: [] for key in keys}
    for row in rows.select_related("user"):
        if row.user.email:
            found[row.municipality_id].append(row.user)
    return found


def called(user: Any) -> str:
    """How a person is called; somebody who was deleted has no name."""
    return (user.get_full_name() or user.email or user.get_username()) if user else ""
