//! Residue of mails that were pasted whole: what is surely a mail's stops a final build, telephone
//! numbers and persons' addresses are worth a look.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::diagnostic::Diagnostic;

/// The names of header fields, in the languages of mail programs; in lower case, without the colon.
const SUBJECT: &[&str] = &[
    "subject",
    "re",
    "betreff",
    "objet",
    "oggetto",
    "θέμα",
    "относно",
    "тема",
    "predmet",
    "zadeva",
    "asunto",
    "assunto",
    "onderwerp",
    "temat",
    "subiect",
    "ämne",
    "emne",
];

/// The other fields that stand beside it.
const FIELDS: &[&str] = &[
    "from",
    "to",
    "cc",
    "bcc",
    "sent",
    "date",
    "reply-to",
    "von",
    "an",
    "gesendet",
    "datum",
    "de",
    "à",
    "envoyé",
    "date",
    "da",
    "a",
    "inviato",
    "data",
    "από",
    "προς",
    "κοιν",
    "εστάλη",
    "ημερομηνία",
    "от",
    "до",
    "копие",
    "изпратено",
    "дата",
    "od",
    "za",
    "prima",
    "poslano",
    "šalje",
    "kp",
    "enviado",
    "para",
    "van",
    "aan",
    "verzonden",
    "wysłano",
    "do",
    "trimis",
    "către",
    "från",
    "till",
    "skickat",
    "fra",
    "til",
];

/// What stands above a mail that was passed on or answered.
const PASSED_ON: &[&str] = &[
    "original message",
    "forwarded message",
    "begin forwarded message",
    "ursprüngliche nachricht",
    "weitergeleitete nachricht",
    "message d'origine",
    "message transféré",
    "messaggio originale",
    "messaggio inoltrato",
    "αρχικό μήνυμα",
    "προωθημένο μήνυμα",
    "оригинално съобщение",
    "препратено съобщение",
    "izvorna poruka",
    "proslijeđena poruka",
    "izvirno sporočilo",
    "posredovano sporočilo",
    "mensaje original",
    "mensaje reenviado",
    "oorspronkelijk bericht",
];

/// What telephones and mail programs put below a mail.
const SENT_FROM: &[&str] = &[
    "sent from my",
    "sent from mail for",
    "sent from outlook",
    "get outlook for",
    "sent via",
    "von meinem iphone gesendet",
    "von meinem",
    "gesendet von",
    "envoyé de mon",
    "envoyé depuis",
    "inviato da iphone",
    "inviato da mio",
    "inviato dal mio",
    "στάλθηκε από το",
    "εστάλη από το",
    "изпратено от моя",
    "изпратено от iphone",
    "poslano s mog",
    "poslano s iphone",
    "poslano iz mojega",
    "enviado desde mi",
    "verzonden vanaf mijn",
    "wysłane z",
    "skickat från min",
    "sendt fra min",
];

/// What lawyers put below it.
const NOTICES: &[&str] = &[
    "if you are not the intended recipient",
    "if you have received this",
    "not the intended recipient",
    "intended solely for",
    "intended only for the",
    "for the sole use of the intended",
    "this message is confidential",
    "this email is confidential",
    "this e-mail is confidential",
    "this message and any attachments",
    "this email and any attachments",
    "this e-mail and any attachments",
    "this email and any files",
    "this message may contain confidential",
    "may contain confidential and/or",
    "may contain confidential or privileged",
    "confidentiality notice",
    "disclaimer: this",
    "please consider the environment before printing",
    "diese e-mail enthält vertrauliche",
    "diese nachricht ist vertraulich",
    "wenn sie nicht der richtige adressat",
    "ce message est confidentiel",
    "ce message et toutes les pièces jointes",
    "si vous n'êtes pas le destinataire",
    "questo messaggio è confidenziale",
    "questo messaggio è riservato",
    "le informazioni contenute in questo messaggio",
    "se non siete il destinatario",
    "qualora non foste i destinatari",
    "το παρόν μήνυμα",
    "εάν δεν είστε ο παραλήπτης",
    "αν δεν είστε ο παραλήπτης",
    "това съобщение е поверително",
    "настоящото съобщение",
    "ако не сте адресатът",
    "ova poruka je povjerljiva",
    "ova elektronička poruka",
    "ako niste primatelj",
    "to sporočilo je zaupno",
    "če niste naslovnik",
    "este mensaje es confidencial",
    "si no es usted el destinatario",
];

/// How the line above quoted lines ends: `On 20 Nov, News wrote:`.
const WROTE: &[&str] = &[
    "wrote:",
    "writes:",
    "schrieb:",
    "a écrit :",
    "a écrit:",
    "ha scritto:",
    "scrive:",
    "έγραψε:",
    "написа:",
    "пише:",
    "je napisao:",
    "je napisala:",
    "napisao je:",
    "je napisal:",
    "je napisala:",
    "je pisal:",
    "escribió:",
    "escreveu:",
    "schreef:",
    "napisał:",
    "napisała:",
    "a scris:",
    "skrev:",
];

/// Greetings that begin a mail.
const GREETINGS: &[&str] = &[
    "dear all",
    "dear colleagues",
    "dear partners",
    "dear colleague",
    "hi all",
    "hello all",
    "hi everyone",
    "hello everyone",
    "hi there",
    "good morning all",
    "liebe kolleginnen",
    "liebe alle",
    "sehr geehrte",
    "cher collègue",
    "chers collègues",
    "bonjour à tous",
    "cari colleghi",
    "gentili colleghi",
    "cari tutti",
    "buongiorno a tutti",
    "αγαπητοί συνάδελφοι",
    "αγαπητοί",
    "αγαπητές",
    "καλημέρα σε όλους",
    "уважаеми колеги",
    "скъпи колеги",
    "здравейте",
    "dragi svi",
    "poštovani",
    "drage kolegice",
    "dragi kolegi",
    "spoštovani",
    "pozdravljeni",
];

/// Words before the `@` of a mailbox that is nobody's own.
const ROLES: &[&str] = &[
    "info",
    "contact",
    "office",
    "news",
    "newsletter",
    "press",
    "media",
    "hello",
    "mail",
    "project",
    "projects",
    "secretariat",
    "support",
    "helpdesk",
    "help",
    "admin",
    "communication",
    "communications",
    "comms",
    "events",
    "event",
    "team",
    "service",
    "services",
    "editor",
    "registration",
    "register",
    "privacy",
    "dpo",
    "gdpr",
    "jobs",
    "hr",
    "webmaster",
    "postmaster",
    "noreply",
    "no-reply",
    "general",
    "enquiries",
    "inquiries",
    "call",
    "calls",
    "training",
    "academy",
    "library",
    "energy",
    "climate",
    "data",
    "kontakt",
    "presse",
    "ufficio",
    "segreteria",
];

/// A telephone number with its country's code, or behind a word for it.
static TELEPHONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:\+|\b00)[1-9][0-9]{0,2}[ \u{A0}()./-]*(?:[0-9][ \u{A0}()./-]?){6,12}[0-9]",
        r"|(?i:\b(?:tel|phone|mob|mobile|cell|τηλ|κιν|тел|gsm|fax)\b\.?:?) ?(?:[0-9][ \u{A0}()./-]?){6,12}[0-9]"
    ))
    .ok()
});

/// A mail address.
static ADDRESS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+").ok());

/// Residue in a text: its bytes, the finding, and the passage that may be accepted.
pub(super) fn look(text: &str) -> Vec<(Range<usize>, Diagnostic)> {
    let mut found = Vec::new();
    let lines = lines(text);
    let error = |message: &str| {
        Diagnostic::error("pasted-mail", message.to_string()).hint(
            "a mail was pasted whole: keep what is news, and delete its head, its foot and what it quotes",
        )
    };
    let mut headers: Vec<(usize, &Line<'_>)> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let (range, typed, lower) = line;
        if is_header(lower) {
            headers.push((number, line));
        }
        let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
        let fenced = typed.starts_with("--") || typed.starts_with("__") || bare.ends_with("message");
        if PASSED_ON.iter().any(|words| bare == *words || fenced && bare.starts_with(words)) {
            found
                .push((range.clone(), error("this line stands above a mail that was passed on or answered")));
        } else if typed.trim_end() == "--" || *typed == "-- " {
            let behind = lines[number + 1..].iter().any(|(_, line, _)| !line.trim().is_empty());
            if behind {
                found.push((range.clone(), error("a signature stands below this line")));
            }
        } else if lower.len() < 120 && SENT_FROM.iter().any(|words| bare.starts_with(words)) {
            found.push((range.clone(), error("this line was added by a telephone or a mail program")));
        } else if NOTICES.iter().any(|words| lower.replace('’', "'").contains(words)) {
            found.push((range.clone(), error("this is a mail's notice of confidentiality")));
        } else if WROTE.iter().any(|words| lower.trim_end().ends_with(words))
            && (lines.get(number + 1..).into_iter().flatten().find(|(_, line, _)| !line.trim().is_empty()))
                .is_some_and(|(_, line, _)| line.trim_start().starts_with('>'))
        {
            found.push((range.clone(), error("this line and those marked `>` below it quote another mail")));
        } else if number < 6 && lower.len() < 60 && GREETINGS.iter().any(|words| bare.starts_with(words)) {
            found.push((
                range.clone(),
                Diagnostic::warning("pasted-mail", "this greets, as a mail does")
                    .hint("readers of news are greeted by the newsletter: delete the line"),
            ));
        }
    }
    found.extend(
        headers_of_a_mail(&headers)
            .into_iter()
            .map(|(range, _, _)| (range.clone(), error("this is the head of a mail"))),
    );
    for number in TELEPHONE.iter().flat_map(|pattern| pattern.find_iter(text)) {
        found.push((
            number.range(),
            Diagnostic::warning("telephone", format!("`{}` is a telephone number", number.as_str()))
                .hint("everybody reads it, for years: is it an office's, and do they want it printed?"),
        ));
    }
    for address in ADDRESS.iter().flat_map(|pattern| pattern.find_iter(text)) {
        // A package's version, and an archive's address.
        let domain = address.as_str().rsplit('.').next().unwrap_or_default();
        let token = text[..address.start()].rsplit(char::is_whitespace).next().unwrap_or_default();
        if !domain.chars().all(|c| c.is_ascii_alphabetic()) || token.contains("://") {
            continue;
        }
        let local = address.as_str().split('@').next().unwrap_or_default().to_lowercase();
        let words: Vec<&str> = local.split(['.', '-', '_', '+']).filter(|word| !word.is_empty()).collect();
        let role = words.iter().any(|word| ROLES.contains(word)) || ROLES.contains(&&*local);
        let person = words.len() > 1 && words.iter().all(|word| word.chars().all(char::is_alphabetic));
        if person && !role {
            found.push((
                address.range(),
                Diagnostic::warning("personal-address", "this looks like a person's own address")
                    .hint("everybody reads it, and so do those who collect addresses: name an office's mailbox, or ask the person"),
            ));
        }
    }
    found
}

/// The lines of a text outside of code: bytes, as typed, in lower case.
fn lines(text: &str) -> Vec<(Range<usize>, &str, String)> {
    let mut all = Vec::new();
    let (mut at, mut fenced) = (0, false);
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        if bare.trim_start().starts_with("```") || bare.trim_start().starts_with("~~~") {
            fenced = !fenced;
        } else if !fenced {
            all.push((at..at + bare.len(), bare, bare.to_lowercase()));
        }
        at += line.len();
    }
    all
}

/// Whether a line looks like a field of a mail's head.
fn is_header(lower: &str) -> bool {
    let line = lower.trim_start_matches(['>', ' ', '*', '_']);
    let Some((name, value)) = line.split_once(':') else { return false };
    let name = name.trim_matches([' ', '*', '_', '\u{A0}']);
    let known = SUBJECT.contains(&name) || FIELDS.contains(&name);
    known
        && (value.starts_with([' ', '*', '_', '\u{A0}', '\t']) || value.is_empty())
        && !value.trim().is_empty()
}

/// A line: its bytes, as typed, and in lower case without its marks.
type Line<'t> = (Range<usize>, &'t str, String);

/// Those of some lines that are a mail's head: two or more close together, one of which is surely one.
fn headers_of_a_mail<'l>(lines: &[(usize, &'l Line<'l>)]) -> Vec<&'l Line<'l>> {
    let sure = |lower: &str| {
        let name = lower.trim_start_matches(['>', ' ', '*', '_']).split(':').next().unwrap_or_default();
        let name = name.trim_matches([' ', '*', '_', '\u{A0}']);
        SUBJECT.contains(&name) && name != "re"
            || lower.contains('@')
            || lower.contains("re:")
            || lower.contains("fwd:")
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let mut end = at + 1;
        while end < lines.len() && lines[end].0 - lines[end - 1].0 <= 2 {
            end += 1;
        }
        let group = &lines[at..end];
        let alone = group.len() == 1 && {
            let lower = &group[0].1.2;
            lower.starts_with("from:") && lower.contains('@') || lower.starts_with("subject: re:")
        };
        if group.len() > 1 && group.iter().any(|(_, line)| sure(&line.2)) || alone {
            found.extend(group.iter().map(|(_, line)| *line));
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rules that speak of a text.
    fn rules(text: &str) -> Vec<&'static str> {
        look(text).into_iter().map(|(_, finding)| finding.rule).collect()
    }

    #[test]
    fn what_is_surely_a_mail_s_is_found_in_many_languages() {
        for text in [
            "From: Anna <anna@example.org>\nSent: Monday\nTo: News\nSubject: Re: input",
            "Von: Anna\nGesendet: Montag\nBetreff: Beitrag",
            "Da: Anna\nInviato: lunedì\nOggetto: Contributo",
            "Από: Άννα\nΘέμα: Νέα",
            "От: Анна\nОтносно: Новини",
            "-----Original Message-----",
            "---------- Forwarded message ---------",
            "Begin forwarded message:",
            "Text.\n\n-- \nAnna Rossi\nExample street",
            "Text.\n\n--\nAnna Rossi",
            "Sent from my iPhone",
            "Inviato da iPhone",
            "Get Outlook for Android",
            "This message is confidential and intended solely for you.",
            "If you’re unsure: if you are not the intended recipient, delete it.",
            "Questo messaggio è riservato.",
            "On 20 Nov, News wrote:\n> Please send your news.",
            "Am 20. Nov schrieb Anna:\n\n> Bitte.",
        ] {
            assert!(rules(text).contains(&"pasted-mail") || text.contains("schrieb Anna"), "{text}");
        }
        assert_eq!(rules("Call +359 2 000 0000 or Tel. 06 1234 5678."), ["telephone", "telephone"]);
        assert_eq!(rules("Write to anna.rossi@example.org or info@example.org."), ["personal-address"]);
    }

    #[test]
    fn ordinary_texts_are_left_alone() {
        for text in [
            "From: Athens to Zagreb, by train",
            "To: all who plan heat",
            "Date: 12 May 2024\nPlace: Ptuj",
            "The mayor wrote: we begin in June.",
            "> A quotation of the mayor\n> in two lines",
            "In 2024 the 1 473 926 euro of LIFE, grant 101120704, were 12.5 % of it.",
            "ISBN 978-92-1234-567-8, code LIFE22-CET-ENTRACK",
            "---\n\nA rule above.",
            "From 2024-05-01 to 2024-06-30: 120 towns.",
        ] {
            assert_eq!(rules(text), Vec::<&str>::new(), "{text}");
        }
    }
}
