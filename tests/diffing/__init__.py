"""Tests of what is found, judged and said about changes."""
