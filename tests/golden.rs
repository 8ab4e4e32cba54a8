//! Every page of five reports as a picture, compared with the one that was looked at and found right, and what
//! can be measured of them. `BULLETIN_UPDATE=1 cargo test golden` writes the pictures anew: look at each
//! before you commit it.

use std::fs;
use std::path::PathBuf;

use bulletin::diagnostic::Diagnostics;
use bulletin::issue::{self, AsOf, Scope, Stage};
use bulletin::layouts::Layouts;
use bulletin::pipeline::{Folder, Kept, Quiet};
use bulletin::report::{self, Chart, ChartLook, PageText, Pictured, Typesetter};
use bulletin::theme::{DEFAULT, Theme};
use bulletin::value::{Decimal, Language, Month, Parse, Typography};
use bulletin::words::Words;

use crate::desk::{Desk, copy, project};
use crate::officer::rich;

/// The pages' width in CSS pixels: 60 dots an inch, 2 pixels a CSS pixel.
const WIDTH: u32 = 248;

/// How far a channel may be from the picture's, of 255, before its pixel counts as another.
const TOLERANCE: u8 = 48;

/// How many pixels of a thousand may be others: letters are drawn alike on every machine, rounding is not.
const OTHERS: usize = 4;

/// The report's margins above and below, in points.
const MARGINS: (f64, f64) = (27.0 / 25.4 * 72.0, 26.0 / 25.4 * 72.0);

/// The height of A4, in points.
const HEIGHT: f64 = 841.89;

/// A report of which every page is looked at.
struct Case {
    /// The folder of its pictures.
    name: &'static str,
    desk: Desk,
    /// Its first and last month.
    months: (&'static str, &'static str),
    language: &'static str,
}

/// The month of photos: the rich one with pictures of every shape.
fn photos() -> Desk {
    let desk = rich();
    copy(&project().join("tests/photos"), desk.root());
    fs::remove_file(desk.path("README.md")).expect("the fixture's own README");
    desk
}

/// The reports.
fn cases() -> Vec<Case> {
    let case = |name, desk, months, language| Case { name, desk, months, language };
    let themed = |theme: &str| {
        let desk = photos();
        desk.replace("bulletin.yaml", "accent: \"#7b341e\"", &format!("theme: {theme}"));
        desk
    };
    vec![
        case("example", Desk::example(), ("2024-04", "2024-04"), "en"),
        case("rich-en", rich(), ("2024-05", "2024-05"), "en"),
        case("rich-el", rich(), ("2024-05", "2024-05"), "el"),
        case("photos", photos(), ("2024-05", "2024-05"), "en"),
        case("empty", Desk::example(), ("2024-07", "2024-07"), "en"),
        case("period", rich(), ("2022-12", "2024-05"), "en"),
        case("ledger", themed("ledger"), ("2024-05", "2024-05"), "en"),
        case("journal", themed("journal"), ("2024-05", "2024-05"), "en"),
    ]
}

/// A report's pages as pictures, and what stands on them.
fn pages(case: &Case) -> (Vec<Vec<u8>>, Vec<PageText>) {
    let folder = Folder { root: case.desk.root().to_path_buf(), config: None, as_of: None, today: None };
    let loaded = folder.load(&mut Kept::default(), &mut Quiet);
    let loaded = loaded.unwrap_or_else(|error| panic!("{:?}", error.findings));
    let month = |text| Month::parse(text).expect("a month");
    let scope = Scope { from: month(case.months.0), to: month(case.months.1), project: None };
    let as_of = Some(AsOf::end_of(scope.to.last()));
    let language = Language::parse(case.language).expect("a language");
    let mut findings = Diagnostics::new();
    let issue =
        issue::assemble_scope(&loaded.sources, &loaded.cluster, scope, &language, as_of, Stage::Draft);
    let issue = issue::check(issue, &loaded.aids(), &mut findings);
    let issue = issue.unwrap_or_else(|| panic!("{findings:?}"));
    let words = loaded.words_of(&language, &mut findings).expect("words");
    let pictures = loaded.pictures(&issue::needed(&issue), &mut findings);
    let data = report::report_data(&issue, words, (&loaded.layouts, &loaded.theme), "0");
    let shown = loaded.typesetter.pages(&issue, &data, &pictures, WIDTH);
    let report = loaded.typesetter.report(&issue, &data, &pictures, Pictured::default(), &mut findings);
    let report = report.unwrap_or_else(|| panic!("{}: {findings:?}", case.name));
    (shown.unwrap_or_else(|findings| panic!("{findings:?}")), report.pages)
}

/// A page as it is kept: 16 steps a channel, so that it is small.
fn kept(png: &[u8]) -> image::RgbImage {
    let mut image = image::load_from_memory(png).expect("a picture").to_rgb8();
    for pixel in image.pixels_mut() {
        pixel.0 = pixel.0.map(|channel| channel / 17 * 17);
    }
    image
}

/// How many pixels of a thousand differ.
fn others(one: &image::RgbImage, other: &image::RgbImage) -> usize {
    if one.dimensions() != other.dimensions() {
        return 1000;
    }
    let differs = |(a, b): (&image::Rgb<u8>, &image::Rgb<u8>)| {
        a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > TOLERANCE)
    };
    let count = one.pixels().zip(other.pixels()).filter(|pair| differs(*pair)).count();
    count * 1000 / (one.width() * one.height()) as usize
}

#[test]
fn every_page_looks_as_it_did_when_it_was_found_right() {
    let update = std::env::var_os("BULLETIN_UPDATE").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let (shown, read) = pages(&case);
        measured(case.name, &shown, &read, &mut wrong);
        let folder = project().join("tests/golden").join(case.name);
        if update {
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).expect("a folder");
        }
        let known = fs::read_dir(&folder).map_or(0, Iterator::count);
        if !update && known != shown.len() {
            wrong.push(format!("{} has {} pages, and had {known}", case.name, shown.len()));
        }
        for (at, png) in shown.iter().enumerate() {
            let path = folder.join(format!("{:02}.png", at + 1));
            let image = kept(png);
            if update {
                save(&image, &path);
                continue;
            }
            let Ok(golden) = image::open(&path) else { continue };
            let share = others(&golden.to_rgb8(), &image);
            if share > OTHERS {
                let place = std::env::temp_dir().join(format!("bulletin-{}-{:02}.png", case.name, at + 1));
                save(&image, &place);
                wrong.push(format!(
                    "{} differs in {share} of 1000 pixels; it looks now as {}",
                    path.display(),
                    place.display()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Saves a picture, as small as it gets.
fn save(image: &image::RgbImage, path: &PathBuf) {
    use image::codecs::png::{CompressionType, FilterType, PngEncoder};
    let file = fs::File::create(path).expect("a file");
    let encoder = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::NoFilter);
    image.write_with_encoder(encoder).expect("written");
}

/// What is measured of a report's pages.
fn measured(name: &str, shown: &[Vec<u8>], read: &[PageText], wrong: &mut Vec<String>) {
    let bottom = HEIGHT - MARGINS.1;
    for (at, page) in read.iter().enumerate() {
        let mut fail = |what: String| wrong.push(format!("{name}, page {}: {what}", at + 1));
        for (width, height) in &page.pictures {
            // The picture over the whole first page is none of a text.
            if *height > 120.0 / 25.4 * 72.0 && at > 0 {
                fail(format!("a picture of {width:.0} by {height:.0} points"));
            }
        }
        let runs = page.runs.iter().zip(&page.sizes);
        let inside: Vec<_> = runs.filter(|((_, y, ..), _)| *y > MARGINS.0 && *y < bottom).collect();
        let last = inside.iter().max_by(|a, b| a.0.1.total_cmp(&b.0.1));
        if let Some(((_, y, _, words), size)) = last
            && **size >= 12.0
            && *y > bottom - 15.0 / 25.4 * 72.0
            && at > 0
        {
            fail(format!("the heading {words:?} stands alone at its foot"));
        }
        for pair in page.runs.windows(2) {
            let (line, next) = (pair[0].3.trim(), pair[1].3.trim());
            if (pair[0].1 - pair[1].1).abs() < 1.0 {
                continue;
            }
            let broken = line.strip_suffix(['-', '\u{2010}']);
            let letters = broken.map(|rest| rest.chars().rev().take_while(|c| c.is_alphabetic()).count());
            if letters.is_some_and(|letters| letters > 0 && letters < 3) {
                fail(format!("{line:?} ends with a hyphen behind fewer than three letters"));
            }
            // The words of a name stand on one line.
            for (first, second) in [("IN-", "PLAN"), ("AT-", "LAST"), ("LOCAL", "GoGREEN")] {
                if line.ends_with(first) && next.starts_with(second) {
                    fail(format!("{first} {second} is broken"));
                }
            }
        }
    }
    // What the first page has to say stands on it, in every theme.
    if read.len() > 1 && read[1].text.contains("What is not reported") {
        wrong.push(format!("{name}: the first page goes on over its end"));
    }
    let (Some(png), Some(last)) = (shown.last(), read.last()) else { return };
    let image = kept(png);
    let blank = blank_share(&image);
    let closes = last.text.contains("Bulletin 0.") || last.text.contains("report.json");
    if blank > 0.8 && !closes {
        wrong.push(format!("{name}: {:.0} % of the last page is blank", blank * 100.0));
    }
    for (at, png) in shown.iter().enumerate().take(1) {
        let blank = blank_below(&kept(png));
        if blank > 1.0 / 3.0 {
            wrong.push(format!("{name}: {:.0} % of page {} is empty in one piece", blank * 100.0, at + 1));
        }
    }
}

/// The share of a page's rows, without its head and foot, that are blank.
fn blank_share(image: &image::RgbImage) -> f64 {
    let rows = image.height() / 10..image.height() * 9 / 10;
    let blank = rows.clone().filter(|y| is_blank(image, *y)).count();
    blank as f64 / rows.count() as f64
}

/// The longest run of blank rows, as a share of the page.
fn blank_below(image: &image::RgbImage) -> f64 {
    let (mut longest, mut run) = (0_u32, 0_u32);
    for y in 0..image.height() {
        run = if is_blank(image, y) { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    f64::from(longest) / f64::from(image.height())
}

/// Whether a row of a picture is white.
fn is_blank(image: &image::RgbImage, y: u32) -> bool {
    (0..image.width()).all(|x| image.get_pixel(x, y).0.iter().all(|channel| *channel > 238))
}

#[test]
fn no_number_of_a_line_is_struck_by_its_target() {
    let layouts = Layouts::defaults();
    let (typesetter, english) = (Typesetter::new(&layouts), Language::english());
    let (words, theme) =
        (Words::load(&layouts, &english, Typography::Institutions), Theme::load(&layouts, DEFAULT, None));
    let theme = theme.expect("the default theme");
    let number = |text: &str| Decimal::parse(text).expect("a number");
    for share in (50..=100).step_by(3) {
        let points = [share / 2, share * 3 / 4, share];
        let points = points
            .iter()
            .enumerate()
            .map(|(at, value)| (format!("{} 2024", ["Mar", "Apr", "May"][at]), number(&value.to_string())));
        let chart = Chart::Line("T".into(), "towns".into(), points.collect(), Some(number("100")));
        let look = ChartLook { theme: &theme, language: &english };
        let day = bulletin::value::Date::constant(2024, 5, 31);
        let struck = typesetter.struck(&chart.data(&words), look, day).expect("a drawing");
        assert_eq!(struck, [""; 0], "at {share} % of the target");
    }
}
