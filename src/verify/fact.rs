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
    /// So many entries lie under signatures by keys that the ledger enrols.
    SignedUpTo {
        /// How many.
        entries: u64,
    },
    /// The key that the ledger began to be signed with.
    FirstKey {
        /// Its identifier in notes.
        key: String,
        /// The entry that enrols it.
        entry: u64,
    },
    /// No clock was found wrong, or its day was said.
    ClocksFit,
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
    /// What the search knows of files by another program or an earlier reader, or whose file is not at hand, was not compared.
    TextsNotCompared {
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
    /// One ledger is the beginning of another.
    Consistent {
        /// Entries of the earlier one.
        old: u64,
        /// Entries of the later one.
        new: u64,
    },
    /// A pack is of a form that says less of itself.
    EarlierForm,
    /// A pack of an earlier form has names that some file systems cannot take.
    LongNames {
        /// How many.
        files: usize,
    },
    /// The signature of a pack is by the key it names.
    Signed,
    /// The entries of a pack are in the ledger of its checkpoint.
    Proven {
        /// How many.
        entries: usize,
        /// How many entries that ledger has.
        ledger: u64,
    },
    /// A pack has entries by their hash alone; an earlier program wrote paths of a disk into them.
    Withheld {
        /// How many.
        entries: usize,
    },
    /// What is held from outside belongs to the pack.
    Fits {
        /// The file that was given.
        path: String,
    },
    /// A checkpoint from outside belongs to the ledger.
    HeldFits {
        /// How many entries it speaks of.
        entries: u64,
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
    /// The pages of a pack say what its entries say.
    PagesCompared {
        /// How many pages.
        pages: usize,
        /// How many files of evidence stand where the entries say.
        files: usize,
    },
    /// A pack does not say by what its pages were made, so that they could not be made again.
    PagesOfEarlierForm,
    /// Pages or parts of them that entries say which are withheld.
    PagesOfWithheld {
        /// Their names.
        names: String,
    },
    /// Pages or columns that another program made otherwise, and that were not compared.
    PagesNotCompared {
        /// Their names.
        names: String,
    },
    /// A pack whose entries enrol no key.
    KeysNotEnrolled,
    /// A pack of an earlier form proves no earlier state but the last pack's.
    StatesNotShown,
    /// A pack holds every entry of the workspace about what is in it.
    Complete {
        /// How many.
        entries: usize,
        /// Of how many documents and records.
        items: usize,
    },
    /// Two packs hold the same entries about what is in both.
    EntriesAlike {
        /// About how many documents and records.
        items: usize,
        /// Of how many in the pack that is checked.
        of: usize,
        /// Among the first how many entries.
        entries: u64,
    },
    /// Nothing was at hand that shows whether a pack leaves out entries about what is in it.
    OmissionsNotCompared,
    /// Whether a pack holds all entries about what is in it, cannot be worked out.
    NotComparable,
    /// The last pack's ledger is the beginning of this one's.
    Continues {
        /// The size of that ledger.
        entry: u64,
    },
    /// Earlier states of the ledger are proven to be its beginning.
    ContinuesAll {
        /// How many.
        states: usize,
    },
    /// The statements in a pack are those that its entries made.
    Statements {
        /// How many.
        statements: usize,
        /// How many of them are signed.
        signed: usize,
    },
    /// A pack of an earlier form has no statements beside their entries.
    StatementsNotThere,
    /// Of people who signed, no entry in the pack speaks.
    StatementKeysNotShown {
        /// How many statements.
        statements: usize,
    },
    /// A pack of an earlier form does not say by which day everything in it was recorded, though later entries are in it.
    RecordedDayNotSaid,
    /// A pack is signed by a key for which the one that is held stands, directly or by others.
    KeyContinues,
}

impl Fact {
    /// In words.
    pub fn text(&self) -> String {
        match self {
            Self::Readable => "readable".into(),
            Self::Entries { entries, root } => format!("{}, root {root}", n(entries, "entry", "entries")),
            Self::Compared { checkpoints } => format!("{checkpoints} compared"),
            Self::SignedUpTo { entries } => format!("{} under signatures by enrolled keys", n(entries, "entry lies", "entries lie")),
            Self::FirstKey { key, entry } => format!("Signed first with key {key}, enrolled by entry {entry}"),
            Self::ClocksFit => "no clock was far behind or ahead, or its day was said".into(),
            Self::Hashed { files } => format!("{files} read and hashed"),
            Self::Present { files } => format!("{files} present with the right length"),
            Self::TablesFit => "every file they name is in the ledger".into(),
            Self::TablesCompared { tables, rows } => {
                format!("{} in {tables} tables are what the ledger makes of them", n(rows, "row", "rows"))
            }
            Self::TextsCompared { texts } => if *texts == 1 { "the text of 1 file is what it says".into() } else { format!("the text of {texts} files is what they say") },
            Self::TextsNotCompared { texts } => format!("{} read by another program or an earlier version, or its file is not at hand: not compared", n(*texts, "text was", "texts were")),
            Self::Names { files, folder } => format!("{} in “{folder}”", n(files, "file", "files")),
            Self::ArchiveReadable => "every file can be read".into(),
            Self::Manifest { files } => format!("{} what the manifest says, none added, none missing", n(files, "file is", "files are")),
            Self::Bag => "BagIt 1.0".into(),
            Self::Consistent { old, new } => format!("the first {old} of {new} entries are those of the earlier ledger"),
            Self::EarlierForm => {
                "an earlier program made the pack: it does not say its folder's name, so that another one would not be noticed".into()
            }
            Self::LongNames { files } => format!(
                "{files} files have names that some programs cannot unpack: an earlier program made the pack. A new pack has shorter ones"
            ),
            Self::Signed => "by the key in data/ledger/allowed_signers".into(),
            Self::Proven { entries, ledger } => format!("{} proven against a ledger of {ledger}", n(entries, "entry", "entries")),
            Self::Withheld { entries } => {
                let are = n(entries, "entry is", "entries are");
                format!("{are} withheld: proven to be in the ledger, and what is said there is not shown")
            }
            Self::Fits { path } => format!("{path} fits"),
            Self::HeldFits { entries } => format!(
                "The checkpoint from outside fits: it speaks of the first {} of this ledger.",
                n(entries, "entry", "entries")
            ),
            Self::NothingOutside => "No checkpoint from outside was given: a ledger rewritten as a whole, or cut off at its end, would not be noticed.".into(),
            Self::SignedBy { principal, fingerprint } => format!("Signed by {principal}, {fingerprint}"),
            Self::CompareKey => {
                "Compare that key with one you were given by another way: the pack itself cannot prove who holds it.".into()
            }
            Self::PagesCompared { pages, files } => {
                format!("{} what the entries say; {} where they say", n(pages, "page says", "pages say"), n(files, "file stands", "files stand"))
            }
            Self::PagesOfEarlierForm => {
                "an earlier program made the pack: it does not say of what its pages are made, and they were not compared with its entries".into()
            }
            Self::PagesOfWithheld { names } => format!("entries withheld may say it, so it was not compared: {names}"),
            Self::PagesNotCompared { names } => format!("made by another program, and not compared: {names}"),
            Self::KeysNotEnrolled => {
                "an earlier program wrote the ledger: its entries do not say which keys may sign".into()
            }
            Self::StatesNotShown => {
                "an earlier program made the pack: of earlier states it proves at most the last pack's".into()
            }
            Self::Complete { entries, items } => {
                format!("all {entries} entries of the workspace about {items} documents and records, and about the audit, are in the pack")
            }
            Self::EntriesAlike { items, of, entries } => format!(
                "Both packs hold the same of the first {} about {items} of the {of} documents and records in this one.",
                n(entries, "entry", "entries")
            ),
            Self::OmissionsNotCompared => {
                "That nothing about these documents and records was left out was not compared: hold the workspace's folder, or a pack over \
                 the same entries, against the pack."
                    .into()
            }
            Self::NotComparable => {
                "the pack does not say for what it was made, so whether entries are missing was not worked out".into()
            }
            Self::Continues { entry } => format!("Continues the last pack, which reached entry {entry}."),
            Self::ContinuesAll { states } => format!("{} its beginning.", n(states, "earlier state of the ledger is", "earlier states of the ledger are")),
            Self::Statements { statements, signed } => {
                format!("{} what the entries say, {signed} of them signed", n(statements, "statement is", "statements are"))
            }
            Self::StatementsNotThere => {
                "an earlier program made the pack: it has no statements as files, and their signatures were not checked".into()
            }
            Self::StatementKeysNotShown { statements } => format!(
                "of {statements} statements no entry in the pack says whose key signed: that it is the signer’s was not compared"
            ),
            Self::RecordedDayNotSaid => {
                "an earlier program made the pack: its pages hold by what was recorded by an earlier day, which they do not name".into()
            }
            Self::KeyContinues => "Signed by another key, for which the one you hold stands.".into(),
        }
    }
}

/// A number with its noun, in its right form.
fn n(count: impl std::fmt::Display, one: &str, many: &str) -> String {
    let count = count.to_string();
    let noun = if count == "1" { one } else { many };
    format!("{count} {noun}")
}
