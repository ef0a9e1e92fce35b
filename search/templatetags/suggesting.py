"""What suggestions below a search field are called, for templates."""

import json

from django.template import Library

from ..suggestions import types

register = Library()


@register.simple_tag
def suggestion_types() -> str:
    """Every type of suggestion with its word, as the script reads them."""
    return json.dumps(types(), ensure_ascii=False)
