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
pub fn inspect(mail: &Mail<'_>, faults: &mut Vec<Fault>) {
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The rules that a message breaks.
    fn broken(message: &str) -> Vec<u8> {
        let accepted = BTreeSet::new();
        let mail = Mail {
            html: "",
            text: "",
            listed: &[],
            message: message.as_bytes(),
            tokens: "",
            subject: "",
            preheader: "",
            preheader_written: true,
            blocks: &[],
            pictures: &[],
            illustrated: &[],
            images_url: None,
            online: None,
            unsubscribe: "",
            publisher: "",
            reason: "",
            statements: &[],
            chart_lettering: None,
            authored: &[],
            accepted: &accepted,
            colours: &[],
        };
        let mut faults = Vec::new();
        inspect(&mail, &mut faults);
        faults.iter().map(|fault| fault.rule).collect()
    }

    #[test]
    fn a_message_has_its_headers_its_character_set_and_short_lines() {
        let whole = "Message-ID: <a@example.org>\r\nDate: Tue, 30 Apr 2024 23:59:59 +0000\r\nList-Unsubscribe: <mailto:a@example.org>\r\n\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nA\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>A</p>\r\n--b--\r\n";
        assert_eq!(broken(whole), Vec::<u8>::new());
        assert_eq!(broken(&whole.replace("Message-ID", "X-ID")), [25]);
        assert_eq!(broken(&whole.replace("Date:", "X-Date:")), [25]);
        assert_eq!(broken(&whole.replace("List-Unsubscribe", "X-List")), [23]);
        assert_eq!(broken(&whole.replace("html; charset=utf-8", "html; charset=iso-8859-1")), [5]);
        assert_eq!(broken(&whole.replace("<p>A</p>", &"A".repeat(999))), [11]);
        assert_eq!(broken(&whole.replace("<p>A</p>", &"A line of text.\r\n".repeat(5_000))), [9]);
        assert_eq!(encoded_html(whole.as_bytes()), "<p>A</p>".len());
    }
}
