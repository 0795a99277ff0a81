"""One file as plain values, with exact places on demand.

Values carry no positions; a place is asked for by pointer. The nodes that know the offsets are
composed again from the text on the first question, so that a thousand clean files hold no node tree.
"""

from functools import cached_property
from typing import Any

from journeymap.diagnostics import Diagnostic
from journeymap.source import Pointer, SourceFile, Span
from journeymap.syntax.limits import Limits


class Document:
    """What was read from one file. Treat as frozen.

    ``data`` is made of dicts with text keys, lists, texts, numbers, booleans and None. A document is
    broken when there is no data to go on with; without being broken it may still carry errors.
    """

    def __init__(
        self,
        source: SourceFile,
        data: Any = None,
        diagnostics: tuple[Diagnostic, ...] = (),
        *,
        limits: Limits | None = None,
    ) -> None:
        self.source = source
        self.data = data
        self.diagnostics = diagnostics
        # Limits are given only where the text composes and holds no alias.
        self._limits = limits

    @property
    def broken(self) -> bool:
        """Whether there are no values to go on with."""
        return self.data is None

    def span(self, pointer: Pointer) -> Span:
        """Return the place to show for a value.

        A scalar or a bracketed collection is shown whole, a block of lines by its key, or by its first
        entry where it has no key. A pointer to nothing stands for its nearest parent.
        """
        from journeymap.syntax.locating import show

        found = self._find(pointer)
        return self.source.span(*show(self.source.text, found)) if found else self.source.span(0, 0)

    def key_span(self, pointer: Pointer) -> Span:
        """Return the place of a value's key; where it has none, the place of the value."""
        found = self._find(pointer)
        if found is None or found.key is None:
            return self.span(pointer)
        return self.source.span(found.key.start_mark.index, found.key.end_mark.index)

    def value_span(self, pointer: Pointer) -> Span:
        """Return the whole of a value up to the end of its last leaf."""
        from journeymap.syntax.locating import measure

        found = self._find(pointer)
        if found is None or found.is_empty:
            return self.span(pointer)
        return self.source.span(*measure(self.source.text, found.node))

    def raw(self, pointer: Pointer) -> str:
        """Return a scalar as the user wrote it, quotes included; empty for anything else."""
        from journeymap.syntax.locating import measure

        found = self._find(pointer)
        if found is None or not found.exact or not found.is_scalar:
            return ""
        start, end = measure(self.source.text, found.node)
        return self.source.text[start:end]

    def is_plain(self, pointer: Pointer) -> bool:
        """Whether a value is a scalar without quotes; nothing at all counts as one."""
        found = self._find(pointer)
        return found is not None and found.exact and found.is_scalar and not found.node.style

    def is_flow(self, pointer: Pointer) -> bool:
        """Whether a value is a bracketed collection, or a scalar that stands directly in one."""
        found = self._find(pointer)
        if found is None or not found.exact:
            return False
        collection = found.parent if found.is_scalar else found.node
        return bool(collection is not None and collection.flow_style)

    @cached_property
    def root(self) -> Any:
        """The root node, composed again from the text; None where the text cannot be composed."""
        from journeymap.syntax.composing import compose_nodes
        from journeymap.syntax.framing import mask_directive

        return None if self._limits is None else compose_nodes(mask_directive(self.source.text), self._limits)

    def _find(self, pointer: Pointer) -> Any:
        from journeymap.syntax.locating import find_node

        return None if self.root is None else find_node(self.root, pointer)
