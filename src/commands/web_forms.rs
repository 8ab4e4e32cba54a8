//! `bulletin web-forms`: one PHP file for ordinary web space, by which readers come and leave.

use std::fmt::Write;

use super::serve::pages;
use super::{Console, Exit, Stop, load};
use crate::pipeline::Folder;
use crate::sending::web_key;
use crate::system::write_new;

/// The most bytes that the file of what was done may have.
const MOST: u32 = 50 << 20;

/// Writes the file.
pub fn run(folder: &Folder, file: &std::path::Path, console: &mut dyn Console) -> Result<Exit, Stop> {
    let loaded = load(folder, console)?;
    let config = &loaded.cluster.config;
    let key = web_key(folder)?;
    let layout = loaded.layouts.text("web-forms/newsletter.php");
    let mut settings = String::from("[\n");
    let _ = writeln!(
        settings,
        "    'key' => {},\n    'folder' => {},\n    'most' => {MOST},",
        quoted(&key.0),
        quoted(&format!("data-{}", key.1))
    );
    let _ = writeln!(
        settings,
        "    'language' => {},\n    'privacy' => {},\n    'words' => [",
        quoted(config.language.primary()),
        quoted(config.privacy_url.as_str())
    );
    for (tag, page) in pages(&loaded) {
        let words = [
            ("name", &page.name),
            ("leave", &page.leave),
            ("done", &page.done),
            ("subscribe", &page.subscribe),
            ("address", &page.address),
            ("consent", &page.consent),
            ("sent", &page.sent),
            ("confirm", &page.confirm),
            ("confirmed", &page.confirmed),
        ];
        let words: Vec<String> =
            words.iter().map(|(name, words)| format!("'{name}' => {}", quoted(words))).collect();
        let _ = writeln!(settings, "        {} => [{}],", quoted(&tag), words.join(", "));
    }
    settings.push_str("    ],\n]");
    let target = console.here().join(file);
    let text = layout.replace("/*SETTINGS*/", &settings);
    write_new(&target, &text).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Stop::Failure(format!("`{}` is there already; nothing was written", file.display()))
        }
        _ => Stop::disk(&file.display().to_string(), error),
    })?;
    console.data(&format!("{}\n", target.display()));
    console.say(&format!(
        "put it on your web space, and into bulletin.yaml `unsubscribe_url: https://YOUR.SITE/{}?u={{token}}`; now and then fetch `{}/log.php` from beside it, by the way you put it there, and `bulletin audience import log.php`",
        file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default(),
        format_args!("data-{}", key.1)
    ));
    Ok(Exit::Done)
}

/// A text as PHP has it between single quotation marks.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}
