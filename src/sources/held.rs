//! What people type to hold a text back, where the program would not understand it: a field below the
//! headline, a comment that never ends, `INTERNAL` above a paragraph, a word that is nearly `internal`.
//! To hold back must be understood or stop: none of it is ever printed as text.
//!
//! The words are those of the languages that clusters write in. They need not be complete: they are
//! what people were seen to type.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Fields that decide who may read a text; without underscores, in lower case.
const FIELDS: &[&str] = &[
    "audience",
    "status",
    "embargountil",
    "embargo",
    "embargoed",
    "embargoeduntil",
    "underembargo",
    "confidentiality",
    "confidential",
    "expires",
    "publishafter",
    "notbefore",
    "holduntil",
    "visibility",
    "dissemination",
    "classification",
    "internal",
    "draft",
    "donotpublish",
    "hidden",
    "withdrawn",
    // Other languages' words for the two most typed.
    "κοινό",
    "εμπάργκο",
    "κατάσταση",
    "аудитория",
    "статус",
    "ембарго",
    "publika",
    "stanje",
    "destinatari",
    "stato",
    "statut",
    "zielgruppe",
    "sperrfrist",
    "vertraulichkeit",
];

/// Names of fields that are meant to decide it, and too ordinary to be looked for in a text.
const NAMES: &[&str] = &["access", "private", "published", "publish", "public", "secret", "visible", "hide"];

/// Fields whose mere presence holds a text back, whatever stands behind the colon.
const SURE_FIELDS: &[&str] = &[
    "embargountil",
    "embargo",
    "embargoed",
    "embargoeduntil",
    "underembargo",
    "confidentiality",
    "confidential",
    "publishafter",
    "holduntil",
    "donotpublish",
    "εμπάργκο",
    "ембарго",
    "sperrfrist",
    "vertraulichkeit",
];

/// What such a field may be given, in lower case.
const VALUES: &[&str] = &[
    "internal",
    "intern",
    "interno",
    "interna",
    "private",
    "confidential",
    "consortium",
    "partners",
    "partner",
    "members",
    "restricted",
    "sensitive",
    "draft",
    "review",
    "withdrawn",
    "approved",
    "embargo",
    "embargoed",
    "hold",
    "none",
    "nobody",
    "no",
    "false",
    "true",
    "yes",
    "newsletter",
    "report",
    "web",
    "public",
    "hidden",
    "unpublished",
    "secret",
    "team",
    "only",
    "εσωτερικό",
    "εσωτερική",
    "πρόχειρο",
    "вътрешно",
    "вътрешна",
    "чернова",
    "povjerljivo",
    "nacrt",
    "zaupno",
    "osnutek",
    "riservato",
    "bozza",
    "vertraulich",
    "entwurf",
    "confidentiel",
    "brouillon",
    "confidencial",
    "borrador",
];

/// Lines that say nothing else; in lower case.
const MARKS: &[&str] = &[
    "internal",
    "internal only",
    "internal use",
    "internal use only",
    "internal notes",
    "internal note",
    "internal information",
    "for internal use",
    "for internal use only",
    "confidential",
    "strictly confidential",
    "private",
    "private and confidential",
    "draft",
    "draft only",
    "first draft",
    "embargo",
    "embargoed",
    "under embargo",
    "withdrawn",
    "hold",
    "on hold",
    "secret",
    "restricted",
    "not public",
    "not yet public",
    "non public",
    "unpublished",
    "hidden",
    "partners only",
    "for partners only",
    "consortium only",
    "for the consortium only",
    "members only",
    "sensitive",
    "not for publication",
    "not for distribution",
    "not for circulation",
    "not for release",
    "do not publish",
    "don't publish",
    "dont publish",
    "no publication",
    "wip",
    "work in progress",
    // Greek, Bulgarian, Croatian, Slovenian, Italian.
    "εσωτερικό",
    "εσωτερικά",
    "εσωτερική χρήση",
    "για εσωτερική χρήση",
    "εμπιστευτικό",
    "απόρρητο",
    "πρόχειρο",
    "όχι για δημοσίευση",
    "να μη δημοσιευτεί",
    "να μη δημοσιευθεί",
    "μη δημοσιεύσετε",
    "вътрешно",
    "за вътрешна употреба",
    "за вътрешно ползване",
    "поверително",
    "чернова",
    "не публикувайте",
    "да не се публикува",
    "не за публикуване",
    "interno",
    "za internu uporabu",
    "povjerljivo",
    "nacrt",
    "nije za objavu",
    "ne objavljivati",
    "za interno uporabo",
    "zaupno",
    "osnutek",
    "ni za objavo",
    "ne objavi",
    "uso interno",
    "per uso interno",
    "riservato",
    "riservata",
    "confidenziale",
    "bozza",
    "non pubblicare",
    "da non pubblicare",
    "non per la pubblicazione",
    // German, French, Spanish, Portuguese, Dutch, Polish, Romanian, Swedish, Danish.
    "nur intern",
    "nur für den internen gebrauch",
    "vertraulich",
    "entwurf",
    "nicht veröffentlichen",
    "nicht zur veröffentlichung",
    "interne",
    "usage interne",
    "à usage interne",
    "confidentiel",
    "brouillon",
    "ne pas publier",
    "ne pas diffuser",
    "confidencial",
    "borrador",
    "no publicar",
    "uso restringido",
    "rascunho",
    "não publicar",
    "vertrouwelijk",
    "concept",
    "niet publiceren",
    "poufne",
    "szkic",
    "nie publikować",
    "confidențial",
    "ciornă",
    "a nu se publica",
    "konfidentiellt",
    "utkast",
    "publicera inte",
    "fortroligt",
    "kladde",
    "må ikke offentliggøres",
];

/// How a line begins that forbids to print what follows; in lower case.
const ORDERS: &[&str] = &[
    "do not publish",
    "don't publish",
    "dont publish",
    "please do not publish",
    "please don't publish",
    "do not distribute",
    "do not circulate",
    "do not share",
    "don't share",
    "do not forward",
    "not for publication",
    "not for distribution",
    "not for circulation",
    "not for public release",
    "not to be published",
    "not to be shared",
    "not yet for publication",
    "for internal use",
    "internal use only",
    "internal only",
    "for partners only",
    "for the partners only",
    "partners only",
    "consortium only",
    "for consortium members only",
    "strictly confidential",
    "embargoed until",
    "embargoed till",
    "under embargo until",
    "embargo until",
    "embargo till",
    "hold until",
    "hold for release",
    "publish only after",
    "publish not before",
    "do not print",
    "not yet public",
    "μη δημοσιεύσετε",
    "να μη δημοσιευ",
    "όχι για δημοσίευση",
    "για εσωτερική χρήση",
    "не публикувайте",
    "да не се публикува",
    "за вътрешна употреба",
    "ne objavljivati",
    "nije za objavu",
    "za internu uporabu",
    "ni za objavo",
    "za interno uporabo",
    "non pubblicare",
    "da non pubblicare",
    "per uso interno",
    "nicht veröffentlichen",
    "nicht zur veröffentlichung",
    "nur für den internen",
    "sperrfrist bis",
    "ne pas publier",
    "ne pas diffuser",
    "no publicar",
    "não publicar",
    "niet publiceren",
    "nie publikować",
    "a nu se publica",
    "publicera inte",
];

/// Words that hold back where they are typed in capitals or in brackets before or behind a text.
const TAGS: &[&str] = &[
    "internal",
    "confidential",
    "draft",
    "embargo",
    "embargoed",
    "private",
    "withdrawn",
    "secret",
    "restricted",
    "unpublished",
    "hold",
    "wip",
    "εσωτερικό",
    "εμπιστευτικό",
    "πρόχειρο",
    "вътрешно",
    "поверително",
    "чернова",
    "interno",
    "povjerljivo",
    "zaupno",
    "riservato",
    "bozza",
    "vertraulich",
    "entwurf",
    "confidentiel",
    "confidencial",
];

/// HTML that somebody uses to hide what stands in it.
const HIDING_TAGS: &[&str] = &[
    "<hidden",
    "<internal",
    "<private",
    "<comment",
    "<draft",
    "<secret",
    "<template",
    "<noscript",
    "<confidential",
];

/// A text as it is compared: lower case, without accents, which capitals often lack.
fn folded(text: &str) -> String {
    let plain = text.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).collect::<String>();
    plain.replace('ς', "σ").replace('’', "'")
}

/// A list of words as they are compared.
type Words = LazyLock<BTreeSet<String>>;

/// [`MARKS`] as they are compared.
static MARKS_FOLDED: Words = LazyLock::new(|| MARKS.iter().map(|word| folded(word)).collect());

/// [`ORDERS`] as they are compared.
static ORDERS_FOLDED: Words = LazyLock::new(|| ORDERS.iter().map(|word| folded(word)).collect());

/// [`TAGS`] as they are compared.
static TAGS_FOLDED: Words = LazyLock::new(|| TAGS.iter().map(|word| folded(word)).collect());

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A field where fields are not read.
    Field,
    /// Words that hold the text back.
    Words,
    /// A comment that does not end, or ends without having begun.
    Comment,
    /// A comment of another language, which would be printed.
    OtherComment,
    /// HTML that would hide its text in a browser.
    Html,
}

/// The name of a field as it is compared.
fn bare(name: &str) -> String {
    folded(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether two words are the same but for a slip.
fn near(typed: &str, known: &str) -> bool {
    let length = known.chars().count();
    let slips = match length {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    };
    typed == known || slips > 0 && strsim::osa_distance(typed, known) <= slips && typed.chars().count() >= 4
}

/// Whether the name of a field, or a part of a file's name, is meant to decide who may read a text.
pub fn is_guard(name: &str) -> bool {
    let name = bare(name);
    let parts =
        ["intern", "confiden", "embarg", "privat", "secret", "publish", "restrict", "withdr", "withheld"];
    FIELDS.iter().chain(NAMES).any(|field| near(&name, field)) || parts.iter().any(|part| name.contains(part))
}

/// Whether a word at the end or the start of a file's name says that its text is not to go out.
pub fn is_tag(word: &str) -> bool {
    let word = folded(word);
    ["donotpublish", "nopublish"].contains(&&*word) || TAGS_FOLDED.contains(&word)
}

/// What stands in a line for a reader: without the marks round it.
fn core(line: &str) -> &str {
    let mark = |c: char| !c.is_alphanumeric();
    line.trim_matches(mark)
}

/// Whether a line gives a field that decides who may read a text.
fn field(core: &str) -> bool {
    let Some((key, value)) = core
        .split_once([':', '='])
        .or_else(|| [" – ", " — ", " - "].iter().find_map(|dash| core.split_once(dash)))
    else {
        // A field without a value, or one whose colon was left out.
        return core.split_once(' ').is_some_and(|(key, value)| {
            ["audience", "status", "confidentiality", "embargo_until"].contains(&key) && is_value(value)
        });
    };
    let key = bare(key);
    if key.is_empty() || key.chars().count() > 24 {
        return false;
    }
    let is = |fields: &[&str]| fields.iter().any(|field| near(&key, &folded(field)));
    if is(SURE_FIELDS) {
        return true;
    }
    if near(&key, "expires") {
        return value.trim().starts_with(|c: char| c.is_ascii_digit());
    }
    is(FIELDS) && is_value(value)
}

/// Whether a text is what such a field may be given: a few words, one of which is known.
fn is_value(value: &str) -> bool {
    let words: Vec<String> =
        value.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(folded).collect();
    let known = |word: &String| VALUES.iter().any(|known| near(word, &folded(known)));
    words.is_empty() || words.len() <= 4 && words.first().is_some_and(known)
}

/// Whether a line holds back by its words.
fn words(line: &str, heading: bool) -> bool {
    let core = core(line);
    let lower = folded(core);
    let typed = line.trim();
    if MARKS_FOLDED.contains(&lower) {
        // `Draft` or `Concept` as a heading of its own may be one; in a sentence's place it is a mark.
        return !heading || !["concept", "restricted", "sensitive", "hold"].contains(&&*lower);
    }
    if ORDERS_FOLDED.iter().any(|order| lower.starts_with(order)) {
        return true;
    }
    // `[internal] …`, `(confidential) …`, `INTERNAL: …`, `… [draft]`.
    let plain = typed.trim_start_matches(['#', '*', '_', '>', '-', ' ', '\t', '`']);
    let tagged = |text: &str| {
        let inner = text.trim_start_matches(['[', '(', '{', '<', '*', '_']);
        let word: String = inner.chars().take_while(|c| c.is_alphanumeric()).collect();
        let closes = inner[word.len()..].starts_with([']', ')', '}', '>', ':', '*', '_']);
        let opens = text.len() > inner.len();
        TAGS_FOLDED.contains(&folded(&word)) && opens && closes
    };
    let first: String = plain.chars().take_while(|c| c.is_alphanumeric()).collect();
    let behind = plain[first.len()..].trim_start_matches(['*', '_']);
    let capitals = first.chars().count() > 3 && first.chars().all(char::is_uppercase);
    let divided =
        behind.starts_with(':') || [" –", " —", " -", "–", "—", "/"].iter().any(|d| behind.starts_with(d));
    let first_is_tag = TAGS_FOLDED.contains(&folded(&first));
    if tagged(plain) || first_is_tag && divided && (capitals || heading || behind.starts_with(':')) {
        return true;
    }
    let last = typed.trim_end_matches(['*', '_', ' ', '#', '.', '!', ';']);
    let ends = |open: char, close: char| {
        last.strip_suffix(close).and_then(|rest| rest.rsplit_once(open)).is_some_and(|(_, inner)| {
            let inner = inner.trim();
            let lower = folded(inner);
            let draft = lower == "draft" && open == '(' && inner != "DRAFT";
            (TAGS_FOLDED.contains(&lower) || MARKS_FOLDED.contains(&lower)) && !draft
        })
    };
    // `- [ ] RECET: CONFIDENTIAL: write to them`.
    let item = typed.starts_with(['-', '*', '+']) || typed.starts_with(|c: char| c.is_ascii_digit());
    if item && let Some((_, what)) = plain.split_once(": ") {
        let first: String = what.chars().take_while(|c| c.is_alphanumeric()).collect();
        let capitals = first.chars().count() > 3 && first.chars().all(char::is_uppercase);
        let divided = what[first.len()..].trim_start().starts_with([':', '–', '—', '-', '/']);
        if tagged(what) || capitals && divided && TAGS_FOLDED.contains(&folded(&first)) {
            return true;
        }
    }
    // Behind a sentence only what can mean nothing else: `… (not for publication)`.
    let sure = |open: char, close: char| {
        last.strip_suffix(close).and_then(|rest| rest.rsplit_once(open)).is_some_and(|(_, inner)| {
            let lower = folded(inner.trim());
            MARKS_FOLDED.contains(&lower) && (lower.contains(' ') || lower == "confidential")
        })
    };
    (heading || item) && (ends('(', ')') || ends('[', ']') || ends('{', '}'))
        || sure('(', ')')
        || sure('[', ']')
        || heading
            && last.rsplit_once([' ', '–', '—']).is_some_and(|(_, word)| {
                let capitals = word.chars().count() > 3 && word.chars().all(char::is_uppercase);
                capitals && TAGS_FOLDED.contains(&folded(word))
            })
}

/// What holds back in a Markdown text, each with its bytes.
pub fn marks(text: &str) -> Vec<(Range<usize>, Mark)> {
    let mut found = comments(text);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        let range = at + (bare.len() - bare.trim_start().len())..at + bare.len();
        at += line.len();
        let core = core(bare);
        // A line of an order of actions or a table's row is read as such.
        if core.is_empty() || core.len() > 400 {
            continue;
        }
        let heading = bare.trim_start().starts_with('#')
            || bare.trim().starts_with("**") && bare.trim().ends_with("**");
        let lower = bare.to_lowercase();
        if field(core) {
            found.push((range, Mark::Field));
        } else if words(bare, heading) {
            found.push((range, Mark::Words));
        } else if HIDING_TAGS.iter().any(|tag| lower.contains(tag))
            || lower.contains('<')
                && (lower.contains("display:none")
                    || lower.contains("display: none")
                    || hidden_attribute(&lower))
        {
            found.push((range, Mark::Html));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Whether a line holds a tag with the attribute `hidden`.
fn hidden_attribute(lower: &str) -> bool {
    lower.split('<').skip(1).filter_map(|tag| tag.split_once('>')).any(|(tag, _)| {
        tag.split_whitespace()
            .skip(1)
            .any(|attribute| attribute == "hidden" || attribute.starts_with("hidden="))
    })
}

/// What holds back in one printed value, such as an editor's note.
pub fn value(text: &str) -> Option<Mark> {
    text.lines().find_map(|line| {
        let core = core(line);
        match (core.is_empty(), field(core), words(line, false)) {
            (false, true, _) => Some(Mark::Field),
            (false, _, true) => Some(Mark::Words),
            _ => None,
        }
    })
}

/// Comments that do not end, that end without having begun, or that are none in Markdown.
fn comments(text: &str) -> Vec<(Range<usize>, Mark)> {
    let mut found = Vec::new();
    let in_code = |at: usize| {
        let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        text[line..at].matches('`').count() % 2 == 1
    };
    let mut at = 0;
    while let Some(open) = text[at..].find("<!").map(|open| at + open) {
        if in_code(open) {
            at = open + 2;
            continue;
        }
        let rest = &text[open..];
        if !rest.starts_with("<!--") {
            // `<!DOCTYPE html>` and `begins with "<!"` are none.
            if rest[2..].starts_with([' ', '-', '–', '—', '\n']) {
                // `<!- … ->`, `<!— … —>`: a word processor joined the two hyphens.
                found.push((open..open + 2, Mark::Comment));
            }
            at = open + 2;
            continue;
        }
        match rest[4..].find("-->") {
            Some(end) => at = open + 4 + end + 3,
            None => {
                found.push((open..open + 4, Mark::Comment));
                at = text.len();
            }
        }
    }
    let blocks = code_blocks(text);
    let mut depth_at = 0;
    // An end without a beginning.
    while let Some(end) = text[depth_at..].find("-->").map(|end| depth_at + end) {
        let before = &text[..end];
        let open = before.rfind("<!--");
        let closed = before.rfind("-->").map_or(0, |at| at + 3);
        // `from<-->to` and what a compiler prints in code are none.
        let other =
            before.ends_with(['-', '<']) || in_code(end) || blocks.iter().any(|block| block.contains(&end));
        if open.is_none_or(|open| open < closed) && !other {
            found.push((end..end + 3, Mark::Comment));
        }
        depth_at = end + 3;
    }
    let in_block = |at: usize| blocks.iter().any(|block| block.contains(&at));
    for (open, close) in [("/*", "*/"), ("{#", "#}"), ("{{!", "}}"), ("%%", "%%")] {
        let mut at = 0;
        while let Some(start) = text[at..].find(open).map(|start| at + start) {
            let behind = start + open.len();
            let id =
                open == "{#" && text[behind..].split('}').next().is_some_and(|id| !id.contains([' ', '\n']));
            let end = text[behind..].find(close).map(|end| behind + end + close.len());
            // `https://docs.rs/*/rand` and `0.2/**0.3**/0.4` are none: a comment stands apart.
            let apart = text[..start].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '>')
                && (open != "/*" || !text[behind..].starts_with(['*', '/']));
            match end.filter(|_| apart && !in_code(start) && !in_block(start) && !id) {
                Some(end) => {
                    found.push((start..end, Mark::OtherComment));
                    at = end;
                }
                None => at = behind,
            }
        }
    }
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if !in_block(at) && line.starts_with("// ") && line.trim().len() > 2 {
            found.push((at..at + line.trim_end().len(), Mark::OtherComment));
        }
        at += line.len();
    }
    found
}

/// The bytes of blocks of code: between fences, one that is not closed to the end, and what is set in by
/// four blanks behind a blank line (CommonMark 0.31.2, sections 4.4 and 4.5).
fn code_blocks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut fence: Option<(usize, &str)> = None;
    let (mut at, mut blank) = (0, true);
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some((at, mark)),
            (Some((start, open)), Some(mark))
                if mark == open && bare.trim().trim_matches(['`', '~']).is_empty() =>
            {
                found.push(start..at + line.len());
                fence = None;
            }
            (None, None) if blank && (line.starts_with("    ") || line.starts_with('\t')) => {
                found.push(at..at + line.len());
                at += line.len();
                continue;
            }
            _ => {}
        }
        blank = bare.is_empty();
        at += line.len();
    }
    found.extend(fence.map(|(start, _)| start..text.len()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_to_hold_back_are_seen() {
        for line in [
            "audience: internal",
            "Audience: Internal",
            "**Audience:** internal",
            "audiance: internal",
            "audience = internal",
            "- audience: [internal]",
            "> status: draft",
            "Status – draft",
            "embargo_until: 2024-06-01T09:00+02:00",
            "Embargo: 1 June",
            "embargoed until 1 June 2024",
            "UNDER EMBARGO UNTIL MONDAY",
            "confidentiality: consortium",
            "expires: 2024-05-01",
            "INTERNAL",
            "[internal]",
            "(INTERNAL) The budget is short.",
            "[DRAFT] The budget is short.",
            "INTERNAL: the budget is short",
            "# INTERNAL: the budget is short",
            "# The budget is short (internal)",
            "# The budget is short [draft]",
            "# The budget is short – CONFIDENTIAL",
            "## Internal notes",
            "**Confidential**",
            "Not for publication",
            "Please do not publish before June.",
            "For partners only: the budget is short.",
            "::: internal",
            "ΕΜΠΙΣΤΕΥΤΙΚΟ",
            "Поверително",
            "Povjerljivo",
            "Da non pubblicare",
            "Nur intern",
            "<!-- audience: internal -->",
            "<!-- internal -->",
            "<!-- the budget is short",
            "<!- the budget is short ->",
            "<!— the budget is short —>",
            "the budget is short -->",
            "%% the budget is short %%",
            "/* the budget is short */",
            "// the budget is short",
            "{# the budget is short #}",
            "<div hidden>the budget is short</div>",
            "<p style=\"display:none\">the budget is short</p>",
            "<internal>the budget is short</internal>",
        ] {
            assert!(!marks(line).is_empty(), "{line}");
        }
    }

    #[test]
    fn ordinary_texts_are_left_alone() {
        for line in [
            "# Draft plans of forty towns are public",
            "The draft: forty pages, one map",
            "The audience was large: two hundred people came.",
            "Audience: local authorities and citizens of the region",
            "Status of the plans: nine of ten are adopted",
            "The status: nine of ten plans are adopted.",
            "Internal energy market rules were discussed.",
            "An internal review confirmed this.",
            "Private companies and public bodies met.",
            "## Public consultation",
            "Public: citizens of all ages",
            "Access: the hall is open from 9:00",
            "Confidential computing for energy data",
            "Holding temperatures below 1.5 degrees",
            "Expires soon: the call for towns",
            "Embargoes on Russian gas were discussed",
            "<!-- a note to self -->",
            "- [ ] RECET: publish the draft (by 2024-05-31) {#plan}",
            "Use `<!--` to begin a comment.",
            "5*3 /year, http://example.org/a",
            "Interna is a village in Slovenia.",
            "Heat plan for Zagreb (draft) is open for comments",
            "Partners: RECET, IN-PLAN",
            "Published: 12 May 2024",
        ] {
            assert_eq!(marks(line), vec![], "{line}");
        }
    }

    #[test]
    fn fields_that_guard_are_known_by_nearly_their_names() {
        for name in [
            "audience",
            "Audience",
            "audiences",
            "audiance",
            "embargo",
            "embargo-until",
            "internal",
            "statuss",
            "confidental",
            "visibility",
            "do_not_publish",
        ] {
            assert!(is_guard(name), "{name}");
        }
        for name in ["title", "projects", "date", "summary", "links", "priority", "foo", "place", "starts"] {
            assert!(!is_guard(name), "{name}");
        }
    }
}
