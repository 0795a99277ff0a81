"""Journeymap against its peers: ``python -m tests.benchmarks`` measures ratios (see docs/benchmarks.md)."""
