#!/usr/bin/env bash
# The report beside the bare Typst compiler (PyPI `typst`) on the same layout and data, and beside
# pandoc with WeasyPrint on the same texts: median seconds of five alternating runs (RUNS), and peak memory.
# Needs GNU time, and the other programs: `pip install typst weasyprint`, `apt-get install pandoc`.
# Usage: benches/report.sh [BULLETIN]    (default: the release build)
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
bulletin=${1:-${CARGO_TARGET_DIR:-$here/target}/release/bulletin}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The middle of some numbers.
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

bash "$here/tests/rich.sh" "$folder/rich"
sed -i '/^languages/d' "$folder/rich/bulletin.yaml"
python3 "$here/tests/stress.py" "$folder/stress"
printf '%-8s %-24s %9s %9s\n' cluster program seconds 'peak, MB'
for name in rich stress; do
  root=$folder/$name
  (cd "$here" && cargo bench --quiet --bench world -- "$root" "$folder/world-$name" >/dev/null)
  python3 "$here/benches/bare.py" "$folder/world-$name"
  find "$root/sources" -name '*.md' | sort | xargs awk 'FNR == 1 { print "" } { print }' >"$folder/$name.md"
  : >"$folder/ours"; : >"$folder/bare"; : >"$folder/weasy"
  for _ in $(seq "${RUNS:-5}"); do
    /usr/bin/time -o "$folder/t" -f '%e %M' "$bulletin" build 2024-05 --only report -q --root "$root" >/dev/null 2>&1
    cat "$folder/t" >>"$folder/ours"
    python3 "$here/benches/bare.py" --compile "$folder/world-$name" >>"$folder/bare"
    if command -v pandoc >/dev/null && command -v weasyprint >/dev/null; then
      /usr/bin/time -o "$folder/t" -f '%e %M' sh -c "pandoc -s --metadata title=Report '$folder/$name.md' -o '$folder/$name.html' && weasyprint '$folder/$name.html' '$folder/$name.pdf'" >/dev/null 2>&1
      cat "$folder/t" >>"$folder/weasy"
    fi
  done
  row() { printf '%-8s %-24s %9s %9s\n' "$name" "$1" "$(cut -d' ' -f1 "$2" | median)" "$3"; }
  row 'bulletin, all' "$folder/ours" "$(($(cut -d' ' -f2 "$folder/ours" | median) / 1024))"
  row 'typst, compile alone' "$folder/bare" "$(cut -d' ' -f2 "$folder/bare" | median)"
  [ -s "$folder/weasy" ] && row 'pandoc and WeasyPrint' "$folder/weasy" "$(($(cut -d' ' -f2 "$folder/weasy" | median) / 1024))"
done
