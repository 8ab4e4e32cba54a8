#!/usr/bin/env python3
"""A month of photos, for looking and for tests: the rich month with pictures of every shape in its news, a
picture on the first page, and a logo. Usage: tests/photos.py FOLDER (made by tests/rich.sh)

The pictures are drawn here, of noise and simple shapes: nobody is in them and nobody owns them."""
import struct
import sys
import zlib
from pathlib import Path


def png(width, height, colour):
    """A PNG of a sky, a field and houses, in a tone of its own."""
    rows = []
    for y in range(height):
        row = bytearray([0])
        for x in range(width):
            sky = y < height * 0.55
            red, green, blue = (148 + y * 60 // height, 188 + y * 30 // height, 224) if sky else (110, 140, 66 + x % 40)
            step = width // 6 or 1
            house = step // 4 < x % step < step * 3 // 4 and height * 0.45 < y < height * 0.58
            roof = step // 4 < x % step < step * 3 // 4 and height * 0.40 < y <= height * 0.45
            if house:
                red, green, blue = 205, 176, 160
            if roof:
                red, green, blue = colour
            row += bytes((red, green, blue))
        rows.append(bytes(row))
    data = zlib.compress(b"".join(rows), 9)

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def main():
    root = Path(sys.argv[1])
    images = root / "sources/images"
    images.mkdir(parents=True, exist_ok=True)
    sizes = {"cover": (1800, 1100), "wide": (1600, 1000), "high": (900, 1350), "square": (1000, 1000), "band": (1600, 600)}
    for at, (name, (width, height)) in enumerate(sizes.items()):
        (images / f"{name}.png").write_bytes(png(width, height, (150, 60 + at * 25, 40)))
    (images / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 90"><circle cx="45" cy="45" r="32" fill="#7b341e"/>'
        '<rect x="100" y="35" width="180" height="20" fill="#7b341e"/></svg>\n')
    (root / "sources/images.yaml").write_text(
        '- {file: images/cover.png, alt: "Six houses between a field and the sky", credit: "Photo: A. Name", licence: "CC BY 4.0"}\n')
    updates = root / "sources/updates/2024-05"
    credit = '"Photo: A. Name, CC BY 4.0"'
    more = {
        "recet-energy-plans.md": f"\n![Houses at the edge of a field](wide.png {credit})\n",
        "at-last-towns.md": f"\n![A tower of houses, seen from below](high.png {credit})\n\nThe towns meet again in June.\n",
        "in-plan-lighthouses.md": f"\n![The first lighthouse](wide.png {credit})\n\n![The second lighthouse](square.png {credit})\n",
        "prospect-plus-modules.md": f"\n![The first lesson](wide.png {credit})\n![The second lesson](high.png {credit})\n![The third lesson](square.png {credit})\n",
        "local-gogreen-icep.md": f"\n![A street of houses](band.png {credit})\n\n> [!NOTE]\n> The plans are open to everybody until the end of June.\n\n> Nobody had asked us before.\n>\n> — Anna Example, mayor\n",
    }
    for name, text in more.items():
        path = updates / name
        path.write_text(path.read_text() + text)
    issue = root / "sources/issues/2024-05.yaml"
    issue.write_text(issue.read_text() + "cover: cover.png\n")
    config = root / "bulletin.yaml"
    config.write_text(config.read_text() + "look: {accent: \"#7b341e\", logo: logo.svg}\n")


main()
