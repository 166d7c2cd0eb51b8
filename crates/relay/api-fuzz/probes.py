# SPDX-License-Identifier: Apache-2.0
"""What the fuzzer cannot send or see by itself."""
import http.client
import json
import re
import socket

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
    """Whoever asks too often is told so, in the form of the document. All of it goes out at once: a slow machine would
    otherwise ask slowly enough."""
    host, port = server.origin.split("//")[1].split(":")
    asked = b"GET /relay/v1/info HTTP/1.1\r\nhost: here\r\n\r\n"
    came = b""
    with socket.create_connection((host, int(port)), timeout=60) as line:
        line.sendall(asked * 900)
        while b" 429 " not in came or not came.split(b" 429 ", 1)[1].count(b"\r\n\r\n"):
            more = line.recv(1 << 16)
            if not more:
                return ["900 requests at once are all answered"]
            came = came[-20_000:] + more
    head = came.split(b" 429 ", 1)[1].split(b"\r\n\r\n")[0].lower()
    wanted = (b"retry-after: 5", b"kindhold-refusal: slower", b"content-type: application/problem+json")
    return [f"429 comes without {name}" for name in wanted if name not in head]


def unreached(statuses, document):
    """Operations of the document that were never done."""
    for path, methods in json.loads(document.read_text())["paths"].items():
        for method in methods:
            label = f"{method.upper()} {path}"
            if not any(200 <= int(status) < 300 for status in statuses.get(label, {})):
                yield label
