#!/usr/bin/env python3
"""Reads the feed and the calendar of a built web edition with other programs, and sees that a broken
copy of each is refused. Usage: feeds.py OUTPUT/web"""
import pathlib
import sys

import feedparser
import icalendar
import ics


def main(folder):
    web = pathlib.Path(folder)
    for path in sorted(web.glob("feed.*.xml")):
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, f"{path}: {feed.bozo_exception}"
        assert feed.feed.id and feed.feed.updated and feed.entries, path
        for entry in feed.entries:
            assert entry.id and entry.title and entry.link and entry.updated, (path, entry)
        broken = feedparser.parse(path.read_bytes().replace(b"</feed>", b""))
        assert broken.bozo, f"{path}: a broken copy was not refused"
    for path in [web / "events.ics", *sorted((web / "events").glob("*.ics"))] if (web / "events.ics").exists() else []:
        text = path.read_bytes().decode("utf-8")
        events = icalendar.Calendar.from_ical(text).walk("VEVENT")
        assert events and all(event.get("UID") and event.get("DTSTAMP") and event.get("DTSTART") for event in events), path
        assert len(ics.Calendar(text).events) == len(events), path
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n")), f"{path}: a line is not folded"
        for parse in (icalendar.Calendar.from_ical, ics.Calendar):
            try:
                parse(text.replace("BEGIN:VEVENT", "BEGIN VEVENT"))
            except Exception:
                continue
            raise AssertionError(f"{path}: a broken copy was not refused")
    print("feeds and calendars: all passed")


if __name__ == "__main__":
    main(sys.argv[1])
