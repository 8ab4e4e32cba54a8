//! The rules of the craft, R1 to R26: what must hold of the finished mail so that it reads well in
//! Outlook, in Gmail on a phone, in the dark, with a screen reader, without pictures and as plain
//! text. They look at the HTML through a parser, in its usual and in its Outlook branch, and at the
//! message as it goes out.

mod branch;
pub mod dom;
mod elements;
mod envelope;
mod inked;
mod page;
mod styles;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, asking};
use crate::html::Picture;

pub use branch::outlook_branch;
pub use envelope::encoded_html;
pub use inked::least_in_the_dark;

/// A finished mail, as the rules look at it.
#[derive(Debug, Clone, Copy)]
pub struct Mail<'a> {
    /// The HTML part with a recipient's values.
    pub html: &'a str,
    /// The text part with the same values.
    pub text: &'a str,
    /// The addresses that the text part lists.
    pub listed: &'a [String],
    /// The whole message.
    pub message: &'a [u8],
    /// The file of the theme's tokens, below `layouts/`.
    pub tokens: &'a str,
    /// The subject.
    pub subject: &'a str,
    /// The line behind it.
    pub preheader: &'a str,
    /// Whether the manifest has that line.
    pub preheader_written: bool,
    /// The blocks of the HTML, each with the place that it came from.
    pub blocks: &'a [(Place, String)],
    /// The pictures.
    pub pictures: &'a [Picture],
    /// Where hosted pictures lie; without it they travel with the mail.
    pub images_url: Option<&'a str>,
    /// The address of the web edition, if there is one.
    pub online: Option<&'a str>,
    /// The address that unsubscribes.
    pub unsubscribe: &'a str,
    /// Who publishes, with the postal address.
    pub publisher: &'a str,
    /// Why readers get it.
    pub reason: &'a str,
    /// The funding statements that must stand in it.
    pub statements: &'a [String],
    /// The smallest lettering of the charts, in Typst's points of their pictures' 272.
    pub chart_lettering: Option<f64>,
    /// The links that authors wrote: words, address, place.
    pub authored: &'a [(String, String, Place)],
    /// The pictures that authors placed: alternative text and place.
    pub illustrated: &'a [(String, Place)],
    /// Passages that authors were asked about and meant, in lower case.
    pub accepted: &'a std::collections::BTreeSet<String>,
    /// Pairs of a text's and its ground's colour that the theme has: name, text, ground.
    pub colours: &'a [(String, String, String)],
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The rule's number.
    pub rule: u8,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// Where it comes from; the frame of the page if `None`.
    pub place: Option<Place>,
    /// Whether it is only worth a look.
    pub mild: bool,
}

/// What each rule asks, by number.
pub const RULES: [&str; 26] = [
    "language and direction stand on the page and on each child of its body",
    "the title is the subject",
    "layout tables say that they are no data; data tables have headers with a scope",
    "one main heading, no level skipped",
    "UTF-8 is declared, and no character clips the mail",
    "one column on phones, no fixed widths",
    "the Outlook branch is balanced and its widths add up to 600",
    "Outlook's pixels are set, and every picture has a size in numbers",
    "the HTML part stays below the size at which Gmail clips",
    "styles are small and none stands in another",
    "no line of the message is longer than 998 bytes",
    "nothing is fetched from third parties",
    "text can be read: size, alignment and contrast",
    "links are underlined and name where they lead",
    "no drawing language of old Outlooks",
    "no word is broken inside a cell",
    "dark surroundings are provided for",
    "pictures carry their own ground",
    "every picture has words that say what it shows",
    "pictures are PNG or JPEG, small, and none is inside the HTML",
    "charts can be read on a phone",
    "the line behind the subject has its length, is hidden, and says something of its own",
    "leaving, address, reason and web edition stand near enough to the top",
    "who paid is said, with the emblem",
    "the message has an id and a date",
    "the text part has the same links in the same order",
];

/// Looks at a mail by every rule.
pub fn faults(mail: &Mail<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    page::inspect(mail, &mut faults);
    elements::inspect(mail, &mut faults);
    branch::inspect(mail, &mut faults);
    envelope::inspect(mail, &mut faults);
    faults.sort_by_key(|fault| fault.rule);
    faults.dedup();
    faults
}

/// The faults as findings.
pub fn report(faults: &[Fault], findings: &mut Diagnostics) {
    for fault in faults {
        let place = fault.place.clone().unwrap_or_else(|| Place::file("layouts/newsletter/newsletter.hbs"));
        findings.push(
            match fault.mild {
                true => Diagnostic::warning(asking::CRAFT, format!("{} (R{})", fault.message, fault.rule)),
                false => Diagnostic::error(asking::CRAFT, format!("{} (R{})", fault.message, fault.rule)),
            }
            .at(place)
            .hint(fault.hint.clone()),
        );
    }
}

/// A fault in the frame of the page.
fn fault(rule: u8, message: impl Into<String>, hint: impl Into<String>) -> Fault {
    Fault { rule, message: message.into(), hint: hint.into(), place: None, mild: false }
}
