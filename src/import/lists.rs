//! The lists beside a share: read, understood, and what is to be said of them.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::oddities;
use super::problem::Problem;
use super::refusals;
use super::scan::Share;
use super::sources::Sources;
use crate::contained::Containment;
use crate::day::Day;
use crate::disk;
use crate::error::{Error, Result};
use crate::extract::tables;
use crate::lists::{
    Chosen, Column, ColumnWords, Hidden, Known, LeftOut, Memory, PreviewRow, ShareNames, Struck, Understood, understand,
};
use crate::questions::{self, List};
use crate::text::{at_home, in_share};
use crate::words::{Header, State, state};

/// Larger files are no lists.
const LARGEST: u64 = 64 << 20;

/// A list that is taken in.
#[derive(Debug)]
pub struct Taken {
    /// The list's file.
    pub name: String,
    /// As it is understood.
    pub read: Understood,
}

/// The lists that a plan was made with; none where there is no such list.
#[derive(Debug, Default)]
pub(super) struct Lists {
    pub(super) master: Option<Taken>,
    pub(super) index: Option<Taken>,
}

impl Lists {
    /// Reads and understands the lists.
    ///
    /// # Errors
    /// `list_unreadable` where a file is no table at all.
    pub(super) fn read(
        db: &Connection,
        sources: &Sources,
        share: &Share,
        today: Day,
        contained: &Containment,
    ) -> Result<Self> {
        let names = ShareNames::of(share.files.iter().map(|file| file.path.as_str()));
        let memory = Memory::of(questions::all_columns(db)?);
        let known = Known { share: &names, memory: &memory, today: Some(today) };
        let nothing = Chosen::default();
        let one = |path: &Option<PathBuf>, list: List| {
            let Some(path) = path else { return Ok(None) };
            taken(path, list, &known, sources.columns.get(&list).unwrap_or(&nothing), contained).map(Some)
        };
        Ok(Self {
            master: one(&sources.master_list, List::MasterList)?,
            index: one(&sources.evidence_index, List::EvidenceIndex)?,
        })
    }

    /// Those that there are.
    pub(super) fn all(&self) -> impl Iterator<Item = &Taken> {
        self.master.iter().chain(&self.index)
    }

    /// Refuses a list whose columns do not suffice.
    pub(super) fn usable(&self, sources: &Sources) -> Result<()> {
        let unusable = |taken: &Option<Taken>| taken.as_ref().is_some_and(|taken| !taken.read.usable);
        let shown = |path: &Option<PathBuf>| path.as_deref().unwrap_or(Path::new("")).display().to_string();
        if unusable(&self.master) {
            return Err(refusals::master_list_without_header(shown(&sources.master_list)));
        }
        if unusable(&self.index) {
            return Err(refusals::evidence_index_without_header(shown(&sources.evidence_index)));
        }
        Ok(())
    }
}

/// A list on disk, understood.
///
/// # Errors
/// `list_unreadable` where it is no table at all; `file_not_found`.
pub fn taken(path: &Path, list: List, known: &Known<'_>, chosen: &Chosen, contained: &Containment) -> Result<Taken> {
    let size = std::fs::metadata(path).map_err(|e| Error::io(path, e))?;
    let unreadable = || match list {
        List::MasterList => refusals::master_list_not_workbook(path.display()),
        List::EvidenceIndex => refusals::evidence_index_broken(path.display()),
        List::StatementOfApplicability => refusals::soa_list_unreadable(path.display()),
    };
    if size.is_file() && size.len() == 0 && list == List::StatementOfApplicability {
        return Err(refusals::soa_list_empty(path.display()));
    }
    if !size.is_file() {
        return Err(Error::io(path, std::io::ErrorKind::NotFound.into()));
    }
    if size.len() > LARGEST {
        return Err(unreadable());
    }
    let bytes = disk::read_named(path, LARGEST)?;
    let mut tables = tables(&bytes, contained).map_err(|_| unreadable())?;
    // A list may say where files lie on its author's disk: what it is quoted with is written down for ever.
    for cell in tables.tables.iter_mut().flat_map(|table| &mut table.rows).flat_map(|row| &mut row.cells) {
        for words in [&mut cell.text, &mut cell.link] {
            if let Cow::Owned(short) = at_home(words, |end| known.share.is_path(end)) {
                *words = short;
            }
        }
    }
    let read = understand(&tables, list, known, chosen);
    let name = path.file_name().map(|name| in_share(&name.to_string_lossy()).into_owned()).unwrap_or_default();
    Ok(Taken { name, read })
}

/// What an import made of a list, or would make of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ListTaken {
    /// Which list.
    pub list: List,
    /// Its file.
    pub name: String,
    /// Its sheet or table.
    pub sheet: String,
    /// All sheets or tables of the file.
    pub sheets: Vec<String>,
    /// Sheets that look like a list, too, and are not read, with their rows.
    pub beside: Vec<(String, usize)>,
    /// First and last row of names.
    pub names_in: Option<(usize, usize)>,
    /// What it is a list of, where its names speak of something else: `supplier`, `risk`, `asset`.
    pub other: Option<&'static str>,
    /// Whether its columns were decided on before.
    pub remembered: bool,
    /// Whether its columns suffice to read rows.
    pub usable: bool,
    /// Rows that are read.
    pub rows: usize,
    /// Rows that are not, and why.
    pub left_out: Vec<LeftOut>,
    /// Its columns; those that mean `not_used` with how many cells are passed over.
    pub columns: Vec<Column>,
    /// Words for states and types.
    pub words: Vec<ColumnWords>,
    /// What is made of rows that are struck out.
    pub struck: Struck,
    /// What is made of rows that are hidden.
    pub hidden: Hidden,
    /// Rows that are struck out.
    pub struck_rows: usize,
    /// Rows that are hidden.
    pub hidden_rows: usize,
    /// Whether there was more than is read.
    pub cut: bool,
    /// The first rows, for whoever decides what columns mean; none in the answer of an import.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub preview: Vec<PreviewRow>,
}

impl ListTaken {
    /// What is told of it; with its first rows where a person decides what its columns mean.
    pub fn of(taken: &Taken, preview: bool) -> Self {
        let read = &taken.read;
        let noted = |what: &str| {
            read.notes.iter().filter(|n| n.what == what).count()
                + read.left_out.iter().filter(|l| l.why == what).count()
        };
        Self {
            list: read.list,
            name: taken.name.clone(),
            sheet: read.sheet.clone(),
            sheets: read.sheets.clone(),
            beside: read.beside.clone(),
            names_in: read.names_in,
            other: read.other,
            remembered: read.remembered,
            usable: read.usable,
            rows: read.rows.len(),
            left_out: read.left_out.clone(),
            columns: read.columns.clone(),
            words: read.words.clone(),
            struck: read.struck,
            hidden: read.hidden,
            struck_rows: noted("struck"),
            hidden_rows: noted("hidden"),
            cut: read.cut,
            preview: if preview { read.preview.clone() } else { Vec::new() },
        }
    }
}

/// What is to be said of rows of a list.
pub(super) fn problems(taken: &Taken, out: &mut Vec<Problem>) {
    let list: &'static str = taken.read.list.name();
    for note in &taken.read.notes {
        let words = &note.words;
        let said = match note.what {
            "struck" if taken.read.struck == Struck::Ask => {
                let row = taken.read.rows.iter().find(|row| row.row == note.row);
                let ended = row
                    .and_then(|row| row.text(Header::Status))
                    .is_some_and(|words| state(&words).is_some_and(State::out_of_use));
                if ended { oddities::row_struck_ended() } else { oddities::row_struck_asked() }
            }
            "struck" => oddities::row_struck_read(),
            "hidden" => oddities::row_hidden(),
            "uncomputed" => oddities::formula_without_value(words),
            "below_ended" => oddities::row_below_heading(words),
            "no_number" => oddities::row_without_number(words),
            _ => continue,
        };
        out.push(Problem::row(list, note.row, None, said));
    }
}

/// Lists as they are understood, for a person who decides what their columns mean.
#[derive(Debug, Serialize, TS)]
pub struct ListsLooked {
    /// The lists.
    pub lists: Vec<ListTaken>,
    /// The same as a text that is easily changed by hand; see [`crate::lists::read_form`].
    pub form: String,
}

/// Looks at the lists of an import; files nothing.
///
/// # Errors
/// `list_unreadable`, `file_not_found`.
pub fn look_at_lists(db: &Connection, sources: &Sources, today: Day, contained: &Containment) -> Result<ListsLooked> {
    let share = super::scan::scan(&sources.paths)?;
    let lists = Lists::read(db, sources, &share, today, contained)?;
    let shown = lists.all().map(|taken| ListTaken::of(taken, true)).collect();
    let both = [lists.master, lists.index].into_iter().flatten().map(|taken| (taken.name, taken.read));
    Ok(ListsLooked { lists: shown, form: crate::lists::write_form(&both.collect::<Vec<_>>()) })
}
