#!/usr/bin/env python3
"""Eighteen generated months as one report, and every number in it computed once more.

Usage: tests/period.py BULLETIN    (needs poppler's pdfinfo, pdftotext, pdfdetach)

The months are written as a person would write them; then the files are read again here, by code
that shares nothing with the program, and each number of the report is compared.
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

PROJECTS = ["entrack", "recet", "in-plan", "renoverty"]
ACRONYM = {"entrack": "ENTRACK", "recet": "RECET", "in-plan": "IN-PLAN", "renoverty": "RENOVERTY"}
MONTHS = [f"{year}-{month:02}" for year in (2023, 2024, 2025) for month in range(1, 13)][10:28]


def write(root, path, text):
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def generate(root, rng):
    """A cluster of eighteen months."""
    write(root, "bulletin.yaml", "name: Cluster\npublisher: P, Street 1\nfrom: news@example.org\nprivacy_url: https://example.org/p\n")
    for i, project in enumerate(PROJECTS):
        programme = "H2020" if project == "in-plan" else "LIFE"
        write(root, f"sources/projects/{project}.yaml",
              f"acronym: {ACRONYM[project]}\ntitle: Title of {project}\nprogramme: {programme}\nsummary: Helps towns.\n"
              f"agreement: 10112000{i}\nthemes: [heat, theme {i}]\ncountries: [{['ES', 'IT', 'SI', 'HR'][i]}]\n")
    values, activities, events, open_actions = [], [], [], []
    for n, month in enumerate(MONTHS):
        write(root, f"sources/issues/{month}.yaml", f"subject: Month {n}\n")
        for k in range(rng.randint(1, 3)):
            project = rng.choice(PROJECTS)
            both = [project] + ([rng.choice([p for p in PROJECTS if p != project])] if rng.random() < 0.3 else [])
            write(root, f"sources/updates/{month}/{project}-news-{k}.md",
                  f"---\nprojects: [{', '.join(both)}]\n---\n# News {k} of {month}\n\nOne sentence about it.\n")
        if n % 2 == 0:
            present = rng.sample(PROJECTS, rng.randint(1, 4))
            lines = []
            for action, owners in open_actions[:]:
                if rng.random() < 0.5:
                    lines.append(f"- [x] {owners}: do {action} {{#{action}}}")
                    open_actions.remove((action, owners))
            for k in range(rng.randint(0, 3)):
                owners = ", ".join(ACRONYM[p] for p in rng.sample(PROJECTS, rng.randint(1, 2)))
                action = f"a-{n}-{k}"
                lines.append(f"- [ ] {owners}: do {action} {{#{action}}}")
                open_actions.append((action, owners))
            text = f"---\nhost: AISFOR\npresent: [{', '.join(present)}]\n---\n# Meeting of {month}\n\nThey met.\n"
            if lines:
                text += "\n## Actions\n\n" + "\n".join(lines) + "\n"
            write(root, f"sources/meetings/{month}-10-meeting.md", text)
        values.append(f"  - {{period: {month}, value: {rng.randint(1, 90)}.{rng.randint(1, 9)}}}")
        activities.append(f"- {{name: Activity {n}, kind: communication, status: delivered, date: {month}-05"
                          + (", reported_in: first report" if n < 9 else "") + f", projects: [{rng.choice(PROJECTS)}]}}")
        events.append(f"- {{title: Event {n}, starts: {month}-20, status: held, projects: [{', '.join(rng.sample(PROJECTS, rng.randint(1, 3)))}]}}")
    body = "\n".join(values)
    write(root, "sources/indicators.yaml", "".join(
        f"- id: {rule}\n  label: Readers {rule}\n  unit: people\n  aggregation: {rule}\n  target: 900\n  values:\n{body}\n" for rule in ("sum", "last", "max")))
    write(root, "sources/activities.yaml", "\n".join(activities) + "\n")
    write(root, "sources/events.yaml", "\n".join(events) + "\n")


def ids(text):
    found = re.search(r"\[(.*?)\]", text)
    return [name.strip() for name in found.group(1).split(",")] if found else []


def recompute(root, only):
    """What the report must say, read off the files."""
    mine = (lambda projects: only in projects) if only else (lambda projects: True)
    sources = root / "sources"
    news, joint, meetings, states, owners_of, printed = 0, 0, 0, {}, {}, set()
    for file in sorted(sources.glob("updates/*/*.md")):
        projects = ids(re.search(r"^projects:.*$", file.read_text(), re.M).group(0))
        if mine(projects):
            news += 1
            joint += len(projects) > 1
            printed.update(projects)
    for file in sorted(sources.glob("meetings/*.md")):
        text = file.read_text()
        present = ids(re.search(r"^present:.*$", text, re.M).group(0))
        if mine(present):
            meetings += 1
            joint += len(present) > 1
        for done, owners, action in re.findall(r"^- \[(.)\] (.*?): do .* \{#(.*)\}$", text, re.M):
            states[action] = done == "x"
            owners_of[action] = [name.strip() for name in owners.split(",")]
    acronym = ACRONYM.get(only)
    kept = [a for a in states if not only or acronym in owners_of[a]]
    joint += sum(1 for a in kept if states[a] and len(owners_of[a]) > 1)
    for line in (sources / "events.yaml").read_text().splitlines():
        projects = ids(line)
        joint += len(projects) > 1 and mine(projects)
    block = (sources / "indicators.yaml").read_text().split("- id:")[1]
    tenths = [round(float(value) * 10) for value in re.findall(r"value: ([\d.]+)", block)]
    activities = [line for line in (sources / "activities.yaml").read_text().splitlines() if mine(ids(line.rsplit("projects", 1)[1]))]
    # The cluster's indicators are no project's own.
    numbers = {} if only else {"sum": sum(tenths) / 10, "last": tenths[-1] / 10, "max": max(tenths) / 10}
    return {
        **numbers,
        "news": news, "joint": joint, "meetings": meetings,
        "actions": len(kept), "closed": sum(states[a] for a in kept), "open": sum(not states[a] for a in kept),
        "activities": len(activities), "reported": sum("reported_in" in line for line in activities),
        "printed": printed | ({only} if only else set(PROJECTS)),
    }


def check(bulletin, root, only):
    """Builds the report and compares."""
    args = [bulletin, "report", "--root", str(root), "--from", MONTHS[0], "--to", MONTHS[-1], "--quiet"]
    out = subprocess.run(args + (["--project", only] if only else []), check=True, capture_output=True, text=True).stdout.split("\n")
    pdf = next(line for line in out if line.endswith(".pdf"))
    note = pathlib.Path(next(line for line in out if line.endswith(".txt"))).read_text()
    want = recompute(root, only)
    pages = int(re.search(r"Pages:\s+(\d+)", subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout).group(1))
    assert pages <= 15, f"{pages} pages"
    text = re.sub(r"\s+", " ", subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout)
    data = root / "data.json"
    subprocess.run(["pdfdetach", "-save", "1", "-o", str(data), pdf], check=True, capture_output=True)
    report = json.loads(data.read_text())
    got = {
        "news": sum(len(group["updates"]) for group in report["news"]),
        "joint": len(report["joint"]), "meetings": len(report["meetings"]),
        "actions": len(report["actions"]), "open": sum(action["open"] for action in report["actions"]),
        "closed": sum(not action["open"] for action in report["actions"]),
        "activities": len(report["activities"]), "reported": sum(bool(row["reported"]) for row in report["activities"]),
    }
    for row in report["indicators"]:
        got[row["what"].split()[-1]] = float(row["value"].replace("\u00a0", ""))
    got["printed"] = {name.lower() for name in (project["acronym"] for project in report["projects"])}
    assert got == want, f"report {got}\nfiles  {want}"
    numbers = [int(number) for number in re.findall(r"\b\d+\b", " ".join(note.split()).split("Joint results recorded")[1].split("Nothing")[0])]
    assert numbers == [want[name] for name in ("joint", "meetings", "news", "actions", "closed", "open")], (numbers, want)
    for value in (want[name] for name in ("sum", "last", "max") if name in want):
        shown = f"{value:.1f}" if value < 1000 else f"{int(value) // 1000} {value % 1000:05.1f}"
        assert shown in text.replace("\u00a0", " "), f"{shown} is not in the text"
    statement = "grant agreement No 101120002"
    assert (statement in text.replace("\u00a0", " ")) == ("in-plan" in want["printed"]), "the statement of IN-PLAN"
    assert "Co-funded by the European Union" in text
    print(f"{only or 'all projects'}: {pages} pages, {len(want)} numbers agree: {want}")


def main():
    for seed in (1, 2, 3):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            generate(root, random.Random(seed))
            check(sys.argv[1], root, None)
            check(sys.argv[1], root, "entrack")


if __name__ == "__main__":
    main()
