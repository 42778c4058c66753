//! What the program hands out it takes back: a workbook with everything inside decides the same in an empty workspace.

use std::collections::BTreeMap;

use clausebook::applicability::{self, Change, ControlReach, Decision, Ground, Implemented, OwnControl};
use clausebook::digest::Digest;
use clausebook::print::{Language, Made, PaperSize};
use clausebook::soa;
use clausebook::soalist::Outcome;
use clausebook::standards::EditionId;

use super::{Given, holding, nothing_is_lost};
use crate::support::day;
use crate::support::organisation::Organisation;

const HELD: &str = "27001:2022";

fn made(language: Language) -> Made {
    let on = day(2026, 1, 15);
    Made {
        language,
        paper: PaperSize::A4,
        organisation: "Harbour Laboratories".into(),
        day: Some(on),
        recorded: on,
        on,
        by: "quality@example.org".into(),
        size: 12,
        root: Digest::of(b"root"),
    }
}

/// Every control, what it is called and where it comes from, and what is decided.
type Standing = BTreeMap<String, (String, Option<OwnControl>, Option<Decision>)>;

fn standing(at: &Organisation) -> Standing {
    let edition: EditionId = HELD.parse().unwrap();
    let rows = applicability::list(at.db(), &edition).unwrap().into_iter();
    rows.map(|row| (row.reference.clause, (row.title, row.own, row.decision))).collect()
}

/// A workspace in which something of every kind is decided.
fn decided() -> Organisation {
    let mut at = holding(HELD);
    let names = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    let own = |title: &str, origin: &str| OwnControl { title: title.into(), origin: origin.into() };
    at.does(|tx| applicability::name_control(tx, "27001", "K-1", own("Island mode", "BSI KRITIS"), ""));
    at.does(|tx| applicability::name_control(tx, "27001", "C5:OPS-01", own("Capacity: planning", ""), ""));
    let yes =
        Change { applies: Some(true), reason: Some("the risk assessment asks for it".into()), ..Change::default() };
    let decisions = [
        (
            vec!["A.5.1", "K-1"],
            Change {
                grounds: Some(vec![Ground::Risk, Ground::Law]),
                risks: Some(vec!["R-1".into(), "R-2".into()]),
                implemented: Some(Implemented::Yes),
                reach: Some(vec![ControlReach::Services, ControlReach::Assets]),
                owner: Some("Head of operations".into()),
                ..yes.clone()
            },
        ),
        (vec!["A.5.2"], Change { implemented: Some(Implemented::By(day(2026, 9, 30))), ..yes.clone() }),
        (vec!["A.5.3"], Change { implemented: Some(Implemented::Partly), ..yes.clone() }),
        (
            vec!["A.5.4"],
            Change { implemented: Some(Implemented::No), reach: Some(vec![ControlReach::Assets]), ..yes.clone() },
        ),
        (vec!["A.5.5"], Change { grounds: Some(vec![Ground::Business, Ground::Contract]), ..yes }),
        (
            vec!["A.7.4", "C5:OPS-01"],
            Change {
                applies: Some(false),
                reason: Some("no premises of our own".into()),
                risks: Some(vec!["RA-2026".into()]),
                ..Change::default()
            },
        ),
    ];
    for (codes, change) in decisions {
        at.does(|tx| applicability::decide(tx, "27001", &names(&codes), &change));
    }
    at
}

#[test]
fn what_is_handed_out_with_everything_inside_is_taken_back_the_same() {
    let from = decided();
    let edition: EditionId = HELD.parse().unwrap();
    let shown = soa::paper(from.db(), &edition, Some("now")).unwrap();
    for language in [Language::En, Language::De] {
        let bytes = soa::workbook(&shown, true, &made(language)).unwrap();
        let mut into = holding(HELD);
        let taken = Given::of("soa.xlsx", &bytes).import(&mut into).unwrap();
        nothing_is_lost(&taken);
        assert_eq!(
            (taken.counts.asked, taken.counts.open),
            (0, 0),
            "{:#?}",
            taken.rows.iter().find(|r| !r.doubts.is_empty())
        );
        for (code, stands) in standing(&from) {
            assert_eq!(standing(&into).get(&code), Some(&stands), "{code}");
        }
        let again = Given::of("soa.xlsx", &bytes).import(&mut into).unwrap();
        assert!(again.rows.iter().all(|row| matches!(row.outcome, Outcome::Unchanged | Outcome::LeftOut)));
    }
}
