//! The text of a statement: one line a fact, in one order, `name value`, UTF-8, each line ended by LF. The signer stands
//! first, whoever the statement is for last. In values, a backslash, a line feed and other control characters are escaped
//! (`\\`, `\n`, `\u{…}`), so that no value can look like another line. `docs/integrity.md` documents it.

use std::fmt::Write;

use uuid::Uuid;

use super::model::{Meant, Subject};
use crate::day::Day;
use crate::items::ItemId;

/// All that a statement says.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The workspace it stands in.
    pub workspace: Uuid,
    /// What it is about.
    pub subject: &'a Subject,
    /// What is said.
    pub meaning: Meant,
    /// Why.
    pub reason: &'a str,
    /// When.
    pub day: Day,
    /// First day in force.
    pub effective: Option<Day>,
    /// E-mail address of who says it.
    pub email: &'a str,
    /// E-mail address of whom they stand in for.
    pub instead_of: &'a str,
}

impl Text<'_> {
    /// The bytes that are signed.
    pub fn written(&self) -> String {
        let mut out = String::new();
        let kind = match self.subject.item {
            ItemId::Document(_) => "document",
            ItemId::Record(_) => "record",
        };
        line(&mut out, "signer", self.email);
        line(&mut out, "workspace", &self.workspace.to_string());
        line(&mut out, kind, &self.subject.code);
        line(&mut out, "identifier", &self.subject.item.uuid().to_string());
        if let Some(revision) = self.subject.revision {
            line(&mut out, "revision", &self.subject.label);
            line(&mut out, "revision-identifier", &revision.to_string());
        }
        for digest in &self.subject.files {
            line(&mut out, "file", &format!("sha256:{digest}"));
        }
        line(&mut out, "meaning", self.meaning.name());
        line(&mut out, "reason", self.reason);
        line(&mut out, "day", &self.day.to_string());
        if let Some(day) = self.effective {
            line(&mut out, "effective", &day.to_string());
        }
        if !self.instead_of.is_empty() {
            line(&mut out, "for", self.instead_of);
        }
        out
    }
}

/// Adds a line to a text of this form.
pub fn line(out: &mut String, name: &str, value: &str) {
    out.push_str(name);
    if !value.is_empty() {
        out.push(' ');
    }
    for c in value.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                let _ = write!(out, "{}", c.escape_unicode());
            }
            c => out.push(c),
        }
    }
    out.push('\n');
}
