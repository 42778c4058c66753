//! A check whole. What follows from the bytes alone is `verify`'s, which shares no code with the writers; here the program's own
//! reading of the entries is set beside what it shows: tables of a workspace, pages of a pack.

use std::borrow::Cow;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;

use crate::digest::Digest;
use crate::error::{Code, Result, check_stopped};
use crate::packs::{self, PageDiffers};
use crate::rebuild::{self, Compared, Difference};
use crate::verify::{self, Differs, PackRead, Report};
use crate::workspace::Tell;

/// Compares the tables of the workspace in a folder with its ledger, and joins to the report what differs.
///
/// # Errors
/// `cancelled`; whatever else keeps the tables from being compared is a finding.
pub fn tables(folder: &Path, report: &mut Report, tell: Tell<'_>) -> Result<()> {
    match rebuild::compare(folder, tell) {
        Ok(Compared { tables, rows, differences, more }) => {
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

/// Checks a pack from its bytes, then makes its pages again from its entries and compares.
///
/// # Errors
/// As [`verify::pack`].
pub fn pack(file: &Path, against: Option<&Path>, progress: &dyn Fn(u64, u64), cancel: &AtomicBool) -> Result<Report> {
    let (mut report, read) = verify::pack_read(file, against, progress, cancel)?;
    let go_on = |_, _| if cancel.load(Relaxed) { Err(check_stopped()) } else { Ok(()) };
    match read {
        Some(read) => pages(&mut report, &read, &go_on)?,
        None if report.ok => report.pages_of_earlier_form(),
        None => {}
    }
    Ok(report)
}

/// Makes the pages of a pack again and joins to the report what differs.
fn pages(report: &mut Report, read: &PackRead, tell: Tell<'_>) -> Result<()> {
    let files = read.files.iter().map(|(path, hash)| (path.clone(), Digest::from_bytes(*hash))).collect();
    let given = read.day.parse().map(|day| packs::Given {
        audit: &read.audit,
        day,
        until: read.until,
        origin: &read.origin,
        form: &read.form,
        says: [&read.says[0], &read.says[1]],
        entries: &read.entries,
        files: &files,
        lists: &read.lists,
    });
    match given.and_then(|given| rebuild::compare_pack(&given, tell)) {
        Ok(again) => {
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
            let differs = differs.collect();
            if read.withheld > 0 {
                report.pages_in_part(again.pages, again.files, differs, again.more, &again.not_compared);
            } else {
                report.pages_compared(again.pages, again.files, differs, again.more, &again.not_compared);
            }
        }
        Err(e) if e.code() == Code::Cancelled => return Err(e),
        Err(_) if read.withheld > 0 => report.pages_withheld(),
        Err(e) => report.pages_unreadable(&e.to_string()),
    }
    Ok(())
}
