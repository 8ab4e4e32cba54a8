#!/usr/bin/env python3
"""Holds the YAML files of clusters, and the tops of their texts, against the schemas that `bulletin schema --write`
writes, with the package `jsonschema`. A field that no schema knows must fail. Ends with 77 where a package is
missing. With `--cases FOLDER`, the small clusters in it are held, too, each laid over `tests/base`: what the
program takes must fit, and a field that it does not know must not. Usage: schemas.py BULLETIN FOLDER... [--cases
FOLDER]"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

try:
    import jsonschema
    import yaml
except ImportError as error:
    print(f"SKIPPED: {error.name} is not installed: no YAML was held against the schemas")
    sys.exit(77)


class Loader(yaml.SafeLoader):
    """YAML as 1.2 has it: days stay texts, and `NO` is a country."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in known if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))

KINDS = [
    (r"^bulletin\.yaml$", "bulletin"),
    (r"^sources/projects/[^/]+\.yaml$", "project"),
    (r"^sources/issues/[^/]+\.yaml$", "issue"),
    (r"^sources/(events|indicators|activities|synergies|organisations|people|images|sent)\.yaml$", None),
    (r"^sources/updates/.*\.md$", "update"),
    (r"^sources/meetings/.*\.md$", "meeting"),
]


def kind(path):
    for pattern, name in KINDS:
        found = re.match(pattern, path)
        if found:
            return name or found.group(1)
    return None


def document(path):
    """The YAML of a file; `None` if it has none."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        found = re.match(r"\s*---\r?\n(.*?)\r?\n(?:---|\.\.\.)\s*(?:\n|$)", text, re.S)
        if not found:
            return None
        text = found.group(1)
    return yaml.load(text, Loader)


def findings(bulletin, root):
    """What the program finds in a folder: the rules of errors, by file."""
    told = subprocess.run(
        [bulletin, "check", "--diagnostics", "json", "--root", root], capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"}
    )
    found = {}
    for line in (told.stdout + told.stderr).splitlines():
        if line.startswith("{"):
            one = json.loads(line)
            if one["severity"] == "error":
                found.setdefault(one["file"], set()).add(one["rule"])
    return found


def cases(bulletin, folder, schemas):
    """Holds every file of the cases against the schemas and the program's own opinion; returns counts."""
    seen = failed = 0
    for case in sorted(p for p in pathlib.Path(folder).iterdir() if p.is_dir()):
        with tempfile.TemporaryDirectory() as root:
            shutil.copytree("tests/base", root, dirs_exist_ok=True)
            shutil.copytree(case, root, dirs_exist_ok=True)
            told = findings(bulletin, root)
        paths = [case / "bulletin.yaml", *case.glob("sources/**/*.yaml"), *case.glob("sources/**/*.md")]
        for path in sorted(paths):
            below = path.relative_to(case).as_posix()
            name = kind(below)
            if name is None or not path.is_file():
                continue
            rules = told.get(below, set())
            try:
                data = document(path)
            except (yaml.YAMLError, UnicodeDecodeError) as error:
                if not rules:
                    failed += 1
                    print(f"FAILED: {path}: not read here, and nothing is wrong there: {error}")
                continue
            if data is None:
                continue
            seen += 1
            wrong = list(jsonschema.Draft7Validator(schemas[name]).iter_errors(data))
            if wrong and not rules:
                failed += 1
                print(f"FAILED: {path}: {wrong[0].message[:160]}")
            if "unknown-field" in rules and not wrong:
                failed += 1
                print(f"FAILED: {path}: the schema takes a field that the program does not know")
    return seen, failed


def main():
    bulletin, folders = sys.argv[1], sys.argv[2:]
    of_cases = None
    if "--cases" in folders:
        at = folders.index("--cases")
        of_cases = folders[at + 1]
        del folders[at : at + 2]
    with tempfile.TemporaryDirectory() as root:
        subprocess.run([bulletin, "init", root, "--name", "x"], check=True, capture_output=True)
        subprocess.run([bulletin, "schema", "--write", "--root", root], check=True, capture_output=True)
        schemas = {p.name.split(".")[0]: json.loads(p.read_text()) for p in pathlib.Path(root, "schemas").glob("*.json")}
    for name, schema in schemas.items():
        jsonschema.Draft7Validator.check_schema(schema)
        top = {"nonsense": 1}
        wrong = [top] if schema.get("type") == "array" else top
        assert list(jsonschema.Draft7Validator(schema).iter_errors(wrong)), f"{name} takes a field that there is not"
    seen = failed = 0
    for folder in map(pathlib.Path, folders):
        for path in sorted([folder / "bulletin.yaml", *folder.glob("sources/**/*.yaml"), *folder.glob("sources/**/*.md")]):
            below = path.relative_to(folder).as_posix()
            name = kind(below)
            if name is None or not path.is_file():
                continue
            data = document(path)
            if data is None:
                continue
            seen += 1
            for error in jsonschema.Draft7Validator(schemas[name]).iter_errors(data):
                failed += 1
                print(f"FAILED: {path}: {'.'.join(map(str, error.absolute_path))}: {error.message[:160]}")
    if of_cases:
        more, wrong = cases(bulletin, of_cases, schemas)
        seen, failed = seen + more, failed + wrong
    print(f"{seen} files fit {len(schemas)} schemas" if not failed else f"{failed} failures in {seen} files")
    sys.exit(1 if failed else 0)


main()
