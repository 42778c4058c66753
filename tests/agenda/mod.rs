//! What is due: reviews of documents in use and the end of records, soonest first.

use clausebook::agenda::{self, DueCounts, DueKind};
use clausebook::applicability::{self, Change, Implemented, OwnControl};
use clausebook::approval::rule_effect;
use clausebook::day::{Day, Due, Overdue, Zone};
use clausebook::documents::{self, DocumentKind, NewDocument};
use clausebook::items::ItemId;
use clausebook::mapping::{self, NamedPoint, SettledBy};
use clausebook::records::{self, NewRecord, Particulars};
use clausebook::reviews;
use clausebook::rules::{self, Rule, Value};
use clausebook::saved::Target;
use clausebook::undo::{self, undo};

use crate::approval::{Desk, usual};
use crate::support::organisation::{Organisation, approval, record, revision, today};
use crate::support::{day, noon, tool, venv};

/// A policy with open points, given to somebody by days of their own; the answer is how many there are.
fn points(at: &mut Organisation, code: &str) -> Vec<NamedPoint> {
    let item = ItemId::Document(at.document(code));
    for reference in ["27001/5.2", "9001/5.2.1", "20000-1/5.2.1"] {
        at.map(item, reference);
    }
    let found = mapping::points_of(at.db(), item).unwrap();
    let named = found.iter().map(|p| NamedPoint { id: p.id.clone(), item: Some(item), at: Some(p.at.clone()) });
    named.collect()
}

#[test]
fn a_point_that_somebody_is_to_see_to_is_due_until_it_is_settled() {
    let mut at = Organisation::new();
    let (first, second) = (points(&mut at, "PO-1"), points(&mut at, "PO-2"));
    let (late, later) = (day(2026, 1, 10), day(2026, 2, 1));
    let listed = |at: &Organisation| agenda::due_until(at.db(), Some(later), today()).unwrap();
    assert_eq!(listed(&at).len(), 0, "without a day nothing is due");
    at.does(|tx| mapping::assign(tx, &first, "Quality Manager", Some(late)));
    at.does(|tx| mapping::assign(tx, &second, "Auditor", Some(later)));
    let due = listed(&at);
    assert_eq!(due.len(), first.len() + second.len());
    assert!(due.iter().all(|due| due.kind == DueKind::OpenPoint && due.point.is_some()), "{due:?}");
    let uids: std::collections::BTreeSet<_> = due.iter().map(|due| due.uid).collect();
    assert_eq!(uids.len(), due.len(), "each has an identifier of its own");
    let shown = agenda::today(at.db(), today()).unwrap();
    assert_eq!((shown.overdue_count, shown.next_count), (first.len(), second.len()));
    let (mut paged, mut after) = (Vec::new(), None);
    loop {
        let span = [day(2026, 1, 1), later];
        let page = agenda::due_page(at.db(), Some(DueKind::OpenPoint), span, today(), after.as_deref(), 2).unwrap();
        assert_eq!(page.total, due.len());
        paged.extend(page.page.rows.into_iter().map(|due| due.uid));
        after = page.page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(paged.iter().copied().collect::<std::collections::BTreeSet<_>>(), uids, "each on one page");
    assert_eq!(paged.len(), due.len());
    // Evidence that ends: the point is settled as long as that counts.
    let valid_until = Some(day(2026, 1, 20));
    let ends = Particulars { valid_until, ..Particulars::new("Statement".into()) };
    let evidence = at.does(|tx| records::file(tx, NewRecord { particulars: ends, ..record("Statement") }));
    let takes = |named: &&NamedPoint| {
        clausebook::standards::catalogue().open_point(&named.id).is_some_and(|row| row.settle_by.takes_evidence())
    };
    let one: Vec<NamedPoint> = first.iter().filter(takes).take(1).cloned().collect();
    at.does(|tx| mapping::settle(tx, &one, &SettledBy::Evidence(ItemId::Record(evidence)), ""));
    let due_points = |at: &Organisation| {
        let all = agenda::due_counts(at.db(), day(2026, 1, 1), later).unwrap();
        assert_eq!(
            all.points,
            agenda::due_days(at.db(), day(2026, 1, 1), later, today(), 0)
                .unwrap()
                .iter()
                .map(|day| day.points)
                .sum::<usize>()
        );
        all.points
    };
    assert_eq!(due_points(&at), due.len() - 1, "settled ones leave");
    at.turn_to(day(2026, 1, 21));
    assert_eq!(due_points(&at), due.len(), "and come back with their evidence gone");
    at.does(|tx| documents::withdraw(tx, "PO-2", "replaced", day(2026, 1, 21)));
    assert_eq!(due_points(&at), first.len(), "what is out of use leaves nothing to do");
}

/// Decides that controls apply and how far they are in place.
fn decide(at: &mut Organisation, controls: &[&str], implemented: Implemented) {
    let controls: Vec<String> = controls.iter().map(|&control| control.into()).collect();
    let change = Change {
        applies: Some(true),
        reason: Some("a risk".into()),
        implemented: Some(implemented),
        owner: Some("Chief Information Security Officer".into()),
        ..Change::default()
    };
    at.does(|tx| applicability::decide(tx, "27001", &controls, &change));
}

#[test]
fn a_control_that_is_planned_is_due_on_its_day_until_it_is_decided_otherwise() {
    let mut at = Organisation::new();
    let (late, later) = (day(2026, 1, 10), day(2026, 2, 1));
    let own = || OwnControl { title: "Island mode".into(), origin: String::new() };
    at.does(|tx| applicability::name_control(tx, "27001", "K-1", own(), ""));
    decide(&mut at, &["A.5.1.1", "K-1"], Implemented::By(late));
    decide(&mut at, &["A.6.1.1", "A.6.1.2"], Implemented::By(later));
    decide(&mut at, &["A.7.1.1"], Implemented::No);
    let listed = |at: &Organisation| -> Vec<(String, Day)> {
        let all = agenda::due_until(at.db(), None, today()).unwrap();
        assert!(all.iter().all(|due| due.kind == DueKind::Control && due.owner.starts_with("Chief")), "{all:?}");
        let span = [Day::MIN, Day::MAX];
        let counts = agenda::due_counts(at.db(), span[0], span[1]).unwrap();
        let on_days = agenda::due_days(at.db(), span[0], span[1], today(), 0).unwrap();
        let [controls, passed] =
            [on_days.iter().map(|day| day.controls).sum(), on_days.iter().map(|day| day.controls_late).sum::<usize>()];
        let overdue = all.iter().filter(|due| due.overdue == Overdue::Yes).count();
        assert_eq!((counts.of(DueKind::Control), controls, passed), (all.len(), all.len(), overdue));
        let (mut paged, mut after) = (Vec::new(), None);
        loop {
            let page = agenda::due_page(at.db(), None, span, today(), after.as_deref(), 1).unwrap();
            paged.extend(page.page.rows);
            after = page.page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(paged, all, "each on one page");
        all.into_iter().map(|due| (due.code, due.due.earliest())).collect()
    };
    let planned = |codes: &[(&str, Day)]| codes.iter().map(|&(code, day)| (code.to_owned(), day)).collect::<Vec<_>>();
    let all = planned(&[("A.5.1.1", late), ("K-1", late), ("A.6.1.1", later), ("A.6.1.2", later)]);
    assert_eq!(listed(&at), all);
    let due = agenda::due_until(at.db(), Some(late), today()).unwrap();
    assert_eq!(due[1].title, "Island mode", "{due:?}");
    assert!(!due[0].title.is_empty() && due[0].control.as_ref().is_some_and(|control| control.system == "ISMS"));
    let (uid, load) = (due[0].uid, agenda::load(at.db(), today(), 12).unwrap());
    assert_eq!(load.iter().map(|month| month.controls).sum::<usize>(), 2, "what has passed is in no month to come");
    decide(&mut at, &["A.5.1.1"], Implemented::By(later));
    assert_eq!(listed(&at), planned(&[("K-1", late), ("A.5.1.1", later), ("A.6.1.1", later), ("A.6.1.2", later)]));
    let put_off = agenda::due_between(at.db(), later, later, today(), 9).unwrap();
    assert!(put_off.iter().any(|due| due.uid == uid), "put off it keeps its place in calendars: {put_off:?}");
    undo(&mut at.workspace).unwrap();
    assert_eq!(listed(&at), all);
    at.turn_to(day(2026, 1, 16));
    decide(&mut at, &["A.5.1.1"], Implemented::Yes);
    decide(&mut at, &["A.6.1.1"], Implemented::Partly);
    let out = Change { applies: Some(false), reason: Some("none".into()), ..Change::default() };
    at.does(|tx| applicability::decide(tx, "27001", &["A.6.1.2".into()], &out));
    at.does(|tx| applicability::drop_control(tx, "27001", "K-1", "not ours"));
    assert_eq!(listed(&at), [], "in place, in place in part, excluded, dropped");
    let before = at.workspace.in_force(today()).unwrap();
    let DueCounts { controls, .. } = agenda::due_counts(&before, Day::MIN, Day::MAX).unwrap();
    assert_eq!(controls, 4, "on the day before, all were still to come");
    drop(before);
    at.rebuilds_the_same();
}

#[test]
fn the_calendar_says_what_is_to_be_in_place_and_earlier_days_do_not_know_it() {
    let mut at = Organisation::new();
    decide(&mut at, &["A.5.1.1"], Implemented::By(day(2026, 2, 1)));
    assert_eq!(agenda::due_count(at.db(), Day::MIN, Day::MAX).unwrap(), 1);
    let path = at.place.path("due.ics");
    let due = agenda::due_until(at.db(), None, today()).unwrap();
    agenda::write_calendar(Target { path: &path, overwrite: true }, "Laboratories", &due, Zone::UTC, noon(today()))
        .unwrap();
    let text = std::fs::read_to_string(&path).unwrap().replace("\r\n ", "");
    assert!(text.contains("SUMMARY:To be in place: A.5.1.1") && text.contains("VALUE=DATE:20260201"), "{text}");
    let looked = at.workspace.in_force(today().minus_days(1)).unwrap();
    assert_eq!(agenda::due_count(&looked, Day::MIN, Day::MAX).unwrap(), 0, "nobody had decided yet");
}

/// On one day a certificate ends and PR-2 is due; PR-1 is due in a month of which no day is known, PR-3 on one of two
/// days; a draft and a withdrawn document have dates, too.
fn dates() -> Organisation {
    let mut at = Organisation::new();
    let day_of_two = Due::Day { day: day(2026, 3, 31) };
    for (code, due) in [
        ("PR-1", Due::Month { first: day(2026, 4, 1) }),
        ("PR-2", day_of_two),
        ("PR-3", Due::Ambiguous { day_first: day(2026, 2, 1), month_first: day(2026, 1, 2) }),
        ("PR-4", day_of_two),
    ] {
        at.document(code);
        at.does(|tx| documents::set_next_review(tx, code, Some(due)));
    }
    at.does(|tx| documents::withdraw(tx, "PR-4", "replaced", today()));
    at.draft("PR-5");
    at.does(|tx| documents::set_next_review(tx, "PR-5", Some(day_of_two)));
    let particulars = Particulars { valid_until: Some(day(2026, 3, 31)), ..Particulars::new("Certificate".into()) };
    at.does(|tx| records::file(tx, NewRecord { particulars, ..record("Certificate") }));
    at
}

#[test]
fn what_is_in_use_is_due_soonest_first_and_documents_before_records() {
    let at = dates();
    let due = agenda::due_until(at.db(), None, day(2026, 1, 15)).unwrap();
    let titles: Vec<&str> = due.iter().map(|due| due.title.as_str()).collect();
    assert_eq!(titles, ["Title of PR-3", "Title of PR-2", "Certificate", "Title of PR-1"]);
    let until = |day| agenda::due_until(at.db(), Some(day), today()).unwrap().len();
    assert_eq!((until(day(2026, 3, 30)), until(day(2026, 3, 31))), (1, 3), "the last day is one of them");
}

/// A policy and a form are due in sixty days, the form's twin in ten, a certificate ends in sixty.
fn due_later() -> Organisation {
    let mut at = Organisation::new();
    let due = |days| Some(Due::Day { day: today().plus_days(days) });
    for (code, kind, days) in
        [("PO-1", DocumentKind::Policy, 60), ("FO-1", DocumentKind::Form, 60), ("FO-2", DocumentKind::Form, 10)]
    {
        let id = at.does(|tx| documents::register(tx, NewDocument::new(code, code, kind)));
        at.does(|tx| documents::file_revision(tx, id, revision(code)));
        at.does(|tx| documents::approve(tx, id, approval(today())));
        at.does(|tx| documents::set_next_review(tx, id, due(days)));
    }
    let valid_until = Some(today().plus_days(60));
    let particulars = Particulars { valid_until, ..Particulars::new("Certificate".into()) };
    at.does(|tx| records::file(tx, NewRecord { particulars, ..record("Certificate") }));
    at
}

/// What Today announces, having checked that it counts what it lists.
fn coming(at: &Organisation) -> (bool, Vec<String>) {
    let shown = agenda::today(at.db(), today()).unwrap();
    assert_eq!(shown.next_count, shown.next.len());
    (shown.next_by_rule, shown.next.into_iter().map(|due| due.code).collect())
}

#[test]
fn a_review_is_announced_as_long_before_as_the_rule_for_its_type_says() {
    let mut at = due_later();
    let says = |at: &mut Organisation, kind: &'static str, days: Option<u32>| {
        at.does(|tx| rules::set(tx, Rule::Notice, kind, days.map(Value::Number), "time to prepare"));
        coming(at)
    };
    let by_rule = |codes: &[&str]| (true, codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>());
    assert_eq!(coming(&at), (false, vec!["FO-2".to_owned()]), "thirty days where nothing is said");
    assert_eq!(says(&mut at, "policy", Some(59)), by_rule(&["FO-2"]));
    assert_eq!(says(&mut at, "policy", Some(60)), by_rule(&["FO-2", "PO-1"]), "the first of these days is one of them");
    assert_eq!(says(&mut at, "form", Some(9)), by_rule(&["PO-1"]), "it may be shorter than the usual days, too");
    assert_eq!(says(&mut at, "", Some(90)), by_rule(&["PO-1"]), "a type keeps its own, and records have no review");
    assert_eq!(says(&mut at, "form", None), by_rule(&["FO-2", "FO-1", "PO-1"]));
    at.rebuilds_the_same();
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(coming(&at), by_rule(&["PO-1"]), "undone, the form's own word is back");
    at.rebuilds_the_same();
}

#[test]
fn what_a_notice_would_announce_is_what_it_announces() {
    let mut at = due_later();
    let reviews = |at: &Organisation| {
        let of_forms = |code: &&String| code.starts_with("FO");
        coming(at).1.iter().filter(of_forms).count()
    };
    for days in [1, 10, 59, 60, 365] {
        let value = Some(Value::Number(days));
        let said = rule_effect(at.db(), Rule::Notice, Some(DocumentKind::Form), value.clone()).unwrap();
        let before = reviews(&at);
        at.does(|tx| rules::set(tx, Rule::Notice, "form", value, "time to prepare"));
        assert_eq!(said.announced, Some([before, reviews(&at)]), "{days}");
        assert_eq!((said.documents, said.under_way), (2, 0));
    }
}

#[test]
fn what_is_replaced_or_taken_back_is_not_due_on_any_list() {
    let mut at = dates();
    let [other, wrong] = ["Second", "Wrong"].map(|title| {
        let particulars = Particulars { valid_until: Some(day(2026, 3, 31)), ..Particulars::new(title.into()) };
        at.does(|tx| records::file(tx, NewRecord { particulars, ..record(title) }))
    });
    let first = records::find(at.db(), "REC-2026-001").unwrap().id;
    at.does(|tx| records::replace(tx, first, other, "newer"));
    at.does(|tx| records::take_back(tx, wrong, "filed twice"));
    let (day, none) = (day(2026, 3, 31), None);
    let due = agenda::due_between(at.db(), day, day, today(), usize::MAX).unwrap();
    let titles: Vec<&str> = due.iter().map(|due| due.title.as_str()).collect();
    assert_eq!(titles, ["Title of PR-2", "Second"]);
    let counts = agenda::due_counts(at.db(), day, day).unwrap();
    assert_eq!((counts.documents, counts.records), (1, 1));
    let page = agenda::due_page(at.db(), none, [day, day], today(), None, 9).unwrap();
    assert_eq!((page.total, page.page.rows), (2, due));
    assert_eq!(agenda::due_days(at.db(), day, day, today(), 0).unwrap()[0].records, 1);
    let load = agenda::load(at.db(), today(), 12).unwrap();
    assert_eq!(load.iter().map(|month| month.records).sum::<usize>(), 1);
    assert_eq!(agenda::today(at.db(), today()).unwrap().ages.iter().sum::<usize>(), 1, "nor has it an age");
}

#[test]
fn a_date_is_overdue_as_far_as_it_is_known() {
    let at = dates();
    let overdue = |on| -> Vec<Overdue> {
        agenda::due_until(at.db(), None, on).unwrap().into_iter().map(|due| due.overdue).collect()
    };
    use Overdue::{ByOneReading, No, Yes};
    assert_eq!(overdue(today()), [ByOneReading, No, No, No]);
    assert_eq!(overdue(day(2026, 4, 15)), [Yes, Yes, Yes, ByOneReading]);
    assert_eq!(overdue(day(2026, 5, 1)), [Yes, Yes, Yes, Yes]);
}

#[test]
fn the_counts_of_a_span_are_those_of_its_list() {
    let at = dates();
    for (first, last) in [(1, 12), (2, 3), (3, 3), (4, 4), (5, 6)] {
        let (first, last) = (day(2026, first, 1), day(2026, last, 28).month_end());
        let listed = agenda::due_between(at.db(), first, last, today(), usize::MAX).unwrap();
        let counts = agenda::due_counts(at.db(), first, last).unwrap();
        assert_eq!(counts.all(), listed.len(), "{first} to {last}");
        for &kind in DueKind::ALL {
            assert_eq!(counts.of(kind), listed.iter().filter(|due| due.kind == kind).count(), "{kind}");
        }
        let by_day = agenda::due_days(at.db(), first, last, today(), 0).unwrap();
        assert_eq!(
            by_day.iter().map(|day| day.documents + day.revisions + day.records + day.points).sum::<usize>(),
            listed.len()
        );
    }
    let load = agenda::load(at.db(), today(), 4).unwrap();
    let months: Vec<_> = load.iter().map(|load| (load.documents, load.records)).collect();
    assert_eq!(months, [(0, 0), (0, 0), (1, 1), (1, 0)], "what was due before today is not in this month");
}

#[test]
fn pages_together_are_the_list() {
    let at = dates();
    let whole: Vec<String> =
        agenda::due_until(at.db(), None, today()).unwrap().into_iter().map(|due| due.code).collect();
    for limit in 1..=4 {
        let (mut codes, mut after) = (Vec::new(), None);
        loop {
            let span = [day(2026, 1, 1), day(2026, 12, 31)];
            let page = agenda::due_page(at.db(), None, span, today(), after.as_deref(), limit).unwrap();
            assert!(page.page.rows.len() <= limit);
            assert_eq!(page.total, whole.len(), "each page says how many there are in all");
            codes.extend(page.page.rows.into_iter().map(|due| due.code));
            after = page.page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(codes, whole, "by {limit}");
    }
    assert_eq!(DueKind::parse("birthday").unwrap_err().reason().name, "due_kind_unknown");
}

#[test]
fn the_calendar_has_civil_days_and_says_whose_and_when_it_was_written_by_utc() {
    let at = dates();
    let path = at.place.path("due.ics");
    let due = agenda::due_until(at.db(), None, today()).unwrap();
    let tokyo: Zone = "Asia/Tokyo".parse().unwrap();
    let written = tokyo.first_instant(day(2026, 11, 27));
    agenda::write_calendar(Target { path: &path, overwrite: true }, "Harbour Laboratories", &due, tokyo, written)
        .unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("X-WR-TIMEZONE:Asia/Tokyo"), "{text}");
    assert!(text.contains("DTSTAMP:20261126T150000Z"), "{text}");
    assert!(text.contains("DTSTART;VALUE=DATE:20260331") && text.contains("DTEND;VALUE=DATE:20260401"), "{text}");
}

#[test]
fn the_calendar_is_read_by_a_parser_that_is_not_ours_and_keeps_its_identifiers() {
    let at = dates();
    let path = at.place.path("due.ics");
    let due = agenda::due_until(at.db(), None, today()).unwrap();
    let read = |on| {
        agenda::write_calendar(
            Target { path: &path, overwrite: true },
            "Harbour Laboratories",
            &due,
            Zone::UTC,
            noon(on),
        )
        .unwrap();
        let program = "import sys, icalendar\ncal = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())\n\
                       [print(e['UID'], e['DTSTART'].dt, e['SUMMARY']) for e in cal.walk('VEVENT')]";
        let out = tool(&venv("python"), "setup.sh", &["-c", program, path.to_str().unwrap()], at.place.folder.path());
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    };
    let first = read(today());
    assert_eq!(first.lines().count(), due.len(), "{first}");
    assert!(first.contains("2026-03-31 Review: PR-2 Title of PR-2"), "{first}");
    assert!(first.contains("2026-04-01 Review: PR-1"), "a month stands on its first day: {first}");
    assert_eq!(read(day(2026, 2, 1)), first, "the same entry keeps its UID");
}

#[test]
fn today_lists_what_waits_for_a_decision() {
    let mut at = Organisation::new();
    at.draft("PR-1");
    at.document("PR-2");
    at.does(|tx| documents::file_revision(tx, "PR-2", revision("two")));
    at.does(|tx| documents::approve(tx, "PR-2", approval(day(2026, 2, 1))));
    let purchasing = at.document("PR-3");
    at.map(ItemId::Document(purchasing), "20000-1/9.2");
    let seen = agenda::today(at.db(), today()).unwrap();
    let drafts: Vec<&str> = seen.drafts.iter().map(|draft| draft.code.as_str()).collect();
    assert_eq!((drafts, seen.drafts_count), (vec!["PR-1"], 1));
    let coming: Vec<_> = seen.coming.iter().map(|coming| (coming.code.as_str(), coming.from)).collect();
    assert_eq!((coming, seen.coming_count), (vec![("PR-2", day(2026, 2, 1))], 1));
    let held = at.held();
    let proposed = agenda::proposals_waiting(at.db(), &held, 10).unwrap();
    assert_eq!((proposed.items.len(), proposed.items[0].item.code.as_str(), proposed.more), (1, "PR-3", false));
    at.turn_to(day(2026, 2, 1));
    let seen = agenda::today(at.db(), day(2026, 2, 1)).unwrap();
    assert_eq!(seen.coming_count, 0, "what has come into force does not wait");
    at.does(|tx| documents::approve(tx, "PR-1", approval(day(2026, 2, 1))));
    assert_eq!(agenda::today(at.db(), day(2026, 2, 1)).unwrap().drafts_count, 0);
}

#[test]
fn today_lists_changes_that_are_due_later_and_doubts_until_they_are_answered() {
    let mut desk = Desk::new();
    desk.submits(&usual()).unwrap();
    for who in ["reviewer", "first", "second"] {
        desk.decides(who, true).unwrap();
    }
    let seen = |desk: &Desk| {
        let seen = agenda::today(desk.at.db(), today()).unwrap();
        assert_eq!((seen.asked.len(), seen.doubts.len()), (seen.asked_count, seen.doubts_count));
        let doubts: Vec<String> = seen.doubts.iter().map(|one| one.reason.clone()).collect();
        (seen.next.len(), seen.asked.len(), doubts)
    };
    let before = seen(&desk);
    assert_eq!((before.1, &before.2), (0, &Vec::new()));
    let asks = |desk: &mut Desk, days: u64| {
        let by = Some(today().plus_days(days));
        desk.at.does(|tx| reviews::request_change(tx, "PR-1", Some("The author"), by, "a new form"));
    };
    asks(&mut desk, 90);
    assert_eq!(seen(&desk), (before.0, 1, Vec::new()), "however late it is due");
    desk.at.does(|tx| reviews::call_off_revision(tx, "PR-1", "not wanted"));
    asks(&mut desk, 30);
    assert_eq!(seen(&desk), (before.0 + 1, 0, Vec::new()), "once");
    desk.acts("first", |tx, document, signing| reviews::doubt(tx, document, None, "too long", signing)).unwrap();
    assert_eq!(seen(&desk), (before.0 + 1, 0, vec!["too long".to_owned()]));
    desk.at.does(|tx| {
        let mut next = revision("three");
        next.author = "author@example.org".into();
        documents::file_revision(tx, "PR-1", next)?;
        documents::approve(tx, "PR-1", approval(tx.today()))
    });
    assert_eq!(seen(&desk), before, "the next revision answers both");
}
