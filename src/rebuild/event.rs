//! The kinds of events of all rooms, and what each means beyond its own room.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::applicability::ApplicabilityEvent;
use crate::approval::ApprovalEvent;
use crate::audits::AuditEvent;
use crate::certificates::CertificateEvent;
use crate::coverage;
use crate::day::Zone;
use crate::documents::{self, DocumentEvent};
use crate::error::{Error, Result};
use crate::items::ItemId;
use crate::ledger::{self, Stamp};
use crate::mapping::{self, MappingEvent, PointEvent};
use crate::packs::PackEvent;
use crate::parties::PartyEvent;
use crate::people::PersonEvent;
use crate::questions::{self, QuestionEvent};
use crate::records::RecordEvent;
use crate::requirements::RequirementEvent;
use crate::reviews::{self, ReviewEvent};
use crate::rules::RuleEvent;
use crate::soa::SoaEvent;
use crate::standards::ClauseRef;
use crate::statements::StatementEvent;
use crate::systems::{self, SystemEvent};
use crate::workspace::{
    BatchEvent, Change, Later, LedgerEvent, MachineEvent, Meaning, SaidDay, Tx, Undoing, workspace_newer,
};

/// An event of any room.
enum Event {
    Batch(BatchEvent),
    Machine(MachineEvent),
    Ledger(LedgerEvent),
    Person(PersonEvent),
    Rule(RuleEvent),
    System(SystemEvent),
    Applicability(ApplicabilityEvent),
    Party(PartyEvent),
    Requirement(RequirementEvent),
    Certificate(CertificateEvent),
    Document(DocumentEvent),
    Record(RecordEvent),
    Statement(StatementEvent),
    Approval(ApprovalEvent),
    Soa(SoaEvent),
    Mapping(MappingEvent),
    Point(PointEvent),
    Review(ReviewEvent),
    Audit(AuditEvent),
    Pack(PackEvent),
    Question(QuestionEvent),
}

/// Reads one event from the JSON that stands in the ledger.
///
/// # Errors
/// `workspace_newer` for an event that this program does not know.
pub fn read(event: &str) -> Result<Box<dyn Change>> {
    Ok(Box::new(match ledger::room_of(event).unwrap_or_default() {
        "batch" => Event::Batch(parse(event)?),
        "machine" => Event::Machine(parse(event)?),
        "ledger" => Event::Ledger(parse(event)?),
        "person" => Event::Person(parse(event)?),
        "rule" => Event::Rule(parse(event)?),
        "system" => Event::System(parse(event)?),
        "applicability" => Event::Applicability(parse(event)?),
        "party" => Event::Party(parse(event)?),
        "requirement" => Event::Requirement(parse(event)?),
        "certificate" => Event::Certificate(parse(event)?),
        "document" => Event::Document(parse(event)?),
        "record" => Event::Record(parse(event)?),
        "statement" => Event::Statement(parse(event)?),
        "approval" => Event::Approval(parse(event)?),
        "soa" => Event::Soa(parse(event)?),
        "mapping" => Event::Mapping(parse(event)?),
        "point" => Event::Point(parse(event)?),
        "review" => Event::Review(parse(event)?),
        "audit" => Event::Audit(parse(event)?),
        "pack" => Event::Pack(parse(event)?),
        "question" => Event::Question(parse(event)?),
        _ => return Err(workspace_newer()),
    }))
}

fn parse<E: DeserializeOwned>(event: &str) -> Result<E> {
    serde_json::from_str(event).map_err(|cause| {
        // A kind or form that this version does not know was written by a later one.
        let later = cause.is_data();
        let refusal = if later { workspace_newer() } else { Error::internal("an entry of the ledger is not JSON") };
        refusal.caused_by(cause)
    })
}

impl Event {
    /// The event as what its domain says of it.
    fn meaning(&self) -> &dyn Meaning {
        match self {
            Event::Batch(event) => event,
            Event::Machine(event) => event,
            Event::Ledger(event) => event,
            Event::Person(event) => event,
            Event::Rule(event) => event,
            Event::System(event) => event,
            Event::Applicability(event) => event,
            Event::Party(event) => event,
            Event::Requirement(event) => event,
            Event::Certificate(event) => event,
            Event::Document(event) => event,
            Event::Record(event) => event,
            Event::Statement(event) => event,
            Event::Approval(event) => event,
            Event::Soa(event) => event,
            Event::Mapping(event) => event,
            Event::Point(event) => event,
            Event::Review(event) => event,
            Event::Audit(event) => event,
            Event::Pack(event) => event,
            Event::Question(event) => event,
        }
    }
}

impl Event {
    /// The clauses and controls that a scope statement leaves out, where this changes one: its lines decide, too.
    fn left_out_by(&self, db: &Connection) -> Result<BTreeSet<ClauseRef>> {
        let Event::System(SystemEvent::ScopeStated { system, .. }) = self else { return Ok(BTreeSet::new()) };
        let stated = systems::systems(db)?.into_iter().find(|one| one.id == *system);
        let excluded = stated.map(|system| system.exclusions()).transpose()?.unwrap_or_default();
        Ok(excluded.into_iter().map(|one| one.reference).collect())
    }
}

impl Meaning for Event {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        // What is taken back has to be seen while it is still there, what comes once it is there.
        if let Event::Mapping(event) = self {
            coverage::on_mapping(db, event)?;
        }
        let mut left_out = self.left_out_by(db)?;
        self.meaning().apply(db, stamp)?;
        left_out.extend(self.left_out_by(db)?);
        left_out.iter().try_for_each(|control| coverage::hold_again(db, control))?;
        match self {
            Event::Document(event) => match event.document(db)? {
                Some(document) => {
                    documents::stand(db, document)?;
                    reviews::settle(db, document)?;
                    let item = ItemId::Document(document);
                    match event {
                        DocumentEvent::Corrected { .. } => coverage::place_again(db, item)?,
                        _ => coverage::count_again(db, item)?,
                    }
                    coverage::settle_again(db, item)
                }
                None => Ok(()),
            },
            Event::Record(event) => coverage::on_record(db, event),
            Event::Mapping(event) => {
                match (event.places(), event.maps()) {
                    (Some(item), _) => coverage::place_again(db, item)?,
                    // What was accepted from a control may rest on another mapping now.
                    (None, Some(item)) if mapping::may_be_held(db, item)? => coverage::place_again(db, item)?,
                    _ => {}
                }
                event.maps().map_or(Ok(()), |item| questions::stand(db, item))
            }
            Event::Applicability(ApplicabilityEvent::Decided { reference, .. }) => coverage::hold_again(db, reference),
            Event::Point(event) => {
                coverage::place_again(db, event.item())?;
                questions::stand(db, event.item())
            }
            _ => Ok(()),
        }
    }

    fn subjects(&self, db: &Connection) -> Result<Vec<Uuid>> {
        self.meaning().subjects(db)
    }

    fn frames_all(&self) -> bool {
        self.meaning().frames_all()
    }

    fn about(&self, db: &Connection) -> Result<String> {
        self.meaning().about(db)
    }

    fn time_zone(&self) -> Option<Zone> {
        self.meaning().time_zone()
    }

    fn day_said(&self) -> Option<SaidDay> {
        self.meaning().day_said()
    }

    fn undoing(&self) -> Undoing {
        self.meaning().undoing()
    }

    fn later(&self, event: &str) -> Later {
        self.meaning().later(event)
    }

    fn take_back(&self, tx: &mut Tx<'_>, seq: u64) -> Result<()> {
        self.meaning().take_back(tx, seq)
    }
}

impl Change for Event {
    fn replay(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        self.meaning().apply(db, stamp)
    }
}
