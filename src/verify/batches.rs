//! Which entries lay under a signature before the next one came. One machine writes in one name at one instant, and signs what it
//! wrote in the same transaction: what lies under one signature and was written otherwise was there unsigned, or was put there.

use std::collections::BTreeSet;

use serde_json::Value;

use super::keys::Keys;
use super::report::Report;

/// By whom, where and when an entry says that it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) site: String,
    pub(super) actor: String,
    pub(super) said_at: i64,
}

/// Entries one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    from: u64,
    to: u64,
}

/// Entries that somebody took for right though nobody had signed them.
#[derive(Debug)]
struct Accepted {
    by: u64,
    span: Span,
    reason: String,
}

/// What was seen of signatures and what lies under each.
#[derive(Debug, Default)]
pub(super) struct Batches {
    /// What was written since the last signature: the first entry of each part.
    open: Vec<(u64, Written)>,
    last: u64,
    /// The keys that signed the state reached.
    signers: Vec<[u8; 4]>,
    unsigned: Vec<Span>,
    accepted: Vec<Accepted>,
    /// Entries in the name of a machine that enrolled another key than the one that signed them.
    elsewhere: Vec<(Span, String)>,
}

impl Batches {
    /// Takes an entry of the second form; what lies under the signature before it is complete.
    pub(super) fn enter(&mut self, seq: u64, written: &Written, keys: &Keys) {
        self.close(keys);
        self.last = seq;
        if self.open.last().is_none_or(|(_, part)| part != written) {
            self.open.push((seq, written.clone()));
        }
    }

    /// Takes that somebody accepted entries that nobody had signed.
    pub(super) fn accept(&mut self, by: u64, event: &Value) {
        let data = &event["data"];
        if let (Some(from), Some(to)) = (data["from"].as_u64(), data["to"].as_u64().filter(|to| *to < by)) {
            let reason = data["reason"].as_str().unwrap_or_default().to_owned();
            self.accepted.push(Accepted { by, span: Span { from, to }, reason });
        }
    }

    /// Takes that the state reached is signed.
    pub(super) fn sign(&mut self, signer: Option<[u8; 4]>) {
        if !self.open.is_empty() {
            self.signers.extend(signer);
        }
    }

    /// What was signed is looked at, and forgotten.
    pub(super) fn close(&mut self, keys: &Keys) {
        if self.signers.is_empty() {
            return;
        }
        let (parts, signers) = (std::mem::take(&mut self.open), std::mem::take(&mut self.signers));
        let (Some((first, _)), Some((own, written))) = (parts.first(), parts.last()) else { return };
        if let Some(to) = own.checked_sub(1).filter(|_| own > first) {
            self.unsigned.push(Span { from: *first, to });
        }
        let sites: BTreeSet<&str> = signers.iter().flat_map(|signer| keys.sites(signer)).collect();
        if !sites.is_empty() && !sites.contains(written.site.as_str()) {
            let called = signers.first().map(hex::encode).unwrap_or_default();
            match self.elsewhere.last_mut() {
                Some((span, key)) if span.to + 1 == *own && *key == called => span.to = self.last,
                _ => self.elsewhere.push((Span { from: *own, to: self.last }, called)),
            }
        }
    }

    /// Names what lay under no signature: a fault, or, where somebody accepted it, to be asked about for good.
    pub(super) fn report(&self, report: &mut Report) {
        for span in &self.unsigned {
            let covers = |one: &&Accepted| one.span.from <= span.from && span.to <= one.span.to;
            let place = format!("entry {}", span.from);
            match self.accepted.iter().find(covers) {
                Some(accepted) => {
                    let (by, reason) = (accepted.by, &accepted.reason);
                    let what =
                        format!("{} lay under no signature; entry {by} accepted them: “{reason}”", span.called());
                    report.warn("unsigned_accepted", place, what);
                }
                None => {
                    let what = format!(
                        "{} lay under no signature when entry {} was written, whose signature covers them now: they were put \
                         there, or changed",
                        span.called(),
                        span.to + 1
                    );
                    report.find("signed_late", place, what);
                }
            }
        }
        for (span, key) in &self.elsewhere {
            let what =
                format!("{} bear the name of another machine than the one whose key {key} signed them", span.called());
            report.warn("signed_elsewhere", format!("entry {}", span.from), what);
        }
    }
}

impl Span {
    fn called(self) -> String {
        if self.from == self.to {
            format!("Entry {}", self.from)
        } else {
            format!("Entries {}–{}", self.from, self.to)
        }
    }
}
