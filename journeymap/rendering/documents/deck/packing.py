"""The packet that an Office file is: the same parts give the same bytes, whenever and wherever packed."""

import io
import zipfile

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip file can hold."""

CONTENTS = "[Content_Types].xml"


def repack(packet: bytes) -> bytes:
    """Return a zip file with its parts in order and without the time they were written."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packet)) as before, zipfile.ZipFile(output, "w") as after:
        for name in sorted(before.namelist(), key=lambda name: (name != CONTENTS, name)):
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            after.writestr(entry, before.read(name), compresslevel=6)
    return output.getvalue()
