//! 10,000 personalised renderings of a mail of the rich month's size: seconds of processor time.
//! `cargo bench --bench personal`.

#![allow(clippy::print_stdout)] // a bench says what it measured

use std::hint::black_box;
use std::time::Instant;

use bulletin::newsletter::{Joined, Values};

fn main() {
    let sentinels = Values::sentinels();
    let story =
        "<h3 style=\"margin:0\">A story</h3><p style=\"margin:0 0 14px\">Words of a story.</p>\n".repeat(300);
    let picture = sentinels.picture("chart-0123456789.png");
    let page =
        format!("{story}<img src=\"{picture}\">{story}<a href=\"{}\">Unsubscribe</a>", sentinels.unsubscribe);
    let (html, text) = (Joined::new(&page), Joined::new(&page));
    let start = Instant::now();
    let mut bytes = 0;
    for number in 0..10_000 {
        let values = Values {
            unsubscribe: format!("mailto:news@example.org?subject=unsubscribe%20{number:064}"),
            pictures: "cid:".into(),
            pictures_end: "@example.org".into(),
        };
        bytes += black_box(html.html(&values)).len() + black_box(text.text(&values)).len();
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "10,000 mails of {} kB, both parts: {seconds:.2} s, {} MB",
        page.len() / 1000,
        bytes / 1_000_000
    );
}
