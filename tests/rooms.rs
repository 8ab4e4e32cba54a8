//! The rooms of the program: who may import whom. A room imports only from rooms below it, so that each
//! can be understood, tested, and made a crate, without what stands above it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use walkdir::WalkDir;

use crate::desk::project;

/// The rooms from the top, each with what it is for and the rooms that it imports.
const ROOMS: &[(&str, &str, &str)] = &[
    ("main", "parses arguments and gives an exit code", "cli commands"),
    ("console", "the terminal and the clock", "cli commands diagnostic pipeline sending"),
    (
        "commands",
        "a file a verb: arguments, a call, words",
        "audience cli diagnostic doctor gather issue layouts links mailbox markdown message model output pipeline preview sending serve sources spelling system theme value words",
    ),
    ("cli", "the arguments", "pipeline"),
    (
        "doctor",
        "whether machine, folder, relay and domain are as they should be",
        "diagnostic issue layouts message model pipeline sending spelling",
    ),
    (
        "preview",
        "the page on loopback that follows every save",
        "diagnostic issue pipeline report sources value",
    ),
    (
        "sending",
        "the send as a service: list, plan, preflight, resume, resolve, totals",
        "audience delivery diagnostic issue layouts mailbox message model newsletter pipeline sources system value web",
    ),
    (
        "pipeline",
        "load, assemble, check, build; knows no console",
        "diagnostic gather html issue layouts markdown message model newsletter output report sources system tables theme value web words",
    ),
    (
        "gather",
        "what partners send becomes draft texts: read, cleaned, placed",
        "diagnostic markdown model system value",
    ),
    ("serve", "the small public service by which readers leave", ""),
    ("mailbox", "what comes back: bounces, complaints, automatic replies, people", "delivery value"),
    ("output", "written whole or not at all", "diagnostic system value web"),
    (
        "web",
        "the web edition: pages, archive, feeds, calendar",
        "diagnostic html issue layouts markdown model newsletter report system theme value words",
    ),
    (
        "newsletter",
        "the mail: HTML and text",
        "diagnostic html issue layouts markdown model report theme value words",
    ),
    (
        "report",
        "the PDF, its data and its charts; the only room that names Typst",
        "diagnostic issue layouts markdown model tables theme value words",
    ),
    ("tables", "CSV and JSON for other programs", "issue layouts model value"),
    (
        "html",
        "what mail and web share: templates, pictures, marks of language",
        "diagnostic issue layouts markdown theme value words",
    ),
    ("spelling", "looks words up in the machine's dictionaries", "diagnostic issue value words"),
    ("theme", "one set of tokens for report, mail and web", "diagnostic layouts value"),
    ("links", "asks addresses whether they answer", "diagnostic issue markdown model"),
    ("delivery", "how a message gets there and what became of it", "audience message model system value"),
    ("audience", "who may be mailed", "diagnostic model value"),
    ("message", "the bytes of a message", "value"),
    (
        "issue",
        "what belongs in an issue, whether it may go out, where an item stands on the web",
        "diagnostic layouts markdown model sources value words",
    ),
    ("words", "interface words, numbers, law by language", "diagnostic layouts model value"),
    ("model", "what a cluster is made of: plain data", "diagnostic markdown sources value"),
    ("markdown", "texts as blocks and inlines, and their HTML and plain form", "diagnostic value"),
    ("sources", "from the disk to texts and places", "diagnostic value"),
    ("layouts", "the layouts, embedded or the cluster's own", "diagnostic value"),
    ("system", "calls that only some systems have", ""),
    ("value", "what is valid by itself: ids, days, languages, addresses, numbers", "diagnostic"),
    ("diagnostic", "what is wrong, and where", ""),
];

/// Where JSON values may be named: the doors through which data leaves for Handlebars or a file.
const DOORS: &[&str] = &[
    "model/schema.rs",
    "html/templates.rs",
    "newsletter/html.rs",
    "newsletter/masthead.rs",
    "newsletter/proof.rs",
    "tables/json.rs",
];

/// The longest a file may be, in lines; a table may be longer.
const LONGEST: usize = 400;

/// Files that are one table.
const TABLES: &[&str] = &["delivery/verdict/table.rs", "value/mail_words.rs"];

/// The files of the program by path below `src/`, without comments and without their tests.
fn files() -> BTreeMap<String, String> {
    let src = project().join("src");
    let code = |path: &Path| {
        let text = std::fs::read_to_string(path).expect("readable");
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_string();
        text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
    };
    let entries = WalkDir::new(&src).into_iter().flatten();
    let rust = entries.filter(|entry| entry.path().extension().is_some_and(|end| end == "rs"));
    rust.map(|entry| {
        let below = entry.path().strip_prefix(&src).expect("below").to_string_lossy().into_owned();
        (below, code(entry.path()))
    })
    .collect()
}

/// A file's path as a module: `newsletter::craft::page`.
fn module(path: &str) -> String {
    let path = path.trim_end_matches(".rs").replace('/', "::");
    path.trim_end_matches("::mod").to_string()
}

/// The room that a module lies in.
fn room(module: &str) -> &str {
    module.split("::").next().unwrap_or(module)
}

/// The paths that a use statement's tree stands for.
fn expanded(tree: &str, before: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((head, rest)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or(tree).trim();
        return vec![format!("{before}{path}")];
    };
    let body = rest.rsplit_once('}').map_or(rest, |(body, _)| body);
    let (mut parts, mut depth, mut from) = (Vec::new(), 0, 0);
    for (at, c) in body.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&body[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&body[from..]);
    let named = parts.into_iter().filter(|part| !part.trim().is_empty());
    named.flat_map(|part| expanded(part, &format!("{before}{}", head.trim()))).collect()
}

/// A path as seen from the crate's root; none for another crate's.
fn absolute(path: &str, from: &str) -> Option<String> {
    let mut parts: Vec<&str> = path.split("::").map(str::trim).collect();
    let mut base: Vec<&str> = from.split("::").collect();
    match parts[0] {
        // The binary sees the library by its name.
        "crate" | "bulletin" => return Some(parts[1..].join("::")),
        "self" => {
            parts.remove(0);
        }
        "super" => {
            while parts.first() == Some(&"super") {
                parts.remove(0);
                base.pop();
            }
        }
        _ => return None,
    }
    Some([base, parts].concat().join("::"))
}

/// What each module names of others: module to paths. `public` are those that it passes on, by name.
struct Names {
    /// The paths that a module names.
    used: BTreeMap<String, BTreeSet<String>>,
    /// What a module passes on: name to path.
    public: BTreeMap<String, BTreeMap<String, String>>,
}

impl Names {
    /// The names in some files.
    fn of(files: &BTreeMap<String, String>) -> Self {
        let mut names = Self { used: BTreeMap::new(), public: BTreeMap::new() };
        let modules: BTreeSet<String> = files.keys().map(|path| module(path)).collect();
        for (path, text) in files {
            let own = module(path);
            let used = names.used.entry(own.clone()).or_default();
            for statement in text.split("use ").skip(1).filter_map(|rest| rest.split_once(';')) {
                used.extend(expanded(statement.0, "").iter().filter_map(|path| absolute(path, &own)));
            }
            let inline = text.split("crate::").skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':');
                rest[..end.unwrap_or(rest.len())].trim_end_matches(':').to_string()
            });
            used.extend(inline.filter(|path| !path.is_empty()));
            let passed = names.public.entry(own.clone()).or_default();
            for statement in text.split("pub use ").skip(1).filter_map(|rest| rest.split_once(';')) {
                for path in expanded(statement.0, "") {
                    let below = format!("{own}::{path}");
                    let known = modules.contains(&format!("{own}::{}", room(&path)));
                    let target = absolute(&path, &own).or_else(|| known.then_some(below));
                    let name = path.rsplit("::").next().unwrap_or(&path).to_string();
                    passed.extend(target.map(|target| (name, target)));
                }
            }
        }
        names
    }

    /// The module in which what a path names is written: what others pass on is followed.
    fn written_in(&self, path: &str) -> Option<String> {
        let mut path = path.to_string();
        for _ in 0..8 {
            let parts: Vec<&str> = path.split("::").collect();
            let depth = (1..=parts.len()).rev().find(|n| self.used.contains_key(&parts[..*n].join("::")))?;
            let found = parts[..depth].join("::");
            let passed = parts.get(depth).and_then(|name| self.public.get(&found)?.get(*name));
            match passed {
                Some(target) => path = [&[target.as_str()], &parts[depth + 1..]].concat().join("::"),
                None => return Some(found),
            }
        }
        None
    }

    /// Which modules each module imports from.
    fn arrows(&self) -> BTreeMap<String, BTreeSet<String>> {
        let targets = |own: &String, paths: &BTreeSet<String>| {
            let targets = paths.iter().filter_map(|path| self.written_in(path));
            targets.filter(|target| target != own).collect()
        };
        self.used.iter().map(|(own, paths)| (own.clone(), targets(own, paths))).collect()
    }
}

/// The members of circles: whoever can be reached from itself.
fn circles(arrows: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let reached = |start: &String| {
        let mut seen: BTreeSet<&String> = BTreeSet::new();
        let mut waiting: Vec<&String> = arrows[start].iter().collect();
        while let Some(next) = waiting.pop() {
            if seen.insert(next) {
                waiting.extend(arrows.get(next).into_iter().flatten());
            }
        }
        seen.contains(start)
    };
    arrows.keys().filter(|module| reached(module)).cloned().collect()
}

#[test]
fn a_room_imports_only_from_rooms_below_it() {
    let files = files();
    let order: Vec<&str> = ROOMS.iter().map(|(name, ..)| *name).collect();
    let rank = |name: &str| order.iter().position(|known| *known == name);
    for (name, _, imports) in ROOMS {
        for below in imports.split_whitespace() {
            assert!(
                rank(below) > rank(name),
                "the table lets `{name}` import `{below}`, which stands above it"
            );
        }
    }
    let names = Names::of(&files);
    let mut wrong = Vec::new();
    let mut used: BTreeSet<(String, String)> = BTreeSet::new();
    for (own, paths) in &names.used {
        let from = room(own);
        if from == "lib" {
            continue;
        }
        let Some((_, purpose, imports)) = ROOMS.iter().find(|(name, ..)| *name == from) else {
            wrong.push(format!(
                "`{from}` is a new room: give it a line in tests/rooms.rs that says what it is for"
            ));
            continue;
        };
        for to in paths.iter().map(|path| room(path)).filter(|to| *to != from && rank(to).is_some()) {
            used.insert((from.to_string(), to.to_string()));
            if imports.split_whitespace().all(|known| known != to) {
                wrong.push(format!(
                    "src/{}: `{from}` ({purpose}) imports `{to}`, which the table does not let it. What both need belongs into a room below both; what `{to}` alone knows is asked of it by a room above both",
                    own.replace("::", "/")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let idle = ROOMS.iter().flat_map(|(from, _, to)| to.split_whitespace().map(move |to| (*from, to)));
    let idle: Vec<_> = idle.filter(|(from, to)| !used.contains(&((*from).into(), (*to).into()))).collect();
    assert!(idle.is_empty(), "nobody needs these arrows any more: {idle:?}");
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let names = Names::of(&files());
    let arrows = names.arrows();
    assert!(arrows["pipeline::build"].contains("pipeline::edition"), "imports are read");
    assert!(arrows["sending::resume"].contains("pipeline::load"), "what is passed on is followed");
    let mut rooms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (from, to) in &arrows {
        let others = to.iter().map(|to| room(to).to_string()).filter(|to| to != room(from));
        rooms.entry(room(from).to_string()).or_default().extend(others);
    }
    assert_eq!(circles(&rooms), Vec::<String>::new(), "rooms");
    // A file's parts name what it holds; a circle is two files that both name something of the other.
    assert_eq!(circles(&arrows), Vec::<String>::new(), "files");
}

#[test]
fn files_stay_short_and_data_has_types() {
    let src = project().join("src");
    let mut wrong = Vec::new();
    for (path, text) in files() {
        let lines = std::fs::read_to_string(src.join(&path)).expect("readable").lines().count();
        if lines > LONGEST && !TABLES.contains(&path.as_str()) {
            wrong.push(format!("{path} has {lines} lines: which two things does it hold?"));
        }
        if text.contains("serde_json::Value") || text.contains("serde_json::{Value") {
            let door = DOORS.contains(&path.as_str());
            wrong.extend(
                (!door).then(|| format!("{path} names a JSON value, and is no door: give its data a type")),
            );
        }
        for line in text.lines() {
            if line.contains(", String>") && line.contains("Result<") && !line.contains("Map<") {
                wrong.push(format!("{path}: an error is no text: {}", line.trim()));
            }
            let json = line.contains("serde_json::") && line.contains("unwrap_or_default()");
            wrong.extend(json.then(|| format!("{path}: what can't be written is an error: {}", line.trim())));
            if line.contains(".rule == \"") || line.contains(".rule != \"") {
                wrong.push(format!("{path}: a rule is a type, not a text: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
