"""Which fonts this machine has, for tests that need one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from journeymap.rendering.documents import typefaces, typesetting
from journeymap.rendering.documents.typesetting import installed_faces


def needs_families(*families: str) -> None:
    """Skip a test where a font is not installed; .ci/test installs them."""
    installed = {face.family for face in installed_faces()}
    lacking = [family for family in families if family not in installed]
    if lacking:
        pytest.skip(f"these fonts are not installed: {', '.join(lacking)}")


def font_file(family: str) -> Path:
    """Return the file of a family's regular face."""
    needs_families(family)
    faces = [face for face in installed_faces() if face.family == family and face.upright]
    return Path(min(faces, key=lambda face: (abs(face.stretch - 1), abs(face.weight - 400))).path)


@contextmanager
def only_fonts_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make a folder the only place with fonts."""
    import typst

    fonts = typst.Fonts(False, False, [folder])
    with monkeypatch.context() as patched:
        patched.setattr(typesetting, "_fonts", lambda: fonts)
        forget_fonts()
        yield
    forget_fonts()


def forget_fonts() -> None:
    """Forget which fonts there are."""
    for cache in (typesetting.installed_faces, typefaces._installed):
        cache.cache_clear()
