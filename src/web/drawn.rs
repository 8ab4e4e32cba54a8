//! What a page draws by itself: indicators as tiles, the map, tables of numbers.

use super::parts::{CellView, FactView, IndicatorView, MapTile, MapView, RowView, TableView};
use crate::report::{ChartTable, Fact, IndicatorPart, MapPart, ProjectPart};
use crate::words::Words;

/// From one tile of the map to the next, in the units of the drawing.
const STEP: u32 = 40;

/// An indicator with its bar and its line.
pub(super) fn indicator(part: &IndicatorPart, mark: String) -> IndicatorView<'_> {
    let point = |(x, y): &(f64, f64)| format!("{:.1},{:.1}", x * 98.0 + 1.0, 28.0 - y * 26.0);
    let line = part.points.iter().map(point).collect::<Vec<_>>().join(" ");
    IndicatorView {
        what: &part.what,
        mark,
        value: &part.value,
        unit: &part.unit,
        period: &part.period,
        progress: part.progress.as_deref(),
        bar: part.share.map(|share| format!("{:.1}", share * 100.0)),
        line: (part.points.len() > 1).then_some(line),
        first: part.from_to.as_ref().map(|(first, _)| first.as_str()),
        last: part.from_to.as_ref().map(|(_, last)| last.as_str()),
    }
}

/// The map as tiles.
pub(super) fn map(part: &MapPart) -> MapView<'_> {
    let tile = |tile: &crate::report::TilePart| {
        let (x, y) = (u32::from(tile.x) * STEP, u32::from(tile.y) * STEP);
        MapTile { code: tile.code, x, y, tx: x + 19, ty: y + 23, level: tile.projects.min(3) }
    };
    MapView {
        width: 7 * STEP,
        height: 8 * STEP,
        alt: &part.alt,
        tiles: part.tiles.iter().map(tile).collect(),
        others: part.others.as_deref(),
    }
}

/// A table of numbers whose first column names what is counted.
pub(super) fn table<'a>(table: &'a ChartTable, mark: &str) -> TableView<'a> {
    let row = |row: &'a Vec<String>| {
        let cell = |(at, value): (usize, &'a String)| CellView {
            value,
            label: table.header.get(at).filter(|_| at > 0),
            mark: if at == 0 { mark.to_string() } else { String::new() },
        };
        RowView { cells: row.iter().enumerate().map(cell).collect() }
    };
    TableView { header: &table.header, rows: table.rows.iter().map(row).collect() }
}

/// Facts as the template takes them; one that is an address becomes a link.
pub(super) fn rows(facts: &[Fact]) -> Vec<FactView> {
    facts.iter().map(|fact| row(fact.name.clone(), fact.value.clone())).collect()
}

/// A fact.
fn row(name: String, value: String) -> FactView {
    let address = value.starts_with("https://") || value.starts_with("http://");
    FactView { href: address.then(|| value.clone()), name, value }
}

/// Everything that is known of a project, as facts.
pub(super) fn profile_rows(part: &ProjectPart, words: &Words) -> Vec<FactView> {
    let money = part.budget.as_ref().map(|budget| match &budget.part {
        Some(part) => format!("{}, {part}", budget.total),
        None => budget.total.clone(),
    });
    let known = [
        ("cluster-programme", Some(part.programme.clone())),
        ("cluster-grant", part.agreement.clone()),
        ("cluster-countries", part.places.clone()),
        ("cluster-dates", part.dates.clone()),
        ("profile-budget", money),
    ];
    let known = known.into_iter().filter_map(|(name, value)| Some(row(words.get(name), value?)));
    let web = part.url.clone().map(|url| row(words.get("profile-web"), url));
    known.chain(rows(&part.facts)).chain(web).collect()
}
