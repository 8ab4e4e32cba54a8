#!/usr/bin/env python3
"""Makes of a folder that benches/world.rs wrote one that the bare Typst compiler takes: each author's
tree becomes Typst code, and `markdown` a function that includes it. With `--compile` it compiles the
folder with the PyPI package `typst` and prints the seconds. Usage: bare.py [--compile] FOLDER"""
import json
import pathlib
import resource
import sys
import time

text = lambda words: json.dumps(words, ensure_ascii=False)


def inlines(parts, notes):
    return "{" + ";".join(inline(part["kind"], notes) for part in parts) + "}"


def inline(kind, notes):
    if isinstance(kind, str):
        return {"SoftBreak": "[ ]", "Break": "linebreak()"}[kind]
    (name, value), = kind.items()
    if name == "Text":
        return f"text({text(value)})"
    if name == "Code":
        return f"raw({text(value)})"
    if name == "Link":
        return f"link({text(value[0])}, {inlines(value[1], notes)} + text(\"\\u{{2060}}\"))"
    if name == "FootnoteRef":
        return "footnote(" + blocks(notes[value], notes) + ")"
    if name == "Image":
        return f"image({text('/' + value['url'])}, alt: {text(value['alt'])})"
    call = {"Emph": "emph", "Strong": "strong", "Strike": "strike", "Super": "super", "Sub": "sub"}[name]
    return f"{call}({inlines(value, notes)})"


def blocks(parts, notes):
    return "{" + ";".join(block(part["kind"], notes) for part in parts) + "}"


def block(kind, notes):
    if isinstance(kind, str):
        return "divider()"
    (name, value), = kind.items()
    if name == "Heading":
        return f"heading(level: level + {value[0]} - 1, outlined: false, {inlines(value[1], notes)})"
    if name == "Paragraph":
        return f"par({inlines(value, notes)})"
    if name == "List":
        items = ", ".join(blocks(item["blocks"], notes) for item in value["items"])
        call = "list" if value["start"] is None else "enum"
        return f"{call}(tight: {str(value['tight']).lower()}, {items})"
    if name == "Quote":
        return f"quote(block: true, {blocks(value, notes)})"
    if name == "Code":
        return f"raw(block: true, {text(value[1])})"
    if name == "Table":
        cells = lambda row: ", ".join(inlines(cell, notes) for cell in row)
        rows = ", ".join([f"table.header({cells(value['header'])})"] + [cells(row) for row in value["rows"]])
        return f"table(columns: {len(value['header'])}, {rows})"
    return "[]"


def convert(root):
    names = []
    for path in sorted((root / "markdown").rglob("*.json")):
        tree = json.loads(path.read_text(encoding="utf-8"))
        name = str(path.relative_to(root / "markdown"))[: -len(".json")]
        (root / "markdown" / (name + ".typ")).write_text(f"#let content(level) = {blocks(tree['blocks'], tree['notes'])}\n", encoding="utf-8")
        names.append(name)
    imports = "".join(f'#import "/markdown/{name}.typ" as t{i}\n' for i, name in enumerate(names))
    table = "#let texts = (" + "".join(f"{text(name)}: t{i}.content, " for i, name in enumerate(names)) + ")\n"
    (root / "markdown.typ").write_text(imports + table + "#let markdown(path, level: 2) = (texts.at(path))(level)\n", encoding="utf-8")
    parts = root / "layouts" / "report" / "parts.typ"
    parts.write_text('#import "/markdown.typ": markdown\n' + parts.read_text(encoding="utf-8"), encoding="utf-8")


def compile_it(root):
    import typst

    fonts = pathlib.Path(__file__).resolve().parent.parent / "layouts" / "fonts"
    start = time.perf_counter()
    typst.compile(str(root / "layouts/report/report.typ"), output=str(root / "bare.pdf"), root=str(root),
                  font_paths=[str(fonts)], ignore_system_fonts=True, pdf_standards=["a-3a", "ua-1"])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{time.perf_counter() - start:.3f} {peak}")


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[-1])
    compile_it(folder) if "--compile" in sys.argv else convert(folder)
