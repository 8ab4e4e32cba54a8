//! Tables of answers: CSV, and spreadsheets (ECMA-376, SpreadsheetML), their first sheet with rows.

use std::collections::BTreeMap;

use super::super::Refused;
use super::any_day;
use super::pack::{Pack, all_text, attribute, child, is, xml};

/// The most cells of a table.
const CELLS: usize = 200_000;

/// A table: its rows of cells, the first of which names the columns.
#[derive(Debug, Clone, Default)]
pub(in crate::gather) struct Sheet {
    /// The rows.
    pub(in crate::gather) rows: Vec<Vec<String>>,
}

/// A table in CSV, whatever divides its cells.
pub(super) fn csv(text: &str) -> Sheet {
    let text = text.trim_start_matches('\u{FEFF}');
    let first = text.lines().next().unwrap_or_default();
    let divider = [b'\t', b';', b','].into_iter().max_by_key(|sign| {
        let count = first.bytes().filter(|byte| byte == sign).count();
        (count, *sign == b',')
    });
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(divider.unwrap_or(b','))
        .from_reader(text.as_bytes());
    let rows = reader.records().flatten().map(|row| row.iter().map(|cell| cell.trim().to_string()).collect());
    Sheet { rows: rows.take(CELLS).collect() }
}

/// The first sheet of a spreadsheet that has rows.
pub(super) fn xlsx(bytes: &[u8]) -> Result<Sheet, Refused> {
    let mut pack = Pack::open(bytes)?;
    let shared = match pack.text("xl/sharedStrings.xml")? {
        Some(text) => {
            let tree = xml(&text)?;
            tree.root_element().children().filter(|node| is(*node, "si")).map(string).collect()
        }
        None => vec![],
    };
    let dated = match pack.text("xl/styles.xml")? {
        Some(text) => dated(&text)?,
        None => vec![],
    };
    let sheets: Vec<String> = pack
        .names()
        .into_iter()
        .filter(|name| name.starts_with("xl/worksheets/") && name.ends_with(".xml"))
        .collect();
    for name in sheets {
        let Some(text) = pack.text(&name)? else { continue };
        let tree = xml(&text)?;
        let mut sheet = Sheet::default();
        let mut cells = 0;
        for row in tree.descendants().filter(|node| is(*node, "row")) {
            let mut filled: BTreeMap<usize, String> = BTreeMap::new();
            for (position, cell) in row.children().filter(|node| is(*node, "c")).enumerate() {
                let column = attribute(cell, "r").and_then(column).unwrap_or(position);
                filled.insert(column, value(cell, &shared, &dated));
                cells += 1;
            }
            // A cell far to the right is a mistake, and no row of thousands.
            let width =
                filled.keys().copied().filter(|column| *column < 500).max().map_or(0, |last| last + 1);
            if cells > CELLS {
                return Err(Refused::new(
                    format!("the table has more than {CELLS} cells"),
                    "no form has that many answers: keep the rows that are meant, and save it anew",
                ));
            }
            let row =
                (0..width).map(|column| filled.get(&column).cloned().unwrap_or_default()).collect::<Vec<_>>();
            if row.iter().any(|cell| !cell.is_empty()) {
                sheet.rows.push(row);
            }
        }
        if !sheet.rows.is_empty() {
            return Ok(sheet);
        }
    }
    Err(Refused::new("the spreadsheet is empty", "save the sheet with the answers as the first one"))
}

/// A text of the shared ones: its runs together, without what tells how it is read aloud.
fn string(node: roxmltree::Node<'_, '_>) -> String {
    let runs = node.descendants().filter(|node| is(*node, "t"));
    runs.filter(|run| !run.ancestors().any(|above| is(above, "rPh"))).map(all_text).collect()
}

/// A cell's text as it is seen.
fn value(cell: roxmltree::Node<'_, '_>, shared: &[String], dated: &[bool]) -> String {
    let typed = child(cell, "v").map(all_text).unwrap_or_default();
    let text = match attribute(cell, "t") {
        Some("s") => typed.parse::<usize>().ok().and_then(|at| shared.get(at)).cloned().unwrap_or_default(),
        Some("inlineStr") => child(cell, "is").map(string).unwrap_or_default(),
        Some("b") => if typed == "1" { "yes" } else { "no" }.to_string(),
        Some("e") => String::new(),
        Some("str") => typed,
        _ => {
            let style = attribute(cell, "s").and_then(|style| style.parse::<usize>().ok());
            match style.and_then(|style| dated.get(style)) {
                Some(true) => serial_day(&typed).unwrap_or(typed),
                _ => typed,
            }
        }
    };
    text.replace("_x000D_", "").replace("\r\n", "\n").trim().to_string()
}

/// Whether each cell style shows a day.
fn dated(text: &str) -> Result<Vec<bool>, Refused> {
    let tree = xml(text)?;
    let root = tree.root_element();
    let own: BTreeMap<&str, bool> = root
        .descendants()
        .filter(|node| is(*node, "numFmt"))
        .filter_map(|node| {
            let code = attribute(node, "formatCode")?.to_lowercase();
            let bare: String = code.split('"').step_by(2).collect();
            Some((
                attribute(node, "numFmtId")?,
                bare.contains('y') || bare.contains('d') && bare.contains('m'),
            ))
        })
        .collect();
    let shows = |id: &str| match own.get(id) {
        Some(shows) => *shows,
        None => id.parse::<u32>().is_ok_and(|id| matches!(id, 14..=17 | 22 | 27..=36 | 50..=58)),
    };
    let styles = child(root, "cellXfs")
        .into_iter()
        .flat_map(|styles| styles.children().filter(|node| is(*node, "xf")));
    Ok(styles.map(|style| attribute(style, "numFmtId").is_some_and(shows)).collect())
}

/// A day that a spreadsheet counts from the end of 1899.
fn serial_day(typed: &str) -> Option<String> {
    let days = typed.split('.').next()?.parse::<i64>().ok().filter(|days| (20_000..80_000).contains(days))?;
    let start = crate::value::Date::new(1899, 12, 30).ok()?;
    let day = start.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
    Some(day.to_string())
}

/// The number of a column, from 0: `AB12` is 27.
fn column(reference: &str) -> Option<usize> {
    let letters = reference.bytes().take_while(u8::is_ascii_uppercase);
    let number = letters
        .fold(0usize, |sum, letter| sum.saturating_mul(26).saturating_add(usize::from(letter - b'A') + 1));
    number.checked_sub(1)
}

impl Sheet {
    /// The names of the columns.
    pub(in crate::gather) fn header(&self) -> &[String] {
        self.rows.first().map_or(&[], Vec::as_slice)
    }
}

/// A day in a cell.
pub(in crate::gather) fn cell_day(text: &str) -> Option<crate::value::Date> {
    any_day(text)
}
