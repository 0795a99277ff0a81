"""The security policy of a page that carries all it needs within: nothing else may load or run."""

import base64
from hashlib import sha256


def embedded_policy(style: str, script: str = "") -> str:
    """Return the policy of a page with this style, and this script if it has one, and none other."""
    scripts = f"script-src '{_digest(script)}'; " if script else ""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; {scripts}"
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
