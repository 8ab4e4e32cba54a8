"""Verifies every signature of the messages in a folder with dkimpy, by the DNS records that
`bulletin dkim` printed. Exit code 77: dkimpy is not here."""

import pathlib
import re
import sys

try:
    import dkim
except ImportError:
    sys.exit(77)

folder = pathlib.Path(sys.argv[1])
records = {}
for line in (folder / "records").read_text().splitlines():
    name, strings = line.split(" IN TXT ")
    records[name.rstrip(".") + "."] = "".join(re.findall(r'"([^"]*)"', strings)).encode()


def dns(name, timeout=5):
    """The record of a name."""
    name = name.decode() if isinstance(name, bytes) else name
    return records.get(name.rstrip(".") + ".")


messages = signatures = 0
for path in sorted(folder.glob("*.eml")):
    mail = path.read_bytes()
    messages += 1
    for at in range(2):
        if not dkim.DKIM(mail).verify(idx=at, dnsfunc=dns):
            sys.exit(f"{path.name}: signature {at} is wrong")
        signatures += 1
    # A verifier that finds nothing wrong must find a changed one.
    for changed in (mail.replace(b"Subject: ", b"Subject: x", 1), mail.replace(b"List-Unsubscribe: <", b"List-Unsubscribe: <x", 1), b"List-Unsubscribe: <https://evil.test/>\r\n" + mail):
        try:
            valid = dkim.DKIM(changed).verify(dnsfunc=dns)
        except dkim.DKIMException:
            valid = False
        if valid:
            sys.exit(f"{path.name}: a changed message was accepted")
print(f"{messages} messages, {signatures} signatures")
