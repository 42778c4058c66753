//! Certificates: what they say, how they stand, what falls due, and what has been met where they speak (R60, R62).

use clausebook::agenda::{self, CertificateDay, DueKind};
use clausebook::certificates::{self, Certificate, CertificateChange, Entered, NewCertificate, Standing};
use clausebook::claims;
use clausebook::day::{Day, Overdue};
use clausebook::items::ItemId;
use clausebook::records::{self, NewRecord};
use clausebook::systems;
use clausebook::undo::undo;
use clausebook::workspace::Tx;

use crate::support::day;
use crate::support::organisation::{Organisation, clause, owned, record, today};

fn entered(number: &str) -> Entered {
    Entered {
        number: number.into(),
        body: "Certification body".into(),
        words: "Hosting at A".into(),
        scope: Vec::new(),
        issued: day(2026, 1, 1),
        valid_until: day(2028, 12, 31),
        surveillance: vec![day(2027, 1, 10), day(2026, 1, 10), day(2027, 1, 10)],
        statement: String::new(),
    }
}

fn issues(at: &mut Organisation, system: &str, entered: Entered) {
    at.does(|tx| certificates::issue(tx, NewCertificate { system, entered }));
}

fn one(at: &Organisation, number: &str) -> Certificate {
    certificates::by_number(at.db(), number).unwrap()
}

fn due(at: &Organisation, until: Day) -> Vec<(Option<CertificateDay>, Day, Overdue)> {
    let all = agenda::due_until(at.db(), Some(until), today()).unwrap();
    let all = all.into_iter().filter(|item| item.kind == DueKind::Certificate);
    all.map(|item| (item.certificate, item.due.earliest(), item.overdue)).collect()
}

#[test]
fn r60_a_certificate_stands_from_its_issue_to_its_end_or_withdrawal() {
    let mut at = Organisation::new();
    issues(&mut at, "9001", entered(" Q-1 "));
    let first = one(&at, "q-1");
    assert_eq!((first.system.as_str(), first.edition.as_str(), first.surveillance.len()), ("QMS", "9001:2015", 2));
    let stands = |at: &Organisation, on: Day| one(at, "Q-1").standing(on);
    assert_eq!(stands(&at, day(2025, 12, 31)), Standing::Coming);
    assert_eq!(stands(&at, day(2028, 12, 31)), Standing::Valid, "its last day");
    assert_eq!(stands(&at, day(2029, 1, 1)), Standing::Expired);
    at.does(|tx| certificates::withdraw(tx, "Q-1", day(2026, 6, 1), "the site closed"));
    assert_eq!(stands(&at, day(2026, 5, 31)), Standing::Valid);
    assert_eq!(stands(&at, day(2026, 6, 1)), Standing::Withdrawn);
    assert_eq!(at.refuses(|tx| certificates::withdraw(tx, "Q-1", today(), "again")), "certificate_withdrawn_already");
    undo(&mut at.workspace).unwrap();
    assert_eq!(stands(&at, day(2026, 6, 1)), Standing::Valid);
    at.rebuilds_the_same();
}

#[test]
fn r60_what_a_certificate_cannot_say_is_refused() {
    let mut at = Organisation::new();
    issues(&mut at, "QMS", entered("Q-1"));
    let mut refused = |system: &'static str, change: &dyn Fn(&mut Entered)| {
        let mut entered = entered("Q-2");
        change(&mut entered);
        at.refuses(|tx: &mut Tx<'_>| certificates::issue(tx, NewCertificate { system, entered }))
    };
    assert_eq!(refused("QMS", &|e| e.number = "q-1".into()), "certificate_taken");
    assert_eq!(refused("QMS", &|e| e.body = " ".into()), "certificate_incomplete");
    assert_eq!(refused("QMS", &|e| e.valid_until = e.issued), "certificate_days_reversed");
    assert_eq!(refused("QMS", &|e| e.surveillance.push(day(2029, 1, 1))), "certificate_surveillance_outside");
    assert_eq!(refused("EMS", &|_| ()), "system_not_found");
    assert_eq!(refused("ISMS", &|_| ()), "certificate_without_statement", "CL-27");
    assert_eq!(refused("QMS", &|e| e.statement = "3".into()), "certificate_cites_no_statement");
}

#[test]
fn a_correction_keeps_what_it_does_not_name_and_is_taken_back() {
    let mut at = Organisation::new();
    issues(&mut at, "ISMS", Entered { statement: "2".into(), ..entered("I-1") });
    let change = CertificateChange { statement: Some("3".into()), ..CertificateChange::default() };
    at.wrote();
    at.does(|tx| certificates::correct(tx, "I-1", change.clone(), "misread"));
    at.does(|tx| certificates::correct(tx, "I-1", change.clone(), "misread"));
    assert_eq!(at.wrote(), ["certificate.corrected"], "the same is no event");
    assert_eq!((one(&at, "I-1").statement.as_str(), one(&at, "I-1").body.as_str()), ("3", "Certification body"));
    assert_eq!(
        at.refuses(|tx| certificates::correct(tx, "I-1", change.clone(), " ")),
        "certificate_change_without_reason"
    );
    undo(&mut at.workspace).unwrap();
    assert_eq!(one(&at, "I-1").statement, "2");
    issues(&mut at, "QMS", entered("Q-9"));
    undo(&mut at.workspace).unwrap();
    assert_eq!(certificates::list(at.db()).unwrap().len(), 1, "entering one is undone, too");
    at.rebuilds_the_same();
}

#[test]
fn surveillance_and_end_fall_due_until_they_are_seen_to() {
    let mut at = Organisation::new();
    issues(&mut at, "QMS", entered("Q-1"));
    let late = (Some(CertificateDay::Surveillance), day(2026, 1, 10), Overdue::Yes);
    let next = (Some(CertificateDay::Surveillance), day(2027, 1, 10), Overdue::No);
    let end = (Some(CertificateDay::Expiry), day(2028, 12, 31), Overdue::No);
    assert_eq!(due(&at, Day::MAX), [late, next, end]);
    assert_eq!(agenda::due_count(at.db(), Day::MIN, Day::MAX).unwrap(), 3);
    let page = |at: &Organisation, after: Option<&[String]>| {
        agenda::due_page(at.db(), None, [Day::MIN, Day::MAX], today(), after, 2).unwrap()
    };
    let first = page(&at, None);
    let second = page(&at, first.page.next.as_deref());
    assert_eq!((first.total, first.page.rows.len(), second.page.rows.len()), (3, 2, 1), "page by page, each once");
    assert_eq!(agenda::due_days(at.db(), Day::MIN, Day::MAX, today(), 1).unwrap()[0].certificates_late, 1);
    at.does(|tx| certificates::surveyed(tx, "Q-1", day(2026, 1, 10), day(2026, 1, 12)));
    assert_eq!(due(&at, Day::MAX), [next, end]);
    let again = at.refuses(|tx| certificates::surveyed(tx, "Q-1", day(2026, 1, 10), today()));
    assert_eq!(again, "certificate_surveyed_already");
    let none = at.refuses(|tx| certificates::surveyed(tx, "Q-1", day(2026, 1, 11), today()));
    assert_eq!(none, "certificate_surveillance_unknown");
    undo(&mut at.workspace).unwrap();
    assert_eq!(due(&at, Day::MAX), [late, next, end]);
    let newer =
        Entered { issued: day(2027, 1, 1), valid_until: day(2029, 12, 31), surveillance: vec![], ..entered("Q-2") };
    issues(&mut at, "QMS", newer);
    let newer_end = (Some(CertificateDay::Expiry), day(2029, 12, 31), Overdue::No);
    assert_eq!(due(&at, Day::MAX), [late, newer_end], "the newer one came in its place");
    at.does(|tx| certificates::withdraw(tx, "Q-2", today(), "given back"));
    assert_eq!(due(&at, Day::MAX), [late, next, end]);
    at.rebuilds_the_same();
}

#[test]
fn r62_what_has_been_met_is_said_for_the_places_where_a_certificate_speaks() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    at.set_scope("QMS", &["A", "B"]);
    let scope = systems::scope_codes(at.db(), &owned(&["A"])).unwrap();
    let id = at.does(|tx| records::file(tx, NewRecord { scope: scope.clone(), ..record("Report") }));
    at.map(ItemId::Record(id), "9001/8.2.1");
    issues(&mut at, "QMS", Entered { scope, ..entered("Q-A") });
    issues(&mut at, "QMS", entered("Q-ALL"));
    let met = |number: &str| claims::met_under(at.db(), &one(&at, number), today()).unwrap();
    let [only] = &met("Q-A")[..] else { panic!("one place") };
    assert_eq!((only.item.as_deref(), &only.met), (Some("A"), &vec![clause("9001/8.2.1")]));
    let [whole] = &met("Q-ALL")[..] else { panic!("the whole system") };
    assert_eq!((whole.item.as_deref(), whole.met.len()), (None, 0), "at B nothing is filed");
    assert!(whole.clauses > 50);
}

#[test]
fn the_body_comes_between_the_issue_and_today_and_what_was_recorded_stays() {
    let mut at = Organisation::new();
    issues(&mut at, "QMS", entered("Q-1"));
    let set = day(2026, 1, 10);
    let early = at.refuses(|tx| certificates::surveyed(tx, "Q-1", set, day(2025, 12, 31)));
    assert_eq!(early, "certificate_surveyed_before");
    let ahead = at.refuses(|tx| certificates::surveyed(tx, "Q-1", set, day(2026, 1, 16)));
    assert_eq!(ahead, "certificate_surveyed_ahead");
    at.does(|tx| certificates::surveyed(tx, "Q-1", set, day(2026, 1, 12)));
    let change = CertificateChange { surveillance: Some(vec![day(2027, 2, 1)]), ..CertificateChange::default() };
    at.does(|tx| certificates::correct(tx, "Q-1", change, "moved"));
    let days: Vec<_> = one(&at, "Q-1").surveillance.iter().map(|one| (one.day, one.held)).collect();
    assert_eq!(days, [(set, Some(day(2026, 1, 12))), (day(2027, 2, 1), None)]);
    at.rebuilds_the_same();
}

#[test]
fn what_a_certificate_says_that_cannot_be_so_is_said_of_it() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    at.set_scope("ISMS", &["A"]);
    let scope = systems::scope_codes(at.db(), &owned(&["A", "B"])).unwrap();
    issues(&mut at, "ISMS", Entered { statement: "v7".into(), scope, ..entered("I-1") });
    let said = claims::certificate_notices(at.db(), &one(&at, "I-1")).unwrap();
    assert_eq!(
        said,
        [
            claims::CertificateNotice::UnknownVersion,
            claims::CertificateNotice::Outside { items: vec![String::from("B")] }
        ]
    );
    issues(&mut at, "QMS", entered("Q-1"));
    assert_eq!(claims::certificate_notices(at.db(), &one(&at, "Q-1")).unwrap(), []);
    assert!(
        !one(&at, "Q-1").speaks(day(2025, 12, 31)) && one(&at, "Q-1").speaks(day(2026, 1, 1)),
        "none before its day"
    );
}
