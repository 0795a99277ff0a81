"""What version control knows of the files: read only when somebody asks for it."""

from journeymap.history.commits import Commit, History, NoHistory, read_history

__all__ = ["Commit", "History", "NoHistory", "read_history"]
