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
FORMS = HERE / "forms.json"


def orders():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=25)
    parser.add_argument("--seconds", type=int)
    parser.add_argument("--database-url")
    parser.add_argument("--out")
    return parser.parse_args()


def fuzz(server, asked, document, base, hooks, tally):
    """One run of the fuzzer; its words, or nothing when all of it held."""
    command = [sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()"]
    command += ["--config-file", str(HERE / "schemathesis.toml"), "run", str(document)]
    command += ["--url", server.origin + base, "--seed", str(asked.seed), "--no-color"]
    command += ["--max-examples", str(asked.examples), "--warnings", "off"]
    if asked.seconds:
        # Four fifths for the relay, the rest for the forms.
        command += ["--max-time", str(asked.seconds * (4 if document == DOCUMENT else 1) // 5)]
    else:
        command += ["--generation-deterministic"]
    env = os.environ | {
        "SCHEMATHESIS_HOOKS": hooks,
        "API_SEED": str(asked.seed),
        "API_ORIGIN": server.origin,
        "API_INVITE": server.invite,
        "API_TALLY": str(tally),
        "PYTHONPATH": str(HERE),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    ran = subprocess.run(command, cwd=tally.parent, env=env, capture_output=True)
    words = (ran.stdout + ran.stderr).decode(errors="replace")
    if ran.returncode and asked.out:
        pathlib.Path(asked.out + ".told").write_text(words)
    return [] if ran.returncode == 0 else [f"{words[-20_000:]}\nThe fuzzer ended with {ran.returncode}."]


def told(rows):
    """For each operation the answers that came, as meant, spoilt and otherwise."""
    statuses = {}
    for kind, label, status, *rest in rows:
        if kind == "status":
            how, count = rest
            by = statuses.setdefault(label, {}).setdefault(status, {"meant": 0, "spoilt": 0, "other": 0})
            by[how] += count
    return statuses


def everything(server, asked, tally):
    """The relay's document, then, where the program has a site, the forms of readers."""
    faults = fuzz(server, asked, DOCUMENT, "/relay/v1", "hooks", tally)
    rows = json.loads(tally.read_text()) if tally.exists() else []
    statuses = told(rows)
    faults += [f"{label}: nothing was ever accepted" for label in probes.unreached(statuses, DOCUMENT)]
    if probes.has_forms(server):
        faults += fuzz(server, asked, FORMS, "", "forms", tally)
        rows += json.loads(tally.read_text())
    else:
        print("  the forms of readers are left out: this program is built without the site")
    return faults + probes.raw(server) + probes.counts(server, DOCUMENT), rows


def main():
    asked = orders()
    with tempfile.TemporaryDirectory(prefix="kindhold-api-") as folder:
        folder = pathlib.Path(folder)
        with Server(asked.program, folder, asked.database_url) as server:
            faults, rows = everything(server, asked, folder / "tally.json")
        faults += server.left_behind()
        with Server(asked.program, folder / "limited", limits=True) as limited:
            faults += probes.slower(limited)
    for label, by in sorted(told(rows).items()):
        if 405 not in by or len(by) > 1:
            print(f"  {label}: " + ", ".join(f"{s} × {sum(how.values())}" for s, how in sorted(by.items())))
    if asked.out:
        pathlib.Path(asked.out).write_text(json.dumps(rows, indent=0))
    if faults:
        print("\n\n".join(faults))
        sys.exit(1)


if __name__ == "__main__":
    main()
