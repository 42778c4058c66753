//! What every paper says of itself: for which day, from what, by whom.

use clausebook_print::{Fonts, Paper, Part, Printed, Sheet, Size, Words, print};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::wording::{Language, number, say, with};
use crate::day::Day;
use crate::digest::Digest;
use crate::error::{Error, Result};

/// A size of paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

/// From what a paper is made.
#[derive(Debug, Clone)]
pub struct Made {
    /// Its language.
    pub language: Language,
    /// On what it is printed.
    pub paper: PaperSize,
    /// Whose ledger it is.
    pub organisation: String,
    /// The day that is asked about; none for what happened on all of them.
    pub day: Option<Day>,
    /// By the end of which day it was recorded.
    pub recorded: Day,
    /// The day on which it is made.
    pub on: Day,
    /// Who makes it.
    pub by: String,
    /// Entries that were recorded by then.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Digest,
}

impl Made {
    /// For which day it is, and from what and by whom it was made, a line each.
    pub fn lines(&self) -> Vec<String> {
        let when = if self.day.is_some() { "paper.asOf" } else { "paper.recorded" };
        [when, "paper.made"].map(|key| self.say(key, "", &self.root.to_string())).to_vec()
    }

    /// At the foot of each page.
    pub fn foot(&self, what: &str) -> String {
        let key = if self.day.is_some() { "paper.foot" } else { "paper.footRecorded" };
        self.say(key, what, &self.root.to_string()[..8])
    }

    fn say(&self, key: &str, what: &str, root: &str) -> String {
        let day = self.day.unwrap_or(self.recorded).to_string();
        let (recorded, on) = (self.recorded.to_string(), self.on.to_string());
        let size = number(self.language, self.size);
        let (organisation, by) = (&self.organisation, &self.by);
        let values = [("day", &*day), ("recorded", &*recorded), ("on", &*on), ("by", by), ("size", &*size)];
        let others = [("organisation", &**organisation), ("root", root), ("what", what)];
        with(self.language, key, &[values.as_slice(), &others].concat())
    }

    /// The size for sheets, which lie on their long side.
    pub fn sheet(&self) -> Sheet {
        let size = match self.paper {
            PaperSize::A4 => Size::A4,
            PaperSize::Letter => Size::Letter,
        };
        Sheet { size, landscape: true }
    }
}

/// Prints parts under a title, with what they were made from.
///
/// # Errors
/// `internal` where the engine refuses.
pub fn pages(made: &Made, title: String, parts: Vec<Part>) -> Result<Printed> {
    let word = |key| say(made.language, key).into_owned();
    let paper = Paper {
        foot: made.foot(&title),
        made: made.lines(),
        title,
        language: made.language.tag().to_owned(),
        words: Words { page: word("paper.page"), missing: word("paper.missing") },
        sheet: made.sheet(),
        parts,
    };
    print(&paper, &Fonts::System).map_err(|e| Error::internal(format_args!("print: {e}")))
}
