//! Opening what holds files that belong into the register each by itself. The share is read, never changed: what lay inside
//! is put beside the vault until the import is over. What holds it is filed too, as it is.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::says::{Part, Says};
use super::{ciso, pack};
use crate::contained::Containment;
use crate::error::{Error, Result};
use crate::extract::{archive_opened, messages_of};
use crate::filing::folders_of;
use crate::import::oddities;
use crate::import::problem::Problem;
use crate::import::scan::{Scanned, Share};
use crate::reading::stem;
use crate::text::nfc;

/// What was opened; gone with its folder when this is dropped.
#[derive(Debug)]
pub struct Opened {
    /// What is said of each file that lay in another, by its path in the share.
    pub says: HashMap<String, Says>,
    /// Where these lie meanwhile.
    folder: PathBuf,
}

impl Drop for Opened {
    fn drop(&mut self) {
        // What stays is swept when the workspace is opened.
        if self.folder.is_dir() {
            let _ = std::fs::remove_dir_all(&self.folder);
        }
    }
}

/// What a pack's proofs come to, by whoever may check them: the codes of what was found, none where all of it holds.
pub type CheckPack = fn(&Path, &Containment) -> Result<Vec<String>>;

/// Opens mailboxes, exports of CISO Assistant and packs among the files of a share. `beside` is a folder for what lies in
/// them. One that cannot be opened stays a file like others.
pub(in crate::import) fn open(
    share: &mut Share,
    beside: &Path,
    check: Option<CheckPack>,
    contained: &Containment,
) -> Opened {
    let mut out = Opened { says: HashMap::new(), folder: beside.to_owned() };
    let mut more = Vec::new();
    for (n, file) in share.files.iter().enumerate() {
        let ending = file.path.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default();
        // Whether it is one by its bytes, whoever reads it says; office files are archives, too, and are not asked.
        let (what, parts) = match ending.as_str() {
            "zip" | "bak" => archive(file, check, contained, &mut share.problems),
            "mbox" | "mbx" | "" => mailbox(file, &mut share.problems),
            _ => continue,
        };
        if parts.is_empty() {
            continue;
        }
        match put(file, parts, &out.folder.join(n.to_string())) {
            Ok(files) => {
                // Whatever its name and words are like, what holds the others is no document.
                let within = file.path.clone();
                let whole = Says { title: Some(stem(&within)), within: within.clone(), note: what, ..Says::default() };
                out.says.insert(within.clone(), whole);
                for (scanned, says) in files {
                    out.says.insert(scanned.path.clone(), Says { within: within.clone(), ..says });
                    more.push(scanned);
                }
            }
            // Where nothing can be put beside the vault, it stays what it is.
            Err(_) => share.problems.push(Problem::file(&file.path, oddities::export_not_opened())),
        }
    }
    share.files.extend(more);
    share.files.sort_by(|a, b| a.path.cmp(&b.path));
    out
}

/// What an archive says of itself, and what lies in it.
fn archive(
    file: &Scanned,
    check: Option<CheckPack>,
    contained: &Containment,
    problems: &mut Vec<Problem>,
) -> (String, Vec<Part>) {
    let held = archive_opened(&file.full, contained).unwrap_or_default();
    if let Some((parts, foreign)) = ciso::parts(&held) {
        problems.push(Problem::file(&file.path, oddities::ciso_opened(parts.len())));
        if !foreign.is_empty() {
            let names: Vec<String> = foreign.into_iter().collect();
            problems.push(Problem::file(&file.path, oddities::export_other_frameworks(names.join(", "))));
        }
        return (String::new(), parts);
    }
    let Some((pack, parts)) = pack::parts(&held) else { return (String::new(), Vec::new()) };
    problems.push(Problem::file(&file.path, oddities::pack_opened(&pack.says, parts.len())));
    let said = match check.map(|check| check(&file.full, contained)) {
        Some(Ok(found)) if found.is_empty() => oddities::pack_holds(&pack.top),
        Some(Ok(found)) => oddities::pack_doubtful(&pack.top, found.join(", ").replace('_', " ")),
        Some(Err(_)) | None => oddities::pack_not_checked(&pack.top),
    };
    problems.push(Problem::file(&file.path, said));
    (pack.says, parts)
}

fn mailbox(file: &Scanned, problems: &mut Vec<Problem>) -> (String, Vec<Part>) {
    let held = messages_of(&file.full).unwrap_or_default();
    if !held.is_empty() {
        problems.push(Problem::file(&file.path, oddities::mailbox_opened(held.len())));
    }
    let parts = held.into_iter().map(|(name, content)| Part { name, content, says: Says::default() });
    (String::new(), parts.collect())
}

/// Writes what lay in a file, each with the time of that file, and says where each lies as if it were a folder.
fn put(file: &Scanned, parts: Vec<Part>, folder: &Path) -> Result<Vec<(Scanned, Says)>> {
    let modified = std::fs::metadata(&file.full).and_then(|found| found.modified()).ok();
    let above = format!("{}/{}", folders_of(&file.full), file.path.rsplit('/').next().unwrap_or(&file.path));
    let mut out = Vec::new();
    for (n, part) in parts.into_iter().enumerate() {
        let within: Vec<String> = part.name.split(['/', '\\']).map(plain).filter(|name| !name.is_empty()).collect();
        let Some((name, folders)) = within.split_last() else { continue };
        let at = folder.join(n.to_string());
        std::fs::create_dir_all(&at).map_err(|e| Error::io(&at, e))?;
        let full = at.join(name);
        std::fs::write(&full, &part.content).map_err(|e| Error::io(&full, e))?;
        if let (Some(modified), Ok(written)) = (modified, std::fs::File::options().write(true).open(&full)) {
            let _ = written.set_modified(modified);
        }
        let path = format!("{}/{}", file.path, within.join("/"));
        let folders = std::iter::once(above.as_str()).chain(folders.iter().map(String::as_str));
        let folders = Some(folders.collect::<Vec<_>>().join("/"));
        out.push((Scanned { full, path, folders }, part.says));
    }
    Ok(out)
}

/// A part of a name from elsewhere, as it can be one here.
fn plain(name: &str) -> String {
    let plain: String = nfc(name).chars().filter(|c| !c.is_control() && !"<>:\"|?*".contains(*c)).take(120).collect();
    if plain.chars().all(|c| c == '.') { String::new() } else { plain.trim().to_owned() }
}
