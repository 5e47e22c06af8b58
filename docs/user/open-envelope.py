#!/usr/bin/env python3
"""Opens a break-glass envelope where Curfew itself is down: by the envelope, so many custody keys, and their passphrases.

    python3 open-envelope.py bao-emergency.envelope ada=ada.custody bo=bo.custody | PROGRAM

Needs Python 3.9 and the package "cryptography" 44 or later, and nothing else: no workspace, no keychain, no network.
The credential goes to standard output, alone; passphrases are asked for, or read from standard input, a line each.
Keep a copy of this file with the envelope. When Curfew is back, drill the path: that replaces the credential.
"""
import base64
import getpass
import hashlib
import hmac
import json
import re
import sys
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_private_key


def canonical(value):
    """RFC 8785, as far as envelopes need it."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def unsealed(key, sealed, bound):
    """AES-256-GCM, the nonce in front."""
    return AESGCM(key).decrypt(sealed[:12], sealed[12:], bound)


def base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def private_key(text, passphrase):
    """The second line of a custody key's file: sealed under the passphrase by Argon2id (RFC 9106)."""
    shape = re.fullmatch(r"(curfew-sealed:1:(\d+):(\d+):(\d+):([\w-]+)):([\w-]+)", text.strip())
    if not shape:
        raise ValueError("no custody key")
    head, memory, passes, lanes, salt, sealed = shape.groups()
    key = Argon2id(
        salt=base64url(salt), length=32, iterations=int(passes), lanes=int(lanes), memory_cost=int(memory)
    ).derive(unicodedata.normalize("NFC", passphrase).encode())
    return load_der_private_key(unsealed(key, base64url(sealed), head.encode()), None)


def shared_secret(key, encapsulated):
    """DHKEM(X25519, HKDF-SHA256) of RFC 9180, section 4.1."""
    suite = b"HPKE-v1KEM\x00\x20"
    agreed = key.exchange(X25519PublicKey.from_public_bytes(encapsulated))
    own = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    extracted = hmac.digest(b"\x00" * 32, suite + b"eae_prk" + agreed, hashlib.sha256)
    return hmac.digest(
        extracted, b"\x00\x20" + suite + b"shared_secret" + encapsulated + own + b"\x01", hashlib.sha256
    )


def times(one, other):
    """In GF(256) of AES (FIPS 197, section 4.2)."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one = (one << 1) ^ (0x11B if one & 0x80 else 0)
        other >>= 1
    return product


def inverse(one):
    power = 1
    for _ in range(254):
        power = times(power, one)
    return power


def joined(shares):
    """Shamir: the polynomials' values at 0, from those at the shares' numbers."""
    secret = bytearray(len(next(iter(shares.values()))))
    for number, share in shares.items():
        weight = 1
        for other in shares:
            if other != number:
                weight = times(weight, times(other, inverse(other ^ number)))
        for at, value in enumerate(share):
            secret[at] ^= times(value, weight)
    return bytes(secret)


def passphrase(name):
    if sys.stdin.isatty():
        return getpass.getpass("Passphrase of the custody key of %s: " % name)
    return sys.stdin.readline().rstrip("\n")


def content(file):
    with open(file, encoding="utf-8") as opened:
        return opened.read()


def main(file, *brought):
    envelope = json.loads(content(file))
    holders = [{"officer": one["officer"], "publicKey": one["publicKey"]} for one in envelope["shares"]]
    named = ("format", "path", "number", "sealedAt", "threshold", "label")
    head = canonical({**{name: envelope[name] for name in named}, "holders": holders})
    print("Envelope %s of %s: %s" % (envelope["number"], envelope["path"], envelope["label"]), file=sys.stderr)
    shares = {}
    for one in brought:
        name, key_file = one.split("=", 1)
        said = passphrase(name)
        try:
            public, sealed = content(key_file).split("\n")[:2]
            key = private_key(sealed, said)
            number = holders.index({"officer": name, "publicKey": public.strip()}) + 1
            share = base64.b64decode(envelope["shares"][number - 1]["sealed"])
            shares[number] = unsealed(shared_secret(key, share[:32]), share[32:], head)
        except (InvalidTag, ValueError):
            print("The share of %s did not open: another passphrase, or another key." % name, file=sys.stderr)
        except OSError as fault:
            print("The key of %s could not be read: %s" % (name, fault), file=sys.stderr)
    if len(shares) < envelope["threshold"]:
        sys.exit("The envelope stays closed: %d of %d shares." % (len(shares), envelope["threshold"]))
    shares = dict(list(shares.items())[: envelope["threshold"]])
    try:
        credential = unsealed(joined(shares), base64.b64decode(envelope["sealed"]), head)
    except InvalidTag:
        sys.exit("The envelope does not open: it or a share was changed. Bring another copy.")
    sys.stdout.buffer.write(credential)


if __name__ == "__main__":
    if len(sys.argv) < 3 or not all("=" in one for one in sys.argv[2:]):
        sys.exit(__doc__)
    main(*sys.argv[1:])
