#!/usr/bin/env bash
# Looks at built mails, web editions, feeds and calendars with independent programs where they are
# installed; says loudly where not. Installs nothing. Usage: validate.sh OUTPUT_FOLDER
# NODE_MODULES names a folder in which `npm install` was run on tests/web/package.json.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
output=$(cd "$1" && pwd)
failed=0

have() {
  command -v "$1" >/dev/null 2>&1 && return 0
  echo "SKIPPED: $1 is not installed: $2"
  return 1
}

if [ -d "${NODE_MODULES:-}/axe-core" ] && have node "mails and pages in a browser"; then
  run=$(mktemp -d)
  cp "$here"/check.mjs "$here"/*.json "$run"
  ln -s "$NODE_MODULES" "$run/node_modules"
  seen=()
  for mail in "$output"/*/newsletter.*.html; do seen+=("mail=$mail${WEB_LEAD:+,lead}"); done
  for page in "$output"/web/index.html "$output"/web/projects/*.html "$output"/web/*/*/index.html; do [ -f "$page" ] && seen+=("web=$page"); done
  (cd "$run" && node check.mjs "${seen[@]}") || failed=1
  rm -rf "$run"
else
  echo "SKIPPED: NODE_MODULES names no folder with axe-core, html-validate and puppeteer-core: nothing was looked at in a browser"
fi
if have spamassassin "how spam filters see the mails"; then
  for mail in "$output"/*/newsletter.*.eml; do
    # Rules that need no network; a preview is addressed to nobody, which no filter minds.
    score=$(spamassassin -L -t <"$mail" 2>/dev/null | sed -n 's/^X-Spam-Status: .*score=\(-\{0,1\}[0-9.]*\).*/\1/p' | head -n 1)
    awk -v score="${score:-99}" 'BEGIN { exit !(score <= 0.5) }' || { echo "FAILED: $mail: SpamAssassin gives ${score:-nothing}"; failed=1; }
  done
fi
if have xmllint "the feeds by RFC 4287's schema"; then
  for feed in "$output"/web/feed.*.xml; do
    xmllint --noout --relaxng "$here/atom.rng" "$feed" 2>/dev/null || { echo "FAILED: $feed by RFC 4287's schema"; failed=1; }
    if sed 's/<id>/<name>/; s/<\/id>/<\/name>/' "$feed" | xmllint --noout --relaxng "$here/atom.rng" - 2>/dev/null; then
      echo "FAILED: the schema lets a broken feed pass"; failed=1
    fi
  done
fi
if python3 -c 'import feedparser, icalendar, ics' 2>/dev/null; then
  python3 "$here/feeds.py" "$output/web" || { echo "FAILED: feeds and calendars"; failed=1; }
else
  echo "SKIPPED: the Python packages feedparser, icalendar and ics are not installed"
fi
[ "$failed" = 0 ] && echo "mail and web: all passed"
exit "$failed"
