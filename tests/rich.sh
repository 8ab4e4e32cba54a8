#!/usr/bin/env bash
# Puts the rich test cluster into a folder: the worked example with a second, full month over it.
# Usage: tests/rich.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cp -r "$here/../sources" "$1/"
cp -r "$here/rich/." "$1/"
rm -f "$1/README.md"
