"""Measure everything, say what was found, and write docs/benchmarks.md."""

import argparse
import sys

from tests.benchmarks.blocks import BLOCKS, measure_block, measure_hostile, work_folder
from tests.benchmarks.peers import Peers, say
from tests.benchmarks.report import hostile_table, ratio_table, write_report
from tests.benchmarks.timing import RunFailedError
from tests.conftest import ROOT


def main() -> int:
    """Run the chosen blocks; 1 when a target was missed or a peer failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", metavar="WORD", help="measure the blocks whose name holds the word")
    parser.add_argument(
        "--installed", action="store_true", help="take peers and checkout as installed before"
    )
    options = parser.parse_args()
    folder, peers = work_folder(), Peers()
    try:
        if not options.installed:
            peers.install()
        rows = []
        for block in BLOCKS:
            if options.only is None or options.only in block.work:
                say(f"measuring {block.work}")
                found = measure_block(block, peers, folder)
                print("".join(ratio_table(found)))
                rows += found
        hostile = []
        if options.only is None or options.only in "hostile":
            say("measuring hostile files")
            hostile = measure_hostile(peers, folder)
            print("".join(hostile_table(hostile)))
    except RunFailedError as failure:
        print(f"the run failed: {failure}", file=sys.stderr)
        return 1
    if options.only is None:
        write_report(ROOT / "docs" / "benchmarks.md", rows, hostile)
        say("wrote docs/benchmarks.md")
    met = all(row.is_met for row in rows) and all(row.is_met for row in hostile)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
