//! The rules that look at the message as it goes out.

use super::{Fault, Mail, fault};

/// Gmail shows no more of a part than this, in bytes.
const CLIPPED: usize = 102_400;

/// What a part should stay below, so that a few more words do not matter.
const BELOW: usize = 80_000;

/// The longest line (RFC 5322, section 2.1.1).
const LINE: usize = 998;

/// The bytes of the HTML part as it travels.
pub fn encoded_html(message: &[u8]) -> usize {
    let text = String::from_utf8_lossy(message);
    let Some(at) = text.find("Content-Type: text/html") else { return 0 };
    let part = &text[at..];
    let body = part.find("\r\n\r\n").map_or(0, |end| end + 4);
    part[body..].find("\r\n--").unwrap_or(part.len() - body)
}

/// R5, R9, R11, R23 and R25.
pub fn look(mail: &Mail<'_>, faults: &mut Vec<Fault>) {
    let text = String::from_utf8_lossy(mail.message);
    let head = text.split("\r\n\r\n").next().unwrap_or_default();
    let bytes = encoded_html(mail.message);
    if bytes >= CLIPPED {
        faults.push(fault(
            9,
            format!("the HTML part has {bytes} bytes: Gmail clips it at {CLIPPED}"),
            "shorten texts, or leave blocks to the web edition",
        ));
    } else if bytes >= BELOW {
        faults.push(fault(
            9,
            format!("the HTML part has {bytes} bytes; it should stay below {BELOW}"),
            "shorten texts, or leave blocks to the web edition",
        ));
    }
    if let Some(line) = text.split("\r\n").find(|line| line.len() > LINE) {
        faults.push(fault(
            11,
            format!("a line of the message has {} bytes; {LINE} are allowed", line.len()),
            "this is a fault of the program: report it",
        ));
    }
    let declared = text.matches("charset=utf-8").count();
    if declared < 2 {
        faults.push(fault(
            5,
            "a part of the message does not say that it is UTF-8",
            "this is a fault of the program: report it",
        ));
    }
    for (rule, name) in [(23, "List-Unsubscribe:"), (25, "Message-ID:"), (25, "Date:")] {
        if !head.lines().any(|line| line.starts_with(name)) {
            faults.push(fault(
                rule,
                format!("the message has no `{name}`"),
                "this is a fault of the program: report it",
            ));
        }
    }
}
