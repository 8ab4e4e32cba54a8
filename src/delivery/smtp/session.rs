//! One connection to the relay, message by message.

use std::sync::Arc;
use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Quit, Rcpt, Rset};
use lettre::transport::smtp::extension::{MailParameter, RcptParameter};
use lettre::transport::smtp::response::Response;
use tokio::time::{Instant, sleep, timeout};

use super::Limits;
use super::attempt::{Attempt, Envelope, Refused};
use super::offers::Offers;
use super::stream::Watch;
use crate::delivery::failpoint;
use crate::delivery::reply::{Phase, Reply, plain};
use crate::delivery::verdict::Class;

/// A connection that takes messages.
pub struct Session {
    /// lettre's connection.
    connection: AsyncSmtpConnection,
    /// What the server offers.
    offers: Offers,
    /// What is known of the stream.
    watch: Arc<Watch>,
    /// Whether it can be used once more.
    usable: bool,
    /// How many messages went over it.
    messages: u32,
    /// Since when it stands.
    since: Instant,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session")
            .field("offers", &self.offers)
            .field("messages", &self.messages)
            .finish_non_exhaustive()
    }
}

/// What a command came to.
enum Said {
    /// An answer, positive or negative.
    Reply(Reply),
    /// No answer.
    Nothing(String),
}

impl Said {
    /// An answer, or why there is none.
    fn of(result: Result<Result<Response, Error>, tokio::time::error::Elapsed>) -> Self {
        match result {
            Err(_) => Self::Nothing("no answer within the time allowed".into()),
            Ok(Ok(response)) => Self::Reply(Reply::of(&response)),
            Ok(Err(error)) => match Reply::of_error(&error) {
                Some(reply) => Self::Reply(reply),
                None => Self::Nothing(plain(&error.to_string())),
            },
        }
    }
}

impl Session {
    /// A session over a connection that has greeted.
    pub(super) fn new(connection: AsyncSmtpConnection, offers: Offers, watch: Arc<Watch>) -> Self {
        Self { connection, offers, watch, usable: true, messages: 0, since: Instant::now() }
    }

    /// What the server offers.
    pub fn offers(&self) -> &Offers {
        &self.offers
    }

    /// lettre's connection.
    pub(super) fn connection(&mut self) -> &mut AsyncSmtpConnection {
        &mut self.connection
    }

    /// Whether another message may go over it.
    pub fn is_usable(&self, limits: &Limits) -> bool {
        self.usable && self.messages < limits.messages && self.since.elapsed() < limits.age
    }

    /// Says goodbye, without waiting long for an answer; a broken conversation just ends.
    pub async fn quit(mut self) {
        if !self.usable {
            return;
        }
        let _ = timeout(Duration::from_secs(2), self.connection.command(Quit)).await;
    }

    /// Hands a message over. `before_body` is called when the relay is ready to take it; only if it
    /// says yes does the first byte leave.
    pub async fn deliver(
        &mut self,
        envelope: &Envelope,
        message: &[u8],
        limits: &Limits,
        before_body: impl AsyncFnOnce() -> Result<(), Refused>,
    ) -> Attempt {
        self.messages += 1;
        let most = self.offers.size;
        if most > 0 && message.len() > most {
            // What the relay would say itself (RFC 1870, section 6.1).
            let why = format!("5.3.4 the message has {} bytes, and the relay takes {most}", message.len());
            return Attempt::Answered(Phase::Mail, Reply::new(552, &why));
        }
        if let Err(attempt) = self.open(envelope, limits).await {
            return attempt;
        }
        failpoint::hit("after-354");
        if let Err(why) = before_body().await {
            // The relay waits for a message now: only hanging up ends that without one.
            self.usable = false;
            return Attempt::Withheld(why);
        }
        failpoint::hit("after-intent");
        self.body(message, limits).await
    }

    /// The envelope, up to the word that the message may come.
    async fn open(&mut self, envelope: &Envelope, limits: &Limits) -> Result<(), Attempt> {
        let dsn = self.offers.dsn;
        let report = envelope.id.as_ref().filter(|_| dsn);
        let mut about_mail = Vec::new();
        let mut about_rcpt = Vec::new();
        if let Some(id) = report {
            about_mail.push(other_mail("RET", "HDRS"));
            about_mail.push(other_mail("ENVID", id));
            about_rcpt.push(other_rcpt("NOTIFY", "FAILURE,DELAY"));
            about_rcpt.push(other_rcpt("ORCPT", &format!("rfc822;{}", envelope.to)));
        }
        let mail = Mail::new(Some(envelope.from.clone()), about_mail);
        let rcpt = Rcpt::new(envelope.to.clone(), about_rcpt);
        if self.offers.pipelining {
            return self.open_at_once(&mail, &rcpt, limits).await;
        }
        self.step(Phase::Mail, mail, limits.command).await?;
        self.step(Phase::Rcpt, rcpt, limits.command).await?;
        self.step(Phase::Data, Data, limits.data).await
    }

    /// One command and its answer; any answer but a good one ends the attempt.
    async fn step(
        &mut self,
        phase: Phase,
        command: impl std::fmt::Display,
        limit: Duration,
    ) -> Result<(), Attempt> {
        let said = Said::of(timeout(limit, self.connection.command(command)).await);
        match said {
            Said::Reply(reply) if reply.class(phase) == Class::Good => Ok(()),
            Said::Reply(reply) => {
                self.reset(&reply, limits_of_reset(limit)).await;
                Err(Attempt::Answered(phase, reply))
            }
            Said::Nothing(why) => {
                self.usable = false;
                Err(Attempt::Broken(phase, why))
            }
        }
    }

    /// The envelope in one go (RFC 2920, section 3.1). All answers are read; the first bad one
    /// counts.
    async fn open_at_once(&mut self, mail: &Mail, rcpt: &Rcpt, limits: &Limits) -> Result<(), Attempt> {
        let mut bad: Option<(Phase, Reply)> = None;
        let (mut ready, mut nobody) = (false, false);
        for phase in [Phase::Mail, Phase::Rcpt, Phase::Data] {
            let limit = if phase == Phase::Data { limits.data } else { limits.command };
            let result = match phase {
                Phase::Mail => timeout(limit, self.connection.command(format!("{mail}{rcpt}{Data}"))).await,
                _ => timeout(limit, self.connection.read_response()).await,
            };
            match Said::of(result) {
                Said::Reply(reply) => {
                    ready = phase == Phase::Data && reply.code == 354;
                    nobody |= phase == Phase::Rcpt && matches!(reply.code / 100, 4 | 5);
                    let hangs_up = reply.code == 421;
                    if reply.class(phase) != Class::Good && bad.is_none() {
                        bad = Some((phase, reply));
                    }
                    if hangs_up {
                        self.usable = false;
                        break;
                    }
                }
                // A bad answer that came before says why.
                Said::Nothing(why) => {
                    self.usable = false;
                    return Err(bad.map_or(Attempt::Broken(phase, why), |(phase, reply)| {
                        Attempt::Answered(phase, reply)
                    }));
                }
            }
        }
        let Some((phase, reply)) = bad else { return Ok(()) };
        if ready && !nobody {
            // It waits for a message, and perhaps has a recipient for it: only hanging up is safe.
            self.usable = false;
        } else if ready {
            // It waits for a message though nobody is to get it: an empty one ends that (RFC 2920,
            // section 3.1).
            let ended = timeout(limits.data, self.connection.command(".\r\n")).await;
            self.usable = matches!(Said::of(ended), Said::Reply(reply) if reply.code / 100 == 5);
        }
        if self.usable {
            self.reset(&reply, limits_of_reset(limits.command)).await;
        }
        Err(Attempt::Answered(phase, reply))
    }

    /// The message and its dot, and the answer.
    async fn body(&mut self, message: &[u8], limits: &Limits) -> Attempt {
        // lettre ends the last line itself.
        let message = message.strip_suffix(b"\r\n").unwrap_or(message);
        let watch = Arc::clone(&self.watch);
        let sent = self.connection.message_iter(Halves::of(message));
        let result = tokio::select! {
            // An answer that is there counts, however late this program looks.
            biased;
            result = sent => Ok(result),
            why = stalled(&watch, limits) => Err(why),
        };
        failpoint::hit("after-dot");
        let reply = match result {
            Ok(Ok(response)) => Ok(Reply::of(&response)),
            Ok(Err(error)) => Reply::of_error(&error).ok_or_else(|| plain(&error.to_string())),
            Err(why) => Err(why),
        };
        match reply {
            Ok(reply) => {
                if !watch.is_flushed() {
                    // An answer before the end: the conversation is lost, and nothing was accepted.
                    self.usable = false;
                    return Attempt::Broken(Phase::Body, reply.to_string());
                }
                match reply.class(Phase::Dot) {
                    Class::Good => {}
                    Class::Unclear => {
                        self.usable = false;
                        return Attempt::Uncertain(format!(
                            "an answer that does not belong there: {}",
                            reply
                        ));
                    }
                    _ => self.reset(&reply, limits_of_reset(limits.command)).await,
                }
                Attempt::Answered(Phase::Dot, reply)
            }
            Err(why) => {
                self.usable = false;
                match watch.is_flushed() {
                    true => Attempt::Uncertain(why),
                    false => Attempt::Broken(Phase::Body, why),
                }
            }
        }
    }

    /// After a refusal the connection is cleared and kept (RFC 5321, section 4.1.1.5), so that twenty
    /// refused recipients do not cost twenty connections.
    async fn reset(&mut self, reply: &Reply, limit: Duration) {
        let kept = reply.code != 421
            && matches!(timeout(limit, self.connection.command(Rset)).await, Ok(Ok(response)) if response.has_code(250));
        self.usable &= kept;
    }
}

/// How long the answer to `RSET` is waited for.
fn limits_of_reset(limit: Duration) -> Duration {
    limit.min(Duration::from_secs(30))
}

/// A message in two halves; between them is where a test may end the program.
struct Halves<'a> {
    /// What is left.
    parts: std::vec::IntoIter<&'a [u8]>,
    /// How many were given.
    given: u8,
}

impl<'a> Halves<'a> {
    /// Cuts a message in the middle, in a debug build, and not at all else.
    fn of(message: &'a [u8]) -> Self {
        let parts = match failpoint::is_armed() {
            true => {
                let (a, b) = message.split_at(message.len() / 2);
                vec![a, b]
            }
            false => vec![message],
        };
        Self { parts: parts.into_iter(), given: 0 }
    }
}

impl<'a> Iterator for Halves<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        match self.given {
            1 => failpoint::hit("mid-body"),
            2 => failpoint::hit("before-dot"),
            _ => {}
        }
        self.given += 1;
        self.parts.next()
    }
}

/// Ends when a message has not moved for too long, or its answer has not come.
async fn stalled(watch: &Watch, limits: &Limits) -> String {
    let tick = (limits.block.min(limits.dot) / 20).max(Duration::from_millis(5));
    let mut moved = (watch.written(), watch.is_flushed(), Instant::now());
    loop {
        sleep(tick).await;
        let now = (watch.written(), watch.is_flushed());
        if now != (moved.0, moved.1) {
            moved = (now.0, now.1, Instant::now());
        }
        let limit = if now.1 { limits.dot } else { limits.block };
        if moved.2.elapsed() >= limit {
            return match now.1 {
                true => "no answer after the end of the message within the time allowed".into(),
                false => "the relay stopped taking the message".into(),
            };
        }
    }
}

/// A parameter of `MAIL` that lettre has no name for.
fn other_mail(keyword: &str, value: &str) -> MailParameter {
    MailParameter::Other { keyword: keyword.into(), value: Some(value.into()) }
}

/// A parameter of `RCPT` that lettre has no name for; lettre writes its value as xtext (RFC 3461,
/// section 4).
fn other_rcpt(keyword: &str, value: &str) -> RcptParameter {
    RcptParameter::Other { keyword: keyword.into(), value: Some(value.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_are_read_in_any_case() {
        let offers = Offers::parse(
            "220 hi\r\n250-relay\r\n250-pipelining\r\n250-Size 1000\r\n250-AUTH=LOGIN\r\n250 auth plain xoauth2\r\n",
        );
        assert!(offers.pipelining && !offers.starttls && !offers.dsn);
        assert_eq!((offers.size, offers.auth.join(" ").as_str()), (1000, "LOGIN PLAIN XOAUTH2"));
    }
}
