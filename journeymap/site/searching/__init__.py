"""The search: what can be found, in one file that pages load when somebody asks, and the page for it."""
