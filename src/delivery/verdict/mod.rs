//! Of whom a relay's refusal speaks, and for how long: one table, looked through from its top, whose
//! first row that fits has the last word (RFC 5321, section 4.2; RFC 3463; what known providers say).
//!
//! Three questions decide what becomes of a message: does the answer speak of this person, of the
//! message or its sender, or of the relay; is it for ever or for now; and may somebody do something
//! about it? Nobody is marked by what is not said of them: what names nobody is [`Class::Again`],
//! [`Class::Pause`], [`Class::Policy`] or [`Class::Stop`], and leaves the person to be tried again.

mod class;
mod table;

use super::reply::{Phase, Reply};
pub use class::{Class, Why};
use table::Enhanced::{Any, Of, Subject};
use table::{Row, TABLE};

impl Row {
    /// Whether an answer looks like this.
    fn fits(&self, reply: &Reply, text: &str, phase: Phase) -> bool {
        let code = if self.code < 10 { reply.code / 100 == self.code } else { reply.code == self.code };
        let subject = reply.enhanced.map(|code| (code.1, code.2));
        let enhanced = match self.enhanced {
            Any => true,
            Of(codes) => subject.is_some_and(|own| codes.contains(&own)),
            Subject(wanted) => subject.is_some_and(|own| own.0 == wanted),
        };
        code && enhanced
            && (self.phases.is_empty() || self.phases.contains(&phase))
            && (self.words.is_empty() || self.words.iter().any(|word| text.contains(word)))
    }
}

/// What an answer means in a phase.
fn class(reply: &Reply, phase: Phase) -> Class {
    let kind = reply.code / 100;
    let contradicts = reply.enhanced.is_some_and(|code| code.0 != kind) && kind != 3;
    match (kind, phase) {
        // The two codes contradict each other. Before the dot nothing has been handed over.
        (2, Phase::Dot) if contradicts => Class::Unclear,
        (_, Phase::Auth) if kind == 2 => Class::Good,
        (2, Phase::Mail | Phase::Rcpt | Phase::Dot) if !contradicts => Class::Good,
        (3, Phase::Data) if reply.code == 354 => Class::Good,
        (4 | 5, _) if !contradicts => looked_up(reply, phase).map_or(Class::Again, |row| row.class),
        (2 | 4 | 5, Phase::Rcpt) | (4 | 5, Phase::Dot) => Class::Again,
        (_, Phase::Dot) if kind < 4 => Class::Unclear,
        // An answer that does not belong here: the conversation is lost, and nothing handed over.
        _ => Class::Pause,
    }
}

/// The row that an answer is read by.
fn looked_up(reply: &Reply, phase: Phase) -> Option<&'static Row> {
    let text = reply.text.to_lowercase();
    TABLE.iter().find(|row| row.fits(reply, &text, phase))
}

/// Where it is from that an answer means what it is taken for: for whoever doubts it.
fn source(reply: &Reply, phase: Phase) -> &'static str {
    looked_up(reply, phase).map_or("RFC 5321, section 4.2", |row| row.source)
}

impl Reply {
    /// What it means in a phase.
    pub fn class(&self, phase: Phase) -> Class {
        class(self, phase)
    }

    /// Where that is from: the provider's documentation, or the standard.
    pub fn source(&self, phase: Phase) -> &'static str {
        source(self, phase)
    }
}
