"""Images and documents. Originals lie in private storage; only renditions have a public address."""

from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Filter
from wagtail.images.models import Image as WagtailImage


class Picture(AbstractImage):
    """A picture with its credit. The default alternative text is Wagtail's `description`."""

    credit = models.CharField(_("credit"), max_length=160, blank=True, help_text=_("Who made the picture."))

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def get_rendition(self, filter: Filter | str) -> "Rendition":  # noqa: A002 (named so by Wagtail)
        """As Wagtail's, which writes what it found into the cache at every request: a file each on disk."""
        wanted = self.clean_filter_for_svg(Filter(spec=filter) if isinstance(filter, str) else filter)
        if self._get_prefetched_renditions() is not None:
            found = self.find_existing_renditions(wanted).get(wanted)
        else:
            key = Rendition.construct_cache_key(self, wanted.get_cache_key(self), wanted.spec)
            found = Rendition.cache_backend.get(key)
            found = found or self.load_renditions(wanted)
        if found is None:
            return super().get_rendition(wanted)
        found.image = self
        return found

    def load_renditions(self, wanted: Filter) -> "Rendition | None":
        """The wanted copy; all are read and cached at once, for a picture is mostly shown in several sizes."""
        self.prefetched_renditions = list(self.renditions.all())
        keys = {
            Rendition.construct_cache_key(self, copy.focal_point_key, copy.filter_spec): copy
            for copy in self.prefetched_renditions
        }
        Rendition.cache_backend.set_many(keys)
        return self.find_existing_renditions(wanted).get(wanted)


class Rendition(AbstractRendition):
    """A resized copy. Its folder cannot be guessed, so a picture of a draft cannot be found by its name."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = [("image", "filter_spec", "focal_point_key")]

    def get_upload_to(self, filename: str) -> str:
        """`images/<keyed hash>/<file name>`."""
        secret = salted_hmac("media.rendition", f"{self.image_id}/{filename}").hexdigest()[:20]
        return f"images/{secret}/{self.file.field.storage.get_valid_name(filename)}"


class File(AbstractDocument):
    """A file to download. Who may read it: access.py."""

    admin_form_fields = WagtailDocument.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
