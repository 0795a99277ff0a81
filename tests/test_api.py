"""The public names: all there, each loaded when it is asked for."""

import importlib
import subprocess
import sys

import pytest

import journeymap
from tests.conftest import ROOT


@pytest.mark.parametrize("name", journeymap.__all__)
def test_public_name_is_there(name: str) -> None:
    """Every name in ``__all__`` can be had from the package, and is listed by ``dir``."""
    assert getattr(journeymap, name) is not None
    assert name in dir(journeymap)


def test_names_are_listed_once_and_in_one_place() -> None:
    """What is exported is what the table of homes says, and the home has it under the same name."""
    homes = journeymap._HOMES
    assert set(journeymap.__all__) == {*homes, "__version__"}
    for name, home in homes.items():
        assert getattr(importlib.import_module(home), name) is getattr(journeymap, name)


def test_unknown_name_is_an_attribute_error() -> None:
    """A name that is not public is refused as Python does."""
    with pytest.raises(AttributeError, match="`no_such_name`"):
        journeymap.no_such_name  # noqa: B018


def test_import_is_free() -> None:
    """Importing the package loads no other module."""
    code = "import sys; before = set(sys.modules); import journeymap; print(set(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "{'journeymap'}\n"
