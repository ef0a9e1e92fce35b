"""Signing in by mail: a link and six digits. Known and unknown addresses take the same way."""

import hashlib
import secrets
from datetime import timedelta

from django.contrib.auth import login
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django_tasks import task

from .letters import write
from .models import SignIn
from .people import is_portal_person, person_at

LIFETIME = timedelta(minutes=60)
MOST_TRIES = 5
SESSION_SECONDS = 12 * 3600
BACKEND = "django.contrib.auth.backends.ModelBackend"


@transaction.atomic
def ask(email: str) -> SignIn:
    """A new attempt; whether the address is known shows nowhere, not even in how long it takes."""
    blank = secrets.token_hex(32)
    sign_in = SignIn.objects.create(
        user=person_at(email), key_digest=blank, code_digest=blank, created_at=timezone.now()
    )
    transaction.on_commit(lambda: send.enqueue(sign_in.pk))
    return sign_in


@task()
def send(key: int) -> None:
    """Makes key and code and mails them, if there is somebody to mail them to."""
    sign_in = SignIn.objects.select_related("user").filter(pk=key, used_at=None).first()
    if sign_in is None or sign_in.user is None:
        return
    token, code = secrets.token_urlsafe(32), f"{secrets.randbelow(1_000_000):06d}"
    with transaction.atomic():
        sign_in.key_digest, sign_in.code_digest = digest_of(token), digest_of_code(sign_in, code)
        sign_in.save(update_fields=["key_digest", "code_digest"])
        write(sign_in.user, "sign_in", link=reverse("portal_sign_in_link", args=[token]), code=code)


def digest_of(token: str) -> str:
    """What is stored of a key."""
    return hashlib.sha256(token.encode()).hexdigest()


def digest_of_code(sign_in: SignIn, code: str) -> str:
    """What is stored of six digits: keyed, because six digits are quickly tried."""
    return salted_hmac("portal.code", f"{sign_in.pk}:{code}", algorithm="sha256").hexdigest()


def open_attempts():
    """Neither used nor too old."""
    return SignIn.objects.filter(used_at=None, created_at__gt=timezone.now() - LIFETIME)


def by_link(token: str) -> SignIn | None:
    """The attempt that this link belongs to."""
    return open_attempts().select_related("user").filter(key_digest=digest_of(token)).exclude(user=None).first()


def by_code(key: int | None, code: str) -> SignIn | None:
    """The attempt of this browser, if the digits are right; each try counts."""
    sign_in = open_attempts().select_related("user").filter(pk=key, tries__lt=MOST_TRIES).first()
    if sign_in is None:
        return None
    SignIn.objects.filter(pk=sign_in.pk).update(tries=F("tries") + 1)
    fits = constant_time_compare(sign_in.code_digest, digest_of_code(sign_in, code))
    return sign_in if fits and sign_in.user else None


def use(request: HttpRequest, sign_in: SignIn) -> bool:
    """Signs in, once; a second use of the same attempt does nothing."""
    if not open_attempts().filter(pk=sign_in.pk).update(used_at=timezone.now()):
        return False
    if not is_portal_person(sign_in.user):
        return False
    enter(request, sign_in.user)
    return True


def enter(request: HttpRequest, user: User) -> None:
    """The session of a working day."""
    login(request, user, backend=BACKEND)
    request.session.set_expiry(SESSION_SECONDS)
