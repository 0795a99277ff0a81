"""Fixes applied to texts, and held to what they promise before anybody's file is touched.

Owns which fixes go together and which are refused. Knows nothing of files on disk: what the texts amount
to is asked of a function.
"""

from journeymap.fixing.applying import Choice, Fixed, apply_fixes
from journeymap.fixing.rounds import Fixing, fix_rounds
from journeymap.fixing.verdict import Checked

__all__ = ["Checked", "Choice", "Fixed", "Fixing", "apply_fixes", "fix_rounds"]
