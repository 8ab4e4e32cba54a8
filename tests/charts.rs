//! Charts: the alternative text and the table hold exactly the data; the drawing is a picture.

use bulletin::layouts::Layouts;
use bulletin::report::{Bar, Chart, ChartLook, Drawing, Span, Typesetter};
use bulletin::theme::{DEFAULT, Theme};
use bulletin::value::{Date, Decimal, Language, Parse, Typography};
use bulletin::words::Words;

/// A number.
fn number(text: &str) -> Decimal {
    Decimal::parse(text).expect("a number")
}

/// One chart of each kind.
fn charts() -> Vec<Chart> {
    let span = |label: &str, day: i8, look: &'static str, state: &str| Span {
        label: label.to_string(),
        from: Date::constant(2024, 4, day),
        to: Date::constant(2024, 6, day),
        look,
        state: state.to_string(),
    };
    vec![
        Chart::Bars(
            "Readers".into(),
            "people".into(),
            vec![
                Bar { label: "ENTRACK".into(), value: number("1234.5"), target: Some(number("2000")) },
                Bar { label: "RECET".into(), value: number("0"), target: None },
            ],
        ),
        Chart::Stacked(
            "Actions".into(),
            String::new(),
            vec!["open".into(), "done".into(), "overdue".into()],
            vec![("March".into(), vec![3, 4, 1]), ("April".into(), vec![1, 7, 0])],
        ),
        Chart::Line(
            "Readers".into(),
            "people".into(),
            vec![
                ("2024-02".into(), number("10")),
                ("2024-03".into(), number("7.25")),
                ("2024-04".into(), number("31")),
            ],
            Some(number("40")),
        ),
        Chart::Timeline(
            "Events".into(),
            Date::constant(2024, 5, 1),
            vec![
                span("Call", 8, "held", "held"),
                span("Mayors\u{2019} day", 20, "planned", "planned"),
                span("Fair", 28, "off", "cancelled"),
            ],
        ),
        Chart::Heat(
            "In common".into(),
            vec!["A".into(), "B".into(), "C".into()],
            vec![
                vec![None, Some(62), Some(0)],
                vec![Some(62), None, Some(17)],
                vec![Some(0), Some(17), None],
            ],
        ),
    ]
}

/// All digits and points of a text, as numbers.
fn numbers(text: &str) -> Vec<String> {
    let text = text.replace('\u{A0}', "");
    let parts = text.split(|c: char| !c.is_ascii_digit() && c != '.');
    parts.map(|part| part.trim_matches('.').to_string()).filter(|part| !part.is_empty()).collect()
}

#[test]
fn the_alternative_text_and_the_table_hold_the_data_and_no_other_number() {
    let words = Words::load(&Layouts::defaults(), &Language::english(), Typography::Institutions);
    let expected: [&[&str]; 5] = [
        &["1234.5", "2000", "0"],
        &["3", "4", "1", "1", "7", "0"],
        &["2024", "02", "10", "2024", "03", "7.25", "2024", "04", "31", "40"],
        &["8", "8", "2024", "20", "20", "2024", "28", "28", "2024"],
        &["62", "17"],
    ];
    for (chart, expected) in charts().iter().zip(expected) {
        let data = chart.data(&words);
        assert!(data.alt.starts_with(&data.title));
        assert_eq!(numbers(&data.alt), expected, "{}", data.alt);
        if let Some(table) = &data.table {
            let rows = table.rows.concat().join("; ");
            let mut shown: Vec<String> = numbers(&rows);
            shown.sort();
            let mut wanted: Vec<String> = expected.iter().map(|number| (*number).to_string()).collect();
            wanted.sort();
            // The table of a line leaves the target to the line's label.
            wanted.retain(|number| !matches!(data.drawing, Drawing::Line { .. }) || number != "40");
            assert_eq!(shown, wanted, "{rows}");
        }
    }
}

#[test]
fn each_chart_is_a_picture_too_and_the_same_one_every_time() {
    let layouts = Layouts::defaults();
    let words = Words::load(&layouts, &Language::english(), Typography::Institutions);
    let typesetter = Typesetter::new(&layouts);
    for (at, chart) in charts().iter().enumerate() {
        let data = chart.data(&words);
        let day = Date::constant(2024, 4, 30);
        let theme = Theme::load(&layouts, DEFAULT, None).expect("the default theme");
        let look = ChartLook { theme: &theme, language: &Language::english() };
        let png = typesetter.chart(&data, look, 272, day).expect("a picture");
        let image = image::load_from_memory(&png).expect("a PNG");
        assert_eq!(image.width(), 544, "2 pixels a CSS pixel");
        // The accent, or paler where a matrix has less than all in common.
        let green = |pixel: &image::Rgb<u8>| pixel.0[1] > pixel.0[0].saturating_add(8);
        assert!(image.to_rgb8().pixels().filter(|pixel| green(pixel)).count() > 500, "something is drawn");
        let again = Typesetter::new(&layouts).chart(&data, look, 272, day).expect("a picture");
        assert_eq!(png, again);
        if let Some(folder) = std::env::var_os("BULLETIN_PICTURES") {
            let name = format!("{at}.png");
            std::fs::write(std::path::Path::new(&folder).join(name), &png).expect("written");
        }
    }
}
