"""The front page: what there is, at a glance."""
