//! An organisation with its three systems in an open workspace, and the shortest way to file something in it.

use clausebook::day::{Day, Due};
use clausebook::digest::Digest;
use clausebook::documents::{self, Approval, DocumentKind, NewDocument, NewRevision};
use clausebook::error::Result;
use clausebook::extract::Media;
use clausebook::filed::FiledFile;
use clausebook::ids::{DocumentId, LinkId, RecordId};
use clausebook::items::ItemId;
use clausebook::ledger::{self, Entry};
use clausebook::mapping::{self, NewLink, Origin, Strength};
use clausebook::records::{self, NewRecord, Particulars};
use clausebook::standards::{ClauseRef, EditionId, catalogue};
use clausebook::systems;
use clausebook::workspace::{Clock, Tx, Workspace};
use rusqlite::Connection;

use super::{Place, day, noon, rows};

/// The day on which everything happens until a test turns to another.
pub fn today() -> Day {
    day(2026, 1, 15)
}

/// A workspace that holds 9001:2015, 20000-1:2018 and 27001:2013, and nothing else.
pub struct Organisation {
    pub place: Place,
    pub workspace: Workspace,
}

impl Organisation {
    pub fn new() -> Self {
        Self::holding(&["9001:2015", "20000-1:2018", "27001:2013"])
    }

    /// One that holds other editions.
    pub fn holding(editions: &[&str]) -> Self {
        let place = Place::new();
        let mut workspace = place.workspace();
        workspace
            .transact(|tx| {
                editions.iter().try_for_each(|edition| systems::establish(tx, &edition.parse()?).map(|_| ()))
            })
            .unwrap();
        workspace.take_written();
        Self { place, workspace }
    }

    pub fn db(&self) -> &Connection {
        self.workspace.db()
    }

    /// The editions it holds.
    pub fn held(&self) -> Vec<EditionId> {
        systems::editions_held(self.db()).unwrap()
    }

    /// What follows happens at noon of that day.
    pub fn turn_to(&mut self, day: Day) {
        self.workspace.set_clock(Clock::Fixed(noon(day)));
        self.workspace.renew().unwrap();
    }

    /// Does what the rules allow.
    #[track_caller]
    pub fn does<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> T {
        self.workspace.transact(work).unwrap()
    }

    /// Does what the rules refuse, which leaves no event behind; answers the name of the reason.
    #[track_caller]
    pub fn refuses<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> &'static str {
        let before = self.workspace.head().unwrap();
        let Err(refusal) = self.workspace.transact(work) else { panic!("it was not refused") };
        assert_eq!(self.workspace.head().unwrap(), before, "what is refused writes nothing");
        refusal.reason().name
    }

    /// The kinds of the events since this was asked last.
    pub fn wrote(&mut self) -> Vec<String> {
        let mut kinds = Vec::new();
        for written in self.workspace.take_written() {
            kinds.extend(kinds_of(self.db(), written.entries));
        }
        kinds
    }

    /// Empties all tables and fills them again: a rebuild changes nothing.
    #[track_caller]
    pub fn rebuilds_the_same(&mut self) {
        let grown = rows(self.db());
        self.workspace.rebuild(&|_, _| Ok(())).unwrap();
        let rebuilt = rows(self.db());
        for (table, grown) in &grown {
            assert_eq!(&rebuilt[table], grown, "{table} is made from the ledger alone");
        }
        assert_eq!(rebuilt.len(), grown.len());
    }

    /// A procedure that is reviewed every year, with one draft.
    pub fn draft(&mut self, code: &str) -> DocumentId {
        self.does(|tx| {
            let mut new = NewDocument::new(code, &format!("Title of {code}"), DocumentKind::Procedure);
            new.review_interval = Some(12);
            let id = documents::register(tx, new)?;
            documents::file_revision(tx, id, revision(code))?;
            Ok(id)
        })
    }

    /// The same, approved and in force since today.
    pub fn document(&mut self, code: &str) -> DocumentId {
        let id = self.draft(code);
        self.does(|tx| documents::approve(tx, id, approval(tx.today())));
        id
    }

    /// A record without an end.
    pub fn record(&mut self, title: &str) -> RecordId {
        self.does(|tx| records::file(tx, record(title)))
    }

    /// Sites, none of them in a scope yet.
    pub fn sites(&mut self, codes: &[&str]) {
        self.does(|tx| {
            codes.iter().try_for_each(|code| {
                let name = format!("Site {code}");
                systems::add_scope_item(tx, code, systems::ScopeKind::Site, &name, &[]).map(|_| ())
            })
        });
    }

    pub fn set_scope(&mut self, system: &str, codes: &[&str]) {
        self.does(|tx| systems::set_scope(tx, system, &owned(codes)));
    }

    /// Maps in full, by hand.
    pub fn map(&mut self, item: ItemId, reference: &str) -> LinkId {
        self.does(|tx| mapping::link(tx, by_hand(item, reference, Strength::Full)))
    }
}

/// The kinds of these entries.
pub fn kinds_of(db: &Connection, entries: std::ops::Range<u64>) -> Vec<String> {
    let kind = |seq| {
        let bytes = ledger::entry_bytes(db, seq).unwrap().unwrap();
        ledger::kind_of(Entry::parse(&bytes).unwrap().event()).unwrap().to_owned()
    };
    entries.map(kind).collect()
}

/// A file with that content, without its bytes.
pub fn paper(content: &str) -> FiledFile {
    FiledFile {
        digest: Digest::of(content.as_bytes()),
        size: content.len() as u64,
        name: format!("{content}.txt"),
        path: format!("share/{content}.txt"),
        modified: None,
        media: Media::Text,
        problem: None,
        clauses: Vec::new(),
    }
}

/// A revision of one file under the next label.
pub fn revision(content: &str) -> NewRevision {
    NewRevision { files: vec![paper(content)], ..NewRevision::default() }
}

/// An approval of the newest revision, in force from that day.
pub fn approval(from: Day) -> Approval {
    let on = Some(Due::Day { day: from });
    Approval {
        label: None,
        by: "approver@example.org".into(),
        on,
        effective_from: from,
        next_review: None,
        reason: String::new(),
    }
}

/// A record of one file.
pub fn record(title: &str) -> NewRecord {
    let particulars = Particulars { title: title.into(), ..Particulars::default() };
    NewRecord { particulars, files: vec![paper(title)], scope: Vec::new() }
}

pub fn clause(text: &str) -> ClauseRef {
    catalogue().reference(text, &["27001:2013".parse().unwrap()]).unwrap()
}

/// A mapping by hand, with a reason where the strength asks for one.
pub fn by_hand(item: ItemId, reference: &str, strength: Strength) -> NewLink {
    let reason = if strength == Strength::Full { "" } else { "A part of it" };
    NewLink {
        item,
        reference: clause(reference),
        strength,
        reason: reason.into(),
        variance: String::new(),
        scope: Vec::new(),
        origin: Origin::Hand,
        basis: None,
    }
}

pub fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
