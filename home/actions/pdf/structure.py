"""Repairs of a written PDF: whole list items, and artifacts where the structure tree knows nothing."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from .artifacts import known_places, mark_unknown

IN_LIST_ITEMS = {"/Lbl", "/LBody"}


def tidied(data: bytes) -> bytes:
    """The same document with a sound structure."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for item in elements(pdf, "/LI"):
            wrap_body(pdf, item)
        known = known_places(pdf)
        for page in pdf.pages:
            mark_unknown(pdf, page, known)
        result = BytesIO()
        pdf.save(result, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return result.getvalue()


def elements(pdf: pikepdf.Pdf, role: str) -> list[Dictionary]:
    """All structure elements of this role."""
    found, todo = [], [pdf.Root.StructTreeRoot.K]
    while todo:
        node = todo.pop()
        if isinstance(node, Array):
            todo.extend(node)
        elif isinstance(node, Dictionary) and "/K" in node:
            todo.append(node.K)
            if node.get("/S") == role:
                found.append(node)
    return found


def wrap_body(pdf: pikepdf.Pdf, item: Dictionary) -> None:
    """Puts what a list item holds beside its label into one body."""
    kids = list(item.K)
    loose = [kid for kid in kids if not (isinstance(kid, Dictionary) and kid.get("/S") in IN_LIST_ITEMS)]
    if not loose:
        return
    body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, Pg=item.Pg, K=Array(loose)))
    for kid in loose:
        if isinstance(kid, Dictionary) and "/P" in kid:
            kid.P = body
    item.K = Array([*(kid for kid in kids if kid not in loose), body])
