//! Of whom a relay's refusal speaks, and for how long: one table, looked through from its top, whose
//! first row that fits has the last word (RFC 5321, section 4.2; RFC 3463; what known providers say).
//!
//! Three questions decide what becomes of a message: does the answer speak of this person, of the
//! message or its sender, or of the relay; is it for ever or for now; and may somebody do something
//! about it? Nobody is marked by what is not said of them: what names nobody is [`Class::Again`],
//! [`Class::Pause`], [`Class::Policy`] or [`Class::Stop`], and leaves the person to be tried again.

use super::reply::{Phase, Reply};

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
    pub fn words(self, host: &str, said: &str) -> String {
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

/// Which enhanced codes a row is for: subject and detail.
#[derive(Debug, Clone, Copy)]
enum Enhanced {
    /// Any, or none.
    Any,
    /// One of these.
    Of(&'static [(u16, u16)]),
    /// Any of this subject.
    Subject(u16),
}

/// What an answer must look like, and what it then means.
struct Row {
    /// The basic code: 4 or 5 for its first digit, else the whole.
    code: u16,
    /// The enhanced code.
    enhanced: Enhanced,
    /// The phases; none is any.
    phases: &'static [Phase],
    /// One of these stands in the text, in lower case; none is any text.
    words: &'static [&'static str],
    /// What it means.
    class: Class,
    /// Where that is from.
    source: &'static str,
}

/// The enhanced codes of failed proofs of the sender's domain (RFC 7372, section 3; Google; Microsoft).
const UNPROVEN: &[(u16, u16)] = &[
    (7, 20),
    (7, 21),
    (7, 22),
    (7, 23),
    (7, 24),
    (7, 26),
    (7, 27),
    (7, 28),
    (7, 29),
    (7, 30),
    (7, 31),
    (7, 32),
    (7, 40),
    (7, 509),
    (7, 515),
];

/// Shorthand for a row.
const fn row(
    code: u16,
    enhanced: Enhanced,
    phases: &'static [Phase],
    words: &'static [&'static str],
    class: Class,
    source: &'static str,
) -> Row {
    Row { code, enhanced, phases, words, class, source }
}

use Enhanced::{Any, Of, Subject};

/// Before the recipient is named.
const AUTH: &[Phase] = &[Phase::Auth];
/// The sender.
const MAIL: &[Phase] = &[Phase::Mail];
/// The recipient.
const RCPT: &[Phase] = &[Phase::Rcpt];
/// The recipient, or the end of the message, where some servers look them up only then.
const RCPT_DOT: &[Phase] = &[Phase::Rcpt, Phase::Dot];
/// The message.
const MESSAGE: &[Phase] = &[Phase::Data, Phase::Body, Phase::Dot];
/// Anywhere.
const ALL: &[Phase] = &[];

/// Microsoft's list of what its bounces mean.
const MS: &str = "Microsoft Learn, \"Email non-delivery reports and SMTP errors for Exchange Online\"";
/// Microsoft on the login.
const MS_AUTH: &str = "Microsoft Learn, \"Enable or disable authenticated client SMTP submission\"";
/// Google's list.
const GOOGLE: &str = "Google Workspace Admin Help, \"SMTP error reference\"";
/// Postfix.
const POSTFIX: &str = "Postfix, smtpd(8) and postconf(5)";
/// Exim.
const EXIM: &str = "Exim, \"Specification\", default configuration and ACLs";
/// Amazon.
const SES: &str = "Amazon SES Developer Guide, \"SMTP response codes\"";
/// The enhanced codes' own registry.
const RFC3463: &str = "RFC 3463, section 3; IANA, \"SMTP Enhanced Status Codes\"";
/// What is seen in the wild.
const WILD: &str = "public reports of several servers";

/// The table.
const TABLE: &[Row] = &[
    // --- The login (RFC 4954, section 6; RFC 5248, section 2.4).
    row(
        5,
        Any,
        AUTH,
        &["application-specific password", "app password", "invalidsecondfactor", "application specific"],
        Class::Stop(Why::AppPassword),
        GOOGLE,
    ),
    row(
        5,
        Any,
        ALL,
        &[
            "basic authentication is not supported",
            "basic authentication is disabled",
            "smtpclientauthentication is disabled",
            "did not meet the criteria",
        ],
        Class::Stop(Why::LoginOff),
        MS_AUTH,
    ),
    row(
        5,
        Any,
        AUTH,
        &[
            "locked",
            "suspended",
            "too many failed",
            "too many login",
            "too many bad auth",
            "web browser",
            "webloginrequired",
            "please log in via",
            "blocked by conditional access",
            "security defaults",
        ],
        Class::Stop(Why::Locked),
        MS_AUTH,
    ),
    row(
        5,
        Any,
        AUTH,
        &[
            "credentials were incorrect",
            "username and password not accepted",
            "badcredentials",
            "invalid user",
            "authentication credentials invalid",
            "password",
        ],
        Class::Stop(Why::WrongLogin),
        MS_AUTH,
    ),
    row(
        5,
        Any,
        AUTH,
        &[
            "is disabled",
            "disabled for",
            "not enabled",
            "not allowed to use smtp",
            "switched off",
            "mechanism",
        ],
        Class::Stop(Why::LoginOff),
        WILD,
    ),
    row(530, Any, AUTH, &[], Class::Stop(Why::Tls), "RFC 3207, section 4"),
    row(538, Any, ALL, &[], Class::Stop(Why::Tls), "RFC 4954, section 4"),
    row(534, Of(&[(7, 9)]), AUTH, &[], Class::Stop(Why::AppPassword), GOOGLE),
    row(534, Any, AUTH, &[], Class::Stop(Why::LoginOff), "RFC 4954, section 6"),
    row(5, Any, AUTH, &[], Class::Stop(Why::WrongLogin), "RFC 4954, section 6"),
    row(4, Any, AUTH, &["credits exceeded", "limit exceeded"], Class::Stop(Why::Quota), WILD),
    row(4, Any, AUTH, &[], Class::Pause, "RFC 4954, section 4.7.0"),
    // --- Words that mean the contrary of what their codes say.
    row(
        4,
        Any,
        ALL,
        &["greylist", "graylist", "grey list", "gray list", "grey-list", "postgrey", "sqlgrey"],
        Class::Again,
        "RFC 6647, section 2",
    ),
    row(4, Any, ALL, &["storedrv.deliver", "recipient thread limit"], Class::Later, MS),
    row(
        5,
        Any,
        ALL,
        &["message receive limit", "messages they can receive per hour", "storedrv.deliver"],
        Class::Later,
        MS,
    ),
    row(
        5,
        Any,
        ALL,
        &[
            "sending for this account is disabled",
            "sending suspended",
            "sending has been suspended",
            "your account has been",
            "your account is",
        ],
        Class::Stop(Why::Locked),
        SES,
    ),
    row(
        5,
        Any,
        ALL,
        &["storedrv.submission.exception:quotaexceeded", "submission quota"],
        Class::Stop(Why::Quota),
        MS,
    ),
    row(5, Any, ALL, &["resolver.rst.sendsizelimit", "message size limits"], Class::Stop(Why::Size), MS),
    row(
        5,
        Any,
        ALL,
        &["resolver.adr.recip", "resolver.adr.exrecip", "nonexistentdomain", "nonexistent domain"],
        Class::Gone,
        MS,
    ),
    row(5, Any, ALL, &["resolver.rst", "resolver.adr", "resolver.fwd", "resolver.grp"], Class::Refused, MS),
    row(5, Of(&[(4, 1), (7, 504)]), RCPT, &["recipient address rejected"], Class::Gone, MS),
    row(
        5,
        Any,
        RCPT,
        &[
            "recipient address rejected: access denied",
            "banned recipient",
            "need fully-qualified address",
            "block-rcpt",
            "badrcptto",
        ],
        Class::Refused,
        POSTFIX,
    ),
    row(5, Any, ALL, &["failure sending mail. try again later", "per hour", "this hour"], Class::Pause, WILD),
    // --- Nothing may be said before a login or TLS.
    row(
        5,
        Any,
        ALL,
        &["starttls", "must use tls", "encryption required", "tls required"],
        Class::Stop(Why::Tls),
        "RFC 3207, section 4",
    ),
    row(530, Any, ALL, &[], Class::Stop(Why::Login), "RFC 4954, section 6"),
    row(5, Of(&[(7, 57)]), ALL, &[], Class::Stop(Why::Login), MS),
    row(
        5,
        Any,
        ALL,
        &[
            "authentication required",
            "authentication is required for relay",
            "must authenticate",
            "client was not authenticated",
            "please authenticate",
            "auth required",
            "smtp authentication is required",
            "not logged in",
            "pop before smtp",
            "authenticate first",
            "turn on smtp authentication",
        ],
        Class::Stop(Why::Login),
        WILD,
    ),
    // --- This mailbox, for now, also where the basic code says for ever.
    row(
        5,
        Any,
        RCPT_DOT,
        &[
            "receiving mail at a rate",
            "receiving mail too quickly",
            "receiving email at a rate",
            "receiving messages at a rate",
            "mailbox is receiving too many",
        ],
        Class::Later,
        GOOGLE,
    ),
    row(
        4,
        Any,
        RCPT_DOT,
        &[
            "receiving mail at a rate",
            "receiving mail too quickly",
            "receiving email at a rate",
            "receiving messages at a rate",
            "mailbox is receiving too many",
        ],
        Class::Later,
        GOOGLE,
    ),
    row(5, Of(&[(2, 2)]), ALL, &[], Class::Later, RFC3463),
    row(4, Of(&[(2, 2)]), ALL, &[], Class::Later, RFC3463),
    row(
        5,
        Any,
        RCPT_DOT,
        &[
            "mailbox full",
            "mailbox is full",
            "mailbox for user is full",
            "mailbox has exceeded",
            "over quota",
            "overquota",
            "out of storage space",
            "exceeded storage allocation",
            "exceeded its quota",
            "inbox is full",
            "user is over quota",
            "recipient over quota",
            "would exceed mailbox allocation",
            "allowed storage",
            "quota violation",
            "disk quota",
        ],
        Class::Later,
        WILD,
    ),
    row(
        4,
        Any,
        RCPT_DOT,
        &[
            "mailbox full",
            "mailbox is full",
            "mailbox for user is full",
            "mailbox has exceeded",
            "over quota",
            "overquota",
            "out of storage space",
            "exceeded storage allocation",
            "recipient has exceeded message rate",
            "inbox is full",
            "user is over quota",
            "recipient over quota",
            "would exceed mailbox allocation",
            "allowed storage",
            "quota violation",
            "disk quota",
        ],
        Class::Later,
        WILD,
    ),
    // --- What the login may send, for now.
    row(
        5,
        Any,
        ALL,
        &[
            "submissionquotaexceeded",
            "outboundspamexception",
            "daily user sending",
            "daily sending",
            "daily message quota",
            "sending limit",
            "sending quota",
            "maximum credits",
            "exceeded your messaging limits",
            "daily smtp relay",
            "mail limit has been reached",
            "outmail quota",
            "you have exceeded your",
            "message submission rate",
            "messaging limits",
            "quota exceeded for this account",
            "outgoing mail limit",
            "exceeded the limit of",
            "recipient limit exceeded",
        ],
        Class::Stop(Why::Quota),
        MS,
    ),
    row(
        4,
        Any,
        ALL,
        &[
            "daily message quota",
            "daily user sending",
            "daily sending",
            "exceeded your messaging limits",
            "sending quota",
            "maximum credits",
            "recipient limit exceeded",
            "limit on the number of allowed outgoing messages",
        ],
        Class::Stop(Why::Quota),
        SES,
    ),
    row(5, Of(&[(4, 5)]), ALL, &["limit", "quota", "exceeded"], Class::Stop(Why::Quota), GOOGLE),
    row(
        5,
        Of(&[(1, 90), (7, 705), (7, 750), (7, 729), (7, 232), (7, 233), (7, 234), (7, 236)]),
        ALL,
        &[],
        Class::Stop(Why::Quota),
        MS,
    ),
    row(
        5,
        Of(&[(4, 6)]),
        ALL,
        &["unusual sending activity"],
        Class::Stop(Why::Locked),
        "Zoho Mail Help, \"Bounce messages\"",
    ),
    // --- The size.
    row(5, Of(&[(2, 3)]), RCPT_DOT, &[], Class::Refused, RFC3463),
    row(5, Of(&[(3, 4)]), ALL, &[], Class::Stop(Why::Size), RFC3463),
    row(
        5,
        Any,
        ALL,
        &[
            "message size exceeds",
            "message too large",
            "message too big",
            "exceeds size limit",
            "exceeds fixed limit",
            "maximum message size",
            "exceeded our message size limits",
            "message length exceeds",
            "too large",
        ],
        Class::Stop(Why::Size),
        POSTFIX,
    ),
    // --- Who may be written to by whom: the recipient's own rules.
    row(
        5,
        Any,
        RCPT_DOT,
        &[
            "restrictedtorecipientspermission",
            "sendernotauthenticatedforgroup",
            "sendernotauthenticatedformailbox",
            "only accepts",
            "accepts messages only",
            "accept messages only from",
            "only accept messages",
            "does not accept messages from",
            "doesn't accept messages from",
            "not accepting messages from",
            "recipient has blocked",
            "blocked by recipient",
            "blocked by the recipient",
            "blocked you",
            "recipient's policy",
            "recipient rejected your",
            "not authorized to send to the recipient",
            "isn't allowed to send to",
            "not allowed to send to this",
            "not permitted to send to this",
            "permission to send to this",
            "you do not have permission to send",
            "permission to post",
            "not allowed to post",
            "closed group",
            "members only",
            "only members",
            "restricted to members",
            "moderated",
            "is not accepting mail",
            "not accepting mail",
            "not accepting email",
            "user has elected not to",
            "does not wish to receive",
            "refuses to accept",
            "recipient address rejected: access denied by",
            "user only accepts",
            "rejects your",
            "is configured to reject",
            "requires authentication to send",
            "target address",
            "rejected by recipients",
            "user entry",
            "compte du destinataire",
            "illegal characters in user name",
        ],
        Class::Refused,
        MS,
    ),
    row(
        5,
        Of(&[
            (7, 2),
            (7, 12),
            (7, 13),
            (7, 18),
            (7, 100),
            (7, 120),
            (7, 121),
            (7, 122),
            (7, 123),
            (7, 124),
            (7, 125),
            (7, 126),
            (7, 127),
            (7, 128),
            (7, 129),
            (7, 130),
            (7, 131),
            (7, 132),
            (7, 133),
            (7, 134),
            (7, 135),
            (7, 136),
            (7, 137),
        ]),
        RCPT_DOT,
        &[],
        Class::Refused,
        MS,
    ),
    row(
        5,
        Of(UNPROVEN),
        MAIL,
        &[],
        Class::Stop(Why::Unproven),
        "RFC 7372; Google, \"Email sender guidelines\"",
    ),
    row(
        5,
        Of(UNPROVEN),
        ALL,
        &[],
        Class::Policy(Why::Unproven),
        "RFC 7372; Google, \"Email sender guidelines\"",
    ),
    // --- Of the sender, wherever it is said.
    row(
        5,
        Any,
        ALL,
        &[
            "sendasdenied",
            "not allowed to send as",
            "not permitted to send as",
            "can not send on behalf",
            "cannot send on behalf",
            "not owned by user",
            "sender address rejected",
            "sender rejected",
            "from address does not match",
            "does not match a verified",
            "sender identity",
            "is not verified",
            "not a verified sender",
            "identities failed the check",
            "sender verify failed",
            "sender verification failed",
            "verification failed for <",
            "sender domain",
            "sender is not allowed",
            "sender not allowed",
            "sender not authorized",
            "unauthorized sender",
            "envelope sender",
            "mail from domain",
            "from domain is not",
            "from address is not",
            "from header",
            "does not have permissions to send as",
            "not authorised to use this",
            "not authorized to use",
            "bad sender",
            "invalid sender",
            "sender unknown",
            "unknown sender",
            "bad outbound sender",
            "return path",
            "backscatter",
            "mail sending denied",
            "unconfigured sending domain",
            "header address",
        ],
        Class::Stop(Why::Sender),
        WILD,
    ),
    row(
        5,
        Of(&[(1, 7), (1, 8), (1, 9), (2, 252), (7, 60), (7, 500), (7, 501), (7, 502), (7, 503), (7, 510)]),
        ALL,
        &[],
        Class::Stop(Why::Sender),
        MS,
    ),
    row(
        5,
        Any,
        ALL,
        &[
            "unauthenticated email",
            "dmarc",
            "fails spf",
            "spf check",
            "spf fail",
            "spf validation",
            "spf policy",
            "does not pass authentication",
            "not authenticated with",
            "dkim does not pass",
            "dkim fail",
        ],
        Class::Policy(Why::Unproven),
        GOOGLE,
    ),
    row(
        5,
        Any,
        ALL,
        &[
            "relay access denied",
            "relaying denied",
            "relay denied",
            "relay not permitted",
            "not permitted to relay",
            "unable to relay",
            "relaying not allowed",
            "relaying is not allowed",
            "not allowed to relay",
            "relaying prohibited",
            "we do not relay",
            "not a relay",
            "no relaying",
            "relaying refused",
            "allowed rcpthosts",
            "list of allowed",
            "open relay",
            "relaying to <",
            "cannot relay",
            "not relay",
            "relay attempt",
            "tenantattribution",
            "relay this message",
            "relay disabled",
            "invalid credentials for relay",
        ],
        Class::Policy(Why::Relaying),
        POSTFIX,
    ),
    row(5, Of(&[(7, 64), (7, 54), (7, 367), (7, 368)]), ALL, &[], Class::Policy(Why::Relaying), MS),
    row(
        4,
        Any,
        ALL,
        &["relay access denied", "relaying denied", "open relay"],
        Class::Policy(Why::Relaying),
        POSTFIX,
    ),
    // --- The address does not exist.
    row(
        5,
        Any,
        RCPT_DOT,
        &[
            "user unknown",
            "unknown user",
            "no such user",
            "no such recipient",
            "no such mailbox",
            "no such address",
            "no such account",
            "no such person",
            "no such local user",
            "user not found",
            "user not known",
            "unknown recipient",
            "recipient unknown",
            "recipient not found",
            "recipient does not exist",
            "user does not exist",
            "user doesn't exist",
            "account does not exist",
            "account doesn't exist",
            "that you tried to reach does not exist",
            "mailbox not found",
            "mailbox does not exist",
            "mailbox doesn't exist",
            "no mailbox here",
            "mailbox unavailable",
            "mailbox not available",
            "mailbox is unavailable",
            "unavailable mailbox",
            "mailbox is disabled",
            "mailbox disabled",
            "mailbox is inactive",
            "inactive mailbox",
            "account is disabled",
            "account has been disabled",
            "account disabled",
            "account that you tried to reach is disabled",
            "account is inactive",
            "inactive user",
            "user is inactive",
            "user inactive",
            "user disabled",
            "user is disabled",
            "address unknown",
            "unknown address",
            "unknown local part",
            "unknown local-part",
            "unknown or illegal alias",
            "invalid recipient",
            "invalid mailbox",
            "invalid address",
            "bad destination mailbox",
            "not a valid mailbox",
            "not a known user",
            "unrouteable address",
            "unroutable address",
            "not our customer",
            "has no such",
            "undeliverable address",
            "this address no longer",
            "no longer available",
            "no longer in use",
            "no longer valid",
            "no longer exists",
            "no longer on server",
            "addressee unknown",
            "invalid-recipient",
            "not in recipient list",
            "marked as invalid",
            "disabled mailbox",
            "user doesn't have a",
            "user does not have a",
            "dd this user",
            "address does not exist",
        ],
        Class::Gone,
        WILD,
    ),
    row(
        5,
        Any,
        RCPT,
        &[
            "domain does not exist",
            "domain not found",
            "host not found",
            "nxdomain",
            "no mx",
            "host or domain name not found",
            "bad destination host",
            "null mx",
            "nullmx",
        ],
        Class::Gone,
        POSTFIX,
    ),
    row(5, Of(&[(1, 1), (1, 2), (1, 3), (1, 4), (1, 6), (1, 10), (2, 1)]), RCPT, &[], Class::Gone, RFC3463),
    row(
        5,
        Of(&[(1, 1), (1, 10)]),
        &[Phase::Dot],
        &["recipnotfound", "recipient", "resolver.adr"],
        Class::Gone,
        MS,
    ),
    // --- Reputation and content: of everybody, as far as they say.
    row(
        5,
        Any,
        ALL,
        &[
            "blocked using",
            "blacklist",
            "black list",
            "blocklist",
            "block list",
            "blocked by",
            "spamhaus",
            "barracudacentral",
            "spamcop",
            "sorbs",
            "dnsbl",
            "listed at",
            "is listed",
            "reputation",
            "client host",
            "host blocked",
            "ip address is",
            "banned sending ip",
            "banned",
            "block mail",
            "part of their network is on our block list",
            "s3140",
            "s3150",
            "bl21",
            "[tss",
            " rbl",
            "access denied, traffic",
            "traffic not accepted",
            "no ptr",
            "reverse dns",
            "rdns",
            "ptr record",
            "hostname",
            "helo",
            "dynamic",
            "dial-up",
            "nemesis",
            "sender server",
            "your host",
            "your ip",
            "your server",
            "not allowed to connect",
            "connection refused",
        ],
        Class::Policy(Why::Reputation),
        WILD,
    ),
    row(
        5,
        Any,
        ALL,
        &[
            "spam",
            "content",
            "virus",
            "malware",
            "phish",
            "suspicious",
            "junk",
            "unsolicited",
            "unusual amount",
            "bulk",
            "prohibited",
            "message rejected",
            "rejected due to policy",
            "policy",
            "local policy",
            "5.7.1 [cs",
            "high probability",
            "contains",
            "attachment",
            "non-compliant",
        ],
        Class::Policy(Why::Content),
        WILD,
    ),
    row(5, Subject(6), MESSAGE, &[], Class::Policy(Why::Content), RFC3463),
    // --- By phase and code alone.
    row(552, Any, MAIL, &[], Class::Stop(Why::Size), "RFC 5321, section 4.2.3; RFC 1870"),
    row(552, Any, &[Phase::Dot], &[], Class::Stop(Why::Size), "RFC 5321, section 4.2.3; RFC 1870"),
    row(5, Any, MAIL, &[], Class::Stop(Why::Sender), "RFC 5321, section 3.3: no recipient was named"),
    row(5, Subject(7), RCPT, &[], Class::Policy(Why::Unsaid), RFC3463),
    row(5, Subject(1), RCPT, &[], Class::Refused, RFC3463),
    row(5, Subject(2), RCPT, &[], Class::Refused, RFC3463),
    // Of the way to this recipient's domain.
    row(5, Subject(4), RCPT, &[], Class::Refused, RFC3463),
    // A code that is not known and no word of whom: not a person's.
    row(5, Any, ALL, &[], Class::Policy(Why::Unsaid), "RFC 5321, section 4.2.1"),
    // --- For now.
    row(421, Any, ALL, &[], Class::Pause, "RFC 5321, section 3.8"),
    row(454, Any, ALL, &[], Class::Pause, SES),
    row(432, Any, ALL, &[], Class::Pause, MS),
    row(4, Any, MAIL, &[], Class::Pause, "RFC 5321, section 3.3: no recipient was named"),
    row(
        4,
        Of(&[(1, 1), (1, 2), (1, 6), (2, 0), (2, 1)]),
        RCPT,
        &[
            "unverified",
            "unknown",
            "domain not found",
            "host not found",
            "mailbox",
            "no such",
            "inactive",
            "disabled",
            "locked",
            "busy",
            "does not exist",
        ],
        Class::Later,
        POSTFIX,
    ),
    row(4, Subject(3), ALL, &[], Class::Pause, RFC3463),
    row(
        4,
        Any,
        ALL,
        &[
            "too much mail",
            "too many",
            "rate limit",
            "ratelimit",
            "rate-limit",
            "throttl",
            "concurrent",
            "concurrency",
            "slow down",
            "insufficient system",
            "insufficient disk",
            "space shortage",
            "out of memory",
            "server busy",
            "server is busy",
            "system busy",
            "too busy",
            "overload",
            "load average",
            "resources",
            "service not available",
            "service unavailable",
            "unusual rate",
            "deferred due to",
            "excessive",
            "queue",
            "max message",
            "limit exceeded",
            "exceeded",
            "client host rejected",
            "sender address rejected",
            "sender domain",
            "helo command rejected",
            "database",
            "maintenance",
            "configuration error",
            "blocked",
            "reputation",
        ],
        Class::Pause,
        POSTFIX,
    ),
    row(4, Of(&[(4, 5), (5, 3), (7, 28)]), ALL, &[], Class::Pause, RFC3463),
    row(4, Any, RCPT, &[], Class::Again, "RFC 5321, section 4.5.4.1"),
    // The message is the same for everybody.
    row(4, Any, ALL, &[], Class::Pause, EXIM),
];

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
pub fn class(reply: &Reply, phase: Phase) -> Class {
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
pub fn source(reply: &Reply, phase: Phase) -> &'static str {
    looked_up(reply, phase).map_or("RFC 5321, section 4.2", |row| row.source)
}
