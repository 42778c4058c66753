//! What files seem to be before they are filed, and what is said of content that is filed already.

use super::engines::Holds;
use super::import::signs;
use super::unread::{remedy, why};
use super::{Page, Show, plural, word};
use crate::api::{DocumentFiled, FilesLooked, RecordFiled};
use crate::day::Day;
use crate::filed::FiledFile;
use crate::filing::{Already, FileAs, Missing, Origin, Probe, Suggestion, Warning};

impl Show for FilesLooked {
    fn show(&self, page: &mut Page) {
        for file in &self.files {
            file.show(page);
        }
        let open = self.files.len() - self.ready - self.already;
        let all = plural(self.files.len(), "file", "files");
        page.line(format!("{all}: {} ready, {open} to decide, {} already filed.", self.ready, self.already));
    }
}

impl Show for Probe {
    fn show(&self, page: &mut Page) {
        page.line(&self.name);
        for held in &self.already {
            page.line(format!("  already filed as {}", as_what(held)));
        }
        let mut rows: Vec<[String; 3]> = Vec::new();
        let mut put = |what: &str, found: Option<(String, Origin)>| {
            let (value, origin) = found.map_or_else(|| (String::from("open"), String::new()), |(v, o)| (v, from(o)));
            rows.push([format!("  {what}"), value, origin]);
        };
        let kind = self.suggests.as_ref().map(|found| found.value);
        put("as", of(self.suggests.as_ref(), |kind| word(*kind)));
        put("title", of(self.title.as_ref(), String::clone));
        if kind != Some(FileAs::Record) {
            put("code", of(self.code.as_ref(), String::clone));
            put("revision", of(self.revision.as_ref(), String::clone));
            put("type", of(self.document_kind.as_ref(), |kind| kind.name().replace('_', " ")));
            put("owner", of(self.owner.as_ref(), String::clone));
            put("next review", of(self.next_review.as_ref(), ToString::to_string));
        }
        if kind.is_none_or(|kind| kind == FileAs::Record) {
            put("kind", of(self.record_kind.as_ref(), String::clone));
            put("collected", of(self.collected.as_ref(), Day::to_string));
            put("period from", of(self.period_from.as_ref(), Day::to_string));
            put("period to", of(self.period_to.as_ref(), Day::to_string));
        }
        put("scope", of(self.scope.as_ref(), |codes| codes.join(", ")));
        for clause in &self.clauses {
            put("clause", Some((clause.reference.short(), clause.origin)));
        }
        page.table(["", "", ""], &rows);
        if !self.why.is_empty() {
            let asks = if self.in_doubt { "; an import would ask" } else { "" };
            page.line(format!("  taken so by {}{asks}", signs(&self.why)));
        }
        for warning in &self.warnings {
            page.line(format!("  note: {}", note(warning)));
        }
        if let Some(problem) = self.problem {
            page.line(format!("  note: it {}", why(problem)));
            if let Some(remedy) = remedy(problem) {
                page.line(format!("  → {remedy}"));
            }
        }
        let lacks: Vec<&str> = self.missing.iter().map(|lack| lacks(*lack)).collect();
        page.line(if lacks.is_empty() {
            String::from("  ready")
        } else {
            format!("  not ready: {}", lacks.join(", "))
        });
    }
}

impl Holds for RecordFiled {
    fn files(&self) -> Vec<&FiledFile> {
        self.record.files()
    }
}

impl Holds for DocumentFiled {
    fn files(&self) -> Vec<&FiledFile> {
        self.document.files()
    }
}

impl Show for RecordFiled {
    fn show(&self, page: &mut Page) {
        again(page, &self.already);
        self.record.show(page);
        if self.record.mappings.is_empty() {
            page.line("It names no clause, so it is evidence for nothing yet.");
            page.line(format!("→ clausebook map {} CLAUSE", self.record.record.record.code));
        }
    }
}

impl Show for DocumentFiled {
    fn show(&self, page: &mut Page) {
        again(page, &self.already);
        self.document.show(page);
    }
}

fn of<T>(found: Option<&Suggestion<T>>, say: impl Fn(&T) -> String) -> Option<(String, Origin)> {
    found.map(|found| (say(&found.value), found.origin))
}

fn from(origin: Origin) -> String {
    match origin {
        Origin::Register => String::from("from the register"),
        Origin::Table => String::from("from its table"),
        Origin::Properties => String::from("from its properties"),
        Origin::Name => String::from("from its name"),
        Origin::Text => String::from("from its text"),
        Origin::Title => String::from("from its title"),
        Origin::Folder => String::from("from its folder"),
        Origin::Unnumbered => String::from("it has no number"),
        Origin::Series { has, of } => format!("{has} of {of} in the series"),
    }
}

fn as_what(held: &Already) -> String {
    let revision = held.revision.as_ref().map(|label| format!(", revision {label}")).unwrap_or_default();
    format!("{} {}{revision}, since {}", held.code, held.title, held.since)
}

fn again(page: &mut Page, already: &[Already]) {
    for held in already {
        page.line(format!("Filed again: the same content is filed as {}.", as_what(held)));
    }
}

fn note(warning: &Warning) -> String {
    match warning {
        Warning::OtherOwner { file, register } => format!("it names {file} as owner, the register {register}"),
        Warning::OtherTitle { register } => format!("the register has this number with the title {register}"),
        Warning::RevisionThere { label } => format!("revision {label} is filed already, with other content"),
        Warning::SeveralPlaces { names } => format!("it names {names}; which of them, a person says"),
        Warning::SeveralDays { days } => format!("it names {days} days, and none as its date"),
    }
}

fn lacks(missing: Missing) -> &'static str {
    match missing {
        Missing::Again => "filed already (--again files it for another purpose)",
        Missing::Purpose => "what it is",
        Missing::Title => "a title",
        Missing::Code => "a code",
        Missing::Kind => "a type",
        Missing::Clause => "a clause",
    }
}
