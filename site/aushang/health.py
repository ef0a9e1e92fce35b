"""Is it alive, is it ready: two addresses for the machines that watch the site."""

import logging
from collections.abc import Callable

from django.core.cache import caches
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks import task_backends
from django_tasks_db.backend import DatabaseBackend
from django_tasks_db.models import DBTaskResult

from search import finder

logger = logging.getLogger(__name__)
OK = "ok"


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Asks nothing else, so that a dead database does not restart it."""
    return HttpResponse(OK, content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """What the site stands on answers, too: "ok" or a sentence for each; 503 if one does not."""
    states = {name: state(check, sentence) for name, (check, sentence) in checks().items()}
    ready = all(found == OK for found in states.values())
    return JsonResponse(states, status=200 if ready else 503)


def checks() -> dict[str, tuple[Callable[[], bool], str]]:
    """Each part with its question and the sentence for the case that it does not answer."""
    return {
        "database": (database_answers, _("The database does not answer.")),
        "cache": (cache_answers, _("The cache does not keep what it is given.")),
        "search": (finder.answers, _("The search does not answer.")),
        "tasks": (tasks_answer, _("The queue of background tasks does not answer.")),
    }


def state(check: Callable[[], bool], sentence: str) -> str:
    """ "ok", or the sentence; why, only the log may know."""
    try:
        return OK if check() else sentence
    except Exception:
        logger.exception(sentence)
        return sentence


def database_answers() -> bool:
    """The simplest question."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def cache_answers() -> bool:
    """It gives back what it was given."""
    caches["default"].set("readyz", OK, 30)
    return caches["default"].get("readyz") == OK


def tasks_answer() -> bool:
    """The queue can be read; tasks that run at once need none."""
    if isinstance(task_backends["default"], DatabaseBackend):
        DBTaskResult.objects.order_by("pk").only("pk").first()
    return True
