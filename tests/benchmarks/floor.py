"""The floor under ``check``: every file of a folder read and held against its schema, and nothing else.

Run by the interpreter that the measured program is installed for.
"""

import sys
from pathlib import Path

from journeymap.schema import kind_of, validate
from journeymap.syntax import read_document


def main(folder: str) -> int:
    """Read and validate; 1 when a file departs from its schema."""
    found = 0
    for path in sorted(Path(folder).rglob("*.yaml")):
        document = read_document(str(path), path.read_bytes())
        kind, faults = kind_of(document)
        found += len(faults) + len(validate(document, kind or ""))
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
