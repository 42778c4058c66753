//! A sample organisation for new users, pictures and tests: a small managed-service provider with believable
//! documents, records, scopes, decisions on what applies, certificates, overdue reviews and gaps. It is made through the same commands as everything else.
//! Its clock runs from a year ago to today, so that there is a past to look back on.

mod applies;
mod files;
mod story;

use crate::day::{Day, Due, Zone};
use crate::documents::{self, Approval, Communication, NewDocument, NewRevision};
use crate::error::Result;
use crate::filed::FiledFile;
use crate::ids::DocumentId;
use crate::items::ItemId;
use crate::mapping::{self, NewLink, Origin, Strength};
use crate::people::{self, Role};
use crate::records::{self, NewRecord, Particulars};
use crate::reviews::{self, Outcome};
use crate::search::TextCache;
use crate::standards::{EditionId, catalogue};
use crate::systems::{self, ScopeKind, ScopeStatement};
use crate::workspace::{Clock, Tx, Workspace};
use story::{
    AUDIT, CERTIFIED, DOCUMENTS, Doc, PARTNERS, PEOPLE, Partner, RECORDS, REQUIRED, RULED_ON, Rec, Ruled, STATEMENT,
};

/// Fills an empty workspace. `zone` is the organisation's time zone, `today` the day the story ends on.
pub fn fill(workspace: &mut Workspace, zone: Zone, today: Day) -> Result<()> {
    let clock = workspace.clock();
    let now = clock.now();
    let cache = TextCache::open(&workspace.text_db())?;
    let begin = today.minus_days(400);
    at(workspace, zone, begin, now);
    workspace.transact(|tx| systems::set_time_zone(tx, zone))?;
    workspace.transact(found)?;
    let held = systems::editions_held(workspace.db())?;

    // What happens on which day, in the order of the days: the ledger's time never runs backwards.
    let mut days: Vec<(Day, Step)> = Vec::new();
    for doc in DOCUMENTS {
        days.push((today.minus_days(doc.age), Step::Document(doc)));
        if let Some(ago) = doc.reviewed {
            days.push((today.minus_days(ago), Step::Review(doc)));
        }
        if let Some((ago, label)) = doc.revised {
            days.push((today.minus_days(ago), Step::Revise(doc, label)));
        }
    }
    days.extend(RECORDS.iter().map(|rec| (today.minus_days(rec.age), Step::Record(rec))));
    days.extend(RULED_ON.iter().map(|ruled| (today.minus_days(ruled.age), Step::Decide(ruled))));
    days.extend(PARTNERS.iter().map(|partner| (today.minus_days(partner.age), Step::Partner(partner))));
    for (age, step) in [(REQUIRED, Step::Require), (STATEMENT.0, Step::Issue), (CERTIFIED, Step::Certify)] {
        days.push((today.minus_days(age), step));
    }
    days.sort_by_key(|(day, _)| *day);
    for (day, step) in days {
        at(workspace, zone, day, now);
        match step {
            Step::Document(doc) => document(workspace, &cache, doc, day, &held)?,
            Step::Revise(doc, label) => revise(workspace, &cache, doc, label, day)?,
            Step::Review(doc) => {
                workspace.act_as("quality@example.org");
                workspace
                    .transact(|tx| reviews::conclude(tx, doc.code, Outcome::Confirmed, doc.why_confirmed, day, None))?;
            }
            Step::Record(rec) => record(workspace, &cache, rec, day, &held)?,
            Step::Decide(ruled) => managed(workspace, |tx| applies::decide(tx, ruled, today))?,
            Step::Partner(partner) => managed(workspace, |tx| applies::partner(tx, partner))?,
            Step::Require => managed(workspace, applies::require)?,
            Step::Issue => applies::issue(workspace)?,
            Step::Certify => managed(workspace, |tx| applies::certify(tx, day))?,
        }
    }
    at(workspace, zone, today, now);
    workspace.act_as("quality@example.org");
    workspace.transact(|tx| {
        crate::audits::plan(
            tx,
            crate::audits::NewAudit {
                code: AUDIT.into(),
                title: "Combined surveillance audit".into(),
                kind: crate::audits::AuditKind::Surveillance,
                editions: systems::editions_held(tx.db())?,
                scope: Vec::new(),
                period_from: Some(today.minus_days(365)),
                period_to: Some(today),
            },
        )
    })?;
    workspace.checkpoint()?;
    workspace.set_clock(clock);
    workspace.renew()?;
    Ok(())
}

enum Step {
    Document(&'static Doc),
    Revise(&'static Doc, &'static str),
    Review(&'static Doc),
    Record(&'static Rec),
    Decide(&'static Ruled),
    Partner(&'static Partner),
    Require,
    Issue,
    Certify,
}

/// What the quality manager does.
fn managed(workspace: &mut Workspace, work: impl FnOnce(&mut Tx<'_>) -> Result<()>) -> Result<()> {
    workspace.act_as("quality@example.org");
    workspace.transact(work)
}

/// The middle of a day.
fn noon(zone: Zone, day: Day) -> i64 {
    i64::midpoint(zone.first_instant(day), zone.last_instant(day) + 1)
}

/// Noon of a day; of the day that it is now, no later than it is.
fn at(workspace: &mut Workspace, zone: Zone, day: Day, now: i64) {
    let noon = noon(zone, day);
    let instant = if zone.day(now) == day { noon.min(now) } else { noon };
    workspace.set_clock(Clock::Fixed(instant));
}

fn found(tx: &mut Tx<'_>) -> Result<()> {
    systems::name_organisation(tx, "Fjordlink Managed Services")?;
    // Whoever manages comes last: from then on others are enrolled by them alone.
    for (name, email, role) in PEOPLE.iter().rev() {
        people::enrol(tx, name, email, Role::parse(role)?, None)?;
    }
    for edition in ["9001:2015", "20000-1:2018", "27001:2022"] {
        systems::establish(tx, &edition.parse()?)?;
    }
    systems::add_scope_item(tx, "OSL", ScopeKind::Site, "Oslo, head office", &[])?;
    systems::add_scope_item(tx, "BGO", ScopeKind::Site, "Bergen, data centre", &[])?;
    systems::add_scope_item(tx, "TRD", ScopeKind::Site, "Trondheim, field service", &[])?;
    systems::add_scope_item(tx, "ALL", ScopeKind::Organisation, "The whole organisation", &[])?;
    let sites = |codes: &[&str]| codes.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
    systems::add_scope_item(tx, "WORKPLACE", ScopeKind::Service, "Managed workplace", &sites(&["OSL", "BGO", "TRD"]))?;
    systems::add_scope_item(tx, "HOSTING", ScopeKind::Service, "Business hosting", &sites(&["BGO"]))?;
    systems::set_scope(tx, "QMS", &sites(&["OSL", "BGO", "TRD", "WORKPLACE", "HOSTING"]))?;
    systems::set_scope(tx, "SMS", &sites(&["OSL", "BGO", "TRD", "WORKPLACE", "HOSTING"]))?;
    systems::set_scope(tx, "ISMS", &sites(&["OSL", "BGO", "HOSTING"]))?;
    systems::state_scope(
        tx,
        "SMS",
        ScopeStatement {
            boundaries: "All sites of Fjordlink Managed Services".into(),
            provider: "Fjordlink Managed Services, service department".into(),
            whole_organisation: Some(true),
            services: vec!["Managed workplace".into(), "Business hosting".into()],
            all_services: Some(true),
            ..ScopeStatement::default()
        },
    )?;
    systems::state_scope(
        tx,
        "QMS",
        ScopeStatement {
            boundaries: "All sites of Fjordlink Managed Services".into(),
            whole_organisation: Some(true),
            offerings: vec!["Operation of workplaces and servers for customers".into()],
            all_offerings: Some(true),
            not_applicable: vec!["8.3: services are taken from the catalogue and not developed for customers".into()],
            unaffected: Some(true),
            ..ScopeStatement::default()
        },
    )?;
    systems::state_scope(
        tx,
        "ISMS",
        ScopeStatement {
            boundaries: "Head office in Oslo and data centre in Bergen".into(),
            whole_organisation: Some(false),
            other_parties: "Power and cooling in Bergen are run by the landlord".into(),
            ..ScopeStatement::default()
        },
    )
}

fn take(workspace: &Workspace, cache: &TextCache, path: &str, content: &[u8], day: Day) -> Result<FiledFile> {
    let stored = workspace.vault().put_bytes(content)?;
    let found = crate::extract::extract_bytes(content);
    cache.put_many(&[(stored.digest, found.clone())])?;
    Ok(FiledFile {
        digest: stored.digest,
        size: stored.size,
        name: path.rsplit('/').next().unwrap_or(path).to_owned(),
        path: path.to_owned(),
        modified: Some(noon(workspace.zone()?, day)),
        media: found.media,
        problem: found.problem,
        clauses: crate::reading::clauses_named(&found.text),
    })
}

fn document(workspace: &mut Workspace, cache: &TextCache, doc: &Doc, day: Day, held: &[EditionId]) -> Result<()> {
    let path = format!("{}/{} {} v{}.docx", doc.folder, doc.code, doc.title, doc.version);
    let content = files::document(doc, doc.version, day)?;
    let file = take(workspace, cache, &path, &content, day)?;
    workspace.act_as("author@example.org");
    let id: DocumentId = workspace.transact(|tx| {
        let mut new = NewDocument::new(doc.code, doc.title, documents::DocumentKind::parse(doc.kind)?);
        new.owner = doc.owner.into();
        new.approver = "Managing Director".into();
        new.classification = "Internal".into();
        new.retention = "3 years after replacement".into();
        new.review_interval = Some(doc.interval);
        new.scope = scope(tx, doc.scope)?;
        let id = documents::register(tx, new)?;
        let revision = NewRevision {
            label: Some(doc.version.into()),
            summary: "First issue".into(),
            author: doc.owner.into(),
            files: vec![file],
        };
        documents::file_revision(tx, id, revision)?;
        link(tx, ItemId::Document(id), doc.clauses, held)?;
        Ok(id)
    })?;
    if doc.draft {
        return Ok(());
    }
    workspace.act_as("director@example.org");
    workspace.transact(|tx| documents::approve(tx, id, approval(None, day)))?;
    if documents::DocumentKind::parse(doc.kind)? == documents::DocumentKind::Policy {
        workspace.act_as("quality@example.org");
        let told = Communication { label: None, on: day, to: "All staff".into(), how: "Staff meeting".into() };
        workspace.transact(|tx| documents::communicate(tx, id, told))?;
    }
    Ok(())
}

fn approval(label: Option<String>, day: Day) -> Approval {
    Approval {
        label,
        by: "Managing Director".into(),
        on: Some(Due::Day { day }),
        effective_from: day,
        next_review: None,
        reason: String::new(),
    }
}

fn revise(workspace: &mut Workspace, cache: &TextCache, doc: &Doc, label: &str, day: Day) -> Result<()> {
    let path = format!("{}/{} {} v{label}.docx", doc.folder, doc.code, doc.title);
    let content = files::document(doc, label, day)?;
    let file = take(workspace, cache, &path, &content, day)?;
    workspace.act_as("director@example.org");
    workspace.transact(|tx| {
        let revision = NewRevision {
            label: Some(label.into()),
            summary: "Responsibilities named, dates corrected".into(),
            author: doc.owner.into(),
            files: vec![file],
        };
        documents::file_revision(tx, doc.code, revision)?;
        documents::approve(tx, doc.code, approval(Some(label.into()), day))
    })?;
    Ok(())
}

fn record(workspace: &mut Workspace, cache: &TextCache, rec: &Rec, day: Day, held: &[EditionId]) -> Result<()> {
    let (ending, content) = files::record(rec, day)?;
    let path = format!("Records/{}/{}.{ending}", rec.kind, rec.title);
    let file = take(workspace, cache, &path, &content, day)?;
    workspace.act_as("quality@example.org");
    workspace.transact(|tx| {
        let new = NewRecord {
            particulars: Particulars {
                kind: rec.kind.into(),
                period_from: rec.covers.map(|days| day.minus_days(days)),
                period_to: rec.covers.map(|_| day),
                collected: Some(day),
                valid_until: rec.valid.map(|days| day.plus_days(days)),
                retention: "3 years".into(),
                ..Particulars::new(rec.title.into())
            },
            files: vec![file],
            scope: scope(tx, rec.scope)?,
        };
        let id = records::file(tx, new)?;
        link(tx, ItemId::Record(id), rec.clauses, held)
    })
}

fn scope(tx: &Tx<'_>, codes: &[&str]) -> Result<Vec<crate::ids::ScopeItemId>> {
    systems::scope_codes(tx.db(), &codes.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>())
}

fn link(tx: &mut Tx<'_>, item: ItemId, clauses: &[&str], held: &[EditionId]) -> Result<()> {
    for text in clauses {
        // A tilde marks what is satisfied in part only.
        let (text, strength, reason) = match text.strip_prefix('~') {
            Some(text) => (text, Strength::Partial, "Describes who decides, not yet how results are measured"),
            None => (*text, Strength::Full, ""),
        };
        let reference = catalogue().reference(text, held)?;
        mapping::link(
            tx,
            NewLink {
                item,
                reference,
                strength,
                reason: reason.into(),
                variance: String::new(),
                scope: Vec::new(),
                origin: Origin::Hand,
                basis: None,
            },
        )?;
    }
    Ok(())
}
