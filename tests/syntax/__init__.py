"""Tests of the loader: hostile bytes, the YAML profile, exact places, errors in words."""
