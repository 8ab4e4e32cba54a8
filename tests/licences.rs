//! Every dependency stands under a permissive licence, but for five that are named.

use std::process::Command;

/// The licences that a dependency may choose from.
const PERMISSIVE: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Crates under the MPL 2.0, whose copyleft ends at their own, unchanged files: all that read HTML into a
/// tree share four of them; the fifth reads dictionaries. `deny.toml` has the same list.
const BY_FILE: &[&str] = &["cssparser", "cssparser-macros", "dtoa-short", "selectors", "spellbook"];

#[test]
fn every_dependency_is_permissive() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--locked", "--format-version", "1"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(packages.len() > 100);
    let mut refused = Vec::new();
    for package in packages {
        let licence = package["license"].as_str().unwrap_or("none");
        let by_file = licence == "MPL-2.0" && BY_FILE.iter().any(|name| package["name"] == *name);
        if !allowed(licence) && !by_file {
            refused.push(format!("{} {}: {licence}", package["name"], package["version"]));
        }
    }
    assert!(refused.is_empty(), "{refused:#?}");
}

/// Whether an SPDX expression (SPDX 2.3, annex D) can be met with permissive licences alone: `AND` binds
/// tighter than `OR`, and the slash of old manifests is an `OR`.
fn allowed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    let expression = expression.trim();
    if let [_, _, ..] = parts(expression, " OR ")[..] {
        return parts(expression, " OR ").into_iter().any(allowed);
    }
    if let [_, _, ..] = parts(expression, " AND ")[..] {
        return parts(expression, " AND ").into_iter().all(allowed);
    }
    match expression.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => allowed(inner),
        None => PERMISSIVE.contains(&expression),
    }
}

/// The parts of an expression between an operator that stands in no brackets.
fn parts<'a>(expression: &'a str, operator: &str) -> Vec<&'a str> {
    let (mut parts, mut from, mut depth) = (Vec::new(), 0, 0);
    for (at, character) in expression.char_indices() {
        depth += i32::from(character == '(') - i32::from(character == ')');
        if depth == 0 && at >= from && expression[at..].starts_with(operator) {
            parts.push(&expression[from..at]);
            from = at + operator.len();
        }
    }
    parts.push(&expression[from..]);
    parts
}

#[test]
fn a_licence_is_met_by_what_may_be_chosen() {
    assert!(
        allowed("(MIT OR GPL-2.0) AND ISC") && allowed("MIT/GPL-3.0") && allowed("MIT AND ISC OR GPL-2.0")
    );
    assert!(!allowed("(MIT OR ISC) AND GPL-2.0") && !allowed("MIT AND GPL-2.0") && !allowed("none"));
}
