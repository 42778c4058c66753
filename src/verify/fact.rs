//! What a check says besides its findings: how much it looked at, and what is to know.

use serde::Serialize;
use ts_rs::TS;

/// Something a check says. [`Fact::text`] has it in words; a window says it in its own language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
#[ts(rename = "CheckFact")]
pub enum Fact {
    /// The database can be read.
    Readable,
    /// Every entry of the ledger was read.
    Entries {
        /// How many.
        entries: u64,
        /// The root of their tree, in hex.
        root: String,
    },
    /// Checkpoints fit the ledger.
    Compared {
        /// How many.
        checkpoints: usize,
    },
    /// Stored files were read.
    Hashed {
        /// How many.
        files: usize,
    },
    /// Stored files are there; only their length was looked at.
    Present {
        /// How many.
        files: usize,
    },
    /// The tables name only files that the ledger knows.
    TablesFit,
    /// The tables are what the ledger makes of them.
    TablesCompared {
        /// How many.
        tables: usize,
        /// How many rows they have.
        rows: u64,
    },
    /// What the search knows of files is what they say.
    TextsCompared {
        /// How many.
        texts: u64,
    },
    /// The names in a pack are safe.
    Names {
        /// How many.
        files: usize,
        /// The top folder of the pack.
        folder: String,
    },
    /// Every file of a pack can be read.
    ArchiveReadable,
    /// The files of a pack are those of its manifest.
    Manifest {
        /// How many.
        files: usize,
    },
    /// A pack is a BagIt bag.
    Bag,
    /// The signature of a pack is by the key it names.
    Signed,
    /// The entries of a pack are in the ledger of its checkpoint.
    Proven {
        /// How many.
        entries: usize,
        /// How many entries that ledger has.
        ledger: u64,
    },
    /// What is held from outside belongs to the pack.
    Fits {
        /// The file that was given.
        path: String,
    },
    /// Nothing from outside was given to compare with.
    NothingOutside,
    /// Who signed a pack.
    SignedBy {
        /// The name that goes with the key.
        principal: String,
        /// The key's fingerprint.
        fingerprint: String,
    },
    /// That key is to be compared with one that came another way.
    CompareKey,
    /// The last pack's ledger is the beginning of this one's.
    Continues {
        /// The size of that ledger.
        entry: u64,
    },
    /// A checkpoint held from outside is by the same key, and has another size.
    SameKey {
        /// Its size.
        entries: u64,
    },
}

impl Fact {
    /// In words.
    pub fn text(&self) -> String {
        match self {
            Self::Readable => "readable".into(),
            Self::Entries { entries, root } => format!("{entries} entries, root {root}"),
            Self::Compared { checkpoints } => format!("{checkpoints} compared"),
            Self::Hashed { files } => format!("{files} read and hashed"),
            Self::Present { files } => format!("{files} present with the right length"),
            Self::TablesFit => "every file they name is in the ledger".into(),
            Self::TablesCompared { tables, rows } => {
                format!("{rows} rows in {tables} tables are what the ledger makes of them")
            }
            Self::TextsCompared { texts } => format!("the text of {texts} files is what they say"),
            Self::Names { files, folder } => format!("{files} files in “{folder}”"),
            Self::ArchiveReadable => "every file can be read".into(),
            Self::Manifest { files } => format!("{files} files are what the manifest says, none added, none missing"),
            Self::Bag => "BagIt 1.0".into(),
            Self::Signed => "by the key in data/ledger/allowed_signers".into(),
            Self::Proven { entries, ledger } => format!("{entries} entries proven against a ledger of {ledger}"),
            Self::Fits { path } => format!("{path} fits"),
            Self::NothingOutside => "No checkpoint from outside was given: a ledger rewritten as a whole, or cut off at its end, would not be noticed.".into(),
            Self::SignedBy { principal, fingerprint } => format!("Signed by {principal}, {fingerprint}"),
            Self::CompareKey => {
                "Compare that key with one you were given by another way: the pack itself cannot prove who holds it.".into()
            }
            Self::Continues { entry } => format!("Continues the last pack, which reached entry {entry}."),
            Self::SameKey { entries } => format!(
                "Your checkpoint of {entries} entries is by the same key; ask for `ledger consistency {entries}` to connect it."
            ),
        }
    }
}
