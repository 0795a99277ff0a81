"""The steps of the action, one word each: ``python -I .ci/action check``, then compare, comment, verdict."""

import sys

import checking
import commenting
import comparing
import verdict
from surroundings import read_run

STEPS = {
    "check": checking.check,
    "compare": comparing.compare,
    "comment": commenting.comment,
    "verdict": verdict.judge,
}

if __name__ == "__main__":
    sys.exit(STEPS[sys.argv[1]](read_run()))
