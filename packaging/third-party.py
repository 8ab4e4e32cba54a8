#!/usr/bin/env python3
"""Writes THIRD-PARTY.md: every crate that the program stands on, with its licence and whose it is, and each licence's
text once. Run it after a change of Cargo.lock; `.ci/run` does so with `--check`, which writes nothing and fails if the
file is another. Usage: packaging/third-party.py [--check]"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# The words by which a licence's text is known, those first that hold the words of others.
TEXTS = {
    "Apache-2.0": "Apache License",
    "MPL-2.0": "Mozilla Public License",
    "CDLA-Permissive-2.0": "Community Data License Agreement",
    "CC0-1.0": "CC0 1.0 Universal",
    "Unicode-3.0": "UNICODE LICENSE V3",
    "Unicode-DFS-2016": "UNICODE, INC. LICENSE AGREEMENT",
    "BSL-1.0": "Boost Software License",
    "Unlicense": "This is free and unencumbered software",
    "BSD-3-Clause": "Neither the name",
    "BSD-2-Clause": "Redistribution and use in source and binary forms",
    "Zlib": "provided 'as-is'",
    "ISC": "Permission to use, copy, modify, and/or distribute",
    "MIT": "Permission is hereby granted, free of charge",
}
# Which of the licences to choose from is taken, the first that is offered.
PREFERRED = ["MIT", "Apache-2.0", "BSD-3-Clause", "BSD-2-Clause", "ISC", "Zlib", "BSL-1.0", "0BSD", "Unlicense"]


def metadata():
    out = subprocess.run(
        ["cargo", "metadata", "--locked", "--format-version", "1"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return json.loads(out.stdout)


def shipped(data):
    """The packages that the program is linked with, on any system: not what tests and builds alone need."""
    nodes = {node["id"]: node for node in data["resolve"]["nodes"]}
    seen, todo = set(), [data["resolve"]["root"]]
    while todo:
        one = todo.pop()
        if one in seen:
            continue
        seen.add(one)
        for dep in nodes[one]["deps"]:
            if any(kind["kind"] is None for kind in dep["dep_kinds"]):
                todo.append(dep["pkg"])
    packages = [p for p in data["packages"] if p["id"] in seen and p["source"]]
    return sorted(packages, key=lambda p: (p["name"], p["version"]))


def files(package):
    folder = pathlib.Path(package["manifest_path"]).parent
    names = [p for p in folder.iterdir() if re.match(r"(?i)(licen[cs]e|copying|copyright|notice|unlicense)", p.name)]
    texts = []
    for path in sorted(p for p in names if p.is_file()):
        texts.append(path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n"))
    return texts


def owners(package, texts):
    """The lines that say whose it is; the authors where no file does."""
    found = []
    for text in texts:
        for line in text.splitlines():
            line = line.strip().strip("#/*").strip()
            plain = re.match(r"(?i)copyright\s*(\(c\)|©|[0-9]{4})", line)
            if plain and "[yyyy]" not in line and line not in found and len(line) < 160:
                found.append(line)
    if not found:
        found = ["by " + ", ".join(re.sub(r"\s*<[^>]*>", "", a) for a in package["authors"])] if package["authors"] else []
    return "; ".join(re.sub(r"\s*<[^>]*@[^>]*>", "", line).replace("|", "/") for line in found)


def main():
    packages = shipped(metadata())
    lines = [
        "# What Bulletin stands on",
        "",
        "Written by `packaging/third-party.py` from `Cargo.lock`. Bulletin itself is under MIT or Apache-2.0. The fonts and",
        "their licences stand in `layouts/fonts/`; SQLite, compiled in, is in the public domain.",
        "",
        "| crate | version | licence | whose |",
        "|---|---|---|---|",
    ]
    wanted, known = set(), {}
    for package in packages:
        texts = files(package)
        licence = package["license"] or "see its file"
        offered = re.findall(r"[A-Za-z0-9.\-]+(?: WITH LLVM-exception)?", licence.replace("/", " OR "))
        offered = [one for one in offered if one not in ("OR", "AND", "WITH")]
        if " AND " in licence:
            wanted.update(one.split(" ")[0] for one in offered)
        else:
            taken = next((one for one in PREFERRED if one in offered), offered[0] if offered else None)
            wanted.add(taken.split(" ")[0] if taken else None)
        for text in texts:
            name = next((name for name, mark in TEXTS.items() if mark in text), None)
            whole = len(text) > (9000 if name in ("Apache-2.0", "MPL-2.0") else 400)
            if name in offered and whole and (name not in known or len(text) < len(known[name])):
                known[name] = text
        lines.append(f"| {package['name']} | {package['version']} | {licence.replace('|', '/')} | {owners(package, texts)} |")
    missing = sorted(name for name in wanted if name and name not in known)
    for name in sorted(name for name in wanted if name in known):
        text = "\n".join(line for line in known[name].strip().splitlines() if not re.match(r"(?i)\s*copyright\s*(\(c\)|©|[0-9]{4})", line))
        lines += ["", f"## {name}", "", "```text", text.strip(), "```"]
    for name in missing:
        lines += ["", f"## {name}", "", f"No package holds its text; it stands at <https://spdx.org/licenses/{name}.html>."]
    text, file = "\n".join(lines) + "\n", ROOT / "THIRD-PARTY.md"
    if "--check" in sys.argv:
        if file.read_text(encoding="utf-8") != text:
            sys.exit("THIRD-PARTY.md is not that of Cargo.lock: run packaging/third-party.py")
    else:
        file.write_text(text, encoding="utf-8")
    print(f"THIRD-PARTY.md: {len(packages)} crates, {len(wanted)} licences")


main()
