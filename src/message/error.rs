//! Why a message can't be put together.

use std::error::Error;
use std::fmt;

/// What about a message can't be sent.
#[derive(Debug)]
pub struct MessageError {
    /// What is wrong; lower case, no full stop.
    what: String,
    /// What said so.
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl MessageError {
    /// An error of our own.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), source: None }
    }

    /// An error that something else caused.
    pub fn of(what: impl Into<String>, source: impl Error + Send + Sync + 'static) -> Self {
        Self { what: what.into(), source: Some(Box::new(source)) }
    }
}

impl fmt::Display for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Some(source) => write!(f, "{}: {source}", self.what),
            None => f.write_str(&self.what),
        }
    }
}

impl Error for MessageError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn Error + 'static))
    }
}
