#!/usr/bin/env python3
"""Follows every link of a built book to a page, a picture or a place of its own. Usage: book.py FOLDER"""
import html.parser
import pathlib
import sys
import urllib.parse


class Page(html.parser.HTMLParser):
    """The links of a page and the places that it has."""

    def __init__(self):
        super().__init__()
        self.links, self.places = [], set()

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id" or (tag == "a" and name == "name"):
                self.places.add(value)
            if name in ("href", "src") and value and tag in ("a", "img"):
                self.links.append(value)


def read(path):
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


root = pathlib.Path(sys.argv[1])
pages = {path.relative_to(root): read(path) for path in sorted(root.glob("**/*.html"))}
followed, broken = 0, []
for path, page in pages.items():
    # The page of an error, and the whole book on one page, take their links from elsewhere.
    if path.name in ("404.html", "print.html", "toc.html"):
        continue
    for link in page.links:
        parts = urllib.parse.urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        followed += 1
        target = (root / path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else (root / path)
        known = pages.get(target.relative_to(root.resolve())) if parts.path and target.is_relative_to(root.resolve()) else page
        if not target.exists():
            broken.append(f"{path}: {link} leads nowhere")
        elif parts.fragment and target.suffix == ".html" and known and parts.fragment not in known.places:
            broken.append(f"{path}: {link}: there is no such place on that page")
print("\n".join(broken) or f"{followed} links of {len(pages)} pages lead somewhere")
sys.exit(bool(broken) or not followed)
