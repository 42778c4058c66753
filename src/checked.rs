//! A check whole. What follows from the bytes alone is `verify`'s, which shares no code with the writers; here the program's own
//! reading of the entries is set beside what it shows: tables of a workspace, pages of a pack.

use std::borrow::Cow;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use crate::contained::{Containment, Failed};
use crate::digest::Digest;
use crate::error::{Code, Result, check_stopped};
use crate::packs::{self, Again, Held, Missing, PageDiffers, There, Whose};
use crate::rebuild::{self, Compared, Difference, PACK_PAGES, PagesSaid};
use crate::verify::{self, Differs, LeftOut, PackRead, PagesForm, Report};
use crate::workspace::Tell;

/// Compares the tables of the workspace in a folder with its ledger, and joins to the report what differs.
///
/// # Errors
/// `cancelled`; whatever else keeps the tables from being compared is a finding.
pub fn tables(folder: &Path, report: &mut Report, tell: Tell<'_>) -> Result<()> {
    match rebuild::compare(folder, tell) {
        Ok(Compared { of_later: Some(version), .. }) => report.tables_of_later(&version),
        Ok(Compared { tables, rows, differences, more, of_later: None }) => {
            report.compared(tables, rows, differences.into_iter().map(differs).collect(), more);
        }
        // Without descriptors nothing is compared, and nothing is wrong.
        Err(e) if e.code() == Code::Cancelled || e.reason().name == "file_limit_reached" => return Err(e),
        Err(e) => report.not_compared(&e.to_string()),
    }
    Ok(())
}

fn differs(found: Difference) -> Differs {
    let Difference { how, table, kind, item, field, ledger, shown } = found;
    Differs { how: how.name().into(), table, kind, item, field, ledger, shown }
}

/// So much memory and processor time may be taken to make a pack's pages again (`docs/pack-format.md`).
const PAGES_MEMORY: u64 = 768 << 20;
const PAGES_TIME: Duration = Duration::from_secs(60);

/// Checks a pack from its bytes, then makes its pages again from its entries and compares, apart from this process. Where it is
/// held against a workspace that has the same history, what it leaves out is looked for there.
///
/// # Errors
/// As [`verify::pack`].
pub fn pack(
    file: &Path,
    against: Option<&Path>,
    contained: &Containment,
    progress: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<Report> {
    let (mut report, read) = verify::pack_read(file, against, progress, cancel)?;
    let go_on = |_, _| if cancel.load(Relaxed) { Err(check_stopped()) } else { Ok(()) };
    // That a pack says another form of itself keeps nobody from looking for what it leaves out.
    let another =
        ["another_history", "checkpoint_foreign", "checkpoint_unreadable", "history_not_shown", "schema_foreign"];
    let one_history = !report.findings.iter().any(|found| another.contains(&found.code.as_ref()));
    let folder = against.filter(|path| one_history && path.join("clausebook.db").is_file());
    if let Some(read) = read {
        let size = read.size;
        entries(&mut report, read, folder, contained, &go_on)?;
        report.omissions(size);
    }
    Ok(report)
}

/// Compares with the entries in a pack what else is there.
fn entries(
    report: &mut Report,
    mut read: PackRead,
    folder: Option<&Path>,
    contained: &Containment,
    tell: Tell<'_>,
) -> Result<()> {
    let known = read.recorded.as_deref().map(str::parse).transpose();
    let ahead = read.foretold.as_deref().map(str::parse).transpose();
    let (Ok(day), Ok(recorded), Ok(foretold)) = (read.day.parse(), known, ahead) else {
        report.pages_unreadable("the day for which it holds is none");
        return Ok(());
    };
    let files = std::mem::take(&mut read.files).into_iter();
    let whose = Whose {
        audit: read.audit.clone(),
        day,
        until: read.until,
        recorded,
        foretold,
        origin: read.origin.clone(),
        size: read.size,
        // Of pages that no program is known to have made, every byte has to be as this one makes it.
        form: if read.pages == Some(PagesForm::Unknown) { packs::form() } else { read.form.clone() },
        says: read.says.clone(),
        withheld: read.withheld.keys().copied().collect(),
        files: files.map(|(path, hash)| (path, Digest::from_bytes(hash))).collect(),
    };
    let held = Held {
        places: read.places.iter().chain(read.withheld.keys()).copied().collect(),
        withheld: read.withheld.clone(),
    };
    let there = if read.form.is_empty() {
        report.pages_of_earlier_form();
        Some(There::Listed(packs::codes_in(&read.lists)))
    } else {
        compared(report, read, &whose, contained, tell)?
    };
    let Some(folder) = folder else { return Ok(()) };
    match rebuild::missing_in_pack(folder, &whose, &held, there.as_ref(), tell) {
        Ok(Missing { entries, items, left_out, without, besides, kept_back }) => {
            report.complete(entries, items, LeftOut { entries: left_out, items: without, besides, kept_back });
        }
        Err(e) if e.code() == Code::Cancelled => return Err(e),
        Err(_) => report.not_comparable(),
    }
    Ok(())
}

/// Makes the pages again and compares them; answers which documents and records are in the pack by its entries.
///
/// # Errors
/// `cancelled`.
fn compared(
    report: &mut Report,
    read: PackRead,
    whose: &Whose,
    contained: &Containment,
    tell: Tell<'_>,
) -> Result<Option<There>> {
    let earlier = read.pages == Some(PagesForm::Earlier);
    let lists = read.lists.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let question = rebuild::ask_pages(whose, read.entries(), lists)?;
    // Nobody needs it twice.
    drop(read);
    tell(0, 0)?;
    let answer = contained.run_within(PACK_PAGES, &question, PAGES_MEMORY, PAGES_TIME);
    drop(question);
    Ok(match answer.map(|bytes| rebuild::pages_said(&bytes)) {
        Ok(Ok(PagesSaid::Compared(again, items))) => {
            if earlier && again.pages == packs::page_names().len() {
                report.pages_are_ours(&whose.form);
            }
            pages(report, again);
            Some(There::Read(items))
        }
        Ok(Ok(PagesSaid::Unreadable(_))) if !whose.withheld.is_empty() => {
            report.pages_withheld(&packs::page_names());
            None
        }
        Ok(Ok(PagesSaid::Unreadable(why))) => {
            report.pages_unreadable(&why);
            None
        }
        Err(Failed::NotStarted) => {
            report.pages_unreadable("no other process could be started for it");
            None
        }
        Err(_) | Ok(Err(_)) => {
            report.pages_too_costly();
            None
        }
    })
}

/// Joins to the report where the pages say something else than the entries.
fn pages(report: &mut Report, again: Again) {
    let how = |one: &PageDiffers| match one {
        _ if one.entries.is_empty() => "page_added",
        _ if one.shown.is_empty() => "page_missing",
        PageDiffers { row, column, .. } if row.is_empty() && column.is_empty() => "page_other",
        _ => "page_field",
    };
    let differs = again.differs.into_iter().map(|one| Differs {
        how: Cow::Borrowed(how(&one)),
        table: one.page,
        kind: String::new(),
        item: one.row,
        field: one.column,
        ledger: one.entries,
        shown: one.shown,
    });
    report.pages_compared(again.pages, again.files, differs.collect(), again.more, &again.not_compared);
    report.pages_withheld(&again.withheld);
}
