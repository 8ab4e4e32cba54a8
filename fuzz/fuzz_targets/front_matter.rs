//! An update and minutes with any front matter.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "cluster.rs"]
mod cluster;

fuzz_target!(|text: &str| {
    cluster::check(&[
        ("sources/updates/2024-04/recet-x.md", text),
        ("sources/updates/2024-04/recet-y.el.md", text),
        ("sources/meetings/2024-04-08-call.md", text),
    ]);
});
