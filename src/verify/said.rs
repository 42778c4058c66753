//! What a check says besides its findings: how much it looked at, and what is to know.

use serde::Serialize;
use ts_rs::TS;

/// Something a check says. [`Said::text`] has it in words; a window says it in its own language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
#[ts(rename = "CheckSaid")]
#[allow(missing_docs, reason = "the words of `text` explain the values")]
pub enum Said {
    Readable,
    Entries { entries: u64, root: String },
    Compared { checkpoints: usize },
    Hashed { files: usize },
    Present { files: usize },
    TablesFit,
    Names { files: usize, folder: String },
    ArchiveReadable,
    Manifest { files: usize },
    Bag,
    Signed,
    Proven { entries: usize, ledger: u64 },
    Fits { path: String },
    NothingOutside,
    SignedBy { principal: String, fingerprint: String },
    CompareKey,
    Continues { entry: u64 },
    SameKey { entries: u64 },
}

impl Said {
    /// In words.
    pub fn text(&self) -> String {
        let plain = match self {
            Self::Readable => "readable",
            Self::Entries { entries, root } => return format!("{entries} entries, root {root}"),
            Self::Compared { checkpoints } => return format!("{checkpoints} compared"),
            Self::Hashed { files } => return format!("{files} read and hashed"),
            Self::Present { files } => return format!("{files} present with the right length"),
            Self::TablesFit => "every file they name is in the ledger",
            Self::Names { files, folder } => return format!("{files} files in “{folder}”"),
            Self::ArchiveReadable => "every file can be read",
            Self::Manifest { files } => {
                return format!("{files} files are what the manifest says, none added, none missing");
            }
            Self::Bag => "BagIt 1.0",
            Self::Signed => "by the key in data/ledger/allowed_signers",
            Self::Proven { entries, ledger } => {
                return format!("{entries} entries proven against a ledger of {ledger}");
            }
            Self::Fits { path } => return format!("{path} fits"),
            Self::NothingOutside => {
                "No checkpoint from outside was given: a ledger rewritten as a whole, or cut off at its end, would not be noticed."
            }
            Self::SignedBy { principal, fingerprint } => return format!("Signed by {principal}, {fingerprint}"),
            Self::CompareKey => {
                "Compare that key with one you were given by another way: the pack itself cannot prove who holds it."
            }
            Self::Continues { entry } => return format!("Continues the last pack, which reached entry {entry}."),
            Self::SameKey { entries } => {
                return format!(
                    "Your checkpoint of {entries} entries is by the same key; ask for `ledger consistency {entries}` to connect it."
                );
            }
        };
        plain.to_owned()
    }
}
