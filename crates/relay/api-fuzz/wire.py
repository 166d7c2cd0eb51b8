# SPDX-License-Identifier: Apache-2.0
"""The messages of a relay as docs/format.md describes them, written a second time and by nobody's code."""
import base64
import hashlib
import struct
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

DEVICE, DOOR, GRANT = 1, 2, 3
ZERO = bytes(32)


def u32(number):
    return struct.pack(">I", number)


def u64(number):
    return struct.pack(">Q", number)


def octets(content):
    return u32(len(content)) + content


def many(items):
    return u32(len(items)) + b"".join(items)


class Key:
    """An Ed25519 key from a seed."""

    def __init__(self, seed):
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def sign(self, label, message):
        return self._key.sign(label + message)


def access(name, public, role, scope=b""):
    return name + public + bytes([role]) + scope


def scope(until, read, inbox, version, sealed):
    place = b"\x00" if inbox is None else b"\x01" + inbox
    pairs = many([stream + u32(epoch) for stream, epoch in read])
    return u32(until) + pairs + place + u64(version) + octets(sealed)


def create(invite, vault, holders, version, account, devices):
    return octets(invite) + vault + many(holders) + u64(version) + octets(account) + octets(devices)


def update(expected, version, account, devices, changes):
    return u64(expected) + u64(version) + octets(account) + octets(devices) + many(changes)


def put(holder):
    return b"\x01" + holder


def drop(name):
    return b"\x02" + name


def login(host, vault, name, challenge, key):
    signed = octets(host.encode()) + vault + name + challenge
    return vault + name + challenge + key.sign(b"kindhold/v1/session", signed)


def bearer(token):
    return "Bearer " + base64.urlsafe_b64encode(token).rstrip(b"=").decode()


def stored(version, account, devices):
    return u64(version) + octets(account) + octets(devices)


def push(account, heads, records):
    return u64(account) + many([octets(head) for head in heads]) + b"".join(records)


def pull(wants):
    return many([stream + device + u64(first) for (stream, device), first in wants])


@dataclass(frozen=True)
class Record:
    """A record: its content is noise, as it is to a relay."""

    vault: bytes
    lane: tuple
    index: int
    epoch: int
    previous: bytes
    nonce: bytes
    body: bytes

    def header(self):
        stream, device = self.lane
        place = self.vault + stream + device + u64(self.index) + u32(self.epoch)
        return b"\x01\x01" + place + self.previous + u32(len(self.body) - 16)

    def hash(self):
        return hashlib.sha256(self.body).digest()

    def id(self):
        return hashlib.sha256(b"kindhold/v1/record-hash" + self.header() + self.nonce + self.hash()).digest()

    def sealed(self):
        return b"\x01" + self.header() + self.nonce + self.body

    def purged(self):
        return b"\x02" + self.header() + self.nonce + self.hash()


def head(vault, writer, counter, account, lanes, seen, key):
    own = many([stream + u64(after) + last for stream, (after, last) in sorted(lanes.items())])
    others = many([stream + device + u64(after) for (stream, device), after in sorted(seen.items())])
    message = b"KHHD\x01" + vault + writer + u64(counter) + u64(account) + own + others
    return message + key.sign(b"kindhold/v1/head", message)


def state(account, lanes, heads, grants):
    rows = [s + d + u64(first) + u64(after) + last for (s, d), (first, after, last) in sorted(lanes.items())]
    grants = [name + u64(version) for name, version in sorted(grants.items())]
    return u64(account) + many(rows) + many([octets(heads[w]) for w in sorted(heads)]) + many(grants)
