//! Somebody who gets the newsletter, and why somebody else does not.

use crate::value::{Language, MailAddress};
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Somebody who gets the newsletter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The address as it is written to.
    pub address: MailAddress,
    /// The language asked for.
    pub language: Option<Arc<Language>>,
    /// Whether they get it before everybody else, to look at it.
    pub reviewer: bool,
}

impl Recipient {
    /// The address as it is compared.
    pub fn normal(&self) -> String {
        normal(&self.address)
    }

    /// The address as it is written to: as typed, its domain as mail carries it.
    pub fn mailed(&self) -> Option<String> {
        Some(format!("{}@{}", self.address.local(), self.address.ascii_domain()?))
    }
}

/// An address as it is compared: NFC, lower case, its domain as mail carries it (RFC 5890).
pub fn normal(address: &MailAddress) -> String {
    let local = address.local().nfc().collect::<String>().to_lowercase();
    let domain = address.ascii_domain().unwrap_or_else(|| address.domain().to_lowercase());
    format!("{local}@{domain}")
}

/// Why somebody on the list is not mailed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exclusion {
    /// Has left.
    Unsubscribed,
    /// Was asked to confirm and has not.
    NotConfirmed,
    /// The basis is not among those that the configuration mails to.
    BasisNotAllowed,
    /// No basis is known.
    NoBasis,
    /// Is on the list of those never to be mailed.
    Suppressed,
    /// Asked for something else than the newsletter.
    OtherAudience,
    /// Stands on the list a second time.
    Twice,
    /// The row can't be used.
    Unusable,
}

impl Exclusion {
    /// The reason's name in a receipt.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unsubscribed => "unsubscribed",
            Self::NotConfirmed => "not confirmed",
            Self::BasisNotAllowed => "basis not allowed",
            Self::NoBasis => "without a basis",
            Self::Suppressed => "suppressed",
            Self::OtherAudience => "other audience",
            Self::Twice => "on the list twice",
            Self::Unusable => "unusable row",
        }
    }

    /// The reason in words, with what to do.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Unsubscribed => "unsubscribed: nothing to do",
            Self::NotConfirmed => {
                "not confirmed: double opt-in needs `confirmed_at`; ask them once more, or leave them out"
            }
            Self::BasisNotAllowed => {
                "on a basis that `mail_to` in bulletin.yaml does not allow: add it there if your privacy notice covers it"
            }
            Self::NoBasis => {
                "without a basis: fill in `basis` (double-opt-in, single-opt-in, membership or staff)"
            }
            Self::Suppressed => "suppressed, or unsubscribed in another row: never to be mailed",
            Self::OtherAudience => "for other audiences: their column `audiences` does not hold `newsletter`",
            Self::Twice => "on the list a second time: each person gets one message",
            Self::Unusable => "in rows that can't be used: see the findings above",
        }
    }
}
