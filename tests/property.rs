//! Any Unicode as title, name, text and alternative text: each output contains it, or the run names
//! the character and its place; and nothing that was typed becomes markup of any kind.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use bulletin::layouts::Layouts;

use bulletin::newsletter::Values;

use crate::coverage::{rendered, rendered_with, without_tags};
use crate::desk::Desk;

/// A picture of one pixel.
const PIXEL: &[u8] = include_bytes!("cases/five-in-one/sources/images/mayors.png");

/// The text as Markdown that means nothing but itself.
fn literal(text: &str) -> String {
    text.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect()
}

/// A text as it is looked for: without what typography, line ends and invisible marks change.
fn bare(text: &str) -> String {
    let typographic = "\"'“”‘’„‚«»‹›–—-….";
    text.chars()
        .filter(|c| !c.is_whitespace() && !c.is_control() && !typographic.contains(*c))
        .filter(|c| !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}'))
        .collect()
}

/// Whether an output holds a text. In the report, where what runs from right to left stands in the
/// order of its drawing, every character of it is there.
fn holds(said: &str, text: &str, output: &str) -> bool {
    let turned =
        |c: char| matches!(c, '\u{590}'..='\u{8FF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if output == "report" && text.contains(turned) {
        return bare(text).chars().all(|c| said.contains(c));
    }
    bare(said).contains(&bare(text))
}

/// The names of the tags of some HTML, one after the other; links may be made of addresses.
fn tags(html: &str) -> Vec<String> {
    let names = html
        .split('<')
        .skip(1)
        .map(|part| part.split([' ', '>', '\n']).next().unwrap_or_default().to_string());
    names.filter(|name| name != "a" && name != "/a").collect()
}

/// A cluster whose texts are these.
fn desk(title: &str, name: &str, body: &str, alt: &str) -> Desk {
    let desk = Desk::base();
    let quoted = |text: &str| serde_json::to_string(text).expect("JSON");
    let project = format!(
        "acronym: RECET\ntitle: {}\nprogramme: LIFE\nagreement: 101120000\nsummary: S.\n",
        quoted(name)
    );
    desk.write("sources/projects/recet.yaml", project);
    desk.write("sources/images/p.png", PIXEL);
    let text = format!(
        "---\npriority: 9\n---\n# {}\n\nText {}\n\n![{}](p.png \"A, CC0\")\n",
        literal(title),
        literal(body),
        literal(alt)
    );
    desk.write("sources/updates/2024-04/recet-any.md", text);
    desk
}

/// Whether a cluster with these texts was built or refused, or what is wrong with that.
fn judge(layouts: &Layouts, plain: &[String], [title, name, body, alt]: [&str; 4]) -> Result<bool, String> {
    let desk = desk(title, name, body, alt);
    let built = match rendered(desk.root(), layouts) {
        Ok(built) => built,
        // What is refused names its place.
        Err(findings) => {
            let unnamed = findings.iter().find(|finding| {
                let place = finding.place.as_ref();
                let text = place.and_then(|place| std::fs::read_to_string(desk.path(&place.file)).ok());
                text.is_none_or(|text| place.is_none_or(|place| text.get(place.range.clone()).is_none()))
            });
            return match unnamed {
                Some(finding) => Err(format!("without a place: {finding:?}")),
                None if findings.has_errors() => Ok(false),
                None => Err("refused without a finding".to_string()),
            };
        }
    };
    let report: String = built.pages.iter().map(|page| page.text.as_str()).collect();
    let html = without_tags(&built.html);
    for (what, text) in [("title", title), ("body", body)] {
        for (output, said) in [("report", &report), ("html", &html), ("text", &built.text)] {
            if !holds(said, text, output) {
                return Err(format!("the {what} {text:?} is not in the {output}"));
            }
        }
    }
    if !holds(&report, name, "report") {
        return Err(format!("the name {name:?} is not in the report"));
    }
    if !bare(&built.text).contains(&bare(alt)) || !bare(&unescaped(&built.html)).contains(&bare(alt)) {
        return Err(format!("the alternative text {alt:?} is not in the mail"));
    }
    let own = tags(&built.html);
    if own != plain {
        return Err(format!("other tags than for plain words: {own:?}"));
    }
    Ok(true)
}

/// HTML with its entities as characters, attributes included.
fn unescaped(html: &str) -> String {
    without_tags(&format!("<body {}", html.replace(['<', '>'], " ")))
}

/// Any text, with more of what is likely to be taken for something else.
fn text() -> impl Strategy<Value = String> {
    let special = prop_oneof![
        Just("#let x = 1".to_string()),
        Just("@name".to_string()),
        Just("$x$".to_string()),
        Just("<script>alert(1)</script>".to_string()),
        Just("{{secret}} {{{x}}}".to_string()),
        Just("%unsubscribe%".to_string()),
        Just("// no".to_string()),
        Just("*|MERGE|*".to_string()),
        Just("--- \u{202E}abc ☑ CO₂ ½ 🇬🇷 👩‍👧".to_string()),
        Just("שלום עולם".to_string()),
        Just("Ελληνικά Български čćžšđ".to_string()),
    ];
    let of = |pattern: &'static str| proptest::string::string_regex(pattern).expect("a pattern");
    // Mostly what the fonts have, so that most texts are built; the rest is refused with its place.
    let any = prop_oneof![
        12 => of("[ -~\u{A1}-\u{17F}\u{386}-\u{3CE}\u{400}-\u{45F}]{0,16}"),
        3 => of("[\u{2010}-\u{2044}\u{20AC}\u{2190}-\u{21FF}\u{2200}-\u{22FF}\u{2600}-\u{26FF}]{0,6}"),
        2 => of("[\u{1F300}-\u{1F64F}\u{5D0}-\u{5EA}\u{621}-\u{64A}]{0,6}"),
        1 => of("\\PC{0,12}"),
        1 => of("\\p{Any}{0,6}"),
    ];
    proptest::collection::vec(prop_oneof![1 => special, 2 => any], 1..4)
        .prop_map(|parts| parts.join(" "))
        .prop_map(|text| text.replace(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{B}', '\u{C}'], " "))
        .prop_map(|text| format!("x{text}y"))
}

#[test]
fn any_text_arrives_in_every_output_and_never_as_markup() {
    let layouts = Layouts::defaults();
    let plain = rendered(desk("xty", "xny", "xby", "xay").root(), &layouts).expect("plain words build");
    let plain = tags(&plain.html);
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(128);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let built = std::cell::Cell::new(0);
    let mut runner = TestRunner::new_with_rng(
        config,
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let outcome = runner.run(&(text(), text(), text(), text()), |(title, name, body, alt)| {
        let outcome = judge(&layouts, &plain, [&title, &name, &body, &alt]);
        built.set(built.get() + u32::from(outcome == Ok(true)));
        outcome.map(|_| ()).map_err(TestCaseError::fail)
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
    assert!(built.get() * 3 > cases, "only {} of {cases} texts were built, the others refused", built.get());
}

#[test]
fn joining_a_recipient_s_values_gives_what_a_rendering_for_them_gives() {
    let desk = crate::officer::rich();
    let none = Values { unsubscribe: String::new(), pictures: String::new(), pictures_end: String::new() };
    let value = || {
        prop::string::string_regex("([ -~]|[\u{a1}-\u{2fff}]|\\{\\{x\\}\\}|<|\"|&){0,24}").expect("a pattern")
    };
    let config = Config { cases: 12, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let all = (value(), value(), value());
    let outcome = runner.run(&all, |(unsubscribe, pictures, pictures_end)| {
        let values = Values { unsubscribe, pictures, pictures_end };
        let layouts = Layouts::defaults();
        let joined =
            rendered_with(desk.root(), &layouts, "el", &values, &Values::sentinels()).expect("a mail");
        let whole = rendered_with(desk.root(), &layouts, "el", &none, &values).expect("a mail");
        prop_assert_eq!(joined.html, whole.html);
        prop_assert_eq!(joined.text, whole.text);
        Ok(())
    });
    outcome.expect("both ways give the same");
}
