//! A small life in which every kind of event is written once: all tables are made from the ledger alone.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use clausebook::applicability::{self, Implemented, OwnControl};
use clausebook::approval::{self, Decision, Submission};
use clausebook::audits::{self, AuditKind, NewAudit};
use clausebook::certificates::{self, CertificateChange, NewCertificate};
use clausebook::day::Due;
use clausebook::day::Zone;
use clausebook::demo;
use clausebook::documents::{self, Communication, DocumentEvent, Reinstatement};
use clausebook::ids::LinkId;
use clausebook::items::ItemId;
use clausebook::ledger::{Appender, Checkpoint};
use clausebook::mapping::{self, MappingEvent, NamedPoint, NewLink, Origin, SettledBy, Strength};
use clausebook::named::Wanted;
use clausebook::packs;
use clausebook::parties::{self, Held, NewParty, PartyChange, PartyFact, PartyKind};
use clausebook::people::{self, Role};
use clausebook::questions::{
    self, About, Answer, ColumnRead, ColumnsRead, Kind, List, Matter, NewQuestion, Reading, RowRead, Said,
};
use clausebook::records::{self, NewRecord};
use clausebook::requirements::{self, NewRequirement, RequirementKind};
use clausebook::reviews::{self, Cites, ForChange, Outcome, SectionsNoted};
use clausebook::rules::{self, Rule, Value as RuleValue};
use clausebook::signing::Passphrase;
use clausebook::soa;
use clausebook::statements::{Keys, Signing};
use clausebook::systems::{self, RunBy, ScopeAnswer, ScopeKind, ScopeQuestion, ScopeStatement};
use clausebook::undo;
use clausebook::workspace::{LedgerEvent, stamped};
use serde_json::Value;

use crate::support::organisation::{Organisation, approval, by_hand, clause, kinds_of, paper, record, revision, today};
use crate::support::{Place, day, file, rows};

/// Every kind of event that `tests/forms` keeps the form of.
fn kinds() -> BTreeSet<String> {
    let kept = include_str!("../forms/snapshots/events.snap");
    let form: Value = serde_json::from_str(kept.split_once("\n---\n").unwrap().1).unwrap();
    form["parts"].as_object().unwrap().keys().cloned().collect()
}

fn corrected(field: &str, text: &str) -> Wanted {
    Wanted::from([(field.to_owned(), text.to_owned())])
}

fn organisation(at: &mut Organisation) {
    at.sites(&["A", "B"]);
    at.does(|tx| {
        systems::name_organisation(tx, "Harbor Laboratories")?;
        systems::correct_name(tx, "Harbour Laboratories", "as in the register of companies")?;
        systems::set_time_zone(tx, "Europe/Oslo".parse()?)?;
        people::enrol(tx, "Auditor", "auditor@example.org", Role::Auditor, None)?;
        people::correct(tx, "auditor@example.org", Some("Lead Auditor"), Some(Role::Reader), "no longer audits")?;
        people::leave(tx, "auditor@example.org", None, None, "retired")?;
        people::enrol(tx, "Auditor", "auditor@example.org", Role::Auditor, None)?;
        people::set_author_rule(tx, true, "few people")?;
        let (from, until) = (tx.today(), tx.today().plus_days(9));
        let going = people::Going { deputy: None, from, until, reason: "Holiday" };
        people::go_away(tx, "auditor@example.org", &going)?;
        people::come_back(tx, "auditor@example.org", "earlier")?;
        people::go_away(tx, "auditor@example.org", &going)?;
        rules::set(tx, Rule::Interval, "plan", Some(RuleValue::Number(24)), "plans last")?;
        systems::add_scope_item(tx, "HELP", ScopeKind::Service, "Service desk", &["B".into()])?;
        let new = NewParty { name: "Hosting", kind: Some(PartyKind::External), ..NewParty::default() };
        let party = parties::add(tx, new)?;
        let change = PartyChange { kind: Some(PartyKind::Internal), ..PartyChange::default() };
        parties::correct(tx, "Hosting", change, "it belongs to the group")?;
        let held = Held { document: String::new(), words: "loss of data".into() };
        parties::note(tx, "Hosting", PartyFact::Risk, Some(held))?;
        let (kind, agreed, service) = (RequirementKind::Service, "with the customer", Some("HELP"));
        let text = "answers within an hour";
        requirements::add(tx, NewRequirement { kind, text, agreed, service, implied: false })?;
        requirements::drop(tx, "REQ-1", "the service ended")?;
        systems::set_run_by(tx, "HELP", RunBy::Shared, &[party], "as in the contract")?;
        systems::state_scope(tx, "SMS", ScopeStatement { boundaries: "all".into(), ..ScopeStatement::default() })?;
        applicability::name_control(
            tx,
            "27001",
            "K-1",
            OwnControl { title: "Island mode".into(), origin: String::new() },
            "",
        )?;
        let applies =
            applicability::Change { applies: Some(true), reason: Some("a risk".into()), ..Default::default() };
        applicability::decide(tx, "27001", &["A.16.1.1".into(), "K-1".into()], &applies)?;
        let planned = applicability::Change { implemented: Some(Implemented::By(tx.today().plus_days(5))), ..applies };
        applicability::decide(tx, "27001", &["K-1".into()], &planned)?;
        systems::answer_scope_question(tx, ScopeQuestion::AssetsAreTheSame, ScopeAnswer::Yes, "")
    });
    at.set_scope("SMS", &["A", "HELP"]);
    at.set_scope("SMS", &["A", "B"]);
    at.does(systems::store_comparisons);
    certified(at);
}

fn certified(at: &mut Organisation) {
    let entered = certificates::Entered {
        number: "Q-1".into(),
        body: "Certification body".into(),
        words: "All sites".into(),
        scope: Vec::new(),
        issued: day(2026, 1, 1),
        valid_until: day(2028, 12, 31),
        surveillance: vec![day(2027, 1, 1)],
        statement: String::new(),
    };
    let mistaken = certificates::Entered { number: "Q-0".into(), ..entered.clone() };
    at.does(|tx| certificates::issue(tx, NewCertificate { system: "QMS", entered: mistaken }));
    undo::undo(&mut at.workspace).unwrap();
    at.does(|tx| parties::add(tx, NewParty { name: "Mistaken", ..NewParty::default() }));
    undo::undo(&mut at.workspace).unwrap();
    at.does(|tx| {
        certificates::issue(tx, NewCertificate { system: "QMS", entered })?;
        let change = CertificateChange { body: Some("Another body".into()), ..CertificateChange::default() };
        certificates::correct(tx, "Q-1", change, "misread")?;
        certificates::surveyed(tx, "Q-1", day(2027, 1, 1), day(2026, 1, 10))?;
        certificates::withdraw(tx, "Q-1", day(2026, 1, 12), "the body closed")
    });
}

/// A draft that is handed in, called off, handed in again and approved with a key that is retired afterwards.
fn approvals(at: &mut Organisation) {
    let actor = at.workspace.actor().to_owned();
    at.does(|tx| people::enrol(tx, "Approver", "approver@example.org", Role::Approver, None));
    let keys = Keys::of(&at.place.path("config"), None);
    let passphrase = Passphrase::new("correct horse");
    let (line, _) = keys.generate("approver@example.org", &passphrase).unwrap();
    at.does(|tx| people::enrol_key(tx, "approver@example.org", &line));
    at.draft("PR-9");
    at.workspace.act_as("approver@example.org");
    let signing = Signing { workspace: at.workspace.id(), keys: &keys, file: None, passphrase: Some(&passphrase) };
    let approvers = ["approver@example.org".to_owned()];
    let submission = Submission { approvers: &approvers, ..Submission::default() };
    at.does(|tx| approval::submit(tx, "PR-9", submission, &signing));
    at.does(|tx| approval::call_off(tx, "PR-9", None, "Not yet"));
    at.does(|tx| approval::submit(tx, "PR-9", submission, &signing));
    let decision = Decision { label: None, approve: true, reason: "", effective: None };
    at.does(|tx| approval::decide(tx, "PR-9", decision, &signing));
    at.does(|tx| people::retire_key(tx, "approver@example.org", None, "lost"));
    at.workspace.act_as(&actor);
    at.does(|tx| people::enrol(tx, "Manager", "manager@example.org", Role::QualityManager, None));
    at.workspace.act_as("manager@example.org");
    let signing = Signing { workspace: at.workspace.id(), keys: &keys, file: None, passphrase: None };
    at.does(|tx| soa::issue(tx, "27001", true, "a first look", &signing));
    at.workspace.act_as(&actor);
}

fn documents(at: &mut Organisation) {
    let first = at.document("PR-1");
    let second = at.does(|tx| documents::file_revision(tx, first, revision("second")));
    at.does(|tx| documents::attach_files(tx, second, vec![paper("signed")]));
    at.does(|tx| documents::take_back_revision(tx, first, second));
    let old = at.does(|tx| documents::file_revision(tx, first, revision("old")));
    at.does(|tx| documents::retire_revision(tx, old, Some(today())));
    at.does(|tx| documents::set_next_review(tx, first, Some(Due::Month { first: day(2026, 6, 1) })));
    at.does(|tx| reviews::conclude(tx, first, Outcome::Confirmed, "still right", today(), None));
    let wrong = at.does(|tx| documents::file_revision(tx, first, revision("wrong")));
    at.does(|tx| documents::replace_files(tx, first, None, vec![paper("right")], "Another procedure"));
    at.does(|tx| documents::take_back_revision(tx, first, wrong));
    at.does(|tx| documents::correct(tx, first, &corrected("owner", "Ada"), None, "She answers for it"));
    at.does(|tx| reviews::conclude(tx, first, Outcome::Revise, "new suppliers", today(), Some(day(2026, 2, 1))));
    at.does(|tx| reviews::call_off_revision(tx, first, "merged"));
    at.does(|tx| reviews::request_change(tx, first, None, None, "A site moved"));
    at.does(|tx| reviews::move_review(tx, first, day(2026, 8, 1), "after the holidays"));
    undo::undo(&mut at.workspace).unwrap();
    at.does(|tx| reviews::move_review(tx, first, day(2026, 9, 1), "after the audit"));
    at.document("PR-2");
    at.does(|tx| documents::withdraw(tx, "PR-2", "replaced", today()));
    let mistaken = documents::NewDocument::new("PR-3", "Mistaken", documents::DocumentKind::Plan);
    let mistaken = at.does(|tx| documents::register(tx, mistaken));
    at.does(|tx| documents::take_back(tx, mistaken));
    at.draft("PR-4");
    let mut policy = documents::NewDocument::new("PO-1", "Policy", documents::DocumentKind::Policy);
    policy.scope = systems::scope_codes(at.db(), &["A".to_owned()]).unwrap();
    at.does(|tx| documents::register(tx, policy));
    at.turn_to(day(2026, 2, 1));
    let coming = at.does(|tx| documents::approve(tx, "PR-4", approval(day(2026, 3, 1)))).0;
    // As an earlier program wrote it on the day itself.
    let document = documents::by_code(at.db(), "PR-4").unwrap().id;
    let from = day(2026, 2, 20);
    at.does(|tx| tx.append(&DocumentEvent::MadeEffective { document, revision: coming, from }));
    at.document("PR-5");
    at.does(|tx| documents::take_back_approval(tx, "PR-5", None, "The wrong file"));
    at.document("PR-6");
    at.does(|tx| documents::withdraw(tx, "PR-6", "Nobody uses it", tx.today()));
    let again = Reinstatement { label: None, from: day(2026, 2, 10), next_review: None, reason: "It is used".into() };
    at.does(|tx| documents::reinstate(tx, "PR-6", again));
    at.document("PR-7");
    at.does(|tx| documents::withdraw(tx, "PR-7", "Nobody will use it", day(2027, 1, 1)));
    let still = |from| Reinstatement { label: None, from, next_review: None, reason: "It is used".into() };
    at.does(|tx| documents::reinstate(tx, "PR-7", still(tx.today())));
    let told = |to: &str| Communication { label: None, on: day(2026, 2, 1), to: to.into(), how: "By mail".into() };
    at.does(|tx| documents::communicate(tx, "PR-1", told("All staff")));
    at.does(|tx| documents::communicate(tx, "PR-1", told("Site A")));
    at.does(|tx| documents::take_back_communication(tx, "PR-1", &told("Site A"), "It was site B"));
}

/// A revision that changes a section on which a record and nothing else rests.
fn sections(at: &mut Organisation, document: ItemId) {
    let citing = ItemId::Record(at.record("Minutes"));
    let ItemId::Document(document) = document else { return };
    let revisions = documents::revisions(at.db(), document).unwrap();
    let (before, revision) = (revisions[0].id, revisions[revisions.len() - 1].id);
    let cites = vec![Cites { item: citing, sections: vec!["4.1".into()] }];
    let noted = SectionsNoted { document, before, revision, rests: Vec::new(), cites };
    at.does(|tx| reviews::note_sections(tx, noted));
}

fn evidence(at: &mut Organisation) {
    let document = ItemId::Document(documents::by_code(at.db(), "PR-1").unwrap().id);
    at.map(document, "20000-1/8.5.1");
    let change = corrected("variance", "By another team");
    at.does(|tx| mapping::correct(tx, document, &clause("20000-1/8.5.1"), &change, None, "Read again"));
    let scope = systems::scope_codes(at.db(), &["A".to_owned()]).unwrap();
    let filed = at.does(|tx| records::file(tx, NewRecord { scope: scope.clone(), ..record("Report") }));
    at.does(|tx| {
        mapping::link(tx, NewLink { scope, ..by_hand(ItemId::Record(filed), "20000-1/9.2", Strength::Partial) })
    });
    at.set_scope("SMS", &["B"]);
    let report = records::by_id(at.db(), filed).unwrap().code;
    at.does(|tx| reviews::recheck(tx, &report, ForChange::default(), "it names no place"));
    undo::undo(&mut at.workspace).unwrap();
    at.does(|tx| reviews::recheck(tx, &report, ForChange::default(), "read again"));
    sections(at, document);
    let mistaken = at.record("Mistaken");
    at.map(ItemId::Record(mistaken), "9001/9.2.2");
    at.does(|tx| mapping::unlink(tx, ItemId::Record(mistaken), &clause("9001/9.2.2"), "filed by mistake"));
    at.does(|tx| records::undo_filing(tx, mistaken));
    let (first, second) = (at.record("Test Q1"), at.record("Test Q2"));
    at.does(|tx| {
        let wanted = [("note".to_owned(), "signed".to_owned())].into();
        records::correct(tx, first, &wanted, Some(Vec::new()), "the signature was missed")?;
        records::replace(tx, first, second, "the next quarter")?;
        records::take_back(tx, second, "filed twice")?;
        records::replace(tx, first, filed, "another report")?;
        records::set_numbering(tx, "EV-{number:4}", "as in the manual")
    });
    for reference in ["9001/6.3", "9001/8.5.6"] {
        at.does(|tx| mapping::decline(tx, document, &clause(reference), "other changes"));
    }
    at.does(|tx| mapping::reopen(tx, document, &clause("9001/6.3")));
    at.record("Filed twice");
    undo::undo(&mut at.workspace).unwrap();
}

/// Points that opened, were settled, opened again and given to somebody; and some of which an earlier program knew nothing.
fn points(at: &mut Organisation) {
    let (policy, statement) = (ItemId::Document(at.draft("PO-2")), ItemId::Record(at.record("Statement")));
    at.map(policy, "27001/5.2");
    at.map(policy, "9001/5.2.1");
    at.map(policy, "9001/4.3");
    let named = |id: &str| vec![NamedPoint { id: id.into(), item: Some(policy), at: None }];
    let by = SettledBy::Evidence(statement);
    at.does(|tx| mapping::settle(tx, &named("OP-027"), &by, ""));
    at.does(|tx| mapping::reopen_point(tx, &named("OP-027")[0], "it is another policy"));
    at.does(|tx| mapping::assign(tx, &named("OP-027"), "Quality Manager", Some(day(2026, 4, 1))));
    at.does(|tx| {
        tx.append(&MappingEvent::Linked {
            id: LinkId::new(),
            item: policy,
            reference: clause("27001/4.3"),
            strength: Strength::Full,
            reason: String::new(),
            variance: String::new(),
            scope: Vec::new(),
            origin: Origin::Hand,
            basis: None,
            points: Vec::new(),
            data: String::new(),
        })
    });
    at.does(|tx| mapping::record_points(tx, policy));
    undo::undo(&mut at.workspace).unwrap();
    let code = asked_of_data(at);
    for reason in ["one scope for all", "the whole company"] {
        at.does(|tx| questions::settle(tx, &code, &Answer::Reading(2), false, reason));
        undo::undo(&mut at.workspace).unwrap();
    }
    at.does(|tx| questions::settle(tx, &code, &Answer::Reading(2), false, "one scope for all"));
    at.does(|tx| mapping::record_points(tx, policy));
}

/// The first question that the data raise.
fn asked_of_data(at: &mut Organisation) -> String {
    assert!(at.does(questions::ask_of_data) > 0);
    let found = questions::list(
        at.db(),
        questions::Wanted { kind: Some(Kind::Points), all: false, each: true, limit: 1 },
        day(2026, 2, 1),
    )
    .unwrap();
    found.groups[0].rows[0].code.clone()
}

/// Questions in every state, and a list that two entries speak of.
fn asked(at: &mut Organisation) {
    let id = documents::by_code(at.db(), "PR-1").unwrap().id;
    let owner = |words: &str| NewQuestion {
        about: About::Document(id),
        matter: Matter::Particular { particular: "owner".into() },
        said: vec![Said::file("list.xlsx", "", words)],
        readings: vec![Reading::Value("Purchasing".into()), Reading::Value("Finance".into())],
    };
    let [settled, open] = ["P / F", "P or F"].map(|words| at.does(|tx| questions::ask(tx, owner(words))).code);
    at.does(|tx| questions::settle(tx, &settled, &Answer::Reading(1), false, "as ever"));
    undo::undo(&mut at.workspace).unwrap();
    at.does(|tx| questions::settle(tx, &settled, &Answer::Reading(2), false, ""));
    at.does(|tx| questions::put_off(tx, &open, true));
    let row = |owner: Option<&str>| RowRead {
        item: ItemId::Document(id),
        row: owner.map(|_| 3),
        said: owner.map(|owner| [("owner".to_owned(), owner.to_owned())].into()),
    };
    for said in [Some("Finance"), None, Some("Purchasing")] {
        at.does(|tx| questions::note_rows(tx, List::MasterList, "list.xlsx", vec![row(said)]));
    }
    for meaning in ["number", "title"] {
        let column = ColumnRead { name: "No".into(), meaning: meaning.into() };
        let read = ColumnsRead {
            list: List::MasterList,
            name: "list.xlsx".into(),
            shape: "no".into(),
            columns: vec![column],
            words: Vec::new(),
        };
        at.does(|tx| questions::keep_columns(tx, read));
    }
    undo::undo(&mut at.workspace).unwrap();
    let path = NewQuestion { about: About::Path("gone.pdf".into()), ..owner("gone.pdf") };
    at.does(|tx| questions::ask(tx, path));
    at.does(|tx| questions::close_paths(tx, |path| path == "gone.pdf"));
}

/// A pack with one record, the only thing filed here whose bytes are there.
fn pack(at: &mut Organisation) {
    let shown = at.record("Shown");
    at.workspace.vault().put_file(&file(at.place.folder.path(), "Shown.txt", b"Shown")).unwrap();
    at.map(ItemId::Record(shown), "27001/9.2");
    let new = NewAudit {
        code: "AUD-1".into(),
        title: "Internal audit".into(),
        kind: AuditKind::Internal,
        editions: vec!["27001:2013".parse().unwrap()],
        scope: Vec::new(),
        period_from: None,
        period_to: None,
    };
    at.does(|tx| audits::plan(tx, new));
    at.does(|tx| audits::correct(tx, "AUD-1", &corrected("title", "First internal audit"), None, "It is the first"));
    let audit = audits::by_code(at.db(), "AUD-1").unwrap();
    let out = at.place.path("pack.zip");
    let day = day(2026, 2, 1);
    let out = clausebook::saved::Target { path: &out, overwrite: false };
    let (wanted, never) = (packs::Wanted { audit, recorded: None, day, out }, AtomicBool::new(false));
    clausebook::rebuild::build_pack(&mut at.workspace, wanted, &|_, _| Ok(()), &|_, _| {}, &never).unwrap();
}

/// What a person says of the ledger itself.
fn ledger(at: &mut Organisation) {
    let last = at.workspace.head().unwrap().size - 1;
    let (stamp, _) = stamped(at.db(), last).unwrap().unwrap();
    at.workspace.say_day(last, last, stamp.day, "The clock was right after all").unwrap();
    // An answer in the form of RFC 3161: granted, about a checkpoint that was signed here, and signed over what it holds.
    let note = at.workspace.checkpoint().unwrap();
    let hash = clausebook::digest::Digest::of(note.as_bytes());
    let answer = crate::support::stamps::answer(hash.as_bytes());
    let path = file(at.place.folder.path(), "answer.tsr", &answer);
    at.workspace.import_anchor(&path).unwrap();
    // An entry that nobody signed: as if somebody had put it there.
    let event = LedgerEvent::Accepted { reason: "Nobody knows".into(), entries: 1, root: hash };
    let (site, event) = (uuid::Uuid::from_u128(7), serde_json::to_string(&event).unwrap());
    let at_last = Appender::load(at.db()).unwrap().last_at();
    Appender::load(at.db()).unwrap().append(at.db(), site, "nobody@example.org", at_last, &event).unwrap();
    at.workspace.rebuild(&|_, _| Ok(())).unwrap();
    at.workspace.accept("Written by the old tool").unwrap();
    // A head that is ahead of the folder: as if a backup had been brought back.
    let (kept, key) =
        (at.place.path("config/heads").join(at.workspace.id().to_string()), at.workspace.signing_key().unwrap());
    let head = Checkpoint { origin: at.workspace.origin(), size: 1_000_000, root: hash };
    std::fs::write(kept, head.sign(&key)).unwrap();
    at.workspace.accept("The backup of Monday").unwrap();
}

#[test]
fn every_kind_of_event_gives_the_same_tables_again() {
    let mut at = Organisation::new();
    organisation(&mut at);
    documents(&mut at);
    evidence(&mut at);
    approvals(&mut at);
    points(&mut at);
    asked(&mut at);
    pack(&mut at);
    ledger(&mut at);
    let size = at.workspace.head().unwrap().size;
    let written: BTreeSet<String> = kinds_of(at.db(), 0..size).into_iter().collect();
    assert_eq!(written, kinds(), "left: kinds written here; right: kinds that there are");
    let empty: Vec<String> =
        rows(at.db()).into_iter().filter(|(_, rows)| rows.is_empty()).map(|(table, _)| table).collect();
    assert_eq!(empty, Vec::<String>::new(), "every table has rows to compare");
    at.rebuilds_the_same();
    let then = at.workspace.as_of(day(2026, 2, 1), day(2026, 2, 1), &|_, _| Ok(())).unwrap();
    assert_eq!(rows(&then), rows(at.db()), "as of its last day");
}

#[test]
fn the_sample_organisation_gives_the_same_tables_again() {
    let place = Place::new();
    let mut workspace = place.workspace();
    demo::fill(&mut workspace, Zone::UTC, day(2026, 6, 30)).unwrap();
    let grown = rows(workspace.db());
    workspace.rebuild(&|_, _| Ok(())).unwrap();
    assert_eq!(rows(workspace.db()), grown);
}
