//! The newsletter: one rendering an edition, as HTML and as text, with sentinels where a recipient's values
//! are joined in.
//!
//! In come a [`CheckedIssue`] and the [`Means`] to render it; out goes a [`Newsletter`]. [`sections()`] decides
//! what it says, what it leaves out and in which order (which indicators have a chart, `report/data/lines.rs`
//! does), [`craft`] holds the finished mail against the rules of the craft, and
//! [`proof()`] makes the sheet to sign off.
//!
//! ```no_run
//! # use bulletin::{diagnostic::Diagnostics, html::Means, issue::CheckedIssue, newsletter};
//! # fn example(issue: &CheckedIssue<'_>, means: Means<'_>) {
//! let mut findings = Diagnostics::new();
//! if let Some(newsletter) = newsletter::render(issue, means, &mut findings) {
//!     println!("{}", newsletter.subject);
//! }
//! # }
//! ```

pub mod craft;
mod html;
mod joined;
mod masthead;
mod opening;
mod pictures;
mod proof;
mod sections;
mod styles;
mod text;

use crate::diagnostic::{Diagnostics, Place};
use crate::html::{Means, Picture};
use crate::issue::{Acknowledgement, CheckedIssue, Stage};

pub use html::preheader;
pub use joined::{Joined, Values};
pub use proof::{Sheet, proof, spoken_words};
pub use sections::{Entry, Figure, Quote, Section, Shown, Story, calendar_title, sections};
pub use styles::Styles;

/// A finished newsletter in one language.
#[derive(Debug, Clone)]
pub struct Newsletter {
    /// The subject, with a draft's mark.
    pub subject: String,
    /// The line behind it.
    pub preheader: String,
    /// The HTML, to be joined with a recipient's values.
    pub html: Joined,
    /// The text part, to be joined with the same values.
    pub text: Joined,
    /// The pictures.
    pub pictures: Vec<Picture>,
    /// The blocks of the HTML, each with the layout that it came from.
    pub blocks: Vec<(Place, Joined)>,
    /// The addresses that the text part lists, in their order.
    pub links: Vec<String>,
    /// The funding statements and disclaimers that it must hold.
    pub statements: Vec<String>,
    /// Why readers get it.
    pub reason: String,
    /// Who publishes.
    pub publisher: String,
    /// Pairs of a text's and its ground's colour: name, text, ground.
    pub colours: Vec<(String, String, String)>,
}

impl Newsletter {
    /// A hash of everything that recipients have in common.
    pub fn fingerprint(&self) -> String {
        let values =
            Values { unsubscribe: String::new(), pictures: String::new(), pictures_end: String::new() };
        let parts = [self.subject.clone(), self.html.html(&values), self.text.text(&values)];
        crate::value::sha256(parts.join("\0").as_bytes())
    }
}

/// Renders the newsletter of an issue.
pub fn render(issue: &CheckedIssue<'_>, means: Means<'_>, findings: &mut Diagnostics) -> Option<Newsletter> {
    render_for(&Values::sentinels(), issue, means, findings)
}

/// Renders the newsletter anew for one recipient: what joining their values into one rendering must
/// give, too.
pub fn render_for(
    personal: &Values,
    issue: &CheckedIssue<'_>,
    means: Means<'_>,
    findings: &mut Diagnostics,
) -> Option<Newsletter> {
    let Means { words, layouts, theme, templates, pictures, drawn } = means;
    let subject = match issue.stage {
        Stage::Draft => words.with("draft-subject", &[("subject", issue.subject().text.into())]),
        Stage::Final => issue.subject().text,
    };
    let styles = Styles::load(layouts, theme, issue.language.direction(), findings)?;
    let sections = sections(issue, words);
    let pictures = pictures::pictures(issue, &sections, pictures, drawn, findings);
    let view =
        html::View { issue, words, theme, styles: &styles, pictures: &pictures, subject: &subject, personal };
    let (html, blocks) = view.render(&sections, templates, findings)?;
    let preheader = preheader(issue, &sections).text;
    let (text, links) = text::render(issue, words, &sections, personal);
    let statements = Acknowledgement::of(&issue.projects, &issue.language, words);
    let statements = statements.statements.iter().chain(&statements.disclaimers);
    Some(Newsletter {
        subject,
        preheader,
        html: Joined::new(&html),
        text: Joined::new(&text),
        blocks: blocks.into_iter().map(|(place, html)| (place, Joined::new(&html))).collect(),
        links,
        statements: statements.map(|statement| statement.text.clone()).collect(),
        reason: html::reason(issue, words).text,
        publisher: words.with("publisher", &[("publisher", issue.cluster.config.publisher.as_str().into())]),
        colours: styles.pairs,
        pictures,
    })
}
