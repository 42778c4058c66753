//! One event of each kind with every field set, and one more for each further form of what it holds. Whoever adds a
//! field to an event has to set it here: that is how a test comes to see it.

use clausebook::approval::{ApprovalEvent, Ended, Part};
use clausebook::audits::{AuditEvent, AuditKind};
use clausebook::certificates::{self, CertificateEvent};
use clausebook::day::{Day, Due};
use clausebook::digest::Digest;
use clausebook::documents::{self, DocumentEvent, DocumentKind};
use clausebook::extract::{Media, Unsearchable};
use clausebook::filed::FiledFile;
use clausebook::ids::{
    ApprovalId, AuditId, AwayId, CertificateId, DocumentId, LinkId, PackId, PartyId, PersonId, QuestionId, RecordId,
    RequirementId, ReviewId, RevisionId, ScopeItemId, StatementId, SystemId,
};
use clausebook::items::ItemId;
use clausebook::mapping::{Accepted, Basis, MappingEvent, Opened, Origin, PointEvent, SettledBy, Strength};
use clausebook::named::{Change, Correction, Said as Entered};
use clausebook::packs::PackEvent;
use clausebook::parties::{self, Held, PartyEvent, PartyFact, PartyKind};
use clausebook::people::{PersonEvent, Role};
use clausebook::questions::{
    About, Asking, Cell, ColumnRead, ColumnsRead, List, Matter, QuestionEvent, Reading, RowRead, Said, Source, WordRead,
};
use clausebook::records::{self, Exit, RecordEvent};
use clausebook::requirements::{RequirementEvent, RequirementKind};
use clausebook::reviews::{Cites, Outcome, Rests, ReviewEvent, SectionsNoted};
use clausebook::rules::{Rule, RuleEvent, Value as RuleValue};
use clausebook::standards::{ClauseRef, Direction};
use clausebook::statements::{Meant, StatementEvent, Subject};
use clausebook::systems::{RunBy, ScopeAnswer, ScopeComparison, ScopeKind, ScopeQuestion, ScopeStatement, SystemEvent};
use clausebook::workspace::{BatchEvent, Kept, LedgerEvent, MachineEvent, Vouched};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::applying::{applicability, issued};
use crate::support::day;

pub(super) fn id(number: u128) -> Uuid {
    Uuid::from_u128((0x0190_0000_0000_7000_8000 << 48) | number)
}

fn clause(text: &str) -> ClauseRef {
    text.parse().unwrap()
}

pub(super) fn on(n: u32) -> Day {
    day(2026, 3, n)
}

fn file() -> FiledFile {
    FiledFile {
        digest: Digest::of(b"content"),
        size: 7,
        name: "PR-01.pdf".into(),
        path: "2 Procedures/PR-01.pdf".into(),
        modified: Some(1_772_000_000_000),
        media: Media::Pdf,
        problem: Some(Unsearchable::ImageOnly),
        clauses: Vec::new(),
    }
}

/// A text and the scope corrected.
fn correction(field: &str) -> Correction {
    let change = |field: &str, before, after| Change { field: field.to_owned(), before, after };
    let [before, after] = ["Before", "After"].map(|text| Entered::Text(text.to_owned()));
    let [some, none] = [vec![ScopeItemId(id(3))], Vec::new()].map(Entered::Items);
    let changes = vec![change(field, before, after), change("scope", some, none)];
    Correction { changes, reason: "Entered wrongly".into() }
}

fn written<E: Serialize>(events: Vec<E>) -> impl Iterator<Item = Value> {
    events.into_iter().map(|event| serde_json::to_value(event).unwrap())
}

fn machines() -> Vec<MachineEvent> {
    let key = |id: &str| format!("clausebook.local/0190+{id}+AQIDBA==");
    vec![MachineEvent::KeyEnrolled {
        site: id(40),
        key: key("0a0b0c0d"),
        vouched: Some(Vouched { by: key("01020304"), signature: "00ff".into() }),
        reason: Some("The old laptop is lost".into()),
    }]
}

fn ledger() -> Vec<LedgerEvent> {
    let root = Digest::of(b"root");
    vec![
        LedgerEvent::Accepted { reason: "Backup of Monday".into(), entries: 12, root },
        LedgerEvent::UnsignedAccepted { from: 12, to: 14, reason: "Written by the old tool".into() },
        LedgerEvent::DaySaid { from: 7, to: 9, day: on(5), reason: "The clock stood in 2076".into() },
        LedgerEvent::AnswerKept {
            entries: 12,
            checkpoint: Digest::of(b"checkpoint"),
            answer: Kept { digest: Digest::of(b"answer"), size: 6, name: "answer.tsr".into() },
        },
    ]
}

/// All of them.
pub(super) fn all() -> Vec<Value> {
    let mut all = Vec::new();
    all.extend(written(vec![BatchEvent::Undone { first: 12, last: 14 }]));
    all.extend(written(machines()));
    all.extend(written(ledger()));
    all.extend(written(people()));
    all.extend(written(rules()));
    all.extend(written(systems()));
    all.extend(written(applicability()));
    all.extend(written(issued()));
    all.extend(written(parties()));
    all.extend(written(requirements()));
    all.extend(written(certificates()));
    all.extend(written(documents()));
    all.extend(written(records()));
    all.extend(written(statements()));
    all.extend(written(approvals()));
    all.extend(written(mappings()));
    all.extend(written(points()));
    all.extend(written(reviews()));
    all.extend(written(audits()));
    all.extend(written(packs()));
    all.extend(written(questions()));
    all
}

fn people() -> Vec<PersonEvent> {
    let change = |field: &str, before: &str, after: &str| Change {
        field: field.into(),
        before: Entered::Text(before.into()),
        after: Entered::Text(after.into()),
    };
    vec![
        PersonEvent::Enrolled {
            id: PersonId(id(1)),
            name: "Quality Manager".into(),
            email: "quality@example.org".into(),
            role: Role::QualityManager,
            key: Some("ssh-ed25519 AAAA quality@example.org".into()),
        },
        PersonEvent::Corrected {
            id: PersonId(id(1)),
            correction: Correction {
                changes: vec![
                    change("name", "Manager", "Quality Manager"),
                    change("role", "author", "quality_manager"),
                ],
                reason: "Promoted".into(),
            },
        },
        PersonEvent::Left {
            id: PersonId(id(1)),
            on: on(2),
            reason: "Retired".into(),
            successor: Some(PersonId(id(31))),
        },
        PersonEvent::Returned { id: PersonId(id(1)), role: Role::Approver },
        PersonEvent::AuthorRuleSet { allowed: true, reason: "One person does all".into() },
        PersonEvent::KeyEnrolled { id: PersonId(id(1)), key: "ssh-ed25519 AAAA".into(), from: on(3) },
        PersonEvent::KeyRetired {
            id: PersonId(id(1)),
            key: "ssh-ed25519 AAAA".into(),
            from: on(4),
            reason: "Lost".into(),
        },
        PersonEvent::Away {
            id: AwayId(id(32)),
            person: PersonId(id(1)),
            deputy: Some(PersonId(id(31))),
            from: on(5),
            until: on(9),
            reason: "Holiday".into(),
        },
        PersonEvent::Back {
            away: AwayId(id(32)),
            person: PersonId(id(1)),
            from: Some(on(7)),
            reason: "Earlier".into(),
        },
    ]
}

fn rules() -> Vec<RuleEvent> {
    vec![RuleEvent::Set {
        rule: Rule::Approvers,
        kind: "policy".into(),
        before: Some(RuleValue::Number(1)),
        after: Some(RuleValue::Number(2)),
        reason: "Four eyes".into(),
    }]
}

fn statements() -> Vec<StatementEvent> {
    vec![StatementEvent::Made {
        id: StatementId(id(33)),
        subject: Subject {
            item: ItemId::Document(DocumentId(id(4))),
            code: "PR-01".into(),
            revision: Some(RevisionId(id(5))),
            label: "2.0".into(),
            files: vec![Digest::of(b"content")],
        },
        meaning: Meant::Approved,
        reason: "Read it".into(),
        day: on(6),
        effective: Some(on(9)),
        signer: PersonId(id(1)),
        email: "quality@example.org".into(),
        instead_of: "md@example.org".into(),
        key: Some("ssh-ed25519 AAAA".into()),
        signature: Some("-----BEGIN SSH SIGNATURE-----".into()),
    }]
}

fn approvals() -> Vec<ApprovalEvent> {
    let (approval, document) = (ApprovalId(id(34)), DocumentId(id(4)));
    vec![
        ApprovalEvent::Submitted {
            id: approval,
            document,
            revision: RevisionId(id(5)),
            files: vec![Digest::of(b"content")],
            reviewers: vec![PersonId(id(31))],
            approvers: vec![PersonId(id(1))],
            quorum: 1,
            in_order: true,
            signed: true,
            planned: Some(on(9)),
            reason: "First version".into(),
        },
        ApprovalEvent::Decided {
            id: approval,
            document,
            part: Part::Approve,
            person: PersonId(id(1)),
            meaning: Meant::Approved,
            statement: StatementId(id(33)),
            effective: Some(on(9)),
            ended: Some(Ended::Approved),
        },
        ApprovalEvent::CalledOff { id: approval, document, reason: "Not yet".into() },
    ]
}

fn systems() -> Vec<SystemEvent> {
    let (system, item) = (SystemId(id(2)), ScopeItemId(id(3)));
    vec![
        SystemEvent::OrganisationNamed { name: "Harbour Laboratories".into() },
        SystemEvent::OrganisationCorrected {
            before: "Harbor Laboratories".into(),
            after: "Harbour Laboratories".into(),
            reason: "As in the register of companies".into(),
        },
        SystemEvent::TimeZoneSet { zone: "Europe/Oslo".parse().unwrap() },
        SystemEvent::Established {
            id: system,
            code: "QMS".into(),
            name: "quality management system".into(),
            edition: "9001:2015".into(),
        },
        SystemEvent::ScopeStated {
            system,
            statement: ScopeStatement {
                boundaries: "Both sites".into(),
                whole_organisation: Some(true),
                provider: "Service department".into(),
                services: vec!["Service desk".into()],
                all_services: Some(true),
                offerings: vec!["Test kits".into()],
                all_offerings: Some(false),
                activities: vec!["Operation".into()],
                all_activities: Some(false),
                not_applicable: vec!["8.3: nothing is developed".into()],
                unaffected: Some(true),
                other_parties: "none".into(),
                text: "Both sites with all they do.".into(),
            },
            undoes: Some(7),
        },
        SystemEvent::ScopeItemAdded {
            id: item,
            code: "HELP".into(),
            item_kind: ScopeKind::Service,
            name: "Service desk".into(),
            at: vec![ScopeItemId(id(4))],
        },
        SystemEvent::ScopeSet { system, items: vec![item] },
        SystemEvent::RunBySet {
            item,
            by: Some(RunBy::Shared),
            parties: vec![PartyId(id(50))],
            reason: "As in the contract".into(),
            undoes: Some(9),
        },
        SystemEvent::ScopesCompared {
            comparison: ScopeComparison {
                a: "SMS".into(),
                b: "ISMS".into(),
                both: vec!["N".into()],
                only_a: vec!["S".into()],
                only_b: vec!["IT".into()],
            },
        },
        SystemEvent::ScopeQuestionAnswered {
            question: ScopeQuestion::IsmsCoversServices,
            answer: ScopeAnswer::Partly,
            reason: "Only the service desk".into(),
        },
    ]
}

fn parties() -> Vec<PartyEvent> {
    let party = PartyId(id(50));
    let entered = |name: &str| parties::Entered {
        name: name.into(),
        kind: Some(PartyKind::External),
        within_larger_organisation: true,
        lead: Some(PartyId(id(51))),
    };
    let held = |words: &str| Some(Held { document: "CT-01".into(), words: words.into() });
    vec![
        PartyEvent::Added { id: party, entered: entered("Northern Hosting") },
        PartyEvent::Corrected {
            id: party,
            before: entered("Northern Hosting"),
            after: entered("Northern Hosting Ltd"),
            reason: "As in the contract".into(),
        },
        PartyEvent::Noted {
            party,
            fact: PartyFact::ServiceLevelAgreement,
            before: held("alone"),
            after: held("contract"),
        },
        PartyEvent::TakenBack { id: party },
    ]
}

fn requirements() -> Vec<RequirementEvent> {
    let id = RequirementId(id(52));
    vec![
        RequirementEvent::Added {
            id,
            kind: RequirementKind::Service,
            text: "Answers within an hour".into(),
            agreed: "With the customer, agreement 4".into(),
            scope_item: Some(ScopeItemId(Uuid::from_u128(3))),
        },
        RequirementEvent::Dropped { id, reason: "The service ended".into() },
    ]
}

fn certificates() -> Vec<CertificateEvent> {
    let certificate = CertificateId(id(53));
    let entered = |number: &str| certificates::Entered {
        number: number.into(),
        body: "Certification body".into(),
        words: "Hosting in Bergen".into(),
        scope: vec![ScopeItemId(id(3))],
        issued: on(1),
        valid_until: on(28),
        surveillance: vec![on(14)],
        statement: "3".into(),
    };
    vec![
        CertificateEvent::Issued { id: certificate, system: SystemId(id(2)), entered: entered("IS-1") },
        CertificateEvent::Corrected {
            id: certificate,
            before: entered("IS-1"),
            after: entered("IS-01"),
            reason: "Misread".into(),
        },
        CertificateEvent::Surveyed { id: certificate, day: on(14), on: Some(on(15)) },
        CertificateEvent::Withdrawn { id: certificate, on: Some(on(20)), reason: "The site closed".into() },
        CertificateEvent::TakenBack { id: certificate },
    ]
}

fn documents() -> Vec<DocumentEvent> {
    let (document, revision) = (DocumentId(id(5)), RevisionId(id(6)));
    let due = [
        Due::Day { day: on(1) },
        Due::Month { first: on(1) },
        Due::Ambiguous { day_first: day(2026, 3, 12), month_first: day(2026, 12, 3) },
    ];
    let mut all = vec![
        DocumentEvent::Registered {
            id: document,
            code: "PR-01".into(),
            particulars: documents::Particulars {
                title: "Control of documents".into(),
                kind: DocumentKind::Procedure,
                owner: "Quality Manager".into(),
                approver: "Managing Director".into(),
                classification: "Internal".into(),
                distribution: "All staff".into(),
                retention: "3 years".into(),
                source: "example.org".into(),
                language: "English".into(),
                review_interval: Some(12),
            },
            scope: vec![ScopeItemId(id(3))],
        },
        DocumentEvent::RevisionFiled {
            document,
            revision,
            label: "1.1".into(),
            summary: "Retention times changed".into(),
            author: "author@example.org".into(),
            files: vec![file()],
        },
        DocumentEvent::FilesAttached { revision, files: vec![file()] },
        DocumentEvent::RevisionFilesReplaced {
            document,
            revision,
            before: vec![file()],
            files: vec![file()],
            reason: "A file of another procedure".into(),
        },
        DocumentEvent::Corrected { document, correction: correction("owner") },
        DocumentEvent::Approved {
            document,
            revision,
            by: "director@example.org".into(),
            on: Some(due[0]),
            from: None,
            at_latest: Some(on(2)),
            next_review: None,
            reason: String::new(),
            own: false,
        },
        DocumentEvent::Approved {
            document,
            revision,
            by: "director@example.org".into(),
            on: Some(due[0]),
            from: Some(on(2)),
            at_latest: None,
            next_review: Some(due[1]),
            reason: "The newer one was printed wrongly".into(),
            own: true,
        },
        DocumentEvent::ApprovalTakenBack { document, revision, reason: "Approved the wrong file".into() },
        DocumentEvent::WithdrawalCalledOff { document, reason: "Still used on one site".into() },
        DocumentEvent::Reinstated {
            document,
            revision,
            reason: "The service goes on".into(),
            from: on(5),
            next_review: Some(due[0]),
        },
        DocumentEvent::Communicated { document, revision, on: on(6), to: "Site A".into(), how: "Meeting".into() },
        DocumentEvent::Communicated { document, revision, on: on(7), to: "All staff".into(), how: String::new() },
        DocumentEvent::CommunicationTakenBack {
            document,
            revision,
            on: on(6),
            to: "Site A".into(),
            how: "Meeting".into(),
            reason: "It was site B".into(),
        },
        DocumentEvent::MadeEffective { document, revision, from: on(2) },
        DocumentEvent::RevisionRetired { revision, on: Some(on(3)) },
        DocumentEvent::Withdrawn { document, reason: "No longer needed".into(), on: on(4) },
        DocumentEvent::RevisionTakenBack { document, revision },
        DocumentEvent::TakenBack { document },
        DocumentEvent::NextReviewSet { document, due: None },
    ];
    all.extend(due.map(|due| DocumentEvent::NextReviewSet { document, due: Some(due) }));
    all
}

fn records() -> Vec<RecordEvent> {
    let record = RecordId(id(7));
    vec![
        RecordEvent::Filed {
            id: record,
            number: Some(records::Number { code: "REC-2026-014".into(), year: 2026, place: 14 }),
            particulars: records::Particulars {
                title: "Continuity exercise".into(),
                kind: "Continuity".into(),
                period_from: Some(on(1)),
                period_to: Some(on(2)),
                collected: Some(on(3)),
                valid_until: Some(on(31)),
                retention: "3 years".into(),
                note: "Ran without one site.".into(),
            },
            files: vec![file()],
            scope: vec![ScopeItemId(id(3))],
        },
        RecordEvent::Corrected {
            id: record,
            correction: Correction {
                changes: vec![
                    Change {
                        field: "title".into(),
                        before: Entered::Text("Continuity test".into()),
                        after: Entered::Text("Continuity exercise".into()),
                    },
                    Change {
                        field: "scope".into(),
                        before: Entered::Items(Vec::new()),
                        after: Entered::Items(vec![ScopeItemId(id(3))]),
                    },
                ],
                reason: "The wrong word".into(),
            },
        },
        RecordEvent::TakenBack { id: record, reason: String::new() },
        RecordEvent::TakenBack { id: record, reason: "Filed twice".into() },
        RecordEvent::Replaced { record, by: RecordId(id(13)), reason: "The next quarter".into(), on: on(6) },
        RecordEvent::Reinstated { id: record, exit: Exit::Replaced, reason: "Another exercise".into() },
        RecordEvent::NumberingSet {
            pattern: "EV-{year}-{number:4}".into(),
            before: records::USUAL.into(),
            reason: "As in the manual".into(),
        },
    ]
}

fn mappings() -> Vec<MappingEvent> {
    let linked = |item, origin| MappingEvent::Linked {
        id: LinkId(id(8)),
        item,
        reference: clause("9001:2015/7.5.3"),
        strength: Strength::Partial,
        reason: "Names no retention times".into(),
        variance: "Records are kept by another department".into(),
        scope: vec![ScopeItemId(id(3))],
        origin,
        basis: Some(Basis {
            relation: "similar".into(),
            direction: Direction::Onward,
            data: String::from("0123456789ab"),
        }),
        points: vec![opened()],
        data: String::from("0123456789ab"),
    };
    let (document, record) = (ItemId::Document(DocumentId(id(5))), ItemId::Record(RecordId(id(7))));
    let correlation = Origin::Correlation { from: clause("20000-1:2018/7.5.3"), relation: "identical_hls".into() };
    vec![
        linked(document, correlation),
        linked(document, Origin::Hand),
        linked(record, Origin::Import { source: "evidence index, row 2".into() }),
        MappingEvent::Unlinked {
            id: LinkId(id(8)),
            item: Some(document),
            reference: Some(clause("20000-1:2018/7.5.3")),
            reason: "The wrong clause".into(),
            follows_from: None,
        },
        MappingEvent::Unlinked {
            id: LinkId(id(8)),
            item: Some(document),
            reference: Some(clause("20000-1:2018/7.5.3")),
            reason: String::new(),
            follows_from: Some(clause("9001:2015/7.5.3")),
        },
        MappingEvent::Corrected {
            id: LinkId(id(8)),
            item: document,
            reference: clause("9001:2015/7.5.3"),
            correction: correction("variance"),
            follows_from: Some(clause("20000-1:2018/7.5.3")),
            points: vec![opened()],
            data: String::from("0123456789ab"),
        },
        MappingEvent::ProposalDeclined {
            item: document,
            reference: clause("27001:2013/A.12.1.1"),
            reason: "Another procedure covers it".into(),
        },
        MappingEvent::ProposalReopened { item: document, reference: clause("27001:2013/A.12.1.1") },
        MappingEvent::Linked {
            id: LinkId(id(8)),
            item: document,
            reference: clause("9001:2015/7.5.3"),
            strength: Strength::Full,
            reason: String::new(),
            variance: String::new(),
            scope: Vec::new(),
            origin: Origin::Hand,
            basis: None,
            points: vec![Opened { since: Some(on(6)), ..opened() }],
            data: String::from("0123456789ab"),
        },
    ]
}

fn opened() -> Opened {
    Opened { id: "OP-065".into(), at: clause("9001:2015/7.5.3"), from: LinkId(id(14)), to: LinkId(id(8)), since: None }
}

fn points() -> Vec<PointEvent> {
    let (item, point, at) = (ItemId::Document(DocumentId(id(5))), "OP-065".to_owned(), clause("9001:2015/7.5.3"));
    let settled = |by, reason: &str| PointEvent::Settled {
        item,
        point: point.clone(),
        at: at.clone(),
        by,
        reason: reason.into(),
    };
    vec![
        PointEvent::Opened { item, points: vec![opened()], data: String::from("0123456789ab") },
        PointEvent::Closed { item, points: vec![opened()] },
        settled(SettledBy::Evidence(ItemId::Record(RecordId(id(7)))), "Section 4"),
        settled(SettledBy::Statement("The archive cannot be written to".into()), ""),
        PointEvent::Left {
            item,
            point: point.clone(),
            at: at.clone(),
            reason: "Another site's".into(),
            what: "Says what it is for".into(),
        },
        PointEvent::LeftNoLonger { item, point: point.clone(), at: at.clone() },
        PointEvent::Reopened { item, point: point.clone(), at: at.clone(), reason: "It can".into() },
        PointEvent::Assigned {
            item,
            point: point.clone(),
            at: at.clone(),
            owner: "Quality Manager".into(),
            due: Some(on(20)),
        },
    ]
}

fn reviews() -> Vec<ReviewEvent> {
    let (review, document) = (ReviewId(id(9)), DocumentId(id(5)));
    let concluded = |outcome, reason: &str, owner: &str, revise_by| ReviewEvent::Concluded {
        id: review,
        document,
        revision: Some(RevisionId(id(6))),
        outcome,
        reason: reason.into(),
        on: on(5),
        next_review: Some(Due::Day { day: day(2027, 3, 5) }),
        owner: owner.into(),
        revise_by,
    };
    vec![
        concluded(Outcome::Confirmed, "Read through; it still holds", "", None),
        concluded(Outcome::Revise, "New suppliers", "Mira Holt", Some(on(20))),
        ReviewEvent::ChangeRequested {
            id: ReviewId(id(35)),
            document: DocumentId(id(4)),
            revision: Some(RevisionId(id(5))),
            reason: "A site moved".into(),
            owner: "Change Manager".into(),
            by: on(28),
            on: on(2),
        },
        ReviewEvent::RevisionCalledOff { review, document, reason: "Merged into another".into(), on: on(6) },
        ReviewEvent::Moved {
            id: ReviewId(id(13)),
            document,
            before: Some(Due::Month { first: on(1) }),
            next_review: on(31),
            reason: "The auditor comes in April".into(),
            on: on(7),
        },
        ReviewEvent::MoveTakenBack { id: ReviewId(id(13)), document },
        ReviewEvent::Rechecked {
            id: ReviewId(id(14)),
            item: ItemId::Document(document),
            system: Some(SystemId(id(2))),
            scope_item: Some(ScopeItemId(id(3))),
            link: None,
            change: 7,
            reason: "It names no place".into(),
            on: on(8),
        },
        ReviewEvent::SectionsNoted(SectionsNoted {
            document,
            before: RevisionId(id(6)),
            revision: RevisionId(id(15)),
            rests: vec![Rests {
                link: LinkId(id(8)),
                reference: "27001:2013/A.14.2.4".parse().unwrap(),
                sections: vec!["4.1".into()],
            }],
            cites: vec![Cites { item: ItemId::Document(DocumentId(id(16))), sections: vec!["5.1".into()] }],
        }),
        ReviewEvent::Rechecked {
            id: ReviewId(id(17)),
            item: ItemId::Document(document),
            system: None,
            scope_item: None,
            link: Some(LinkId(id(8))),
            change: 9,
            reason: "The new text says the same".into(),
            on: on(9),
        },
        ReviewEvent::RecheckTakenBack { id: ReviewId(id(14)), item: ItemId::Document(document) },
    ]
}

fn audits() -> Vec<AuditEvent> {
    vec![
        AuditEvent::Planned {
            id: AuditId(id(10)),
            code: "AUD-2026-1".into(),
            title: "Combined internal audit".into(),
            audit_kind: AuditKind::Internal,
            editions: vec!["9001:2015".parse().unwrap()],
            scope: vec![ScopeItemId(id(3))],
            period_from: Some(on(1)),
            period_to: Some(on(31)),
        },
        AuditEvent::Corrected { id: AuditId(id(10)), correction: correction("title") },
    ]
}

fn questions() -> Vec<QuestionEvent> {
    let (question, document) = (QuestionId(id(13)), DocumentId(id(5)));
    let (revision, draft) = (RevisionId(id(6)), RevisionId(id(14)));
    let said = Said {
        words: "12/03/26".into(),
        source: Source::MasterList,
        name: "Register 2026.xlsx".into(),
        row: Some(8),
        column: "Next rev.".into(),
        beside: vec![Cell { column: "Doc ID".into(), words: "PR-01".into() }],
    };
    let asked = |about, matter, readings| QuestionEvent::Asked {
        id: question,
        asking: Box::new(Asking { about, matter, said: vec![said.clone()], readings, held: "2026-03-12".into() }),
    };
    let about = || About::Document(document);
    let date = Reading::Date(Due::Day { day: on(12) });
    let file = [Reading::NewRevision { label: Some("1.2".into()) }, Reading::Correction, Reading::NotKept];
    let row = [Reading::OutOfUse, Reading::Kept, Reading::OtherList];
    let particular = || String::from("owner");
    vec![
        asked(about(), Matter::Date { particular: "next_review".into() }, vec![date.clone(), Reading::NoDate]),
        asked(about(), Matter::ApprovalDay { revision, by: "Director".into() }, vec![date.clone()]),
        asked(about(), Matter::Particular { particular: particular() }, vec![Reading::Value("Purchasing".into())]),
        asked(about(), Matter::Status { by: "Director".into() }, vec![Reading::InForce]),
        asked(about(), Matter::ChangedFile { revision, draft, digests: vec![Digest::of(b"content")] }, file.to_vec()),
        asked(About::Path("a.pdf".into()), Matter::MissingFile { path: "a.pdf".into() }, vec![Reading::Kept]),
        asked(
            About::Record(RecordId(id(7))),
            Matter::DocumentOrRecord {
                code: "Scope".into(),
                title: "Scope of the ISMS".into(),
                document_kind: "manual".into(),
                label: "1".into(),
            },
            vec![Reading::Document, Reading::Kept],
        ),
        asked(About::Record(RecordId(id(7))), Matter::RowGone { list: List::EvidenceIndex, seq: 12 }, row.to_vec()),
        asked(
            about(),
            Matter::Points { at: clause("9001:2015/7.5.3"), points: vec![opened()] },
            vec![Reading::Open, Reading::Left, Reading::TakenBack],
        ),
        asked(
            about(),
            Matter::Relation {
                at: clause("9001:2015/7.5.3"),
                from: clause("20000-1:2018/7.5.3"),
                was: Accepted { relation: "similar".into(), direction: Some(Direction::Both) },
                now: Some(Accepted { relation: "aligned".into(), direction: None }),
            },
            vec![Reading::Kept],
        ),
        QuestionEvent::Settled { question, answer: date, reading: Some(1), reason: "As in the document".into() },
        QuestionEvent::Reopened { question },
        QuestionEvent::SetAside { question, aside: true },
        QuestionEvent::Closed { question },
        QuestionEvent::ListRead {
            list: List::MasterList,
            name: "Register 2026.xlsx".into(),
            rows: vec![RowRead {
                item: ItemId::Document(document),
                row: Some(8),
                said: Some([("owner".to_owned(), "Purchasing".to_owned())].into()),
            }],
        },
        QuestionEvent::ColumnsRead(Box::new(ColumnsRead {
            list: List::MasterList,
            name: "Register 2026.xlsx".into(),
            shape: "doc id | q".into(),
            columns: [("Doc ID", "number"), ("Q", "clauses 9001")]
                .map(|(name, meaning)| ColumnRead { name: name.into(), meaning: meaning.into() })
                .to_vec(),
            words: vec![WordRead { under: "status".into(), words: "OK".into(), meaning: "effective".into() }],
        })),
    ]
}

fn packs() -> Vec<PackEvent> {
    vec![PackEvent::Issued {
        recorded: Some(day(2026, 3, 20)),
        id: PackId(id(11)),
        audit: AuditId(id(10)),
        name: "AUD-2026-1 audit pack 2026-03-31".into(),
        day: on(31),
        sha256: Digest::of(b"pack"),
        size: 4,
        files: 24,
        ledger_size: 118,
        checkpoint: "a signed note".into(),
        previous: Some(PackId(id(12))),
        pages: "7 fdcb0a443311".into(),
        items: vec![ItemId::Document(DocumentId(id(3))), ItemId::Record(RecordId(id(5)))],
    }]
}
