#!/usr/bin/env bash
# From save to shown in the preview, in headless Chromium: 20 edits of the worked example and of the rich
# month, beside a build from a cold start. Usage: benches/preview.sh [BULLETIN]    (default: the release build)
# NODE_MODULES names a folder in which `npm install` was run on tests/web/package.json.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
bulletin=${1:-${CARGO_TARGET_DIR:-$here/target}/release/bulletin}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
bash "$here/tests/rich.sh" "$folder/rich"
sed -i '/^languages/d' "$folder/rich/bulletin.yaml"
cold() {
  for _ in 1 2 3 4 5 6 7 8 9; do
    /usr/bin/time -f %e "$bulletin" build "$2" -q --root "$1" 2>&1 >/dev/null | tail -n 1
  done | sort -n | sed -n 5p
}
mkdir "$folder/example" && cp -r "$here/bulletin.yaml" "$here/sources" "$folder/example"
echo "worked example: a cold build takes $(cold "$folder/example" 2024-04) s"
EDITS=${EDITS:-20} bash "$here/tests/web/preview.sh" "$bulletin"
echo "rich month: a cold build takes $(cold "$folder/rich" 2024-05) s"
text=$(cd "$folder/rich" && find sources/updates/2024-05 -name '*.md' ! -name '*.*.md' | sort | head -n 1)
EDITS=${EDITS:-20} MONTH=2024-05 TEXT=$text PROJECT=$folder/rich bash "$here/tests/web/preview.sh" "$bulletin"
