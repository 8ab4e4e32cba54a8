//! When a send stops because too much is refused: a relay that refuses the message again and again. (One that
//! refuses everybody before it has taken anything is seen in `outcome.rs`.)

use std::collections::VecDeque;

/// How many outcomes are looked at.
const LAST: usize = 200;

/// How many of them must be blocked at least.
const LEAST: usize = 5;

/// What became of a message, as far as it says something of the relay's opinion of us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noted {
    /// The relay spoke of the person, or took the message: it listens to us.
    Fine,
    /// Refused where the recipient was named: it may have been the recipient after all.
    AtRecipient,
    /// Refused when the relay had seen the message.
    AtMessage,
}

/// The last outcomes.
#[derive(Debug, Default)]
pub(super) struct Breaker {
    /// What they were.
    last: VecDeque<Noted>,
    /// How many were blocked since the relay last took one.
    row: usize,
}

impl Breaker {
    /// Notes an outcome; whether the run must stop: five were blocked one after the other, or more
    /// than one in twenty of the last 200 messages that the relay saw, or more than half of the
    /// recipients. Where it refuses a few recipients and takes the message for others in between, it is
    /// not the message that it does not want.
    pub(super) fn note(&mut self, noted: Noted) -> bool {
        self.row = if noted == Noted::Fine { 0 } else { self.row + 1 };
        self.last.push_back(noted);
        if self.last.len() > LAST {
            self.last.pop_front();
        }
        let seen = self.last.iter().filter(|noted| **noted == Noted::AtMessage).count();
        let named = self.last.iter().filter(|noted| **noted == Noted::AtRecipient).count();
        self.row >= LEAST
            || seen >= LEAST && seen * 20 > self.last.len()
            || named >= 4 * LEAST && named * 2 > self.last.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_opens_when_many_are_blocked_and_not_for_a_few() {
        for blocked in [Noted::AtRecipient, Noted::AtMessage] {
            let mut breaker = Breaker::default();
            assert_eq!(
                (0..5).map(|_| breaker.note(blocked)).collect::<Vec<_>>(),
                [false, false, false, false, true]
            );
        }
        let run = |every: usize, blocked| {
            let mut breaker = Breaker::default();
            (0..1000).any(|i| breaker.note(if i % every == every - 1 { blocked } else { Noted::Fine }))
        };
        assert!(!run(25, Noted::AtMessage) && run(10, Noted::AtMessage));
        assert!(!run(4, Noted::AtRecipient), "a fourth of the addresses, and the others get it");
    }
}
