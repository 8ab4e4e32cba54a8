//! What the sender's domain says of who may send in its name: SPF, DKIM, DMARC. Gmail, Yahoo and Outlook
//! refuse newsletters of domains that say nothing.

use super::Line;
use super::dns::{Dns, NoAnswer};
use crate::message::Signer;
use crate::model::Config;
use crate::pipeline::Folder;

/// Looks at the domain.
pub(super) fn examine(folder: &Folder, config: &Config, dns: &Dns) -> Vec<Line> {
    let domain = config.from.domain().to_lowercase();
    if ["example.org", "example.com", "example.net"].contains(&&*domain) || domain.ends_with(".test") {
        return vec![Line::note(
            "domain",
            format!("{domain} is an example: nobody can send in its name"),
            "write the address that the newsletter comes from into bulletin.yaml: `from: …`",
        )];
    }
    let bounces = config.smtp.as_ref().and_then(|smtp| smtp.return_path.as_ref());
    let bounces = bounces.map_or(domain.clone(), |path| path.domain().to_lowercase());
    let mut lines = vec![
        or_silence("answers", answers(&domain, dns)),
        or_silence("SPF", spf(&bounces, dns)),
        or_silence("DKIM", dkim(folder, config, &domain, dns)),
        or_silence("DMARC", dmarc(&domain, dns)),
    ];
    if organisation(&bounces) != organisation(&domain) && config.dkim.is_empty() {
        lines.push(Line::ill(
            "alignment",
            format!("bounces go to {bounces}, the newsletter comes from {domain}: SPF speaks for another domain than readers see"),
            "let the relay sign with DKIM for the sender's domain, or set `return_path` to an address of it",
        ));
    }
    lines
}

/// A line, or that nobody answered.
fn or_silence(what: &'static str, line: Result<Line, NoAnswer>) -> Line {
    line.unwrap_or_else(|NoAnswer(why)| Line::note(what, why, "try again with a connection to the internet"))
}

/// The last two parts of a domain: who is behind it, in most cases.
fn organisation(domain: &str) -> String {
    let parts: Vec<&str> = domain.rsplit('.').take(2).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join(".")
}

/// Whether readers' answers arrive.
fn answers(domain: &str, dns: &Dns) -> Result<Line, NoAnswer> {
    Ok(match dns.takes_mail(domain)? {
        true => Line::well("answers", format!("mail for {domain} has somewhere to go")),
        false => Line::ill(
            "answers",
            format!("{domain} takes no mail: readers' answers and bounces come back to nobody"),
            "look at the spelling of `from`, or ask whoever keeps the domain for an MX record",
        ),
    })
}

/// SPF (RFC 7208): which servers may send for the domain of the return path.
fn spf(domain: &str, dns: &Dns) -> Result<Line, NoAnswer> {
    let records: Vec<String> = dns
        .texts(domain)?
        .into_iter()
        .filter(|text| text == "v=spf1" || text.to_lowercase().starts_with("v=spf1 "))
        .collect();
    let ask = "ask whoever keeps the domain's DNS";
    Ok(match &records[..] {
        [] => Line::ill(
            "SPF",
            format!("{domain} says nothing of who may send in its name"),
            format!(
                "{ask} for a TXT record of {domain} such as `v=spf1 include:RELAY -all`, with what your relay's owner names in RELAY's place"
            ),
        ),
        [one] if one.to_lowercase().split(' ').any(|word| matches!(word, "+all" | "all")) => Line::ill(
            "SPF",
            format!("{domain} lets the whole world send in its name: `{one}`"),
            format!("{ask} to end it with `-all`"),
        ),
        [one] => Line::well("SPF", format!("{domain}: {one}")),
        many => Line::ill(
            "SPF",
            format!(
                "{domain} has {} SPF records; with more than one, none counts (RFC 7208, section 3.2)",
                many.len()
            ),
            format!("{ask} to make one of them"),
        ),
    })
}

/// DKIM (RFC 6376): whether the public halves of our keys are where receivers look.
fn dkim(folder: &Folder, config: &Config, domain: &str, dns: &Dns) -> Result<Line, NoAnswer> {
    if config.dkim.is_empty() {
        return Ok(Line::note(
            "DKIM",
            "the relay signs, if anybody does",
            format!(
                "send yourself a test (`bulletin send --test you@…`) and look for `dkim=pass` with `d={domain}` in its headers"
            ),
        ));
    }
    let key = |text: &str| {
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        bare.split(';').find_map(|part| part.strip_prefix("p=").map(str::to_string)).unwrap_or_default()
    };
    for own in &config.dkim {
        let name = format!("{}._domainkey.{domain}", own.selector);
        let cure = format!(
            "`bulletin dkim {}` prints the record; ask whoever keeps the domain's DNS to publish it",
            own.selector
        );
        let pem = std::fs::read(folder.root.join(&own.file));
        let signer = pem.ok().and_then(|pem| Signer::new(domain, &own.selector, &pem).ok());
        let Some(signer) = signer else {
            return Ok(Line::ill(
                "DKIM",
                format!("the key {} can't be read", own.file),
                "look at `dkim:` in bulletin.yaml; `bulletin dkim` makes a key",
            ));
        };
        let wanted = key(&signer.dns_record().1);
        let there = dns.texts(&name)?;
        if there.is_empty() {
            return Ok(Line::ill("DKIM", format!("{name} is not in the DNS: every signature fails"), cure));
        }
        if there.iter().all(|text| key(text) != wanted) {
            return Ok(Line::ill("DKIM", format!("{name} holds another key: every signature fails"), cure));
        }
    }
    let selectors: Vec<&str> = config.dkim.iter().map(|key| key.selector.as_str()).collect();
    Ok(Line::well("DKIM", format!("{} of {domain}, as our keys have it", selectors.join(", "))))
}

/// DMARC (RFC 7489): what receivers do with mail that only claims to be from the domain.
fn dmarc(domain: &str, dns: &Dns) -> Result<Line, NoAnswer> {
    let above = organisation(domain);
    let mut names = vec![format!("_dmarc.{domain}")];
    if above != domain {
        names.push(format!("_dmarc.{above}"));
    }
    for name in names {
        let mut texts = dns.texts(&name)?.into_iter();
        if let Some(text) = texts.find(|text| text.to_lowercase().replace(' ', "").starts_with("v=dmarc1")) {
            return Ok(Line::well("DMARC", format!("{name}: {text}")));
        }
    }
    Ok(Line::ill(
        "DMARC",
        format!("{domain} has no DMARC record: Gmail and Yahoo refuse newsletters of such domains"),
        format!(
            "ask whoever keeps the domain's DNS for a TXT record of _dmarc.{domain}: `v=DMARC1; p=none; rua=mailto:{{an address that reads reports}}`"
        ),
    ))
}
