//! What the ledger's trustworthiness hangs on.

use serde::Serialize;

use super::{Page, Show, plural};
use crate::api::{Trust, Voucher};
use crate::workspace::{AnchorAnswer, AnchorExported, Standing};

impl Show for Trust {
    fn show(&self, page: &mut Page) {
        page.line(match &self.standing {
            Standing::Fits if self.kept.is_none() => String::from(
                "Nothing is kept of this folder on this machine: whether it is the one you know, only a checkpoint, a pack or \
                 another machine shows.",
            ),
            Standing::Fits => String::from("The folder continues what this machine kept of it."),
            apart => said(apart),
        });
        for key in &self.keys {
            let stands = match (&key.voucher, &key.reason) {
                (Some(by), _) => format!("  vouched for by {by}"),
                (None, Some(reason)) => format!("  no voucher: {reason}"),
                (None, None) => String::new(),
            };
            let own = if self.own_key.as_ref() == Some(&key.key) {
                "  (this machine)"
            } else if self.in_own_name.contains(&key.entry) {
                "  (in this machine's name, and not its key: its own was lost, or somebody wrote in its name)"
            } else {
                ""
            };
            page.line(format!("{:>6}  {}  {}{own}{stands}", key.entry, key.day, key.key));
            page.line(format!("        fingerprint {}", key.fingerprint));
        }
        if self.own_key.as_ref().is_some_and(|own| !self.keys.iter().any(|key| key.key == *own)) {
            page.line("This machine's key is not enrolled yet; its first change enrols it.");
            if let Some(fingerprint) = &self.own_fingerprint {
                page.line(format!("        fingerprint {fingerprint}"));
            }
        }
        for answer in &self.answers {
            page.line(told(answer));
        }
    }
}

/// How a folder stands that cannot be written into.
pub(super) fn said(standing: &Standing) -> String {
    match standing {
        Standing::Fits => String::new(),
        Standing::Behind { kept, entries } => {
            format!("The folder is behind: it has {entries} entries, this machine kept a head of {kept}.")
        }
        Standing::Beside { kept } => {
            format!("The folder has another history than the head of {kept} entries that this machine kept.")
        }
        Standing::Unsigned { from, to } if from == to => {
            format!(
                "No enrolled key signed entry {from}: it was changed, or put there. Nothing is written on top of it."
            )
        }
        Standing::Unsigned { from, to } => format!(
            "No enrolled key signed entries {from} to {to}: they were changed, or put there. Nothing is written on top of them."
        ),
        Standing::Renamed { says, ledger } => {
            format!("The folder calls itself {says}, its entries say {ledger}: `clausebook rebuild` puts that right.")
        }
    }
}

fn told(answer: &AnchorAnswer) -> String {
    let of = plural(answer.entries as usize, "entry", "entries");
    format!("{:>6}  {}  {of}  {}  {}", answer.entry, answer.day, answer.name, answer.digest)
}

/// One word on a line of its own, and below it what its key is called elsewhere.
#[derive(Serialize)]
pub(crate) struct Word {
    pub(crate) key: String,
    pub(crate) fingerprint: String,
}

impl Show for Word {
    fn show(&self, page: &mut Page) {
        page.line(&self.key);
        page.line(format!("fingerprint {}", self.fingerprint));
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
        let of = plural(self.entries as usize, "entry", "entries");
        page.line(format!("Checkpoint of {of}: {}", self.checkpoint));
        page.line(format!("Request for a time stamp: {}", self.request));
        page.line("Send the request to a time-stamp authority, then `clausebook anchor import ANSWER`.");
    }
}
