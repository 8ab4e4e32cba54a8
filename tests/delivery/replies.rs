//! What relays answer, and of whom it speaks: `replies.tsv` holds answers as providers document them
//! and as people reported them, each with its phase, what it means, whose it is, and where it was found.
//! `BULLETIN_UPDATE=1 cargo test every_answer` writes what the program takes them for, to be reviewed.

use std::collections::BTreeMap;
use std::fs;

use bulletin::delivery::reply::{Phase, Reply};
use bulletin::delivery::verdict::Class;

use crate::desk::project;

/// A phase by its name in the sheet.
fn phase(name: &str) -> Phase {
    match name {
        "AUTH" => Phase::Auth,
        "MAIL" => Phase::Mail,
        "RCPT" => Phase::Rcpt,
        "DATA" => Phase::Data,
        "DOT" => Phase::Dot,
        other => panic!("{other}"),
    }
}

/// A meaning's name in the sheet.
fn name(class: Class) -> &'static str {
    match class {
        Class::Good => "good",
        Class::Gone => "gone",
        Class::Refused => "refused",
        Class::Later => "later",
        Class::Again => "again",
        Class::Pause => "pause",
        Class::Policy(_) => "policy",
        Class::Stop(_) => "stop",
        Class::Unclear => "unclear",
    }
}

#[test]
fn every_answer_speaks_of_whom_it_speaks() {
    let path = project().join("tests/delivery/replies.tsv");
    let sheet = fs::read_to_string(&path).expect("the sheet");
    let (mut wrong, mut fresh) = (Vec::new(), String::new());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in sheet.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [at, code, text, expected, provider, source] = cells[..] else {
            fresh.push_str(&format!("{line}\n"));
            continue;
        };
        let reply = Reply::new(code.parse().expect("a code"), text);
        let class = name(reply.class(phase(at)));
        *counts.entry(class).or_default() += 1;
        assert!(!reply.source(phase(at)).is_empty());
        fresh.push_str(&[at, code, text, class, provider, source].join("\t"));
        fresh.push('\n');
        if class != expected {
            wrong.push(format!("{at} {code} {text}\n    is {class}, not {expected} ({provider})"));
        }
    }
    if std::env::var_os("BULLETIN_UPDATE").is_some() {
        fs::write(&path, fresh).expect("written");
    }
    assert!(wrong.is_empty(), "{} of {counts:?}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(counts.values().sum::<usize>() >= 120, "{counts:?}");
}

#[test]
fn answers_that_fit_no_phase_or_contradict_themselves_mark_nobody() {
    use Class::*;
    for (code, text, phase, class) in [
        (250, "2.1.0 ok", Phase::Mail, Good),
        (354, "go ahead", Phase::Data, Good),
        (250, "2.0.0 queued", Phase::Dot, Good),
        (354, "what", Phase::Dot, Unclear),
        (250, "5.1.1 which", Phase::Dot, Unclear),
        (250, "5.1.1 which", Phase::Rcpt, Again),
        (550, "4.2.1 which", Phase::Rcpt, Again),
        (450, "5.1.1 no such user", Phase::Dot, Again),
        (250, "no 354", Phase::Data, Pause),
        (199, "what", Phase::Mail, Pause),
        (599, "", Phase::Rcpt, Policy(bulletin::delivery::verdict::Why::Unsaid)),
        (550, "", Phase::Rcpt, Policy(bulletin::delivery::verdict::Why::Unsaid)),
        (450, "", Phase::Rcpt, Again),
        (450, "", Phase::Dot, Pause),
    ] {
        assert_eq!(Reply::new(code, text).class(phase), class, "{code} {text} at {phase:?}");
    }
}
