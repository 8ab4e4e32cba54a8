#!/usr/bin/env python3
"""Writes the stress cluster: the worked example's projects and one month whose report has about 300
pages. Usage: stress.py FOLDER"""
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
PROJECTS = ["entrack", "prospect-plus", "in-plan", "recet", "local-gogreen", "necplatform", "renoverty", "at-last"]
ACRONYMS = ["ENTRACK", "PROSPECT+", "IN-PLAN", "RECET", "LOCAL GoGREEN", "NECPlatform", "RENOVERTY", "AT-LAST"]
SENTENCES = [
    "The municipality compared its demand for heat with what the district can supply.",
    "Two workshops brought mayors, planners and the energy agency to one table.",
    "The plan names who pays for the first step, and by when.",
    "What was learned is written down for the projects that follow.",
    "Νέα από τον δήμο: το σχέδιο εγκρίθηκε.",
    "Općina je usvojila plan i objavila ga na svojim stranicama.",
]


def paragraph(seed, length):
    return " ".join(SENTENCES[(seed + i * i) % len(SENTENCES)] for i in range(length))


def update(number):
    project = PROJECTS[number % len(PROJECTS)]
    rows = "\n".join(f"| Village {number}-{i} | {100 + i * 7} | {20 + i} |" for i in range(8))
    text = f"""# Plan number {number} has been agreed

{paragraph(number, 4)}

## What it contains

{paragraph(number + 1, 6)} Energy is counted in MWh.[^1]

- {SENTENCES[number % 4]}
- {SENTENCES[(number + 1) % 4]}
  - a task within a task
- [the plan in full](https://example.org/plans/{number})

| Village | Demand | Supply |
|---|---:|---:|
{rows}

> {SENTENCES[(number + 2) % 4]}

## What comes next

{paragraph(number + 2, 8)}

[^1]: As the agency counts it, with the losses of the network.
"""
    return f"{project}-plan-{number:03}.md", text


def meeting(number):
    day = 1 + number % 28
    actions = "\n".join(
        f"- [{'x' if i % 3 == 0 else ' '}] {ACRONYMS[(number + i) % 8]}: check part {i} of the plans of call {number} (by 2024-07-{1 + i:02})"
        for i in range(6)
    )
    return f"2024-05-{day:02}-call-{number:02}.md", f"""---
host: AISFOR
mode: online
present: [{", ".join(PROJECTS)}]
---
# Working call {number}

{paragraph(number, 5)}

## What was said

{paragraph(number + 1, 12)}

## Decisions

- The projects use one list of questions, version {number}.

## Actions

{actions}
"""


def main(folder):
    root = pathlib.Path(folder)
    shutil.copytree(HERE.parent / "sources" / "projects", root / "sources" / "projects", dirs_exist_ok=True)
    shutil.copy(HERE / "base" / "bulletin.yaml", root / "bulletin.yaml")
    updates, meetings = root / "sources" / "updates" / "2024-05", root / "sources" / "meetings"
    for path in (updates, meetings, root / "sources" / "issues"):
        path.mkdir(parents=True, exist_ok=True)
    for name, text in map(update, range(360)):
        (updates / name).write_text(text, encoding="utf-8")
    for name, text in map(meeting, range(28)):
        (meetings / name).write_text(text, encoding="utf-8")
    manifest = "subject: \"Three hundred pages\"\nreport: {minutes: true, matrix: true, profiles: true}\n"
    (root / "sources" / "issues" / "2024-05.yaml").write_text(manifest, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
