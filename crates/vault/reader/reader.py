#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads what docs/format.md describes, with Python's standard library and nothing of Kindhold's.

    reader.py export FILE    prints the JSON inside an export; the passphrase is read from a line
    reader.py                answers requests in JSON, as tests/reader.rs sends them

Argon2id is not in the standard library: a passcode opens nothing here, a device or a passkey does.
"""
import base64, hashlib, hmac, json, struct, sys

sys.dont_write_bytecode = True
from primitives import NONCE, TAG, Refused, cbor, hkdf, is_bytes, mac, need, unseal
from together import exchange

HEADER = 98
MOST = 16 << 20


# --- header, record, payload

def padded_len(n):
    for bucket in (512, 2048, 8192):
        if n <= bucket:
            return bucket
    exponent = n.bit_length() - 1
    low = exponent - exponent.bit_length()
    return (n + (1 << low) - 1) >> low << low


def header(data):
    need(len(data) >= 1 and data[0] == 1, "a version that is not known here, or nothing")
    need(len(data) >= 2 and data[1] == 1, "a suite that is not known here, or nothing")
    need(len(data) >= HEADER, "the header is cut short")
    names = ("vault", "stream", "device", "index", "epoch", "previous", "padded")
    fields = dict(zip(names, struct.unpack(">16s16s16sQI32sI", data[2:HEADER])))
    need(fields["padded"] <= MOST, "over 16 MiB")
    return fields


class Record:
    """Takes one record off the front of some bytes; `rest` is what follows it."""

    def __init__(self, data):
        need(data, "nothing")
        self.form, self.front, self.header = data[0], data[1:1 + HEADER], header(data[1:])
        need(self.form in (1, 2), "a form that is not known here")
        body = 1 + HEADER + NONCE
        end = body + (self.header["padded"] + TAG if self.form == 1 else 32)
        need(len(data) >= end, "the record is cut short")
        self.nonce, self.body, self.rest = data[1 + HEADER:body], data[body:end], data[end:]
        hashed = self.body if self.form == 2 else hashlib.sha256(self.body).digest()
        named = b"kindhold/v1/record-hash" + self.front + self.nonce + hashed
        self.id = hashlib.sha256(named).digest()

    def key(self, epoch_key):
        return hkdf(b"kindhold/v1/epoch", epoch_key, b"kindhold/v1/record" + self.front[2:62])

    def open(self, epoch_key):
        padded = unseal(self.key(epoch_key), self.nonce, self.front, self.body)
        n = int.from_bytes(padded[:4], "big")
        need(4 + n <= len(padded) and not any(padded[4 + n:]), "the padding is not zero")
        return payload(padded[4:4 + n])


def payload(data):
    why = "this is no payload"
    item = cbor(data, why)
    need(isinstance(item, list) and len(item) == 8, why)
    kind, thing, ms, counter, offset_min, supersedes, tombstone, body = item
    for n, low, high in ((kind, 0, 1 << 16), (ms, -1 << 63, 1 << 63), (counter, 0, 1 << 32),
                         (offset_min, -1 << 15, 1 << 15)):
        need(type(n) is int and low <= n < high, why)
    need(is_bytes(thing, 16) and isinstance(supersedes, list) and len(supersedes) <= 4096, why)
    need(all(is_bytes(id, 32) for id in supersedes), why)
    need(type(tombstone) is bool and isinstance(body, bytes), why)
    return {"kind": kind, "thing": thing, "time": {"ms": ms, "counter": counter}, "body": body,
            "offset_min": offset_min, "supersedes": supersedes, "tombstone": tombstone}


# --- slots, keyring, vault

def amk_id(amk):
    return hkdf(b"kindhold/v1/amk-id", amk)[:16]


def open_slots(data, device=None, passkey=None):
    need(data[:5] == b"KHSL\1" and (len(data) - 5) % 113 == 0, "these are no slots")
    kind, secret, label = (1, device, b"device") if device else (3, passkey, b"passkey")
    slots = [data[at:at + 113] for at in range(5, len(data), 113)]
    need(all(slot[0] in (1, 2, 3) for slot in slots), "a kind of slot that is not known here")
    slot = next((slot for slot in slots if slot[0] == kind), None)
    need(slot, "there is no such slot")
    key = hkdf(slot[9:25], secret, b"kindhold/v1/slot/" + label)
    amk = unseal(key, slot[41:65], slot[:41], slot[65:])
    need(amk_id(amk) == slot[25:41], "the slot holds another key")
    return amk


def open_keyring(data, amk):
    need(len(data) >= 45 and data[:4] == b"KHKR" and data[4] == 1, "this is no keyring")
    need(data[5:21] == amk_id(amk), "the keyring belongs to another key")
    inside = unseal(hkdf(b"kindhold/v1/keyring", amk), data[21:45], data[:21], data[45:])
    vault, device, streams = cbor(inside, "the inside is no keyring")
    streams = [dict(zip(("id", "name", "epochs"), stream)) for stream in streams]
    return {"amk_id": data[5:21], "vault": vault, "device": device, "streams": streams}


DAMAGE = ["bytes", "foreign", "sealed", "fork", "chain", "missing"]


def read_vault(slots, keyring, runs, heads, **secret):
    """Everything that opens, oldest first, and everything that is not as it was written."""
    ring = open_keyring(keyring, open_slots(slots, **secret))
    keys = {(s["id"], n): key for s in ring["streams"] for n, key in enumerate(s["epochs"])}
    damage, links, opened = set(), {}, []

    def noticed(what, *place):
        damage.add((DAMAGE.index(what), *place))

    def read(record):
        h = record.header
        place = (h["stream"], h["device"], h["index"])
        if place in links and links[place][0] == record.id:
            return
        if place in links:
            noticed("fork", *place)
        links.setdefault(place, (record.id, h["previous"]))
        key = keys.get((h["stream"], h["epoch"]))
        if h["vault"] != ring["vault"] or not key:
            noticed("foreign", *place)
        elif record.form == 1:
            try:
                opened.append({"id": record.id, "place": place, **record.open(key)})
            except Refused:
                noticed("sealed", *place)

    for run in runs:
        while run:
            try:
                record = Record(run)
            except Refused:
                noticed("bytes")
                break
            read(record)
            run = record.rest
    lanes = {}
    for (*lane, index), (id, previous) in sorted(links.items()):
        following, last = lanes.get(tuple(lane), (0, bytes(32)))
        if index > following:
            noticed("missing", *lane, following)
        elif previous != last:
            noticed("chain", *lane, index)
        lanes[tuple(lane)] = (index + 1, id)
    for head in heads:
        lane = (head["stream"], head["device"])
        following, last = lanes.pop(lane, (0, bytes(32)))
        if following < head["next"]:
            noticed("missing", *lane, following)
        elif (following, last) != (head["next"], head["hash"]):
            noticed("chain", *lane, head["next"])
    for lane in lanes:
        noticed("chain", *lane, 0)
    opened.sort(key=lambda o: (o["time"]["ms"], o["time"]["counter"], o["id"]))
    name = lambda place: dict(zip(("stream", "device", "index"), place))
    for o in opened:
        o["place"] = name(o["place"])
    found = [{"what": DAMAGE[w], **({"place": name(p)} if p else {})} for w, *p in sorted(damage)]
    return {"opened": opened, "damage": found}


# --- an export: https://c2sp.org/age with a passphrase

def open_export(data, passphrase):
    unpad = lambda text: base64.b64decode(text + b"=" * (-len(text) % 4))
    front, mark, tail = data.partition(b"\n--- ")
    lines, (code, _, sealed) = front.split(b"\n"), tail.partition(b"\n")
    need(mark and lines[0] == b"age-encryption.org/v1", "this is no age file")
    need(len(lines) == 3 and lines[1].startswith(b"-> scrypt "), "no passphrase opens it")
    args = lines[1].split(b" ")
    need(len(args) == 4, "this is no age file")
    need(args[3].isdigit() and 1 <= int(args[3]) <= 20, "it asks for more work than is sensible")
    work, salt = int(args[3]), b"age-encryption.org/v1/scrypt" + unpad(args[2])
    key = hashlib.scrypt(passphrase.strip().encode(), salt=salt, n=1 << work, r=8, p=1,
                         maxmem=(1 << work) * 1024 + (1 << 20), dklen=32)
    file_key = unseal(key, bytes(12), b"", unpad(lines[2]), "that passphrase does not open it")
    header_mac = mac(hkdf(b"", file_key, b"header"), front + b"\n---")
    need(hmac.compare_digest(header_mac, unpad(code)), "the header was changed")
    key, sealed, inside = hkdf(sealed[:16], file_key, b"payload"), sealed[16:], b""
    size = 65536 + TAG
    for n in range(max(1, -(-len(sealed) // size))):
        last = (n + 1) * size >= len(sealed)
        nonce = n.to_bytes(11, "big") + bytes([last])
        inside += unseal(key, nonce, b"", sealed[n * size:(n + 1) * size], "it was changed or cut")
    return json.loads(inside)


# --- requests: bytes go as hex

def record_answer(bytes, epoch_key):
    record = Record(bytes)
    need(not record.rest, "something follows the record")
    inside = record.open(epoch_key) if record.form == 1 else "purged"
    return {**record.header, "id": record.id, "key": record.key(epoch_key), "inside": inside}


ANSWERS = {
    "header": lambda bytes: header(bytes),
    "payload": lambda bytes: payload(bytes),
    "padding": lambda len: {"padded": padded_len(len)},
    "record": record_answer,
    "slots": lambda bytes, **secret: {"amk": open_slots(bytes, **secret)},
    "keyring": lambda bytes, amk: open_keyring(bytes, amk),
    "vault": read_vault,
    "entry": lambda bytes: cbor(bytes, "this is no entry"),
    "exchange": exchange,
    "export": lambda bytes, passphrase: open_export(bytes, passphrase),
}
TEXT = {"passphrase", "words"}


def from_hex(value, name=""):
    if isinstance(value, dict):
        return {name: from_hex(inside, name) for name, inside in value.items()}
    if isinstance(value, list):
        return [from_hex(inside) for inside in value]
    return bytes.fromhex(value) if isinstance(value, str) and name not in TEXT else value


def answer(what, given):
    try:
        return ANSWERS[what](**from_hex(given))
    except (Refused, ValueError) as why:
        return {"refused": str(why)}


def main(args):
    if args[:1] == ["export"] and len(args) == 2:
        print("Passphrase:", file=sys.stderr)
        with open(args[1], "rb") as file:
            inside = open_export(file.read(), sys.stdin.readline())
        sys.stdout.reconfigure(encoding="utf-8")
        return print(json.dumps(inside, indent=1, ensure_ascii=False))
    if args:
        sys.exit(__doc__)
    answers = [answer(*request) for request in json.load(sys.stdin)]
    json.dump(answers, sys.stdout, default=bytes.hex)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (Refused, ValueError, OSError) as why:
        sys.exit(f"Not opened: {why}.")
