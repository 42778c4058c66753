//! Packs, as commands.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Progress, Session, Step, Topic, When, commands};
use crate::audits;
use crate::digest::Digest;
use crate::error::{Code, Result, check_stopped};
use crate::packs::{self, Built, Contents, Pack, PageDiffers};
use crate::rebuild;
use crate::saved::Target;
use crate::verify::{self, Differs, PackRead, Report};
use crate::workspace::Tell;

commands! { PackBuild, PackList, PackVerify, PackPreview }

/// Builds and issues a pack.
#[derive(Debug, Deserialize, TS)]
pub struct PackBuild {
    /// Code of the audit.
    pub code: String,
    /// The file to write.
    pub out: PathBuf,
    /// Whether a file that is there may be written over.
    #[serde(default)]
    pub overwrite: bool,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for PackBuild {
    type Answer = Built;
    const NAME: &'static str = "pack_build";
    const EFFECT: Effect = Effect::Writes;

    fn written(&self) -> Option<&Path> {
        Some(&self.out)
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (tell, cancel) = (session.tell(), session.switch());
        let (recorded, day) = (session.recorded(self.when), session.day(self.when));
        let workspace = session.workspace()?;
        let audit = audits::by_code(workspace.db(), &self.code)?;
        packs::build(
            workspace,
            audit,
            recorded,
            day,
            Target { path: &self.out, overwrite: self.overwrite },
            &|done, total| tell(Progress { step: Step::Packing, done, total }),
            &cancel,
        )
    }
}

/// Lists issued packs.
#[derive(Debug, Deserialize, TS)]
pub struct PackList {
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for PackList {
    type Answer = Vec<Pack>;
    const NAME: &'static str = "pack_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Audits, Topic::Packs]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let view = session.view(self.when)?;
        packs::list(&view)
    }
}

/// Checks a pack; needs no workspace.
#[derive(Debug, Deserialize, TS)]
pub struct PackVerify {
    /// The file.
    pub file: PathBuf,
    /// A checkpoint or verifier key held from elsewhere is compared where it is given.
    #[serde(default)]
    pub against: Option<PathBuf>,
}

impl Command for PackVerify {
    type Answer = Report;
    const NAME: &'static str = "pack_verify";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn paths(&self) -> Vec<&Path> {
        std::iter::once(self.file.as_path()).chain(self.against.as_deref()).collect()
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (tell, cancel) = (session.tell(), session.switch());
        let progress = |done: u64, total: u64| tell(Progress { step: Step::Checking, done, total });
        check_pack(&self.file, self.against.as_deref(), &progress, &cancel)
    }
}

/// Checks a pack from its bytes, then makes its pages again from its entries and compares.
///
/// # Errors
/// As [`verify::pack`].
pub fn check_pack(
    file: &Path,
    against: Option<&Path>,
    progress: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<Report> {
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
            report.pages_compared(again.pages, again.files, differs.collect(), again.more, &again.not_compared);
        }
        Err(e) if e.code() == Code::Cancelled => return Err(e),
        Err(e) => report.pages_unreadable(&e.to_string()),
    }
    Ok(())
}

/// Shows what a pack would hold; writes nothing.
#[derive(Debug, Deserialize, TS)]
pub struct PackPreview {
    /// Code of the audit.
    pub code: String,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for PackPreview {
    type Answer = Contents;
    const NAME: &'static str = "pack_preview";
    const EFFECT: Effect =
        Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping, Topic::Audits, Topic::Packs]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        // As when it is built: an audit planned today may ask for a day before it was planned.
        let audit = audits::by_code(session.workspace()?.db(), &self.code)?;
        let recorded = session.recorded(self.when);
        let chosen = {
            let view = session.view(self.when)?;
            packs::choose(&view, audit, day)?
        };
        packs::preview(session.workspace()?, chosen, recorded)
    }
}
