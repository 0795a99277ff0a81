"""What a command line asks of the checks: the day, the profile, the rules."""

from journeymap.checks.levels import ALL, Checking
from journeymap.cli.console import Console
from journeymap.cli.options import UsageError, Values


def read_checking(values: Values, console: Console) -> Checking:
    """Return how to check, from the options that say so."""
    profile = values["profile"]
    return Checking(
        today=read_today(values["today"], console),
        profile=None if profile == "by-status" else profile,
        select=_read_names(values["select"], "--select"),
        ignore=_read_names(values["ignore"], "--ignore"),
    )


def read_today(written: str | None, console: Console) -> str:
    """Return the day that is given, else that of ``SOURCE_DATE_EPOCH``, else the clock's, all in UTC."""
    from datetime import UTC, date, datetime

    if written is not None:
        try:
            return date.fromisoformat(written).isoformat()
        except ValueError:
            raise UsageError(f"`{written}` is no day", "write it as 2026-10-01") from None
    epoch = console.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).date().isoformat()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH is `{epoch}`, which is no time", "it counts seconds since 1970"
        ) from None


def _read_names(written: str | None, option: str) -> frozenset[str]:
    """Return the rules and categories of a list with commas; a word that is neither is refused."""
    names = frozenset(word.strip() for word in (written or "").split(",") if word.strip())
    if names:
        from journeymap.cli.parsing import suggest
        from journeymap.rules import KNOWN

        known = {ALL, *KNOWN, *(fault.category for fault in KNOWN.values())}
        for name in sorted(names - known):
            raise UsageError(
                f"`{name}`, given to {option}, is neither a rule nor a category",
                *suggest(name, known),
                "`journeymap rule --all` lists them",
            )
    return names
