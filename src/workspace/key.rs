//! What belongs to this machine and its user, never to the workspace: the site's name, the signing keys and
//! the last signed heads,
//! kept in the user's configuration folder, readable by that user alone.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::refusals;
use super::signed::ORIGIN;
use crate::disk;
use crate::error::{Code, Error, Result};
use crate::ledger::Checkpoint;
use crate::saved::private_folder;
use crate::signing::SigningKey;

/// What is kept of a workspace is a few lines. A pipe is not waited for, and what is larger is none of ours.
const LARGEST: u64 = 64 << 10;

/// What a machine knows of a workspace before that is opened; nothing is made for it.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The last signed head that it kept.
    pub kept: Option<String>,
    /// What it is called in entries.
    pub site: Option<Uuid>,
    /// Its key for that workspace, as a verifier key.
    pub key: Option<String>,
}

/// What the machine whose configuration folder this is knows of a workspace.
pub fn known(config: &Path, workspace: Uuid) -> Known {
    let Ok(machine) = Machine::open_to_read(config) else { return Known::default() };
    let key = machine.key_path(workspace).exists().then(|| machine.signing_key(workspace).ok()).flatten();
    Known {
        kept: machine.kept_note(workspace),
        site: Some(machine.site).filter(|site| !site.is_nil()),
        key: key.map(|key| key.verifier(&format!("{ORIGIN}{workspace}")).to_string()),
    }
}

/// This machine, as the ledger knows it.
pub struct Machine {
    config: PathBuf,
    site: Uuid,
}

impl Machine {
    /// Reads this machine's name from the configuration folder; gives it one the first time.
    pub fn open(config: &Path) -> Result<Self> {
        let path = config.join("site");
        private_folder(config)?;
        let site = match disk::text_named(&path, LARGEST) {
            Ok(text) => Uuid::parse_str(text.trim())
                .map_err(|e| refusals::machine_file_unusable(path.display()).caused_by(e))?,
            Err(e) if e.code() == Code::FileNotFound => {
                let site = Uuid::now_v7();
                write_private(&path, site.to_string().as_bytes())?;
                site
            }
            Err(e) => return Err(e),
        };
        Ok(Self { config: config.to_owned(), site })
    }

    /// The same where nothing is written: a machine that has no name yet is given none.
    pub fn open_to_read(config: &Path) -> Result<Self> {
        if config.join("site").exists() {
            return Self::open(config);
        }
        Ok(Self { config: config.to_owned(), site: Uuid::nil() })
    }

    /// The last signed head of a workspace that was kept; none where it cannot be read.
    pub(super) fn kept_head(&self, workspace: Uuid) -> Option<Checkpoint> {
        Checkpoint::parse(&self.kept_note(workspace)?).ok()
    }

    /// The same as the note that was kept.
    pub fn kept_note(&self, workspace: Uuid) -> Option<String> {
        disk::text_named(&self.head_path(workspace), LARGEST).ok()
    }

    fn head_path(&self, workspace: Uuid) -> PathBuf {
        self.config.join("heads").join(workspace.to_string())
    }

    /// Keeps a signed head: another file is written, flushed and renamed over the one before. What it speaks of is committed
    /// already, so that a disk which refuses this refuses nothing.
    pub(super) fn keep_head(&self, workspace: Uuid, note: &str) {
        let path = self.head_path(workspace);
        let beside = path.with_extension(std::process::id().to_string());
        let _ = fs::remove_file(&beside);
        let _ = write_private(&beside, note.as_bytes())
            .and_then(|()| fs::rename(&beside, &path).map_err(|e| Error::io(&path, e)));
        // This machine wrote: what another one writes from now on is asked about anew.
        let _ = fs::remove_file(self.went_on_path(workspace));
    }

    /// The other machine from which somebody went on here, since this one wrote last.
    pub(super) fn went_on_from(&self, workspace: Uuid) -> Option<Uuid> {
        disk::text_named(&self.went_on_path(workspace), LARGEST).ok()?.trim().parse().ok()
    }

    /// Keeps that somebody went on from another machine; where it cannot be kept, that is asked again.
    pub(super) fn go_on_from(&self, workspace: Uuid, site: Uuid) {
        let path = self.went_on_path(workspace);
        let _ = fs::remove_file(&path);
        let _ = write_private(&path, site.to_string().as_bytes());
    }

    fn went_on_path(&self, workspace: Uuid) -> PathBuf {
        self.config.join("elsewhere").join(workspace.to_string())
    }

    /// The machine's name in every entry it writes.
    pub fn site(&self) -> Uuid {
        self.site
    }

    fn key_path(&self, workspace: Uuid) -> PathBuf {
        self.config.join("keys").join(workspace.to_string())
    }

    /// The key with which this machine signs for one workspace; made when it is first asked for.
    pub fn signing_key(&self, workspace: Uuid) -> Result<SigningKey> {
        let path = self.key_path(workspace);
        match disk::text_named(&path, LARGEST) {
            Ok(text) => {
                let mut seed = [0u8; 32];
                hex::decode_to_slice(text.trim(), &mut seed)
                    .map_err(|_| refusals::machine_file_unusable(path.display()))?;
                Ok(SigningKey::from_seed(seed))
            }
            Err(e) if e.code() == Code::FileNotFound => {
                let key = SigningKey::generate()?;
                write_private(&path, hex::encode(key.to_seed()).as_bytes())?;
                Ok(key)
            }
            Err(e) => Err(e),
        }
    }
}

fn write_private(path: &Path, content: &[u8]) -> Result<()> {
    let fail = |e| Error::io(path, e);
    if let Some(folder) = path.parent() {
        private_folder(folder)?;
    }
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path).map_err(fail)?;
    file.write_all(content).and_then(|()| file.sync_all()).map_err(fail)
}
