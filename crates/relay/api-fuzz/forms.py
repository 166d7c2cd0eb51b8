# SPDX-License-Identifier: Apache-2.0
"""The forms in which readers leave questions: filled in as a person would, or by chance; what comes is a page that
holds nothing as markup that was sent."""
import atexit
import json
import os
import random
import re
import time
from collections import Counter

import requests
import schemathesis

CHANCE = random.Random(int(os.environ["API_SEED"]))
ORIGIN = os.environ["API_ORIGIN"]
SESSION = requests.Session()
ASK = "POST /questions/{tag}/{collection}/{id}/"
TAKE_BACK = "POST /questions/{tag}/delete/"
ARTICLE = ORIGIN + "/questions/en/library/why-it-hides/"
MARKUP = '<b id="sent">&"\'</b>'
GUARDS = ("content-security-policy", "x-content-type-options", "referrer-policy", "cache-control")
TALLY, MEANT, CODES = Counter(), {}, []


class Stamp:
    """A form's mark, fetched anew each hour, and old enough to be taken."""

    value, since = "", 0.0

    @classmethod
    def get(cls):
        if time.monotonic() - cls.since > 3600 or not cls.value:
            page = SESSION.get(ARTICLE, timeout=20).text
            cls.value = re.search(r'name="stamp" value="([^"]+)"', page).group(1)
            cls.since = time.monotonic()
            time.sleep(4)
        return cls.value


@schemathesis.hook
def before_call(context, case, kwargs):
    if not case.meta or case.meta.phase.name.name != "FUZZING" or CHANCE.random() < 0.3:
        return
    if case.operation.label == ASK:
        case.path_parameters = {"tag": "en", "collection": "library", "id": "why-it-hides"}
        kind = CHANCE.choice(["fit", "fit", "terms", "trap", "contact", "empty", "long", "stamp"])
        words = f"How do others sleep after a hard day? {MARKUP} {CHANCE.randrange(1000)}"
        form = {"name": "", "words": words, "terms": "yes", "stamp": Stamp.get(), "website": "", "help": "seen"}
        spoil = {"terms": ("terms", "no"), "trap": ("website", "x"), "contact": ("name", "a@b.example")}
        spoil |= {"empty": ("words", " "), "long": ("words", "a " * 900), "stamp": ("stamp", "AAAA")}
        form |= dict([spoil[kind]]) if kind in spoil else {}
        case.body, MEANT[case.id] = form, 200 if kind == "fit" else 422
    if case.operation.label == TAKE_BACK and CODES:
        case.path_parameters = {"tag": CHANCE.choice(["en", "es", "fr-CA"])}
        case.body, MEANT[case.id] = {"code": CODES.pop()}, 200


@schemathesis.hook
def after_call(context, case, response):
    label = f"{response.request.method} {case.operation.path}"
    TALLY[("status", label, response.status_code, "meant" if case.id in MEANT else "other")] += 1
    if case.operation.label != ASK or response.status_code != 200:
        return
    code = re.search(rb"<code>([^<]+)</code>", response.content)
    if code:
        CODES.append(code.group(1).decode())
    # No more than a few wait at a time: a moderator would have looked.
    while len(CODES) > 20:
        SESSION.post(f"{ORIGIN}/questions/en/delete/", data={"code": CODES.pop(0)}, timeout=20)


@schemathesis.check
def comes_as_meant(ctx, response, case):
    wanted = MEANT.get(case.id)
    assert wanted in (None, response.status_code), f"{response.status_code} came where {wanted} has to come"
    assert MARKUP.encode() not in response.content, "what was sent came back as markup"


@schemathesis.check
def is_guarded(ctx, response, case):
    for name in GUARDS:
        assert response.headers.get(name), f"{name} is missing from {response.status_code}"


@atexit.register
def keep():
    with open(os.environ["API_TALLY"], "w") as file:
        json.dump([[*key, count] for key, count in sorted(TALLY.items(), key=str)], file)
