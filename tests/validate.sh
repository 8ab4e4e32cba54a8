#!/usr/bin/env bash
# Looks at built outputs with independent programs where they are installed; says loudly where not.
# Usage: validate.sh OUTPUT_FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
output=$1
failed=0

have() {
  command -v "$1" >/dev/null 2>&1 && return 0
  echo "SKIPPED: $1 is not installed: $2"
  return 1
}

# Every report at once: the engine takes a second to start.
if [ -f "${VERAPDF_DIR:-}/classpath" ] && have java "PDF/UA-1 and PDF/A-3a"; then
  reports=()
  for pdf in "$output"/*/report.*.pdf; do reports+=("$(realpath "$pdf")"); done
  (cd "$VERAPDF_DIR" && java -cp "$(cat classpath)" Validate ua1,3a "${reports[@]}" 2>/dev/null) || { echo "FAILED: veraPDF"; failed=1; }
else
  echo "SKIPPED: VERAPDF_DIR names no folder that tests/verapdf/install.sh filled: PDF/UA-1 and PDF/A-3a were not validated"
fi

for pdf in "$output"/*/report.*.pdf; do
  if have qpdf "the structure of $pdf"; then
    qpdf --check "$pdf" >/dev/null || { echo "FAILED: qpdf --check $pdf"; failed=1; }
  fi
  if have pdffonts "the fonts of $pdf"; then
    # Every font embedded, subset, and with its characters.
    pdffonts "$pdf" | tail -n +3 | awk '{ if ($(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes") { print "FAILED: font " $1; bad = 1 } } END { exit bad }' || failed=1
  fi
  # What must show, in the text that another program extracts.
  if have pdftotext "the text of $pdf" && [ -z "${VALIDATE_NO_COVERAGE:-}" ]; then
    text=$(pdftotext -raw -enc UTF-8 "$pdf" - | tr -d '[:space:]' | sed 's/\xe2\x81\xa0//g; s/\xc2\xa0//g')
    while IFS=$'\t' read -r fact outputs string _; do
      case "$fact" in '#'*|'') continue ;; esac
      case ",$outputs," in *,report,*) ;; *) continue ;; esac
      wanted=$(printf '%s' "$string" | tr -d '[:space:]')
      case "$text" in *"$wanted"*) ;; *) echo "FAILED: $fact is not in the extracted text: $string"; failed=1 ;; esac
    done < "$here/coverage.tsv"
  fi
done
[ "$failed" = 0 ] && echo "validators: all passed"
exit "$failed"
