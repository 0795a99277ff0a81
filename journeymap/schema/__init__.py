"""The exact form of the language: which kind a file is, and how it departs from that kind's schema.

Owns the one door to the JSON Schema validators and the words for what they find. Knows nothing of
what refers to what: that is the builder's.
"""

from journeymap.schema.kinds import KINDS, kind_by_name, kind_of
from journeymap.schema.validating import validate

__all__ = ["KINDS", "kind_by_name", "kind_of", "validate"]
