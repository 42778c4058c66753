//! The workspace as a whole: made, filled again, checked, and its ledger.

use super::{Page, Show, plural, trust};
use crate::api::{CheckpointSigned, Rebuilt, WorkspaceMade};
use crate::log::Log;
use crate::verify::{Report, Unmet};
use crate::workspace::{Consistency, Proof, Standing};

impl Show for WorkspaceMade {
    fn show(&self, page: &mut Page) {
        let standards: Vec<String> = self.standards.iter().map(ToString::to_string).collect();
        page.line(format!("Workspace of {} in {}", self.organisation, self.folder));
        page.line(format!("Standards: {}", standards.join(", ")));
        page.line(format!("Days count by {}.", self.time_zone));
        if standards.iter().any(|s| s == "27001:2013") {
            page.line("Note: certificates to 27001:2013 have lapsed; add the current edition with `clausebook system add 27001:2022`.");
        }
    }
}

impl Show for Rebuilt {
    fn show(&self, page: &mut Page) {
        page.line(format!("All tables filled again from {}.", plural(self.entries as usize, "entry", "entries")));
        if self.identity_put_right {
            page.line("The folder called itself by another identity than its entries say; that was put right.");
        }
        if self.standing != Standing::Fits {
            page.line(trust::said(&self.standing));
            page.line("The tables show what stands in the ledger; `clausebook verify` says what is wrong with it.");
        }
    }
}

impl Show for Report {
    fn show(&self, page: &mut Page) {
        for c in &self.checks {
            page.line(format!("{} {}: {}", if c.ok { "ok    " } else { "FAILED" }, c.name, c.detail));
        }
        for (n, f) in self.findings.iter().enumerate() {
            // The first stands in its check's line already.
            if n > 0 {
                page.line(format!("       {}", f.message));
            }
            for owner in &f.owners {
                page.line(format!("       it belongs to {} {} ({})", owner.code, owner.title, owner.path));
            }
        }
        for Unmet { check, said } in &self.unmet {
            page.line(format!("part   {check}: {}", said.text()));
        }
        for warning in &self.warnings {
            page.line(format!("to ask about: {} [{}]", warning.message, warning.code));
        }
        for fact in &self.facts {
            page.line(fact.text());
        }
        page.line(if self.warnings.iter().any(|w| w.code == "unsigned") && self.ok {
            "No fault was found, but the ledger is unsigned: a rewrite of it would not be noticed."
        } else if self.ok && self.pages_not_compared() {
            "Do not rely on the pages: another program made them, and what of them was not compared is named above. Nothing wrong was \
             found in the rest: the files of evidence, the entries and their signatures."
        } else if self.ok && !self.unmet.is_empty() {
            "Nothing wrong was found; what could not be checked is named above."
        } else if self.ok {
            "Everything checked is intact."
        } else if self.findings.iter().all(|found| found.code == "checkpoint_unsigned") {
            "What you hold does not belong to this, and which of the two is genuine is not shown: ask whoever kept what you hold for \
             the original. If that does not fit either, this is another history; do not rely on it."
        } else if self.only_not_shown() {
            "Nothing wrong was found; that what you hold is of the same history is not shown."
        } else if self.of_pack() {
            "Not everything is intact. Nothing was changed; do not rely on this pack, and ask whoever issued it."
        } else {
            "Not everything is intact. Nothing was changed or deleted; bring what is named back from a backup."
        });
    }
}

impl Show for Log {
    fn show(&self, page: &mut Page) {
        for e in &self.entries {
            let own = if e.approved_by_author { "(by its author)  " } else { "" };
            page.line(
                format!("{:>6}  {} {}  {}  {own}{}  {}", e.seq, e.day, e.time, e.actor, e.kind, e.about).trim_end(),
            );
        }
        page.line(format!("Days and times by {}.", self.time_zone));
        page.line(format!("{}, root {}", plural(self.size as usize, "entry", "entries"), self.root));
    }
}

impl Show for CheckpointSigned {
    fn show(&self, page: &mut Page) {
        page.line(&self.checkpoint);
        page.line(format!("Checked with: {}", self.verifier_key));
        page.line(format!("Fingerprint of that key: {}", self.fingerprint));
        page.line("Keep a copy outside of this machine, for example in an e-mail to the auditor.");
    }
}

impl Show for Proof {
    fn show(&self, page: &mut Page) {
        page.line(&self.entry);
        page.line(format!("leaf {}", self.leaf));
        page.line(&self.proof);
    }
}

impl Show for Consistency {
    fn show(&self, page: &mut Page) {
        page.line(format!("{}, root {}", plural(self.old as usize, "entry", "entries"), self.old_root));
        page.line(format!("{}, root {}", plural(self.new as usize, "entry", "entries"), self.new_root));
        page.line(&self.proof);
        page.line(&self.checkpoint);
    }
}
