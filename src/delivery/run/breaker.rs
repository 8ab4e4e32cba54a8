//! What stops a run that does harm: a relay that refuses the message again and again.

use std::collections::VecDeque;

/// How many outcomes are looked at.
const LAST: usize = 200;

/// How many of them must be blocked at least.
const LEAST: usize = 5;

/// The last outcomes.
#[derive(Debug, Default)]
pub(super) struct Breaker {
    /// For each whether it was blocked.
    last: VecDeque<bool>,
}

impl Breaker {
    /// Notes an outcome; whether the run must stop: more than one in twenty of the last 200 was
    /// blocked, and at least five.
    pub(super) fn note(&mut self, blocked: bool) -> bool {
        self.last.push_back(blocked);
        if self.last.len() > LAST {
            self.last.pop_front();
        }
        let blocked = self.last.iter().filter(|blocked| **blocked).count();
        blocked >= LEAST && blocked * 20 > self.last.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_opens_when_many_are_blocked_and_not_for_a_few() {
        let mut breaker = Breaker::default();
        assert_eq!(
            (0..5).map(|_| breaker.note(true)).collect::<Vec<_>>(),
            [false, false, false, false, true]
        );
        let mut breaker = Breaker::default();
        assert!(!(0..1000).any(|i| breaker.note(i % 25 == 24)));
    }
}
