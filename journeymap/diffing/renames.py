"""The ids that changed by declaration, so that what refers to them can be compared as if it had followed."""

from collections.abc import Mapping

from journeymap.named_tuples import NamedTuple


class Renames(NamedTuple):
    """Old ids → new ones: of journeys, personas and library entries by kind, of pieces by journey.

    ``parts`` goes by the journey's id on the later side.
    """

    shared: Mapping[tuple[str, str], str]
    parts: Mapping[str, Mapping[tuple[str, str], str]]

    def follow(self, ref: str, name: str, journey: str = "") -> str:
        """Return what a reference of the earlier side is called on the later one.

        ``ref`` is the kind of what it names; ``item`` and ``kpi`` are addresses within a journey.
        """
        if not name or not ref:
            return name
        if ref == "kpi":
            return self._follow_kpi(name, journey)
        if ref == "item":
            home, hash, id = name.rpartition("#")
            home = self.shared.get(("journey", home), home)
            return f"{home}{hash}{self._part('item', id, home or journey)}"
        if ref == "persona":
            name = self._part("persona", name, journey)
        return self.shared.get((ref, name), name)

    def _follow_kpi(self, name: str, journey: str) -> str:
        home, hash, rest = name.rpartition("#")
        owner, slash, id = rest.rpartition("/")
        home = self.shared.get(("journey", home), home)
        inside = home or journey
        renamed = self._part("item", owner, inside)
        if hash or renamed != owner or (f"kpi/{owner}", id) in self.parts.get(inside, {}):
            return f"{home}{hash}{renamed}{slash}{self._part(f'kpi/{owner}', id, inside)}"
        # The owner may be a journey, whose own KPIs live in a space of their own.
        whole = self.shared.get(("journey", owner), owner)
        return f"{whole}{slash}{self._part('kpi/', id, whole)}" if whole in self.parts else name

    def _part(self, space: str, id: str, journey: str) -> str:
        return self.parts.get(journey, {}).get((space, id), id)
