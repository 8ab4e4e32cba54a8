//! Letters to the people of the projects: what is still open, a text to look at. They go the way that newsletters
//! go, with a plan and a ledger, so that nobody gets one twice.

use std::collections::BTreeSet;

use handlebars::Handlebars;
use serde::Serialize;

use super::carry::{Delivery, Means};
use super::ledger::open;
use super::options::Options;
use super::settings::Settings;
use super::{Ending, Operator, SendError, trust};
use crate::audience::{Audience, Recipient};
use crate::delivery::ledger::{Ledger, Run};
use crate::delivery::{Frozen, FrozenEdition, Key, Outbox, recipients};
use crate::layouts::Layouts;
use crate::message::{Content, TOKEN, compose};
use crate::model::TransportKind;
use crate::pipeline::{Folder, Inputs, Loaded, UnsubscribeLinks};
use crate::value::{Language, MailAddress, Month};

/// How long a letter may be under way, in milliseconds: three days.
const WITHIN: i64 = 72 * 3_600_000;

/// A letter.
#[derive(Debug, Clone)]
pub struct Letter {
    /// To whom.
    pub to: MailAddress,
    /// In which language.
    pub language: Language,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
}

impl Letter {
    /// A letter by its layout (`layouts/letters/NAME.LANGUAGE.txt`, whose first line is the subject), with what it
    /// says.
    ///
    /// # Errors
    ///
    /// If the layout can't be filled in.
    pub fn written(
        layouts: &Layouts,
        name: &str,
        (to, language): (MailAddress, Language),
        values: &impl Serialize,
    ) -> Result<Self, SendError> {
        let path = |tag: &str| format!("letters/{name}.{tag}.txt");
        let own = layouts.text(&path(language.primary()));
        let (text, tag) = match own.is_empty() {
            true => (layouts.text(&path("en")), "en"),
            false => (own, language.primary()),
        };
        let mut registry = Handlebars::new();
        registry.register_escape_fn(handlebars::no_escape);
        let made = registry.render_template(&text, values).map_err(|error| {
            SendError::because(&format!("`layouts/{}` can't be filled in", path(tag)), error)
        })?;
        let (subject, text) = made.split_once('\n').unwrap_or((&made, ""));
        Ok(Self { to, language, subject: subject.trim().to_string(), text: squeezed(text) })
    }

    /// The letter as a page: its paragraphs and lists, in the reader's own letters.
    fn html(&self) -> String {
        let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let paragraphs: String = self
            .text
            .split("\n\n")
            .map(|part| {
                format!("<p style=\"margin:0 0 14px\">{}</p>\r\n", escape(part.trim()).replace('\n', "<br>"))
            })
            .collect();
        format!(
            "<!doctype html>\r\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{}</title></head>\r\n<body style=\"font:16px/1.5 Arial,sans-serif;color:#1b1b1b;background:#ffffff;max-width:600px\">\r\n{paragraphs}</body></html>\r\n",
            self.language.as_str(),
            escape(&self.subject)
        )
    }
}

/// A text with one blank line where a layout leaves several.
fn squeezed(text: &str) -> String {
    let mut out = String::new();
    for line in text.trim().lines() {
        if !(line.trim().is_empty() && out.ends_with("\n\n")) {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out
}

/// Sends letters, each to its own; a run of that name goes out once.
///
/// # Errors
///
/// Why none was sent, or no more.
pub fn letters(
    folder: &Folder,
    loaded: &Loaded,
    (month, name): (Month, &str),
    letters: &[Letter],
    options: &Options,
    operator: &mut dyn Operator,
) -> Result<Ending, SendError> {
    for letter in letters {
        let text = letter.text.trim_end().replace('\n', "\n  ");
        operator.data(&format!("To: {}\nSubject: {}\n\n  {text}\n\n", letter.to.as_str(), letter.subject));
    }
    if options.dry_run {
        operator.say("dry run: nothing was written, nobody was mailed");
        return Ok(Ending::Done);
    }
    let config = &loaded.cluster.config;
    let now = operator.now();
    let state = folder.state();
    let key = Key::open(&state).map_err(|error| SendError::disk("the key in state/", error))?;
    let run_name = match config.transport {
        TransportKind::Smtp => format!("{month}/{name}"),
        TransportKind::Outbox => format!("{month}/{name}/outbox"),
    };
    let mut ledger = open(folder, options.permits.ledger, now)?;
    if ledger.run(&run_name)?.is_some() {
        operator.say("these went out today already: nobody is asked twice a day");
        return Ok(Ending::Done);
    }
    if !options.yes {
        let question = match letters.len() {
            1 => "Send this letter?".to_string(),
            many => format!("Send these {many} letters?"),
        };
        match operator.ask(&question) {
            Some(true) => {}
            Some(false) => return Err(SendError::Declined("nothing was sent".into())),
            None => {
                return Err(SendError::failure(
                    "nobody is there to answer: add `--yes` to send without asking",
                ));
            }
        }
    }
    let means = match config.transport {
        TransportKind::Smtp => {
            trust::commands(config.smtp.as_ref(), options.permits, operator)?;
            Means::Relay(Box::new(Settings::read(folder, config)?))
        }
        TransportKind::Outbox => Means::Outbox(
            Outbox::open(&state.join("outbox"), &run_name.replace('/', "-"))
                .map_err(|error| SendError::disk("the outbox can't be opened", error))?,
        ),
    };
    let links = UnsubscribeLinks::of(config, &TOKEN.to_string());
    let mut editions = Vec::new();
    for letter in letters {
        // By its token a letter's answer, or its bounce, is known; its head says how to get no more of them.
        let letter =
            &Letter { text: format!("{}\n\nRef. {TOKEN}\n", letter.text.trim_end()), ..letter.clone() };
        let template = compose(&Content {
            from_name: config.name.get(&letter.language),
            from: &config.from,
            reply_to: config.reply_to.as_ref(),
            subject: &letter.subject,
            date: now,
            name: &run_name.replace('/', "-"),
            html: &letter.html(),
            text: &letter.text,
            pictures: &[],
            unsubscribe_mail: links.mail(),
            unsubscribe_web: None,
            list: config.name.get(&config.language),
            archive: None,
        });
        let template =
            template.map_err(|error| SendError::because("the letter can't be put together", error))?;
        let language = letter.language.as_str().to_string();
        editions.push(FrozenEdition { language, subject: letter.subject.clone(), template });
    }
    let frozen = Frozen {
        issue: month.to_string(),
        draft: true,
        editions,
        hosted: vec![],
        from: config.from.as_str().to_string(),
        not_after: now.as_millisecond() + WITHIN,
        files: Inputs::of(loaded, month).hashes(),
        audience: String::new(),
        candidates: 0,
        excluded: Default::default(),
    };
    let recipient =
        |letter: &Letter| Recipient { address: letter.to.clone(), language: None, reviewer: false };
    let audience = Audience { recipients: letters.iter().map(recipient).collect(), ..Audience::default() };
    let pick = |recipient: &Recipient| {
        let own = letters.iter().position(|letter| letter.to == recipient.address);
        own.and_then(|at| u16::try_from(at).ok()).unwrap_or(0)
    };
    let text = serde_json::to_string(&frozen)
        .map_err(|error| SendError::because("the plan can't be written", error))?;
    let run = Run { id: 0, name: run_name, created: now.as_millisecond(), frozen: text };
    let id = {
        let mut all = recipients(&audience, &run.name, &key, &pick);
        ledger.plan(&run, &mut all)?
    };
    Delivery { folder, means, run: Run { id, ..run }, frozen, left: BTreeSet::new() }
        .carry_out(ledger, operator)
}
