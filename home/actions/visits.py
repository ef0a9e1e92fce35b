"""From an address below an article to the article, with the same questions at the door as for the article itself."""

from collections.abc import Callable, Iterable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail import hooks

from home.page.models import BasePage
from home.page.refusals import NothingThere

SAFE = ("GET", "HEAD")

ArticleView = Callable[[HttpRequest, BasePage], HttpResponse]


def of_an_article(methods: Iterable[str] = SAFE) -> Callable[[ArticleView], Callable[..., HttpResponse]]:
    """Makes a view of a path: finds the live article and lets in only those who may read it."""

    def decorate(view: ArticleView) -> Callable[..., HttpResponse]:
        def serve(page: BasePage, request: HttpRequest, args: list, kwargs: dict) -> HttpResponse:
            return view(request, page)

        @require_http_methods(list(methods))
        @wraps(view)
        def visit(request: HttpRequest, path: str) -> HttpResponse:
            return served(article_at(request, path), request, serve)

        return visit

    return decorate


def article_at(request: HttpRequest, path: str) -> BasePage:
    """The live article at this path; else there is nothing."""
    page = BasePage.find_for_request(request, path)
    if page is None or not page.is_article:
        raise NothingThere(_("There is no article at this address."))
    return page


def served(page: BasePage, request: HttpRequest, serve: Callable[..., HttpResponse]) -> HttpResponse:
    """Asks everybody whom Wagtail asks before it shows the page itself, e.g. about view restrictions."""
    for hook in reversed(hooks.get_hooks("on_serve_page")):
        serve = hook(serve)
    for hook in hooks.get_hooks("before_serve_page"):
        answer = hook(page, request, [], {})
        if isinstance(answer, HttpResponse):
            return answer
    return serve(page, request, [], {})
