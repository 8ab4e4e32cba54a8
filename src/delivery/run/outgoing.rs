//! What goes out.

use super::super::ledger;
use super::super::smtp::Envelope;
use crate::message::{MessageError, Personal, Signer, Template};

/// What goes out.
#[derive(Debug)]
pub struct Outgoing {
    /// The run in the ledger.
    pub run: i64,
    /// The message of each edition.
    pub templates: Vec<Template>,
    /// The envelope's sender.
    pub return_path: lettre::Address,
    /// Whether the recipient's token is put into it.
    pub verp: bool,
    /// Whether reports of failures are asked for.
    pub dsn: bool,
    /// What signs.
    pub signers: Vec<Signer>,
}

impl Outgoing {
    /// A recipient's message, looked at once more after it was put together.
    pub(super) fn compose(
        &self,
        recipient: &ledger::Planned,
        message: &mut Vec<u8>,
    ) -> Result<(), MessageError> {
        let template = self.templates.get(usize::from(recipient.edition));
        let template = template.ok_or_else(|| MessageError::new("there is no such edition"))?;
        let personal =
            Personal { to: &recipient.address, id: &recipient.message_id, token: &recipient.token };
        message.clear();
        template.write_checked(&personal, message)?;
        let mut head = Vec::new();
        for signer in &self.signers {
            head.extend(signer.sign(message).map_err(|error| MessageError::of("it can't be signed", error))?);
        }
        if !head.is_empty() {
            head.append(message);
            *message = head;
        }
        Ok(())
    }

    /// A recipient's envelope.
    pub(super) fn envelope(&self, recipient: &ledger::Planned) -> Result<Envelope, MessageError> {
        let to = recipient.address.parse().map_err(|_| MessageError::new("the address is refused"))?;
        let from = match self.verp {
            true => {
                let local = format!("{}+{}", self.return_path.user(), recipient.token);
                lettre::Address::new(local, self.return_path.domain())
                    .map_err(|error| MessageError::of("the return path is refused", error))?
            }
            false => self.return_path.clone(),
        };
        Ok(Envelope {
            from,
            to,
            id: self.dsn.then(|| recipient.token.clone()),
            message: recipient.message_id.clone(),
        })
    }
}
