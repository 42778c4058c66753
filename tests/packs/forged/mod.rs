//! Packs that somebody forged. Each is refused by name; or, where only a key or checkpoint from outside can tell, the
//! report says what that means.

pub mod archive;
pub mod bag;
mod content;
mod costly;
mod fields;
mod hostile;
mod stated;
mod structure;
mod written;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::atomic::AtomicBool;

use clausebook::audits::Audit;
use clausebook::checked;
use clausebook::contained::Containment;
use clausebook::signing::SigningKey;
use clausebook::verify::Report;
use clausebook::workspace::Workspace;

use self::archive::Archive;
use super::{build, sample};
use crate::support::{Place, say};

/// A genuine pack and what was tried with it.
pub struct Forger {
    pub place: Place,
    pub workspace: Workspace,
    pub audit: Audit,
    pub key: Rc<SigningKey>,
    pub pack: PathBuf,
    tried: usize,
    passed: Vec<String>,
    codes: BTreeMap<String, usize>,
}

impl Forger {
    pub fn new() -> Self {
        Self::of(sample())
    }

    /// Of an organisation whose pack for the audit is forged.
    pub fn of((place, mut workspace, audit): (Place, Workspace, Audit)) -> Self {
        let pack = place.path("genuine.zip");
        build(&mut workspace, &audit, &pack).unwrap();
        let key = Rc::new(workspace.signing_key().unwrap());
        Self { place, workspace, audit, key, pack, tried: 0, passed: Vec::new(), codes: BTreeMap::new() }
    }

    pub fn archive(&self) -> Archive {
        Archive::of(&self.pack)
    }

    pub fn bag(&self) -> bag::Bag {
        bag::Bag::of(&self.pack)
    }

    /// Checks a forgery; what passes is kept by its name.
    pub fn try_bytes(&mut self, what: &str, bytes: &[u8]) -> Option<Report> {
        let path = self.place.path("forged.zip");
        std::fs::write(&path, bytes).unwrap();
        let report = checked::pack(&path, None, &Containment::here(), &|_, _| {}, &AtomicBool::new(false));
        self.tried += 1;
        let code = match &report {
            Ok(report) if report.ok => {
                self.passed.push(what.to_owned());
                String::from("passed")
            }
            Ok(report) => {
                let first = &report.findings[0];
                assert!(!first.message.is_empty(), "{what}: {first:?}");
                first.code.to_string()
            }
            Err(e) => e.reason().name.to_owned(),
        };
        *self.codes.entry(code).or_default() += 1;
        report.ok()
    }

    pub fn try_archive(&mut self, what: &str, archive: &Archive) -> Option<Report> {
        self.try_bytes(what, &archive.bytes())
    }

    /// Ends a row of forgeries: those that passed are exactly these, and none is forgotten.
    pub fn ended(self, row: &str, expected: &[&str]) {
        say(&format!(
            "{row}: {} forged packs, {} passed; by first finding: {:?}",
            self.tried,
            self.passed.len(),
            self.codes
        ));
        assert!(self.tried > 0);
        assert_eq!(self.passed, expected, "{row}");
    }
}

#[test]
fn what_the_forger_leaves_alone_is_the_genuine_pack() {
    let mut forger = Forger::new();
    let genuine = std::fs::read(&forger.pack).unwrap();
    assert_eq!(forger.archive().bytes(), genuine);
    assert_eq!(forger.bag().archive().bytes(), genuine);
    let mut bag = forger.bag();
    bag.seal(&forger.key.clone());
    assert_eq!(bag.archive().bytes(), genuine, "sealing is deterministic");
    assert!(forger.try_bytes("genuine", &genuine).unwrap().ok);
}
