#!/usr/bin/env bash
# Writes what package managers ask for, for one release: winget's three files and a Homebrew formula, with the
# checksums of its archives. Usage: manifests.sh VERSION OWNER/REPOSITORY SHA256SUMS FOLDER. The release workflow
# calls it; nobody has handed its files in yet.
set -euo pipefail
version=${1#v} repository=$2 sums=$3 folder=$4
address="https://github.com/$repository"

archive() { echo "bulletin-v$version-$1"; }
sum() {
  local found
  found=$(awk -v name="$1" '$2 == name || $2 == "*" name { print $1 }' "$sums")
  if [ -z "$found" ]; then
    echo "manifests.sh: $sums has no checksum of $1" >&2
    exit 1
  fi
  echo "$found"
}
windows=$(archive x86_64-pc-windows-msvc).zip
id=Bulletin.Bulletin
say="Monthly synergy report, newsletter and its delivery, from one folder of texts"

mkdir -p "$folder/winget" "$folder/homebrew"
head="PackageIdentifier: $id
PackageVersion: $version"
cat >"$folder/winget/$id.yaml" <<EOF
# yaml-language-server: \$schema=https://aka.ms/winget-manifest.version.1.6.0.schema.json
$head
DefaultLocale: en-GB
ManifestType: version
ManifestVersion: 1.6.0
EOF
cat >"$folder/winget/$id.installer.yaml" <<EOF
# yaml-language-server: \$schema=https://aka.ms/winget-manifest.installer.1.6.0.schema.json
$head
InstallerType: zip
NestedInstallerType: portable
NestedInstallerFiles:
  - RelativeFilePath: ${windows%.zip}\\bulletin.exe
    PortableCommandAlias: bulletin
Installers:
  - Architecture: x64
    InstallerUrl: $address/releases/download/v$version/$windows
    InstallerSha256: $(sum "$windows" | tr a-f A-F)
ManifestType: installer
ManifestVersion: 1.6.0
EOF
cat >"$folder/winget/$id.locale.en-GB.yaml" <<EOF
# yaml-language-server: \$schema=https://aka.ms/winget-manifest.defaultLocale.1.6.0.schema.json
$head
PackageLocale: en-GB
Publisher: Bulletin
PackageName: Bulletin
PackageUrl: $address
License: MIT OR Apache-2.0
ShortDescription: $say
ManifestType: defaultLocale
ManifestVersion: 1.6.0
EOF
entry() {
  local name
  name=$(archive "$1").tar.gz
  printf '      url "%s/releases/download/v%s/%s"\n      sha256 "%s"\n' "$address" "$version" "$name" "$(sum "$name")"
}
cat >"$folder/homebrew/bulletin.rb" <<EOF
class Bulletin < Formula
  desc "$say"
  homepage "$address"
  version "$version"
  license any_of: ["MIT", "Apache-2.0"]

  on_macos do
    on_arm do
$(entry aarch64-apple-darwin)
    end
    on_intel do
$(entry x86_64-apple-darwin)
    end
  end

  on_linux do
    on_arm do
$(entry aarch64-unknown-linux-gnu)
    end
    on_intel do
$(entry x86_64-unknown-linux-gnu)
    end
  end

  def install
    bin.install "bulletin"
    man1.install Dir["man/*.1"]
    bash_completion.install "completions/bulletin.bash" => "bulletin"
    fish_completion.install "completions/bulletin.fish"
    zsh_completion.install "completions/bulletin.zsh" => "_bulletin"
  end

  test do
    system bin/"bulletin", "init", "cluster", "--name", "Test"
    cd("cluster") { system bin/"bulletin", "check" }
  end
end
EOF
echo "$folder/winget: 3 files; $folder/homebrew/bulletin.rb"
