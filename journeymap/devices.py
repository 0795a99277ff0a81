"""Names that Windows keeps for devices: no file or folder there can have one, whatever its ending."""

from typing import Final

_PORTS: Final = tuple(f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³")
_DEVICES: Final = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$", *_PORTS))


def is_reserved(name: str) -> bool:
    """Return whether a name of a file or folder stands for a device, alone or before its first dot."""
    return name.split(".")[0].rstrip(" ").casefold() in _DEVICES
