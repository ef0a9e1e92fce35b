"""The editor learns to mark phrases in other languages."""

from wagtail import hooks
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature
from wagtail.rich_text.feature_registry import FeatureRegistry

from .phrases import PHRASE_LANGUAGES, PhraseLanguage


@hooks.register("register_rich_text_features")
def phrases_in_other_languages(features: FeatureRegistry) -> None:
    """One button a language."""
    for language in PHRASE_LANGUAGES:
        register(features, language)


def register(features: FeatureRegistry, language: PhraseLanguage) -> None:
    """A button that marks text as being in this language, kept as `<span lang="…">`."""
    style = f"LANGUAGE_{language.code.upper()}"
    look = {"borderBlockEnd": "2px dotted currentColor"}
    button = {"type": style, "label": language.code.upper(), "description": language.name, "style": look}
    features.register_editor_plugin("draftail", language.feature, InlineStyleFeature(button))
    features.register_converter_rule(
        "contentstate",
        language.feature,
        {
            "from_database_format": {f'span[lang="{language.code}"]': InlineStyleElementHandler(style)},
            "to_database_format": {"style_map": {style: {"element": "span", "props": language.attributes}}},
        },
    )
