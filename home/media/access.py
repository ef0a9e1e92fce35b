"""Who may read an original document: everybody once a live, public page offers it; before that, editors."""

from django.apps import apps
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import ReferenceIndex

from .models import File


def may_read(user: AbstractBaseUser | AnonymousUser, document: File) -> bool:
    """Whether the file may be handed out to this user."""
    return user.has_perm("wagtailadmin.access_admin") or is_public(document)


def is_public(document: File) -> bool:
    """Whether at least one page that readers see without view restriction refers to the document."""
    return named_by_pages(document).public().exists()


def named_by_pages(document: File) -> QuerySet:
    """The pages that readers see and that refer to the document, in the version they see."""
    page_model = apps.get_model("page.BasePage")
    kept = apps.get_model("workflow.Withdrawal").objects.readable()
    uses = apps.get_model("workflow.Use").objects.filter(target=f"{document._meta.label_lower}:{document.pk}")
    references = ReferenceIndex.get_references_to(document).filter(
        base_content_type=ContentType.objects.get_for_model(page_model)
    )
    live = Q(pk__in=list(references.values_list("object_id", flat=True)), live=True)
    return page_model.objects.filter(live | Q(pk__in=uses.filter(revision__in=kept.values("revision")).values("page")))
