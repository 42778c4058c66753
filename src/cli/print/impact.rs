//! What changed between two revisions, read without colour: `[-gone-]`, `{+new+}`; and what that touches.

use super::search::{not_searched, words};
use super::unread::why;
use super::{Page, Show, plural};
use crate::impact::{Becomes, FilesCompared, Impact, Outcome, RevisionsCompared};
use crate::search::{CitedBy, Citing};
use crate::text::{Became, Comparison, Fate, Paragraph};

impl Show for RevisionsCompared {
    fn show(&self, page: &mut Page) {
        let (earlier, later) = (&self.earlier, &self.later);
        page.line(format!(
            "{} {}: revision {} ({}) against {} ({})",
            self.code, self.title, earlier.label, earlier.state, later.label, later.state
        ));
        if !later.summary.is_empty() {
            page.line(format!("“{}”", later.summary));
        }
        for file in &self.files {
            show_file(page, file);
        }
        let known = self.files.len() - self.unread;
        if self.places > 0 {
            let sections =
                if self.sections.is_empty() { String::new() } else { format!(" in {}", section_list(&self.sections)) };
            page.line(format!("{} changed{sections}.", plural(self.places, "place", "places")));
        } else if self.files.iter().any(|file| matches!(file.outcome, Outcome::Changed { .. })) {
            page.line("Numbers before paragraphs changed, no other word.");
        } else if known > 0
            && self.unread == 0
            && self.files.iter().all(|file| file.later.is_some() && file.earlier.is_some())
        {
            page.line("No word changed.");
        }
        if self.unread > 0 {
            page.line(format!(
                "{} could not be compared: nobody knows what changed there.",
                plural(self.unread, "file", "files")
            ));
        }
    }
}

fn section_list(sections: &[String]) -> String {
    format!("{} ({})", plural(sections.len(), "section", "sections"), sections.join(", "))
}

fn show_file(page: &mut Page, file: &FilesCompared) {
    let name = |file: Option<&crate::filed::FiledFile>| file.map_or("–", |file| file.name.as_str()).to_owned();
    let (earlier, later) = (name(file.earlier.as_ref()), name(file.later.as_ref()));
    page.line(String::new());
    page.line(if earlier == later { later } else { format!("{earlier} → {later}") });
    match &file.outcome {
        Outcome::SameBytes => page.line("  The same file, byte by byte."),
        Outcome::SameText => page.line("  Other bytes, the same words: its form changed, or pictures in it."),
        Outcome::Gone => page.line("  The later revision has no such file."),
        Outcome::New => page.line("  The earlier revision has no such file."),
        Outcome::Unread { earlier, later } => {
            for (which, problem) in [("earlier", earlier), ("later", later)] {
                if let Some(problem) = problem {
                    page.line(format!("  Cannot be compared: the {which} file {}.", why(*problem)));
                }
            }
        }
        Outcome::Changed { compared } => show_text(page, compared),
    }
    if file.comments {
        page.line("  The comments on it are others; they are no part of its text and not compared.");
    }
    for (which, words) in [("earlier", &file.tracked.earlier), ("later", &file.tracked.later)] {
        if !words.is_empty() {
            let words = words.replace('\n', "”, “");
            page.line(format!(
                "  Deletions that nobody accepted stand in the {which} file, no part of its text: “{words}”"
            ));
        }
    }
    if file.partly {
        page.line("  Something in it could not be read: there may be more.");
    }
}

fn show_text(page: &mut Page, compared: &Comparison) {
    let left_out = |n: usize| format!("      … {} without a change", plural(n, "paragraph", "paragraphs"));
    let (mut under, mut last) = (None, None);
    for paragraph in &compared.paragraphs {
        if paragraph.left_out > 0 {
            page.line(left_out(paragraph.left_out));
        }
        // A heading says itself where it is.
        if let Some(heading) = paragraph.under.as_ref().filter(|heading| under != Some(*heading) && !paragraph.heading)
        {
            page.line(format!("      — {heading} —"));
        }
        under = paragraph.under.as_ref();
        // A place of several paragraphs has its number at the first.
        page.line(line(paragraph, paragraph.place.filter(|place| last != Some(*place))));
        last = paragraph.place;
    }
    if compared.left_out > 0 {
        page.line(left_out(compared.left_out));
    }
}

fn line(paragraph: &Paragraph, place: Option<usize>) -> String {
    let run = |run: &crate::text::Run| {
        let words = run.words.replace('\t', " | ");
        match run.became {
            Became::Kept => words,
            Became::Removed => format!("[-{words}-]"),
            Became::Added => format!("{{+{words}+}}"),
        }
    };
    let place = place.map(|n| n.to_string()).unwrap_or_default();
    let label = match (&paragraph.label_before, &paragraph.label) {
        (Some(before), Some(label)) if before != label => format!("[-{before}-] {{+{label}+}} "),
        (Some(before), None) => format!("[-{before}-] "),
        (None, Some(label)) if paragraph.fate == Fate::Added => format!("{{+{label}+}} "),
        (_, label) => label.as_ref().map(|label| format!("{label} ")).unwrap_or_default(),
    };
    let mut words = String::new();
    for part in &paragraph.runs {
        if !words.is_empty() && !part.joined {
            words.push(' ');
        }
        words.push_str(&run(part));
    }
    let moved = match paragraph.fate {
        Fate::MovedAway => "(moved elsewhere) ",
        Fate::MovedHere => "(moved here) ",
        _ => "",
    };
    let again = match paragraph.again {
        0 => String::new(),
        n => format!(" (the same in {} more)", plural(n, "paragraph", "paragraphs")),
    };
    format!("{place:>4}  {moved}{label}{words}{again}")
}

impl Show for CitedBy {
    fn show(&self, page: &mut Page) {
        self.citing.iter().for_each(|citing| show_citing(page, citing));
        let (documents, records) =
            (plural(self.documents, "document", "documents"), plural(self.records, "record", "records"));
        page.line(match self.documents + self.records {
            0 => String::from("Nothing cites it."),
            all => {
                let shown = self.citing.len();
                let rest = if shown < all { format!(" {shown} shown.") } else { String::new() };
                format!("Cited by {documents} and {records}, {} of them where it changes.{rest}", self.changing)
            }
        });
        if let Some(line) = not_searched(&self.not_searched) {
            page.line(line);
        }
    }
}

fn show_citing(page: &mut Page, citing: &Citing) {
    let sections: Vec<String> = (citing.sections.iter())
        .map(|section| if section.changes { format!("{} (changes)", section.number) } else { section.number.clone() })
        .collect();
    let what = if sections.is_empty() { String::from("the whole") } else { sections.join(", ") };
    let owner = if citing.owner.is_empty() { String::new() } else { format!(", {}", citing.owner) };
    page.line(format!("{} {}{owner}: cites {what}", citing.code, citing.title));
    let place = citing.place.as_ref().map(|place| format!(", {}", words(place))).unwrap_or_default();
    page.line(format!("  {}{place}", citing.file));
    page.line(format!("  {}", citing.snippet));
}

impl Show for Impact {
    fn show(&self, page: &mut Page) {
        match (&self.earlier, &self.later) {
            (Some(earlier), Some(later)) => {
                let changes = match (self.sections.len(), self.unread) {
                    (0, 0) => String::from("no numbered section changes"),
                    (0, _) => String::from("nobody knows which sections change"),
                    (1, _) => format!("section {} changes", self.sections[0]),
                    _ => format!("{} change", section_list(&self.sections)),
                };
                page.line(format!("{} {}: from revision {earlier} to {later}, {changes}.", self.code, self.title));
            }
            _ => page.line(format!("{} {}: there is no other revision to compare with.", self.code, self.title)),
        }
        if self.unread > 0 {
            page.line(format!(
                "{} could not be compared: what changes there touches more than is said here.",
                plural(self.unread, "file", "files")
            ));
        }
        page.line(String::new());
        self.cited.show(page);
        page.line(String::new());
        let rows: Vec<[String; 3]> = (self.clauses.iter())
            .map(|clause| {
                let becomes = match clause.becomes {
                    Becomes::CarriedOver => String::from("carried over"),
                    Becomes::AskedAgain => {
                        format!("asked again: the reason rests on {}", clause.sections.join(", "))
                    }
                };
                [page.clause(&clause.reference), becomes, clause.title.clone()]
            })
            .collect();
        if rows.is_empty() {
            page.line("It is mapped to no clause.");
        } else {
            page.table(["clause", "becomes", "title"], &rows);
        }
        for audit in &self.audits {
            let clauses: Vec<String> = audit.clauses.iter().map(crate::standards::ClauseRef::short).collect();
            page.line(format!("Audit {} {} looks at {}.", audit.code, audit.title, clauses.join(", ")));
        }
    }
}
