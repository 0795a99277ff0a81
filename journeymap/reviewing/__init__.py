"""What the reviewer sees: a review as text, as a comment, as data, as a page, as a picture."""

from journeymap.reviewing.dossier import Dossier, Located, Options, open_dossier
from journeymap.reviewing.formats import REVIEWS

__all__ = ["REVIEWS", "Dossier", "Located", "Options", "open_dossier"]
