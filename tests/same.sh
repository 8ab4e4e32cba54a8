#!/usr/bin/env bash
# Whether two versions of the program make the same of the same sources: every file of the worked example,
# the rich month in its languages, the issue in five languages and a report over eighteen months, and
# every word that they print, but for the hash of the layouts in build.json. For whoever changes how the
# program is built, and not what it does.
# Usage: tests/same.sh BEFORE AFTER [LIST]    two binaries; LIST gets the hash of each file
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
before=$(realpath "$1") after=$(realpath "$2") list=${3:-/dev/null}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/example" "$work/five"
cp -r "$here/../sources" "$here/../bulletin.yaml" "$work/example/"
cp -r "$here/five/." "$work/five/"
bash "$here/rich.sh" "$work/rich"
python3 - "$here/period.py" "$work/period" <<'PY'
import importlib.util, pathlib, random, sys
spec = importlib.util.spec_from_file_location("period", sys.argv[1])
period = importlib.util.module_from_spec(spec)
spec.loader.exec_module(period)
root = pathlib.Path(sys.argv[2])
root.mkdir()
period.generate(root, random.Random(18))
PY

# Runs a binary on a cluster and keeps what it prints among its files; paths are the same for both.
run() {
  local binary=$1 cluster=$2 name=$3
  shift 3
  "$binary" "$@" --root "$work/$cluster" --diagnostics short >"$work/$cluster/output/$name.out" \
    2>"$work/$cluster/output/$name.err" || echo "exit $?" >>"$work/$cluster/output/$name.err"
}

for side in before after; do
  binary=${!side}
  for cluster in example rich five period; do
    rm -rf "$work/$cluster/output"
    mkdir "$work/$cluster/output"
    for month in $(ls "$work/$cluster/sources/issues" 2>/dev/null | sed 's/\.yaml//'); do
      run "$binary" "$cluster" "build-$month" build "$month" --final
      run "$binary" "$cluster" "draft-$month" build "$month" --draft
      run "$binary" "$cluster" "check-$month" check "$month"
      run "$binary" "$cluster" "status-$month" status "$month" --as-of 2024-06-30
    done
    run "$binary" "$cluster" report report --from 2023-11 --to 2025-04
    mkdir -p "$work/$side"
    mv "$work/$cluster/output" "$work/$side/$cluster"
  done
done
# A layout that was edited has another hash, whatever it makes.
find "$work/before" "$work/after" -name build.json -exec sed -i '/"layouts_sha256": /d' {} +
diff -r "$work/before" "$work/after" && echo "the same: $(find "$work/after" -type f | wc -l) files"
(cd "$work/after" && find . -type f -print0 | sort -z | xargs -0 sha256sum) >"$list"
