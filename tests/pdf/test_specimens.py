"""The demo's PDFs and ten hard cases: the structure check always, veraPDF where its engine is (make test-services)."""

import os
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from .points import failures
from .specimens import HARD_CASES
from .tree import Tree

# One worker makes them for all these tests.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("specimens")]
PROFILES = ("PDFUA-1", "PDFA-3A")
RUNNER = Path(__file__).parent / "VeraPdf.java"


@pytest.mark.parametrize("name", HARD_CASES)
def test_a_hard_case_is_accessible(specimens, name):
    assert failures(specimens[name]) == []


def test_every_pdf_of_the_demo_is_accessible(specimens):
    demo = {name: failures(data) for name, data in specimens.items() if name.startswith("demo ")}
    assert len(demo) >= 20
    assert {name: found for name, found in demo.items() if found} == {}


def test_every_collection_of_the_demo_is_accessible(specimens):
    collections = {name: failures(data) for name, data in specimens.items() if name.startswith("collection ")}
    assert len(collections) >= 3
    assert {name: found for name, found in collections.items() if found} == {}


def test_phrases_keep_their_language(specimens):
    tree = Tree(pikepdf.open(BytesIO(specimens["right-to-left phrase"])))
    assert {"ar", "en"} <= {str(node.element.Lang) for node in tree.nodes if "/Lang" in node.element}


@pytest.mark.skipif("VERAPDF_JAR" not in os.environ, reason="needs veraPDF (make test-services)")
def test_verapdf_finds_nothing(specimens, tmp_path):
    files = []
    for name, data in specimens.items():
        files.append(tmp_path / f"{name.replace(' ', '-')}.pdf")
        files[-1].write_bytes(data)
    command = ["java", "-cp", os.environ["VERAPDF_JAR"], RUNNER, ",".join(PROFILES), *files]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert [line for line in lines if not line.startswith("PASS")] == []
    assert len(lines) == len(PROFILES) * len(files)
