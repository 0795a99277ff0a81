"""Small repositories made with git itself, at times of the test's own choosing."""

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "Mira Muster",
    "GIT_AUTHOR_EMAIL": "mira@example.com",
    "GIT_COMMITTER_NAME": "Somebody Else",
    "GIT_COMMITTER_EMAIL": "else@example.com",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


class Repository:
    """A repository in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, when: str = "2026-10-01T12:00:00+0000", **environ: str) -> str:
        """Run git here and return what it prints."""
        surroundings = {
            **os.environ,
            **ENVIRONMENT,
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_DATE": when,
            **environ,
        }
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=surroundings,
            capture_output=True,
            check=True,
            timeout=60,
        )
        return done.stdout.decode()

    def commit(self, subject: str, files: dict[str, str | None], **options: str) -> str:
        """Write files, or remove those that are nothing, commit, and return the id."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "--message", subject, **options)
        return self.git("rev-parse", "HEAD").strip()
