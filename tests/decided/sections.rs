//! Which blocks a newsletter has, and in which order.

use bulletin::diagnostic::Diagnostics;
use bulletin::issue::{AsOf, Stage};
use bulletin::newsletter::{Section, sections};
use bulletin::pipeline::{Quiet, checked};
use bulletin::value::{Month, Parse};

use super::{folder, loaded};
use crate::desk::Desk;

/// A block as a word, with how many items it has.
fn word(section: &Section) -> String {
    match section {
        Section::Note(parts) => format!("note {}", parts.len()),
        Section::Lead(story) => format!("lead {}", story.title),
        Section::Stories(_, items, all) => {
            let titles: Vec<&str> = items.iter().map(|story| story.title.as_str()).collect();
            format!("stories {}{}", titles.join(" + "), if all.is_some() { " and all" } else { "" })
        }
        Section::Figures(_, figures) => {
            let labels: Vec<&str> = figures.iter().map(|one| one.label.as_str()).collect();
            format!("figures {}", labels.join(" + "))
        }
        Section::Projects(_, items) => format!("projects {}", items.len()),
        Section::Cards(_, items) => format!("cards {}", items.len()),
        Section::Quotes(quotes) => format!("quotes {}", quotes.len()),
        Section::Charts(_, charts) => {
            let ids: Vec<&str> = charts.iter().map(|chart| chart.line.id.as_str()).collect();
            format!("charts {}", ids.join(" + "))
        }
        Section::Partners(_, items) => format!("partners {}", items.len()),
        Section::Actions(_, _, rows) => format!("actions {}", rows.len()),
        Section::Next(_, items, _, more) => {
            format!("next {}{}", items.len(), if more.is_some() { " and more" } else { "" })
        }
        Section::Dates(_, items) => format!("dates {}", items.len()),
        Section::Ask(_, parts) => format!("ask {}", parts.len()),
    }
}

/// The blocks of April's newsletter.
fn blocks(desk: &Desk) -> Vec<String> {
    let loaded = loaded(desk);
    let month = Month::parse("2024-04").expect("a month");
    let mut folder = folder(desk);
    folder.as_of = Some(AsOf::end_of(month.last()));
    let mut findings = Diagnostics::new();
    let editions = checked(&loaded, &folder, month, Stage::Draft, &mut findings, &mut Quiet);
    let editions = editions.unwrap_or_else(|| panic!("{findings:?}"));
    sections(&editions[0], &loaded.words[&editions[0].language]).iter().map(word).collect()
}

/// A file that a row writes over the smallest cluster.
type File = (&'static str, &'static str);

/// A second piece of news.
const MORE: File = ("sources/updates/2024-04/recet-more.md", "# More\n\nText.\n");

/// What somebody said.
const QUOTE: File =
    ("sources/updates/2024-04/recet-said.md", "---\ntype: quote\n---\n# Ana, RECET\n\nWe plan.\n");

/// An indicator that makes a line, and one that does not.
const NUMBERS: File = (
    "sources/indicators.yaml",
    "- {id: plans, label: Plans, unit: plans, values: [{period: 2024-02, value: 1}, {period: 2024-03, value: 1}, {period: 2024-04, value: 4}]}\n- {id: towns, label: Towns, unit: towns, values: [{period: 2024-04, value: 4}]}\n",
);

/// A date to come.
const DATE: File =
    ("sources/events.yaml", "- {title: Fair, starts: 2024-05-14, place: Rome, url: https://example.org/f}\n");

/// A manifest that asks for every block, in another order than its own.
const TURNED: &str = "subject: S\nnote: A word.\nask: Which town next?\nsections: [ask, dates, actions, next, projects, charts, quotes, stories, lead, note]\n";

#[test]
fn the_blocks_of_a_newsletter_are_those_with_something_to_say_in_the_order_asked_for() {
    let manifest = |text| ("sources/issues/2024-04.yaml", text);
    for (files, wanted) in [
        (vec![], vec!["lead A headline of a dozen words", "stories First synergy call", "projects 1"]),
        (
            vec![MORE, QUOTE, NUMBERS, DATE],
            vec![
                "lead A headline of a dozen words",
                "figures Plans + Towns",
                "stories More + First synergy call",
                "quotes 1",
                "projects 1",
                "dates 1",
            ],
        ),
        (
            vec![MORE, manifest("subject: S\nlead: recet-more\n")],
            vec!["lead More", "stories A headline of a dozen words + First synergy call", "projects 1"],
        ),
        (
            vec![manifest("subject: S\nsections: [next, lead]\n")],
            vec!["next 1", "lead A headline of a dozen words"],
        ),
        // Without a lead the stories tell all.
        (
            vec![manifest("subject: S\nsections: [stories]\n")],
            vec!["stories A headline of a dozen words + First synergy call"],
        ),
        // No logo, no partners; no open question, no block of it.
        (
            vec![manifest("subject: S\nsections: [partners, ask, quotes, charts, dates, cards]\n")],
            vec!["cards 1"],
        ),
        (
            vec![MORE, QUOTE, NUMBERS, DATE, manifest(TURNED)],
            vec![
                "ask 2",
                "dates 1",
                "actions 1",
                "next 1",
                "projects 1",
                "charts plans",
                "quotes 1",
                "stories More + First synergy call",
                "lead A headline of a dozen words",
                "note 1",
            ],
        ),
        // Of a meeting among partners a mail says nothing.
        (
            vec![(
                "sources/meetings/2024-04-08-synergy-call.md",
                "---\nhost: A\npresent: [recet]\nconfidentiality: consortium\n---\n# Call\n\nText.\n\n## Actions\n\n- [ ] RECET: plan it\n",
            )],
            vec!["lead A headline of a dozen words", "projects 1"],
        ),
    ] {
        let desk = Desk::base();
        files.iter().for_each(|(path, text)| desk.write(path, text));
        assert_eq!(blocks(&desk), wanted, "{files:#?}");
    }
}
