//! Keeps messages to a relay's pace (`model/rates.rs` says which): true rolling windows, kept across restarts.
//!
//! A message counts from the moment it begins until a window's length after it ended. So no window
//! of time ever holds more than the limit, wherever in its course one looks at a message.

use std::collections::VecDeque;

use crate::model::{Rates, WINDOWS};
use crate::value::Millis;

/// The messages that count.
#[derive(Debug, Clone)]
pub struct Pace {
    /// What is allowed.
    rates: Rates,
    /// How many have begun and not ended.
    going: u32,
    /// When the others ended, in order.
    ended: VecDeque<Millis>,
}

impl Pace {
    /// A pace that knows of earlier messages: when each ended.
    pub fn new(rates: Rates, ended: impl IntoIterator<Item = Millis>) -> Self {
        Self { rates, going: 0, ended: ended.into_iter().collect() }
    }

    /// How far back earlier messages count, in milliseconds: the longest window with a limit.
    pub fn reach(rates: &Rates) -> Millis {
        let limited = rates.most.iter().zip(WINDOWS).filter(|(most, _)| most.is_some());
        limited.map(|(_, window)| window).max().unwrap_or(0)
    }

    /// Begins a message, or says how many milliseconds to wait at least.
    pub fn begin(&mut self, now: Millis) -> Result<(), Millis> {
        let reach = Self::reach(&self.rates);
        while self.ended.front().is_some_and(|ended| *ended <= now - reach) {
            self.ended.pop_front();
        }
        let mut wait = 0;
        for (most, window) in self.rates.most.iter().zip(WINDOWS) {
            let Some(most) = most.map(|most| most.max(1) as usize) else { continue };
            let first = self.ended.partition_point(|ended| *ended <= now - window);
            let inside = self.ended.len() - first;
            let going = self.going as usize;
            if inside + going < most {
                continue;
            }
            // Enough of those that ended must leave the window; what is going may take any time.
            let leaving = (inside + going + 1).saturating_sub(most);
            let until = match self.ended.get(first + leaving.min(inside).saturating_sub(1)) {
                Some(ended) if leaving <= inside => ended + window - now,
                _ => 5,
            };
            wait = wait.max(until.max(1));
        }
        if wait > 0 {
            return Err(wait);
        }
        self.going += 1;
        Ok(())
    }

    /// How long some more messages will take at this pace, in milliseconds: roughly, in whole windows.
    pub fn time_left(&self, now: Millis, messages: u64) -> Millis {
        let windows = self.rates.most.iter().zip(WINDOWS);
        let times = windows.filter_map(|(most, window)| {
            let most = u64::from((*most)?.max(1));
            let first = self.ended.partition_point(|ended| *ended <= now - window);
            let inside = (self.ended.len() - first) as u64 + u64::from(self.going);
            let over = (messages + inside).saturating_sub(most);
            Millis::try_from(over.div_ceil(most)).ok().map(|windows| windows.saturating_mul(window))
        });
        times.max().unwrap_or(0)
    }

    /// Ends a message that was begun.
    pub fn end(&mut self, now: Millis) {
        self.going = self.going.saturating_sub(1);
        if Self::reach(&self.rates) > 0 {
            let at = self.ended.partition_point(|ended| *ended <= now);
            self.ended.insert(at, now);
        }
    }

    /// Takes a message back that was begun and not sent.
    pub fn cancel(&mut self) {
        self.going = self.going.saturating_sub(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_minute_holds_more_than_its_limit_whatever_each_message_takes() {
        let mut pace = Pace::new(Rates::M365, []);
        let (mut now, mut seed) = (0, 7_u64);
        let mut spans: Vec<(Millis, Millis)> = Vec::new();
        let mut going: Vec<(Millis, Millis)> = Vec::new();
        while spans.len() < 400 {
            going.retain(|(start, end)| {
                if *end <= now {
                    pace.end(*end);
                    spans.push((*start, *end));
                }
                *end > now
            });
            if going.len() < 3 && pace.begin(now).is_ok() {
                seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1);
                going.push((now, now + 1 + (seed >> 33) as Millis % 20_000));
            }
            now += 50;
        }
        for look in [0.0, 0.5, 1.0] {
            let mut at: Vec<f64> = spans.iter().map(|(a, b)| *a as f64 + (b - a) as f64 * look).collect();
            at.sort_by(f64::total_cmp);
            assert!(at.windows(31).all(|many| many[30] - many[0] >= 60_000.0), "{look}");
        }
    }

    #[test]
    fn what_is_allowed_is_used() {
        let mut pace = Pace::new(Rates::M365, []);
        let mut now = 0;
        for _ in 0..400 {
            while let Err(wait) = pace.begin(now) {
                now += wait;
            }
            pace.end(now);
        }
        assert_eq!(now, 13 * 60_000);
    }

    #[test]
    fn the_time_it_takes_is_said_beforehand() {
        assert_eq!(Rates::M365.time_for(30), 0);
        assert_eq!(Rates::M365.time_for(1_450), 48 * 60_000);
        assert_eq!(Rates::M365.time_for(10_001), 86_400_000);
        assert_eq!(Rates::LOCAL.time_for(1_000_000), 0);
    }
}
