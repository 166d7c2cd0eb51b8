# SPDX-License-Identifier: Apache-2.0
"""Between the fuzzer and the relay: most requests of the fuzzing phases are made to mean something, some of them are
then spoilt a little, and what comes back is held against what has to come."""
import atexit
import json
import os
import random
import re
from collections import Counter

import schemathesis

from model import World
from plans import PLANS, Plan
from signing import Line, settle

CHANCE = random.Random(int(os.environ["API_SEED"]))
LINE = Line(os.environ["API_ORIGIN"])
WORLD = World(CHANCE, os.environ["API_INVITE"].encode())
PLANNED = {}
TALLY = Counter()
LENGTHS = {"POST /challenge": 40, "POST /session": 68}
GUARDS = ("content-security-policy", "x-content-type-options", "referrer-policy", "cache-control")
SECURED = {"DELETE /vault"} | {f"GET /{name}" for name in ("state", "account", "devices", "grant")}
SECURED |= {"PUT /account", "POST /push", "POST /purge", "POST /pull"}
ALWAYS_THERE = "0" * 30 + "aa"


class Spare:
    """A vault that no plan knows, for requests that the fuzzer makes up: they may end it."""

    vault = None

    @classmethod
    def header(cls):
        if cls.vault is None:
            settle(WORLD, LINE)
            cls.vault = WORLD.vaults.pop()
        return LINE.header(cls.vault, next(iter(cls.vault.people.values())))


@schemathesis.hook
def before_call(context, case, kwargs):
    phase = case.meta.phase.name.name.lower() if case.meta else "other"
    make = PLANS.get(case.operation.label)
    TALLY[("phase", case.operation.label, phase)] += 1
    never_wait(case)
    if not make or phase != "fuzzing" or CHANCE.random() < 0.1:
        return made_up(case)
    plan = make(WORLD, LINE)
    if plan.body and CHANCE.random() < 0.2 and len(plan.body) < 100_000:
        plan = spoilt(plan)
    send(case, plan)
    PLANNED[case.id] = plan


def made_up(case):
    """What the fuzzer thinks of by itself, mostly by somebody who has signed in."""
    about = getattr(case.meta.phase.data, "parameter", None) if case.meta else None
    if case.operation.label in SECURED and about != "Authorization" and CHANCE.random() < 0.7:
        sign(case, Spare.header())


def sign(case, header):
    case.headers = {k: v for k, v in (case.headers or {}).items() if k.lower() != "authorization"}
    case._has_explicit_auth = header is not None
    if header:
        case.headers["Authorization"] = header


def send(case, plan):
    case.headers = dict(case.headers or {}) | plan.headers
    sign(case, plan.authorization)
    if plan.path:
        case.path_parameters = dict(plan.path)
    case.query = {}
    if plan.body is not None:
        case.body = plan.body


def spoilt(plan):
    """The same with a bit, a length or an end that is wrong. It may still be right: then the vault is let go."""
    body, at = bytearray(plan.body), CHANCE.randrange(len(plan.body))
    kind = CHANCE.choice(["bit", "cut", "more", "length", "twice"])
    if kind == "bit":
        body[at] ^= 1 << CHANCE.randrange(8)
    if kind == "cut":
        del body[at:]
    if kind == "more":
        body += CHANCE.randbytes(CHANCE.randrange(1, 40))
    if kind == "length":
        body[at : at + 4] = CHANCE.choice([b"\xff" * 4, b"\x00" * 4, b"\x7f\xff\xff\xff", b"\x00\x01\x00\x00"])
    if kind == "twice":
        body += body[at:]
    vault = WORLD.last

    def then():
        if vault in WORLD.vaults:
            WORLD.vaults.remove(vault)

    return Plan((), plan.authorization, plan.headers, plan.path, plan.query, bytes(body), then=then)


def never_wait(case):
    """A mailbox that is waited for has something in it: nobody sits here for 55 seconds."""
    waits = str((case.query or {}).get("wait", ""))
    if case.operation.label == "GET /mailboxes/{id}" and re.fullmatch(r"\+?[0-9]+", waits) and int(waits) > 0:
        case.path_parameters = {"id": ALWAYS_THERE}
        LINE.session.put(f"{LINE.base}/mailboxes/{ALWAYS_THERE}", data=b"there", timeout=30)


@schemathesis.hook
def after_call(context, case, response):
    plan = PLANNED.get(case.id)
    if plan and response.request.headers.get("Authorization") != plan.authorization:
        # The fuzzer had set out to leave it away.
        plan = PLANNED.pop(case.id) and None
    how = "other" if plan is None else "meant" if plan.wants else "spoilt"
    method = response.request.method
    label = f"{method} {case.operation.path}"
    TALLY[("status", label, response.status_code, how)] += 1
    if plan and 200 <= response.status_code < 300:
        plan.then()
    if method in ("PUT", "DELETE") and how != "meant":
        # The fuzzer remembers names that it has met, and may have changed what lies there.
        WORLD.mailboxes.pop(response.request.url.rsplit("/", 1)[-1], None)
    if not plan and (method, response.status_code) == ("DELETE", 204) and case.operation.label in SECURED:
        Spare.vault = None


@schemathesis.check
def comes_as_meant(ctx, response, case):
    """What a request means decides what comes back, to the byte."""
    plan = PLANNED.get(case.id)
    came = (response.status_code, one(response, "kindhold-refusal"))
    if case.method.upper() == response.request.method and response.status_code == 200:
        length = LENGTHS.get(case.operation.label)
        assert length in (None, len(response.content)), f"{len(response.content)} bytes came, not {length}"
    if plan is None or not plan.wants:
        return
    assert came in plan.wants, f"{came} came where {plan.wants} has to come"
    if plan.answer is not None and response.status_code == 200:
        assert response.content == plan.answer, "the answer holds something else than was put there"


@schemathesis.check
def refuses_in_one_way(ctx, response, case):
    """Every refusal names itself three times alike; every answer carries the headers that guard it."""
    for name in GUARDS:
        assert one(response, name), f"{name} is missing from {response.status_code}"
    assert one(response, "cache-control") == "no-store", "an answer of the relay may be kept by a cache"
    if response.status_code < 400 or response.request.method == "HEAD":
        return
    told, refusal = json.loads(response.content), one(response, "kindhold-refusal")
    assert told["type"] == f"urn:kindhold:refusal:{refusal}" and told["status"] == response.status_code
    if response.status_code == 401:
        assert one(response, "www-authenticate"), "401 says not how to sign in (RFC 9110, 11.6.1)"
    if response.status_code in (429, 503):
        assert one(response, "retry-after"), "it does not say when to come again"


def one(response, name):
    return (response.headers.get(name) or [None])[0]


@atexit.register
def keep():
    rows = [[*key, count] for key, count in sorted(TALLY.items(), key=str)]
    with open(os.environ["API_TALLY"], "w") as file:
        json.dump(rows, file)
