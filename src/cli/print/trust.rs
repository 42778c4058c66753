//! What the ledger's trustworthiness hangs on.

use serde::Serialize;

use super::{Page, Show};
use crate::api::{Trust, Voucher};
use crate::workspace::{AnchorAnswer, AnchorExported, Standing};

impl Show for Trust {
    fn show(&self, page: &mut Page) {
        match &self.standing {
            Standing::Fits => page.line("The folder continues what this machine kept of it."),
            Standing::Behind { kept, entries } => page
                .line(format!("The folder is behind: it has {entries} entries, this machine kept a head of {kept}.")),
            Standing::Beside { kept } => {
                page.line(format!(
                    "The folder has another history than the head of {kept} entries that this machine kept."
                ));
            }
        }
        for key in &self.keys {
            let stands = match (&key.voucher, &key.reason) {
                (Some(by), _) => format!("  vouched for by {by}"),
                (None, Some(reason)) => format!("  no voucher: {reason}"),
                (None, None) => String::new(),
            };
            let own = if self.own_key.as_ref() == Some(&key.key) { "  (this machine)" } else { "" };
            page.line(format!("{:>6}  {}  {}{own}{stands}", key.entry, key.day, key.key));
        }
        if self.own_key.as_ref().is_some_and(|own| !self.keys.iter().any(|key| key.key == *own)) {
            page.line("This machine's key is not enrolled yet; its first change enrols it.");
        }
        for answer in &self.answers {
            page.line(told(answer));
        }
    }
}

fn told(answer: &AnchorAnswer) -> String {
    format!("{:>6}  {}  {} entries  {}  {}", answer.entry, answer.day, answer.entries, answer.name, answer.digest)
}

/// One word on a line of its own.
#[derive(Serialize)]
pub(crate) struct Word {
    pub(crate) key: String,
}

impl Show for Word {
    fn show(&self, page: &mut Page) {
        page.line(&self.key);
    }
}

/// The answers alone.
#[derive(Serialize)]
pub(crate) struct Answers {
    pub(crate) answers: Vec<AnchorAnswer>,
}

impl Show for Answers {
    fn show(&self, page: &mut Page) {
        self.answers.iter().for_each(|answer| page.line(told(answer)));
        if self.answers.is_empty() {
            page.line("No answer of a time-stamp authority is kept.");
        }
    }
}

impl Show for Voucher {
    fn show(&self, page: &mut Page) {
        page.line(&self.voucher);
    }
}

impl Show for AnchorExported {
    fn show(&self, page: &mut Page) {
        page.line(format!("Checkpoint of {} entries: {}", self.entries, self.checkpoint));
        page.line(format!("Request for a time stamp: {}", self.request));
        page.line("Send the request to a time-stamp authority, then `clausebook anchor import ANSWER`.");
    }
}
