#!/usr/bin/env bash
# How fast messages go to Postfix's smtp-sink on loopback: Postfix's own smtp-source, this program with
# its whole ledger on, Python's smtplib and nodemailer, one after the other, several rounds; medians and
# the ratio to smtp-source at the end. Needs Postfix (smtp-sink, smtp-source) and root; npm and python3
# for the two others.
# Usage: benches/delivery.sh [MESSAGES] [KB] [CONNECTIONS] [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
messages=${1:-20000} kb=${2:-40} connections=${3:-10} rounds=${4:-5}
port=2599
command -v smtp-sink >/dev/null || { echo "SKIPPED: smtp-sink is not here"; exit 77; }
work=$(mktemp -d /var/tmp/bulletin-bench-XXXXXX)
trap 'kill "$sink" 2>/dev/null || true; rm -rf "$work"' EXIT
cargo bench --quiet --bench delivery --no-run
bench=$(find "${CARGO_TARGET_DIR:-$(cargo metadata --format-version 1 --no-deps | python3 -c 'import json,sys; print(json.load(sys.stdin)["target_directory"])')}"/release/deps -name 'delivery-*' -perm -u+x -newer Cargo.toml -o -name 'delivery-*' -perm -u+x | xargs ls -t | head -1)
(cd "$work" && npm install --silent --no-audit --no-fund nodemailer >/dev/null 2>&1) || true

cat >"$work/python_client.py" <<'P'
import smtplib, sys, threading
port, messages, kb, connections = map(int, sys.argv[1:])
body = ("Subject: x\r\n\r\n" + ("x" * 70 + "\r\n") * (kb * 1000 // 72)).encode()
def lane(count):
    with smtplib.SMTP("127.0.0.1", port) as s:
        for i in range(count):
            s.sendmail("news@example.org", f"reader{i}@example.org", body)
lanes = [threading.Thread(target=lane, args=(messages // connections,)) for _ in range(connections)]
for lane in lanes: lane.start()
for lane in lanes: lane.join()
P
cat >"$work/nodemailer.js" <<'J'
const [port, messages, kb, connections] = process.argv.slice(2).map(Number);
const transport = require("nodemailer").createTransport({ host: "127.0.0.1", port, pool: true, maxConnections: connections, maxMessages: Infinity, ignoreTLS: true });
const raw = "Subject: x\r\n\r\n" + ("x".repeat(70) + "\r\n").repeat(Math.floor((kb * 1000) / 72));
const send = (i) => transport.sendMail({ envelope: { from: "news@example.org", to: [`reader${i}@example.org`] }, raw });
(async () => {
  let next = 0;
  const lane = async () => { while (next < messages) await send(next++); };
  await Promise.all(Array.from({ length: connections * 2 }, lane));
  transport.close();
})();
J

start_sink() {
  smtp-sink -u postfix -m 512 "127.0.0.1:$port" 1000 &
  sink=$!
  sleep 0.5
}
seconds() { # of a command
  local start end
  start=$(date +%s.%N)
  "$@" >/dev/null
  end=$(date +%s.%N)
  echo "$start $end $messages" | awk '{printf "%.0f\n", $3 / ($2 - $1)}'
}

start_sink
for ((round = 1; round <= rounds; round++)); do
  "$bench" fsync | awk '{print $2}' >>"$work/fsync"
  # Each session stays connected (-d): without it smtp-source connects anew for each message, and stands for
  # nothing that anybody would send with.
  seconds smtp-source -d -s "$connections" -m "$messages" -l $((kb * 1000)) -f news@example.org -t reader@example.org "127.0.0.1:$port" >>"$work/smtp-source"
  "$bench" send "$port" "$messages" "$kb" "$connections" | tee -a "$work/said" | awk '{print $1}' >>"$work/bulletin"
  if [ "${ONLY_OURS:-}" = "" ]; then
    seconds python3 "$work/python_client.py" "$port" "$messages" "$kb" "$connections" >>"$work/smtplib"
    [ -d "$work/node_modules/nodemailer" ] &&
      (cd "$work" && seconds node nodemailer.js "$port" "$messages" "$kb" "$connections") >>"$work/nodemailer"
  fi
done
median() { sort -g "$1" | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
tail -1 "$work/said"
echo "fsync $(median "$work/fsync") ms; messages a second, median of $rounds ($messages of $kb kB, $connections connections):"
reference=$(median "$work/smtp-source")
for name in smtp-source bulletin smtplib nodemailer; do
  [ -s "$work/$name" ] || continue
  echo "$(median "$work/$name") $reference" | awk -v name="$name" '{printf "  %-12s %6d  %.2f of smtp-source\n", name, $1, $1 / $2}'
done
