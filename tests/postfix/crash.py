#!/usr/bin/env python3
"""Kills the program again and again while it sends to a real Postfix that delivers to a Maildir, and
counts what lies there. Afterwards `send resolve` settles whoever is uncertain from Postfix's log.

Usage: tests/postfix/crash.py BULLETIN [KILLS] [RECIPIENTS]

It needs Postfix (Debian: `apt-get install postfix`, configured as "No configuration") and root, since
Postfix insists on it; its own configuration, queue and data lie in a temporary folder, and it listens
on loopback alone. Exit code 77: something of that is not here."""

import collections
import email
import json
import os
import pathlib
import pwd
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

BULLETIN = os.path.abspath(sys.argv[1])
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
RECIPIENTS = int(sys.argv[3]) if len(sys.argv) > 3 else 1500
CONNECTIONS = 10
HERE = pathlib.Path(__file__).resolve().parent
PLACES = ["after-claim", "after-354", "after-intent", "mid-body", "before-dot", "after-dot", "before-outcome", "after-outcome"]


def skip(why):
    print(f"SKIPPED: {why}")
    sys.exit(77)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Postfix:
    """A Postfix of its own, that puts every message into one Maildir."""

    def __init__(self, base):
        self.base = base
        self.config = base / "config"
        self.queue, self.data, self.box = base / "queue", base / "data", base / "mail"
        self.port = free_port()
        owner = pwd.getpwnam("postfix")
        for folder in (self.config, self.queue, self.data, self.box):
            folder.mkdir()
        os.chown(self.data, owner.pw_uid, owner.pw_gid)
        os.chown(self.box, 5000, 5000)
        for above in (base, *base.parents):
            if above != pathlib.Path("/"):
                os.chmod(above, os.stat(above).st_mode | 0o055)
        # Postfix writes its log itself only below /var.
        self.log = pathlib.Path(tempfile.mkdtemp(prefix="bulletin-postfix-", dir="/var/log")) / "mail.log"
        os.chmod(self.log.parent, 0o755)
        (self.config / "main.cf").write_text(
            f"""compatibility_level = 3.6
queue_directory = {self.queue}
data_directory = {self.data}
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = relay.test
mydestination =
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
virtual_mailbox_domains = static:all
virtual_mailbox_base = {self.box}
virtual_mailbox_maps = static:box/
virtual_uid_maps = static:5000
virtual_gid_maps = static:5000
maillog_file = {self.log}
maillog_file_prefixes = /var
smtpd_recipient_restrictions = permit_mynetworks, reject
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
"""
        )
        (self.config / "master.cf").write_text(
            f"""127.0.0.1:{self.port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
local unix - n n - - local
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""
        )

    def command(self, *args):
        return subprocess.run(["/usr/sbin/postfix", "-c", str(self.config), *args], capture_output=True, text=True)

    def start(self):
        started = self.command("start")
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit(f"Postfix does not start: {started.stdout}{started.stderr}")

    def stop(self):
        self.command("stop")
        shutil.rmtree(self.log.parent, ignore_errors=True)

    def wait_until_idle(self):
        """Until nothing is left in the queue."""
        for _ in range(600):
            if not any(path.is_file() for name in ("incoming", "active", "deferred") for path in (self.queue / name).rglob("*")):
                return
            time.sleep(0.1)
        raise SystemExit("Postfix's queue does not empty")

    def copies(self):
        """How many copies each Message-ID has."""
        found = collections.Counter()
        for path in (self.box / "box" / "new").glob("*"):
            with open(path, "rb") as file:
                found[email.message_from_binary_file(file)["Message-ID"].strip("<>").split("@")[0]] += 1
        return found


def cluster(root, port):
    """The smallest cluster, sending to a Postfix."""
    shutil.copytree(HERE.parent / "base", root)
    readers = [f"reader{i}@d{i % 9}.example.org" for i in range(RECIPIENTS)]
    (root / "readers.csv").write_text("email,basis\n" + "".join(f"{reader},staff\n" for reader in readers))
    with open(root / "bulletin.yaml", "a") as config:
        config.write(
            f"audience: readers.csv\ntransport: smtp\nsmtp:\n  host: 127.0.0.1\n  port: {port}\n  security: none\n  connections: {CONNECTIONS}\n"
        )
    return readers


def main():
    if os.geteuid() != 0 or not os.path.exists("/usr/sbin/postfix"):
        skip("Postfix is not here, or this is not root: the run against a real mail server was not tried")
    base = pathlib.Path(tempfile.mkdtemp(prefix="bulletin-postfix-", dir="/var/tmp"))
    postfix = Postfix(base)
    postfix.start()
    try:
        run(base, postfix)
    finally:
        postfix.stop()
        shutil.rmtree(base, ignore_errors=True)


def run(base, postfix):
    root = base / "cluster"
    cluster(root, postfix.port)
    environment = {**os.environ, "XDG_STATE_HOME": str(base / "own"), "BULLETIN_TEST_TIME": "0.01"}

    def bulletin(*args, **more):
        return subprocess.run([BULLETIN, *args], cwd=root, env=environment, capture_output=True, text=True, **more)

    dice = random.Random(2024)
    kills = 0
    while True:
        env = dict(environment)
        at_a_place = dice.random() < 0.5
        if kills < KILLS and at_a_place:
            place = dice.choice(PLACES)
            most = 2 if place == "after-claim" else max(2, RECIPIENTS // KILLS // 2)
            env["BULLETIN_TEST_KILL"] = f"{place}:{dice.randint(1, most)}"
        planned = "2024-04" in bulletin("send", "receipt").stdout
        words = ["send", "resume", "-q"] if planned else ["send", "2024-04", "--yes", "-q"]
        child = subprocess.Popen([BULLETIN, *words], cwd=root, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if kills < KILLS and not at_a_place:
            time.sleep(0.05 + dice.random() * 0.2)
            child.send_signal(signal.SIGKILL)
        code = child.wait()
        if code < 0:
            kills += 1
        elif code in (0, 4):
            break
        else:
            raise SystemExit(f"exit code {code}: {bulletin('send', '2024-04', '--yes').stderr}")
    assert kills >= KILLS * 0.9, f"only {kills} kills before everybody had it: more recipients are needed"
    postfix.wait_until_idle()

    receipt = json.loads(bulletin("send", "receipt", "--json").stdout)
    assert receipt["balances"], receipt
    uncertain = receipt["outcomes"]["uncertain"]
    copies = postfix.copies()
    assert max(copies.values()) == 1, "somebody has two copies"
    assert uncertain <= kills * CONNECTIONS, f"{uncertain} uncertain after {kills} kills"
    listed = {line.split("\t")[1]: line.split("\t")[0] for line in bulletin("send", "resolve").stdout.splitlines()}
    assert len(listed) == uncertain
    in_box = sum(1 for id in listed if copies[id])
    assert len(copies) == receipt["outcomes"]["accepted"] + in_box, "somebody is lost, or was counted who has nothing"
    print(f"{kills} kills, {RECIPIENTS} recipients: {len(copies)} copies, none twice; {uncertain} uncertain, {in_box} of them have it")

    # What is not in a log says something once a later message is in it, and ten minutes have passed:
    # six seconds, in the time that the program is told to live in.
    time.sleep(7)
    test = bulletin("send", "2024-04", "--test", "later@example.org", "--yes")
    assert test.returncode == 0, test.stderr
    postfix.wait_until_idle()
    settled = bulletin("send", "resolve", "2024-04", "--postfix-log", str(postfix.log), "--yes")
    assert settled.returncode in (0, 3), settled.stderr
    wrong = 0
    for id, address in listed.items():
        said = bulletin("send", "who", address).stdout
        wrong += ("accepted" in said.split("\t")[1]) != bool(copies[id])
    assert wrong == 0, f"{wrong} of {uncertain} were settled wrongly"
    print(f"resolved from Postfix's log: {uncertain} of {uncertain} rightly; {settled.stderr.strip().splitlines()[0]}")

    last = bulletin("send", "resume")
    assert last.returncode == 0, last.stderr
    postfix.wait_until_idle()
    copies = postfix.copies()
    # The test's message lies there, too.
    assert len(copies) == RECIPIENTS + 1 and max(copies.values()) == 1, (len(copies), max(copies.values()))
    receipt = json.loads(bulletin("send", "receipt", "--json").stdout)
    assert receipt["outcomes"]["accepted"] == RECIPIENTS, receipt
    print(f"after `resume`: {len(copies) - 1} of {RECIPIENTS}, each once")


main()
