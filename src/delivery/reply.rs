//! What a relay's answer means for a recipient (RFC 5321, section 4.2; RFC 3463).

use lettre::transport::smtp::Error;
use lettre::transport::smtp::response::Response;

/// The longest part of an answer that is kept, in characters.
const LONGEST: usize = 300;

/// A relay's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The code: 250, 550.
    pub code: u16,
    /// The enhanced code (RFC 3463), if there is one: class, subject, detail.
    pub enhanced: Option<(u16, u16, u16)>,
    /// The text, without control characters.
    pub text: String,
}

/// A step of the conversation (RFC 5321, section 4.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// `MAIL FROM`.
    Mail,
    /// `RCPT TO`.
    Rcpt,
    /// `DATA`.
    Data,
    /// The message, up to the dot.
    Body,
    /// After the dot.
    Dot,
}

impl Phase {
    /// Its name, as mail people say it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mail => "MAIL",
            Self::Rcpt => "RCPT",
            Self::Data => "DATA",
            Self::Body => "the message",
            Self::Dot => "the end of the message",
        }
    }
}

/// What to do after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Go on: it is taken.
    Good,
    /// The address does not exist: never to be mailed again.
    Gone,
    /// The address is refused for another reason of its own.
    Refused,
    /// The message or the sender is refused: says nothing of the recipient.
    Policy,
    /// Not now.
    Later,
    /// The relay wants a pause; the recipient's attempt does not count.
    Pause,
    /// Nothing will get through: the whole run stops.
    Stop,
    /// No clear word.
    Unclear,
}

impl Reply {
    /// An answer's parts.
    pub fn new(code: u16, text: &str) -> Self {
        let text = plain(text);
        Self { code, enhanced: enhanced(&text), text }
    }

    /// A positive answer.
    pub fn of(response: &Response) -> Self {
        let text = response.message().collect::<Vec<_>>().join(" ");
        Self::new(response.code().into(), &text)
    }

    /// A negative answer, if the error is one.
    pub fn of_error(error: &Error) -> Option<Self> {
        let code = error.status()?;
        let text = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
        Some(Self::new(code.into(), &text))
    }

    /// The code and the text.
    pub fn words(&self) -> String {
        format!("{} {}", self.code, self.text).trim_end().to_string()
    }

    /// What it means in a phase.
    pub fn class(&self, phase: Phase) -> Class {
        let kind = self.code / 100;
        let enhanced = self.enhanced.unwrap_or((0, 0, 0));
        let subject = (enhanced.1, enhanced.2);
        if kind != 3 && enhanced.0 != 0 && enhanced.0 != kind {
            // The two codes contradict each other. Before the dot nothing has been handed over.
            return if phase == Phase::Dot && kind == 2 { Class::Unclear } else { Class::Later };
        }
        match (kind, phase) {
            (2, Phase::Mail | Phase::Rcpt | Phase::Dot) => Class::Good,
            (3, Phase::Data) if self.code == 354 => Class::Good,
            (4, _) => self.transient(phase),
            (5, _) => self.permanent(phase, subject),
            (_, Phase::Dot) => Class::Unclear,
            // An answer that does not belong here: the conversation is lost, and nothing handed over.
            _ => Class::Pause,
        }
    }

    /// What a 4xx means.
    fn transient(&self, phase: Phase) -> Class {
        match (self.code, phase) {
            (421 | 454, _) => Class::Pause,
            (_, Phase::Mail) if self.text.to_lowercase().contains("throttl") => Class::Pause,
            _ => Class::Later,
        }
    }

    /// What a 5xx means.
    fn permanent(&self, phase: Phase, subject: (u16, u16)) -> Class {
        match (phase, subject) {
            // The message is too large for the relay: for everybody.
            (_, (3, 4)) => Class::Stop,
            (Phase::Mail | Phase::Dot, (0, 0)) if self.code == 552 => Class::Stop,
            // The sender is refused before any recipient was named.
            (Phase::Mail, _) => Class::Stop,
            (Phase::Rcpt, _) if self.code == 530 => Class::Stop,
            // The sender's address, refused only now.
            (Phase::Rcpt, (1, 7 | 8)) => Class::Stop,
            (Phase::Rcpt, (1, 1 | 2 | 3 | 6 | 10) | (2, 1)) => Class::Gone,
            (_, (2, 2)) => Class::Later,
            (Phase::Rcpt, (7, _)) => Class::Policy,
            (Phase::Rcpt, (1 | 2, _)) => Class::Refused,
            (Phase::Rcpt, (0, 0)) if matches!(self.code, 550 | 551 | 553) => Class::Refused,
            // Out of order or not understood: the relay's trouble with us, not with the person.
            _ => Class::Policy,
        }
    }
}

/// The enhanced code at a text's start.
fn enhanced(text: &str) -> Option<(u16, u16, u16)> {
    let mut parts = text.split_whitespace().next()?.split('.');
    let mut next = || parts.next()?.parse::<u16>().ok().filter(|number| *number < 1000);
    let code = (next()?, next()?, next()?);
    (matches!(code.0, 2 | 4 | 5) && parts.next().is_none()).then_some(code)
}

/// A server's text as it may be shown: without control characters, which could drive a terminal, and
/// of a bounded length.
pub fn plain(text: &str) -> String {
    let odd = |c: char| {
        c.is_control()
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if odd(c) { ' ' } else { c }).take(LONGEST).collect::<String>().trim().to_string()
}

/// A server's text without the addresses in it: for what is shown while sending.
pub fn masked(text: &str) -> String {
    let words = text.split(' ').map(|word| if word.contains('@') { "<…>" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_mean_what_the_field_takes_them_for() {
        use Class::*;
        for (code, text, phase, class) in [
            (250, "2.1.0 ok", Phase::Mail, Good),
            (354, "go ahead", Phase::Data, Good),
            (250, "2.0.0 queued", Phase::Dot, Good),
            (550, "5.1.1 no such user", Phase::Rcpt, Gone),
            (550, "no such user", Phase::Rcpt, Refused),
            (550, "5.7.1 blocked", Phase::Rcpt, Policy),
            (550, "5.7.1 spam", Phase::Dot, Policy),
            (554, "rejected", Phase::Dot, Policy),
            (550, "5.1.8 <news@example.org>: Sender address rejected", Phase::Rcpt, Stop),
            (550, "5.1.1 no such user", Phase::Dot, Policy),
            (552, "5.2.2 mailbox full", Phase::Rcpt, Later),
            (452, "4.2.2 mailbox full", Phase::Rcpt, Later),
            (451, "4.7.1 greylisted", Phase::Rcpt, Later),
            (421, "4.4.5 too busy", Phase::Dot, Pause),
            (454, "Throttling failure: maximum sending rate exceeded", Phase::Rcpt, Pause),
            (550, "5.7.26 not authenticated", Phase::Mail, Stop),
            (530, "5.7.0 authentication required", Phase::Mail, Stop),
            (552, "5.3.4 too big", Phase::Dot, Stop),
            (354, "what", Phase::Dot, Unclear),
            (250, "5.1.1 which", Phase::Dot, Unclear),
            (550, "4.2.1 which", Phase::Rcpt, Later),
            (250, "no 354", Phase::Data, Pause),
        ] {
            assert_eq!(Reply::new(code, text).class(phase), class, "{code} {text} at {phase:?}");
        }
    }

    #[test]
    fn a_servers_text_cannot_drive_the_terminal() {
        let reply = Reply::new(550, "5.1.1 \u{1b}]0;evil\u{7}\u{202e}x\r\ny");
        assert!(!reply.words().chars().any(|c| c.is_control() || c == '\u{202e}'), "{reply:?}");
        assert_eq!(Reply::new(550, &"x".repeat(10_000)).text.len(), LONGEST);
    }
}
