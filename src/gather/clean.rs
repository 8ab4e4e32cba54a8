//! What is surely no news is taken off a mail's lines: greetings, earlier mails, signatures, notices.

use super::{Removed, Why};
use crate::value::mail_words::{
    FIELDS, GREETED, GREETINGS, NOTICES, PASSED_ON, SENT_FROM, SIGN_OFFS, SUBJECT, WROTE,
};

/// The most lines that a signature has.
const SIGNATURE: usize = 25;

/// The longest line of a greeting, in characters.
const GREETING: usize = 60;

/// From how many characters on a line is prose, which no signature holds.
const PROSE: usize = 160;

/// Which lines of a mail stay.
pub(super) struct Cut {
    /// Whether each line stays.
    pub(super) kept: Vec<bool>,
    /// What goes.
    pub(super) removed: Vec<Removed>,
}

/// Decides which lines of a mail are news. A line may hold several, as a paragraph of a page does.
pub(super) fn cut(lines: &[String]) -> Cut {
    let mut cut = Cut { kept: vec![true; lines.len()], removed: vec![] };
    if let Some(at) = earlier_mail(lines) {
        cut.take(lines, at..lines.len(), Why::Quoted);
    }
    let end = cut.kept.iter().rposition(|kept| *kept).map_or(0, |last| last + 1);
    // Lines of programs and lawyers go wherever they stand.
    for at in 0..end {
        let lower = lines[at].to_lowercase().replace('’', "'");
        let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
        if NOTICES.iter().any(|words| lower.contains(words)) {
            cut.take(lines, at..at + 1, Why::Notice);
        } else if lower.chars().count() < 120 && SENT_FROM.iter().any(|words| bare.starts_with(words)) {
            cut.take(lines, at..at + 1, Why::SentFrom);
        }
    }
    let end = cut.kept.iter().rposition(|kept| *kept).map_or(0, |last| last + 1);
    if let Some(at) = signature(&lines[..end]) {
        cut.take(lines, at..end, Why::Signature);
    }
    let first = (0..lines.len()).find(|at| cut.kept[*at] && !lines[*at].trim().is_empty());
    if let Some(first) = first.filter(|first| is_greeting(&lines[*first])) {
        cut.take(lines, first..first + 1, Why::Greeting);
    }
    let first = (0..lines.len()).find(|at| cut.kept[*at] && !lines[*at].trim().is_empty());
    if let Some(first) = first.filter(|first| announces(&lines[*first])) {
        cut.take(lines, first..first + 1, Why::Cover);
    }
    cut
}

impl Cut {
    /// Takes some lines out.
    fn take(&mut self, lines: &[String], range: std::ops::Range<usize>, why: Why) {
        let words: Vec<&str> =
            range.clone().filter(|at| self.kept[*at]).map(|at| lines[at].as_str()).collect();
        range.for_each(|at| self.kept[at] = false);
        let words = words.join("\n");
        if !words.trim().is_empty() {
            self.removed.push(Removed::new(why, words.trim()));
        }
    }
}

/// Where an earlier mail begins that goes on to the end: below a line of a mail program, a head of fields, or the
/// line that says who wrote when.
fn earlier_mail(lines: &[String]) -> Option<usize> {
    for (at, line) in lines.iter().enumerate() {
        let lower = line.to_lowercase();
        let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
        let fenced = line.trim_start().starts_with("--") || line.trim_start().starts_with("__");
        let passed_on = PASSED_ON.iter().any(|words| bare == *words || fenced && bare.starts_with(words));
        // A head of three fields or more, one of which is the subject.
        let fields = || {
            let head =
                lines[at..].iter().flat_map(|line| line.lines()).filter(|line| !line.trim().is_empty());
            let names: Vec<String> = head.map_while(field).take(8).collect();
            names.len() >= 3 && names.iter().any(|name| SUBJECT.contains(&name.as_str()))
        };
        if passed_on || field(line.lines().next().unwrap_or_default()).is_some() && fields() {
            // What is passed on is the contribution, where nothing stands above it.
            return (lines[..at].iter().any(|line| line.split_whitespace().count() > 3)).then_some(at);
        }
        if !line.trim().is_empty() && attributes(lines, at) {
            return Some(at);
        }
    }
    None
}

/// The name of a field of a mail's head that a line is.
fn field(line: &str) -> Option<String> {
    let line = line.trim().trim_start_matches(['>', '*', ' ']);
    let (name, value) = line.split_once(':')?;
    let name = name.trim_matches([' ', '*', '\u{A0}']).to_lowercase();
    let known = SUBJECT.contains(&name.as_str()) || FIELDS.contains(&name.as_str());
    (known && !value.trim().is_empty()).then_some(name)
}

/// Whether a line, with up to two behind it, says who wrote when, and all below it is quoted, or nothing is below.
fn attributes(lines: &[String], at: usize) -> bool {
    let mut said = String::new();
    for (more, line) in lines[at..].iter().take(3).enumerate() {
        if line.trim().is_empty() || line.trim_start().starts_with('>') {
            return false;
        }
        said = format!("{said} {}", line.trim());
        let lower = said.trim().to_lowercase();
        let ends = WROTE.iter().any(|words| lower.ends_with(words))
            // German: `Am 3. Mai schrieb Anna:`.
            || lower.ends_with(':') && [" schrieb ", " schreef ", " skrev "].iter().any(|word| lower.contains(word));
        if ends {
            let dated = said.contains('@') || said.chars().filter(char::is_ascii_digit).count() >= 3;
            let below = &lines[at + more + 1..];
            let quoted = below.iter().filter(|line| !line.trim().is_empty());
            return dated && quoted.clone().all(|line| line.trim_start().starts_with('>'));
        }
    }
    false
}

/// Where a signature begins that goes on to the end.
fn signature(lines: &[String]) -> Option<usize> {
    let short = |from: usize| {
        let rest = lines[from..].iter().filter(|line| !line.trim().is_empty());
        rest.clone().count() <= SIGNATURE && rest.clone().all(|line| line.chars().count() <= PROSE)
    };
    if let Some(at) =
        lines.iter().position(|line| matches!(line.trim(), "--" | "—") && !line.starts_with("---"))
        && short(at)
    {
        // The farewell stands above the line.
        let before = (0..at).rev().find(|at| !lines[*at].trim().is_empty());
        let farewell = before.filter(|before| is_farewell(&lines[*before]));
        let above = before.and_then(|before| (0..before).rev().find(|at| !lines[*at].trim().is_empty()));
        let farewell = farewell.or(above.filter(|above| {
            is_farewell(&lines[*above])
                && before.is_some_and(|name| lines[name].split_whitespace().count() <= 4)
        }));
        return Some(farewell.unwrap_or(at));
    }
    (0..lines.len())
        .rev()
        .take(SIGNATURE * 2)
        .filter(|at| is_farewell(&lines[*at]))
        .find(|at| short(*at))
        .map(|at| {
            // Several farewells below each other are one.
            let before = (0..at).rev().find(|at| !lines[*at].trim().is_empty());
            before.filter(|before| is_farewell(&lines[*before])).unwrap_or(at)
        })
}

/// Whether a line, or the first of it, ends a letter: `Best regards,`.
fn is_farewell(line: &str) -> bool {
    let first = line.trim().lines().next().unwrap_or_default();
    let lower = first.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    if SIGN_OFFS.contains(&bare) {
        return true;
    }
    // With the name behind it: `Best regards, Anna`.
    bare.split_once([',', '!', '.']).is_some_and(|(farewell, name)| {
        SIGN_OFFS.contains(&farewell.trim())
            && name.split_whitespace().count() <= 4
            && !name.trim().is_empty()
    })
}

/// Whether a line says that the text follows, and nothing else: `here is our text:`.
fn announces(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "text",
        "news",
        "contribution",
        "below",
        "attached",
        "beitrag",
        "anbei",
        "unten",
        "neuigkeiten",
        "texte",
        "ci-dessous",
        "testo",
        "contributo",
        "di seguito",
        "notizie",
        "texto",
        "a continuación",
        "noticias",
        "κείμενο",
        "παρακάτω",
        "νέα",
        "текст",
        "по-долу",
        "новин",
        "tekst",
        "u nastavku",
        "prilog",
        "novosti",
    ];
    let lower = line.trim().to_lowercase();
    let words = lower.split_whitespace().count();
    lower.ends_with(':') && words <= 12 && WORDS.iter().any(|word| lower.contains(word))
}

/// Whether a line greets and does nothing else.
fn is_greeting(line: &str) -> bool {
    let line = line.trim();
    if line.chars().count() > GREETING || line.lines().count() > 1 {
        return false;
    }
    let lower = line.to_lowercase();
    let ends = line.ends_with([',', '!', ':', ';', '.', '\u{37E}']);
    let words = lower.split_whitespace().count();
    let known = GREETINGS.iter().any(|greeting| lower.starts_with(greeting));
    let named = GREETED.iter().any(|greeting| {
        lower
            .strip_prefix(greeting)
            .is_some_and(|rest| rest.is_empty() || !rest.starts_with(char::is_alphanumeric))
    });
    (known || named) && (ends && words <= 8 || words <= 3)
}

#[cfg(test)]
mod tests {
    use super::cut;

    /// What stays of a mail.
    fn kept(mail: &str) -> String {
        let lines: Vec<String> = mail.lines().map(str::to_string).collect();
        let cut = cut(&lines);
        let kept = lines.iter().zip(&cut.kept).filter(|(_, kept)| **kept).map(|(line, _)| line.as_str());
        kept.collect::<Vec<_>>().join("\n").trim().to_string()
    }

    #[test]
    fn what_is_news_stays_and_the_rest_goes() {
        for (mail, news) in [
            (
                "Dear Anna,\n\nForty villages have a plan.\n\nBest regards,\nMaria Rossi\nAISFOR\n+39 06 0000000",
                "Forty villages have a plan.",
            ),
            (
                "Hallo zusammen,\n\nVierzig Orte.\n\nMit freundlichen Grüßen\nJan\n\nVon: News\nGesendet: Montag\nAn: Jan\nBetreff: Beitrag\n\nBitte schicken.",
                "Vierzig Orte.",
            ),
            (
                "Αγαπητοί συνάδελφοι,\n\nΣαράντα χωριά.\n\nΜε εκτίμηση,\nΆννα\n\nΣτις 3 Μαΐου 2024, News <n@example.org> έγραψε:\n> Στείλτε νέα.",
                "Σαράντα χωριά.",
            ),
            ("Уважаеми колеги,\n\nЧетиридесет села.\n\nС уважение,\nИван", "Четиридесет села."),
            (
                "News first.\n\nOn Mon, 6 May 2024 at 10:00, News <n@example.org> wrote:\n\n> Please send\n> your news.\n",
                "News first.",
            ),
            ("Text.\n\n-- \nAnna\nStreet 1", "Text."),
            ("Text.\n\nThanks,\nAnna\n--\nAnna Rossi\nStreet 1", "Text."),
            ("Text.\n\nSent from my iPhone", "Text."),
            (
                "Hi Maria,\n\nhere is our text:\n\nA round opens\n\nMore of it.",
                "A round opens\n\nMore of it.",
            ),
            ("Text.\n\nThis message is confidential and intended solely for you.", "Text."),
            (
                "Thanks to the mayor, forty villages have a plan.\nDear reader, look.",
                "Thanks to the mayor, forty villages have a plan.\nDear reader, look.",
            ),
            (
                "> asked\n\nAnswered between.\n\n> asked again\n\nAnswered again.",
                "> asked\n\nAnswered between.\n\n> asked again\n\nAnswered again.",
            ),
            (
                "FYI\n\nFrom: Jan\nSent: Monday\nTo: Anna\nSubject: News\n\nForty villages.",
                "FYI\n\nFrom: Jan\nSent: Monday\nTo: Anna\nSubject: News\n\nForty villages.",
            ),
        ] {
            assert_eq!(kept(mail), news, "{mail}");
        }
    }
}
