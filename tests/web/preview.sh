#!/usr/bin/env bash
# The preview in headless Chromium, as somebody uses it; says loudly where there is no browser. With EDITS=20
# it measures from save to shown. Usage: preview.sh BULLETIN   (NODE_MODULES as for validate.sh)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bulletin=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
if [ ! -d "${NODE_MODULES:-}/axe-core" ] || ! command -v node >/dev/null 2>&1; then
  echo "SKIPPED: NODE_MODULES names no folder with axe-core and puppeteer-core: the preview was not looked at in a browser"
  exit 0
fi
run=$(mktemp -d)
trap 'rm -rf "$run"' EXIT
cp "$here/preview.mjs" "$run"
ln -s "$NODE_MODULES" "$run/node_modules"
(cd "$run" && node preview.mjs "$bulletin" "${PROJECT:-$here/../..}")
