//! Times, moments and progress as an operator reads them.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::delivery::ledger::State;
use crate::delivery::run::Progress;
use crate::value::Millis;

/// How far it is, in a line.
pub(super) fn progress_line(progress: &Progress) -> String {
    let counts = &progress.counts;
    let total = counts.planned();
    let done = total - counts.pending() - counts.of(State::Deferred);
    let mut text = format!("{done} of {total}");
    for (state, words) in [
        (State::Deferred, "to be tried again"),
        (State::Rejected, "rejected"),
        (State::Blocked, "blocked"),
        (State::Uncertain, "uncertain"),
    ] {
        let count = counts.of(state);
        if count > 0 {
            text.push_str(&format!(", {count} {words}"));
        }
    }
    if progress.lately > 0 {
        text.push_str(&format!("; {} in the last minute", progress.lately));
    }
    if let Some(left) = progress.left.filter(|left| *left > 0) {
        text.push_str(&format!(", {} left", duration(left)));
    }
    if let Some(waiting) = &progress.waiting {
        text.push_str(&format!("; {waiting}"));
    }
    text
}

/// A time in words: `3 h 20 min`.
pub(super) fn duration(time: Millis) -> String {
    let seconds = (time + 500) / 1000;
    match seconds {
        0 => "a moment".into(),
        1..60 => format!("{seconds} s"),
        60..3600 => format!("{} min", (seconds + 30) / 60),
        _ => {
            let minutes = (seconds + 30) / 60;
            match (minutes / 60, minutes % 60) {
                (hours, _) if hours >= 48 => format!("{} days", (hours + 12) / 24),
                (hours, 0) => format!("{hours} h"),
                (hours, minutes) => format!("{hours} h {minutes} min"),
            }
        }
    }
}

/// A moment as the clocks of a time zone show it: `2024-05-31 09:00 CEST`.
pub(super) fn moment(at: Millis, zone: &TimeZone) -> String {
    let shown = |at: Timestamp| at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M %Z").to_string();
    Timestamp::from_millisecond(at).map_or_else(|_| "no limit".to_string(), shown)
}

/// An address of which only enough is shown to know it again.
pub(super) fn masked_address(address: &str) -> String {
    let (local, domain) = address.split_once('@').unwrap_or((address, ""));
    let first: String = local.chars().take(1).collect();
    let domain = domain.rsplit_once('.').map_or(domain, |(_, top)| top);
    format!("{first}…@….{domain}")
}
