//! Any text in one of the cluster's YAML files.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "cluster.rs"]
mod cluster;

/// The files, one of which takes the text.
const FILES: &[&str] = &[
    "bulletin.yaml",
    "sources/projects/in-plan.yaml",
    "sources/issues/2024-04.yaml",
    "sources/events.yaml",
    "sources/indicators.yaml",
    "sources/activities.yaml",
    "sources/synergies.yaml",
    "sources/organisations.yaml",
    "sources/people.yaml",
    "sources/images.yaml",
];

fuzz_target!(|input: (u8, &str)| {
    let (file, text) = input;
    cluster::check(&[(FILES[usize::from(file) % FILES.len()], text)]);
});
