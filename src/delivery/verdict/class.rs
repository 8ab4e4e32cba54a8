//! What to do after an answer, and what stands in the way of everybody.

/// What to do after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Go on: it is taken.
    Good,
    /// Of this person, for ever: the address does not exist, and is never to be mailed again.
    Gone,
    /// Of this person, for ever: their own mailbox, group or organisation does not take it.
    Refused,
    /// Of this person, for now: their mailbox is full, or gets too much. Such attempts are counted.
    Later,
    /// For now, and not said of whom: a greylist, a look-up that failed. Costs nobody an attempt.
    Again,
    /// Of the relay, for now: everybody waits.
    Pause,
    /// Of the message or the sender, as far as it says: nothing of the person. Too many of them stop
    /// the run.
    Policy(Why),
    /// Of the sender, the login or the message, surely: nothing gets through until somebody acts.
    Stop(Why),
    /// No clear word.
    Unclear,
}

/// What stands in the way of everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The login may not send as this address, or the address is refused.
    Sender,
    /// What proves the sender's domain (SPF, DKIM, DMARC) is missing or wrong.
    Unproven,
    /// The message is too large.
    Size,
    /// A login is wanted.
    Login,
    /// TLS is wanted.
    Tls,
    /// The user's name or the password is wrong.
    WrongLogin,
    /// The login with a password is switched off.
    LoginOff,
    /// A password for applications is wanted.
    AppPassword,
    /// The mailbox is locked, or wants somebody to sign in with a browser first.
    Locked,
    /// The login has sent as much as it may.
    Quota,
    /// The server does not pass mail on to others for us.
    Relaying,
    /// The server's or the sender's address is on a list of those who send spam.
    Reputation,
    /// The text is taken for spam, or for something else that is not wanted.
    Content,
    /// Not said.
    Unsaid,
}

impl Why {
    /// What it is, and what somebody can do, for a communications officer. `said` are the server's own
    /// words.
    pub fn explained(self, host: &str, said: &str) -> String {
        match self {
            Self::Sender => format!(
                "the relay refuses the sender ({said}): is the address in `from` one that this login may send as?"
            ),
            Self::Unproven => format!(
                "the relay finds no proof that the message comes from the domain in `from` ({said}): ask whoever runs that domain for its SPF and DKIM records"
            ),
            Self::Size => format!(
                "the message is too large for the relay ({said}): take pictures out, or set `images_url`"
            ),
            Self::Login => format!(
                "the relay wants a login ({said}): set `smtp: user` and `password_env` or `password_command`"
            ),
            Self::Tls => format!("the relay wants TLS ({said}): set `smtp: security` to `starttls` or `tls`"),
            Self::WrongLogin => format!(
                "{host} does not take the user name or the password ({said}). Check `smtp: user` and the secret that `smtp: password_env` or `password_command` gives; nobody was mailed, nobody is marked"
            ),
            Self::LoginOff => format!(
                "{host} has the login with a password switched off ({said}). Ask its administrator to allow authenticated SMTP for this mailbox, or use a token: `smtp: token_command`. Nobody was mailed, nobody is marked"
            ),
            Self::AppPassword => format!(
                "{host} wants a password for applications, not the mailbox's own ({said}): make one in the account's security settings (Google: \u{201C}App passwords\u{201D}) and give that in `smtp: password_env` or `password_command`. Nobody was mailed, nobody is marked"
            ),
            Self::Locked => format!(
                "{host} has locked this mailbox for now ({said}): sign in with a browser, or ask its administrator; then run this again. Nobody was mailed, nobody is marked"
            ),
            Self::Quota => format!(
                "this login has sent as much as it may for now ({said}): ask whoever runs the relay how much that is and set `smtp: per_hour` or `per_day`; run this again when the time is over"
            ),
            Self::Relaying => format!(
                "the relay does not pass mail on to others for us ({said}): is it the right server, and is `smtp: user` set?"
            ),
            Self::Reputation => format!(
                "the relay takes nothing from this sender, which it holds for a source of spam ({said}): ask whoever runs the relay or the domain in `from`"
            ),
            Self::Content => format!(
                "the relay does not want this message ({said}): look at its links and its subject, and ask whoever runs the relay"
            ),
            Self::Unsaid => format!(
                "the relay refuses the message or its sender, not these people ({said}): ask whoever runs the relay what it does not want"
            ),
        }
    }
}
