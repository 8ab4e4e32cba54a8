//! Residue of mails that were pasted whole: what is surely a mail's stops a final build, telephone
//! numbers and persons' addresses are worth a look.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::diagnostic::Diagnostic;
use crate::value::mail_words::{
    FIELDS, GREETED, GREETINGS, NOTICES, PASSED_ON, ROLES, SENT_FROM, SUBJECT, WROTE,
};

/// A telephone number with its country's code, or behind a word for it.
static TELEPHONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:\+|\b00)[1-9][0-9]{0,2}[ \u{A0}()./-]*(?:[0-9][ \u{A0}()./-]?){6,12}[0-9]",
        r"|(?i:\b(?:tel|phone|mob|mobile|cell|τηλ|κιν|тел|gsm|fax)\b\.?:?) ?(?:[0-9][ \u{A0}()./-]?){6,12}[0-9]"
    ))
    .ok()
});

/// A mail address.
static ADDRESS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+").ok());

/// Makes the patterns.
pub(super) fn prepare() {
    for pattern in [&TELEPHONE, &ADDRESS] {
        LazyLock::force(pattern);
    }
}

/// Residue in a text: its bytes, the finding, and the passage that may be accepted.
pub(super) fn find(text: &str) -> Vec<(Range<usize>, Diagnostic)> {
    let mut found = Vec::new();
    let lines = lines(text);
    let error = |message: &str| {
        Diagnostic::error("pasted-mail", message.to_string()).hint(
            "a mail was pasted whole: keep what is news, and delete its head, its foot and what it quotes",
        )
    };
    let mut headers: Vec<(usize, &Line<'_>)> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let (range, typed, lower) = line;
        if is_header(lower) {
            headers.push((number, line));
        }
        let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
        let fenced = typed.starts_with("--") || typed.starts_with("__") || bare.ends_with("message");
        if PASSED_ON.iter().any(|words| bare == *words || fenced && bare.starts_with(words)) {
            found
                .push((range.clone(), error("this line stands above a mail that was passed on or answered")));
        } else if typed.trim_end() == "--" || *typed == "-- " {
            let behind = lines[number + 1..].iter().any(|(_, line, _)| !line.trim().is_empty());
            if behind {
                found.push((range.clone(), error("a signature stands below this line")));
            }
        } else if lower.len() < 120 && SENT_FROM.iter().any(|words| bare.starts_with(words)) {
            found.push((range.clone(), error("this line was added by a telephone or a mail program")));
        } else if NOTICES.iter().any(|words| lower.replace('’', "'").contains(words)) {
            found.push((range.clone(), error("this is a mail's notice of confidentiality")));
        } else if WROTE.iter().any(|words| lower.trim_end().ends_with(words))
            && (lines.get(number + 1..).into_iter().flatten().find(|(_, line, _)| !line.trim().is_empty()))
                .is_some_and(|(_, line, _)| line.trim_start().starts_with('>'))
        {
            found.push((range.clone(), error("this line and those marked `>` below it quote another mail")));
        } else if number < 6 && lower.len() < 60 && greets(typed, bare) {
            found.push((
                range.clone(),
                Diagnostic::warning("pasted-mail", "this greets, as a mail does")
                    .hint("readers of news are greeted by the newsletter: delete the line"),
            ));
        }
    }
    found.extend(
        headers_of_a_mail(&headers)
            .into_iter()
            .map(|(range, _, _)| (range.clone(), error("this is the head of a mail"))),
    );
    for number in TELEPHONE.iter().flat_map(|pattern| pattern.find_iter(text)) {
        found.push((
            number.range(),
            Diagnostic::error("telephone", format!("`{}` is a telephone number", number.as_str()))
                .hint("everybody reads it, for years: is it an office's, and do they want it printed?"),
        ));
    }
    for address in ADDRESS.iter().flat_map(|pattern| pattern.find_iter(text)) {
        // A package's version, and an archive's address.
        let domain = address.as_str().rsplit('.').next().unwrap_or_default();
        let token = text[..address.start()].rsplit(char::is_whitespace).next().unwrap_or_default();
        if !domain.chars().all(|c| c.is_ascii_alphabetic()) || token.contains("://") {
            continue;
        }
        let local = address.as_str().split('@').next().unwrap_or_default().to_lowercase();
        let words: Vec<&str> = local.split(['.', '-', '_', '+']).filter(|word| !word.is_empty()).collect();
        let role = words.iter().any(|word| ROLES.contains(word)) || ROLES.contains(&&*local);
        let person = words.len() > 1 && words.iter().all(|word| word.chars().all(char::is_alphabetic));
        if person && !role {
            found.push((
                address.range(),
                Diagnostic::error("personal-address", "this looks like a person's own address")
                    .hint("everybody reads it, and so do those who collect addresses: name an office's mailbox, or ask the person"),
            ));
        }
    }
    found
}

/// Whether a line greets: in the words that mails begin with, or somebody by name.
fn greets(typed: &str, bare: &str) -> bool {
    let named = || {
        let words = bare.split_whitespace().count();
        typed.trim_end().ends_with([',', '!'])
            && (2..=4).contains(&words)
            && GREETED.iter().any(|word| bare.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
    };
    GREETINGS.iter().any(|words| bare.starts_with(words)) || named()
}

/// The lines of a text outside of code: bytes, as typed, in lower case.
fn lines(text: &str) -> Vec<(Range<usize>, &str, String)> {
    let mut all = Vec::new();
    let (mut at, mut fenced) = (0, false);
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        if bare.trim_start().starts_with("```") || bare.trim_start().starts_with("~~~") {
            fenced = !fenced;
        } else if !fenced {
            all.push((at..at + bare.len(), bare, bare.to_lowercase()));
        }
        at += line.len();
    }
    all
}

/// Whether a line looks like a field of a mail's head.
fn is_header(lower: &str) -> bool {
    let line = lower.trim_start_matches(['>', ' ', '*', '_']);
    let Some((name, value)) = line.split_once(':') else { return false };
    let name = name.trim_matches([' ', '*', '_', '\u{A0}']);
    let known = SUBJECT.contains(&name) || FIELDS.contains(&name);
    known
        && (value.starts_with([' ', '*', '_', '\u{A0}', '\t']) || value.is_empty())
        && !value.trim().is_empty()
}

/// A line: its bytes, as typed, and in lower case without its marks.
type Line<'t> = (Range<usize>, &'t str, String);

/// Those of some lines that are a mail's head: two or more close together, one of which is surely one.
fn headers_of_a_mail<'l>(lines: &[(usize, &'l Line<'l>)]) -> Vec<&'l Line<'l>> {
    let sure = |lower: &str| {
        let name = lower.trim_start_matches(['>', ' ', '*', '_']).split(':').next().unwrap_or_default();
        let name = name.trim_matches([' ', '*', '_', '\u{A0}']);
        SUBJECT.contains(&name) && name != "re"
            || lower.contains('@')
            || lower.contains("re:")
            || lower.contains("fwd:")
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let mut end = at + 1;
        while end < lines.len() && lines[end].0 - lines[end - 1].0 <= 2 {
            end += 1;
        }
        let group = &lines[at..end];
        let alone = group.len() == 1 && {
            let lower = &group[0].1.2;
            lower.starts_with("from:") && lower.contains('@') || lower.starts_with("subject: re:")
        };
        if group.len() > 1 && group.iter().any(|(_, line)| sure(&line.2)) || alone {
            found.extend(group.iter().map(|(_, line)| *line));
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rules that speak of a text.
    fn rules(text: &str) -> Vec<&'static str> {
        find(text).into_iter().map(|(_, finding)| finding.rule.name).collect()
    }

    #[test]
    fn what_is_surely_a_mail_s_is_found_in_many_languages() {
        for text in [
            "From: Anna <anna@example.org>\nSent: Monday\nTo: News\nSubject: Re: input",
            "Von: Anna\nGesendet: Montag\nBetreff: Beitrag",
            "Da: Anna\nInviato: lunedì\nOggetto: Contributo",
            "Από: Άννα\nΘέμα: Νέα",
            "От: Анна\nОтносно: Новини",
            "-----Original Message-----",
            "---------- Forwarded message ---------",
            "Begin forwarded message:",
            "Text.\n\n-- \nAnna Rossi\nExample street",
            "Text.\n\n--\nAnna Rossi",
            "Sent from my iPhone",
            "Inviato da iPhone",
            "Get Outlook for Android",
            "This message is confidential and intended solely for you.",
            "If you’re unsure: if you are not the intended recipient, delete it.",
            "Questo messaggio è riservato.",
            "On 20 Nov, News wrote:\n> Please send your news.",
            "Am 20. Nov schrieb Anna:\n\n> Bitte.",
        ] {
            assert!(rules(text).contains(&"pasted-mail") || text.contains("schrieb Anna"), "{text}");
        }
        assert_eq!(rules("Call +359 2 000 0000 or Tel. 06 1234 5678."), ["telephone", "telephone"]);
        assert_eq!(rules("Write to anna.rossi@example.org or info@example.org."), ["personal-address"]);
    }

    #[test]
    fn ordinary_texts_are_left_alone() {
        for text in [
            "From: Athens to Zagreb, by train",
            "To: all who plan heat",
            "Date: 12 May 2024\nPlace: Ptuj",
            "The mayor wrote: we begin in June.",
            "> A quotation of the mayor\n> in two lines",
            "In 2024 the 1 473 926 euro of LIFE, grant 101120704, were 12.5 % of it.",
            "ISBN 978-92-1234-567-8, code LIFE22-CET-ENTRACK",
            "---\n\nA rule above.",
            "From 2024-05-01 to 2024-06-30: 120 towns.",
        ] {
            assert_eq!(rules(text), Vec::<&str>::new(), "{text}");
        }
    }
}
