# SPDX-License-Identifier: Apache-2.0
"""What the fuzzer cannot send or see by itself."""
import http.client
import json
import re

import requests

CROOKED = ["%ff", "%C3%28", "%00", "a%2f..%2f..%2fsetting", "..%2f..%2finfo", "%", "%zz", "0" * 9000]


def raw(server):
    """Paths as no library sends them: refused as any other, in the same form."""
    faults, place = [], server.origin.split("//")[1]
    for path in CROOKED:
        for route in ("doors", "mailboxes"):
            line = http.client.HTTPConnection(place, timeout=20)
            line.putrequest("GET", f"/relay/v1/{route}/{path}", skip_host=False)
            line.endheaders()
            answer = line.getresponse()
            kind = answer.getheader("content-type")
            if answer.status not in (400, 404) or kind != "application/problem+json":
                faults.append(f"GET {route}/{path[:20]}: {answer.status}, {kind}")
            line.close()
    return faults


def has_forms(server):
    """Whether the program has the site that readers' forms belong to."""
    return requests.get(server.origin + "/questions/en/delete/", timeout=20).status_code == 200


def counts(server, document):
    """The counts name routes of the document and statuses, and nothing that was sent."""
    routes = {"/relay/v1" + path for path in json.loads(document.read_text())["paths"]} | {"/healthz"}
    faults, text = [], requests.get(server.metrics, timeout=20).text
    for route in re.findall(r'route="([^"]*)"', text):
        if route not in routes:
            faults.append(f"the counts name {route[:100]}")
    if re.search(r"[0-9a-f]{32}|127\.0\.0\.1", text):
        faults.append("the counts hold something that was sent")
    if 'status="5' in text:
        faults.append("the counts know of an answer of 500 and more")
    health = requests.get(server.origin + "/healthz", timeout=20)
    if health.status_code != 200:
        faults.append(f"/healthz: {health.status_code}")
    return faults


def slower(server):
    """Whoever asks too often is told so, in the form of the document."""
    session = requests.Session()
    for _ in range(1500):
        answer = session.get(server.origin + "/relay/v1/info", timeout=20)
        if answer.status_code != 200:
            break
    fit = answer.status_code == 429 and answer.headers.get("retry-after") and answer.headers["kindhold-refusal"]
    kind = answer.headers["content-type"]
    if fit != "slower" or kind != "application/problem+json":
        return [f"1500 requests at once end with {answer.status_code}, {dict(answer.headers)}"]
    return []


def unreached(statuses, document):
    """Operations of the document that were never done."""
    for path, methods in json.loads(document.read_text())["paths"].items():
        for method in methods:
            label = f"{method.upper()} {path}"
            if not any(200 <= int(status) < 300 for status in statuses.get(label, {})):
                yield label
