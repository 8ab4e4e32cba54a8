//! How fast mails go to a relay: the paces with their sources, and which of them a relay gets by its name.
//! `delivery/pace.rs` keeps to it.

use crate::value::{Millis, choices};

/// The four windows, in milliseconds.
pub const WINDOWS: [Millis; 4] = [1_000, 60_000, 3_600_000, 86_400_000];

/// How many messages may go in a window of each length, and over how many connections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rates {
    /// In a second, a minute, an hour, a day; `None` without limit.
    pub most: [Option<u32>; 4],
    /// Connections at the same time.
    pub connections: u32,
}

impl Rates {
    /// Microsoft 365: 30 a minute, 10,000 a day, 3 connections (Microsoft Learn, "SMTP submission
    /// improvements").
    pub const M365: Self = Self { most: [None, Some(30), None, Some(10_000)], connections: 3 };
    /// Amazon SES with the quota of a new account out of its sandbox: 14 a second, 50,000 a day.
    pub const SES: Self = Self { most: [Some(14), None, None, Some(50_000)], connections: 10 };
    /// A university's or a provider's relay that is shared with people: 60 a minute, 2,000 an hour.
    pub const UNIVERSITY: Self = Self { most: [None, Some(60), Some(2_000), None], connections: 2 };
    /// A mail server on this machine: as fast as it takes them.
    pub const LOCAL: Self = Self { most: [None; 4], connections: 10 };

    /// How long a number of messages takes at this pace, in milliseconds, at least.
    pub fn time_for(&self, messages: u64) -> Millis {
        let windows = self.most.iter().zip(WINDOWS);
        let times = windows.filter_map(|(most, window)| {
            let most = u64::from((*most)?.max(1));
            // The first windowful goes at once.
            let windows = messages.saturating_sub(1) / most;
            Millis::try_from(windows).ok().map(|windows| windows.saturating_mul(window))
        });
        times.max().unwrap_or(0)
    }
}

/// Whether a name is this machine.
pub fn is_loopback(host: &str) -> bool {
    host == "localhost"
        || host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

choices! {
    /// A pace that is known to suit a kind of relay.
    PaceKind ("pace") {
        /// Microsoft 365.
        M365 = "m365",
        /// Amazon SES.
        Ses = "ses",
        /// A relay that is shared with people.
        University = "university",
        /// A mail server on this machine.
        Local = "local",
    }
}

impl PaceKind {
    /// Its rates.
    pub(super) fn rates(self) -> Rates {
        match self {
            Self::M365 => Rates::M365,
            Self::Ses => Rates::SES,
            Self::University => Rates::UNIVERSITY,
            Self::Local => Rates::LOCAL,
        }
    }

    /// What suits a server by its name, where nothing is said.
    pub(super) fn of(host: &str) -> Self {
        match host {
            _ if host.ends_with(".office365.com") || host.ends_with(".outlook.com") => Self::M365,
            _ if host.ends_with(".amazonaws.com") => Self::Ses,
            _ if is_loopback(host) => Self::Local,
            _ => Self::University,
        }
    }
}
