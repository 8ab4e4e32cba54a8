#!/usr/bin/env bash
# Time and peak memory of a month of 10, 100 and 1,000 files, the last with minutes of 1.4 MB.
# Usage: benches/growth.sh [BULLETIN]    (default: the release build; needs GNU time)
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
bulletin=${1:-${CARGO_TARGET_DIR:-$here/target}/release/bulletin}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# A paragraph of about 60 words that differs from text to text.
paragraph() {
  echo "The municipality number $1 agreed on a plan for heat, transport and lighting, with $(($1 % 17 + 3)) measures that its council can pay for, and a list of those that need money from elsewhere. Its neighbours read the plan before the vote, and $(($1 % 5 + 1)) of them took over a part of it; [the plan in full](https://example.org/plans/$1) is public, *with its figures*, and its authors answer questions."
}

# A cluster's folder with a number of files.
cluster() {
  local root=$1 count=$2 i
  mkdir -p "$root"/sources/{projects,issues,updates/2024-04,meetings}
  printf 'name: Cluster\npublisher: P\nfrom: news@example.org\nprivacy_url: https://example.org/p\n' >"$root/bulletin.yaml"
  printf 'acronym: RECET\ntitle: T\nprogramme: LIFE\nagreement: 101120000\nsummary: Helps towns.\n' >"$root/sources/projects/recet.yaml"
  printf 'subject: S\n' >"$root/sources/issues/2024-04.yaml"
  for ((i = 3; i < count; i++)); do
    { echo "# News of town $i"; for _ in 1 2 3 4; do echo; paragraph "$i"; done; } >"$root/sources/updates/2024-04/recet-town-$i.md"
  done
}

# Minutes of 1.4 MB.
minutes() {
  local root=$1 i
  { printf -- '---\nhost: A\npresent: [recet]\n---\n# Long minutes\n'; for ((i = 0; i < 3150; i++)); do echo; paragraph "$i"; done; } >"$root/sources/meetings/2024-04-08-long.md"
}

printf '%-28s %9s %9s %9s\n' cluster 'text, kB' seconds 'peak, MB'
for count in 10 100 1000; do
  root=$folder/$count
  cluster "$root" "$count"
  name="$count files"
  if [ "$count" = 1000 ]; then
    minutes "$root"
    name="$count files, long minutes"
  fi
  kilobytes=$(cat "$root"/sources/*/*.* "$root"/sources/*/*/*.* | wc -c)
  read -r seconds memory < <({ /usr/bin/time -f '%e %M' "$bulletin" build -q --root "$root" >/dev/null; } 2>&1 | tail -n 1)
  printf '%-28s %9d %9s %9d\n' "$name" "$((kilobytes / 1024))" "$seconds" "$((memory / 1024))"
done
