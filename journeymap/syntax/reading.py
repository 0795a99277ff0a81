"""The loader's pipeline: bytes to a document, whatever the bytes are."""

from journeymap.diagnostics import Diagnostic
from journeymap.source import SourceFile
from journeymap.syntax.decoding import decode_text
from journeymap.syntax.document import Document
from journeymap.syntax.faults import EMPTY_FILE, FIRST_LINE, INTERNAL_ERROR
from journeymap.syntax.framing import check_frame, mask_directive
from journeymap.syntax.limits import Limits

DEFAULT_LIMITS = Limits()


def read_document(path: str, content: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Return what a file says and what is wrong with it; no exception leaves."""
    try:
        return _read(path, content, limits)
    except Exception as error:  # the one boundary: a bug here is a finding of the file, not a traceback
        source = SourceFile(path, content[:2_000].decode("utf-8", "replace"))
        return Document(source, diagnostics=(_find_internal_error(source, error),))


def _read(path: str, content: bytes, limits: Limits) -> Document:
    source, diagnostics = decode_text(path, content, limits)
    diagnostics = diagnostics or check_frame(source)
    if diagnostics:
        return Document(source, diagnostics=diagnostics)

    # The YAML library is imported with the first file that needs it.
    from journeymap.syntax.quick_import import import_yaml

    import_yaml()
    from journeymap.syntax.composing import MappingNode, Stumble, compose_nodes
    from journeymap.syntax.constructing import construct_values
    from journeymap.syntax.refusing import find_refused

    root = compose_nodes(mask_directive(source.text), limits)
    if isinstance(root, Stumble):
        from journeymap.syntax.explaining import explain_stumble

        return Document(source, diagnostics=(explain_stumble(source, root, limits),))
    if root is None:
        return Document(source, diagnostics=(_find_nothing(source),))
    if not isinstance(root, MappingNode):
        from journeymap.syntax.explaining import explain_root

        return Document(source, diagnostics=(explain_root(source, root),))
    refused = find_refused(root, source, limits)
    if refused:
        return Document(source, diagnostics=refused)
    values = construct_values(root, source, limits)
    data = values.data if values.usable else None
    return Document(source, data, values.diagnostics, limits=limits)


def _find_nothing(source: SourceFile) -> Diagnostic:
    return EMPTY_FILE.found(
        "the file holds nothing but blank lines and comments" if source.text.strip() else "the file is empty",
        source.span(0, 0),
        help=(FIRST_LINE,),
    )


def _find_internal_error(source: SourceFile, error: Exception) -> Diagnostic:
    name = type(error).__name__
    return INTERNAL_ERROR.found(
        f"the file could not be read because the program failed ({name})",
        source.span(0, 0),
        help=("this is a bug in journeymap; please report it with the file",),
        args=(name,),
    )
