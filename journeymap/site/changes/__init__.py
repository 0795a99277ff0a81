"""What changed when, and what is to come: from the files themselves, and from git where asked for."""
