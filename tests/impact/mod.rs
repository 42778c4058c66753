//! What changed between two revisions, and what that touches.

use serde_json::Value;

use crate::support::{Place, file};

mod cited;
mod compared;
mod settled;

const QUALITY: &str = "quality@example.org";

/// A workspace of an organisation with documents whose files are made here.
struct House(Place);

impl House {
    fn new() -> Self {
        let place = Place::new();
        let folder = place.path("ws");
        let standards = ["--standard", "9001", "--standard", "20000-1", "--standard", "27001"];
        place.json(&[&["init", folder.to_str().unwrap(), "--organisation", "Harbour"], &standards[..]].concat());
        place.json(&["person", "add", "Quality manager", "--email", QUALITY, "--role", "quality-manager"]);
        Self(place)
    }

    fn path(&self, name: &str, content: &[u8]) -> String {
        file(&self.0.path("in"), name, content).to_str().unwrap().to_owned()
    }

    /// A document in force.
    fn document(&self, code: &str, title: &str, content: &str, more: &[&str]) {
        let path = self.path(&format!("{code} {title}.txt").replace(['/', '–'], "_"), content.as_bytes());
        let args = ["document", "add", &path, "--code", code, "--title", title, "--type", "procedure", "--again"];
        self.0.json(&[&args, more].concat());
        self.ask(&["document", "approve", code]);
    }

    /// A draft of the next revision.
    fn revise(&self, code: &str, name: &str, content: &[u8]) {
        let path = self.path(name, content);
        self.0.json(&["document", "revise", code, &path, "--summary", "Two approvers", "--again"]);
    }

    fn ask(&self, args: &[&str]) -> Value {
        self.0.json(&[&["--as", QUALITY], args].concat())
    }

    /// What a person reads.
    fn read(&self, args: &[&str]) -> String {
        String::from_utf8(self.0.run(args).stdout).unwrap()
    }
}

const CHANGE: &str = "3 Requests\n3.1 Every change starts with a request.\n\n3.2 The request names the service.\n\n\
    4 Packages\n4.1 Packages of a supplier are not changed.\n\n5 Emergency changes\n\
    5.1 One approver is enough if a service is down.\n\n6 Records\n6.1 Requests are kept for three years.\n";

fn changed() -> String {
    CHANGE.replace("One approver is", "Two approvers are").replace("not changed", "changed as agreed")
}
