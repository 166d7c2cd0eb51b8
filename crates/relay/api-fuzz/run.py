# SPDX-License-Identifier: Apache-2.0
"""Lets a fuzzer at a relay that really runs.

    run.py PROGRAM [--seed N] [--examples N] [--seconds N] [--database-url URL] [--out FILE]
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import probes
from server import Server

HERE = pathlib.Path(__file__).parent
DOCUMENT = HERE.parent / "src/openapi.json"


def orders():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=25)
    parser.add_argument("--seconds", type=int)
    parser.add_argument("--database-url")
    parser.add_argument("--out")
    return parser.parse_args()


def fuzz(server, asked, tally):
    """One run of the fuzzer; its words, or nothing when all of it held."""
    command = [sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()", "run", str(DOCUMENT)]
    command += ["--url", f"{server.origin}/relay/v1", "--seed", str(asked.seed), "--no-color"]
    command += ["--max-examples", str(asked.examples), "--warnings", "off"]
    if asked.seconds:
        command += ["--max-time", str(asked.seconds)]
    else:
        command += ["--generation-deterministic"]
    env = os.environ | {
        "API_SEED": str(asked.seed),
        "API_ORIGIN": server.origin,
        "API_INVITE": server.invite,
        "API_TALLY": str(tally),
        "PYTHONPATH": str(HERE),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    ran = subprocess.run(command, cwd=HERE, env=env, capture_output=True, text=True)
    return "" if ran.returncode == 0 else ran.stdout + ran.stderr


def told(rows):
    """For each operation the answers that came, as meant, spoilt and otherwise."""
    statuses = {}
    for kind, label, status, *rest in rows:
        if kind == "status":
            how, count = rest
            by = statuses.setdefault(label, {}).setdefault(status, {"meant": 0, "spoilt": 0, "other": 0})
            by[how] += count
    return statuses


def main():
    asked = orders()
    with tempfile.TemporaryDirectory(prefix="kindhold-api-") as folder:
        tally = pathlib.Path(folder) / "tally.json"
        with Server(asked.program, pathlib.Path(folder), asked.database_url) as server:
            fault = fuzz(server, asked, tally)
            faults = [fault] if fault else []
            faults += probes.raw(server) + probes.counts(server, DOCUMENT)
        faults += server.left_behind()
        with Server(asked.program, pathlib.Path(folder) / "limited", limits=True) as server:
            faults += probes.slower(server)
        rows = json.loads(tally.read_text()) if tally.exists() else []
    statuses = told(rows)
    for label, by in sorted(statuses.items()):
        print(f"  {label}: " + ", ".join(f"{s} × {sum(how.values())}" for s, how in sorted(by.items())))
    faults += [f"{label}: nothing was ever accepted" for label in probes.unreached(statuses, DOCUMENT)]
    if asked.out:
        pathlib.Path(asked.out).write_text(json.dumps({"rows": rows}, indent=1))
    if faults:
        print("\n\n".join(faults))
        sys.exit(1)


if __name__ == "__main__":
    main()
