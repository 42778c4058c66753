//! Records: how they are filed and listed, the form of their events, and what is refused about them.

mod correcting;
mod filing;
mod histories;
mod leaving;
mod lists;
mod numbers;
mod series;
mod terminal;

use clausebook::day::Day;
use clausebook::extract::Media;
use clausebook::filed::FiledFile;
use clausebook::ids::RecordId;
use clausebook::records::{self, NewRecord, Particulars, RecordEvent};
use uuid::Uuid;

use crate::support::organisation::Organisation;
use crate::support::{Place, day};

/// The first and the last day on which a record counts.
fn counts(at: &Organisation, id: RecordId) -> Option<(Day, Day)> {
    records::stands(at.db(), id).unwrap().and_then(|standing| standing.counts())
}

fn filed() -> FiledFile {
    let digest = clausebook::digest::Digest::of(b"a");
    FiledFile {
        digest,
        size: 1,
        name: "a.txt".into(),
        path: "a.txt".into(),
        modified: None,
        media: Media::Text,
        problem: None,
        clauses: Vec::new(),
    }
}

#[test]
fn a_filed_record_is_written_as_ever_key_by_key_and_read_again() {
    const ID: &str = "01936f00-0000-7000-8000-000000000001";
    let file = filed();
    let particulars = Particulars {
        title: "Access review".into(),
        kind: "review".into(),
        period_from: Some(day(2026, 1, 1)),
        period_to: Some(day(2026, 3, 31)),
        collected: Some(day(2026, 4, 1)),
        valid_until: Some(day(2027, 4, 1)),
        retention: "3 years".into(),
        note: "signed".into(),
    };
    let files = format!("\"files\":[{}]", serde_json::to_string(&file).unwrap());
    for (particulars, front, back) in [
        (
            particulars,
            "\"title\":\"Access review\",\"record_kind\":\"review\"",
            ",\"period_from\":\"2026-01-01\",\"period_to\":\"2026-03-31\",\"collected\":\"2026-04-01\",\
             \"valid_until\":\"2027-04-01\",\"retention\":\"3 years\",\"note\":\"signed\"",
        ),
        (Particulars::new("Minutes".into()), "\"title\":\"Minutes\"", ""),
    ] {
        let id = RecordId(Uuid::parse_str(ID).unwrap());
        let event = RecordEvent::Filed { id, number: None, particulars, files: vec![file.clone()], scope: Vec::new() };
        let json = format!("{{\"kind\":\"record.filed\",\"data\":{{\"id\":\"{ID}\",{front},{files}{back}}}}}");
        assert_eq!(serde_json::to_string(&event).unwrap(), json, "what is hashed keeps its form");
        assert_eq!(serde_json::from_str::<RecordEvent>(&json).unwrap(), event);
    }
}

#[test]
fn dates_that_contradict_each_other_are_both_named() {
    let mut workspace = Place::new().workspace();
    let mut refused = |change: fn(&mut Particulars)| {
        let mut particulars = Particulars::new("Minutes".into());
        change(&mut particulars);
        let new = NewRecord { particulars, files: vec![filed()], scope: Vec::new() };
        workspace.transact(|tx| records::file(tx, new)).unwrap_err().to_string()
    };
    let period = refused(|p| (p.period_from, p.period_to) = (Some(day(2026, 4, 1)), Some(day(2026, 3, 31))));
    assert_eq!(period, "record_period_reversed (from: 2026-04-01, to: 2026-03-31)");
    let validity = refused(|p| (p.collected, p.valid_until) = (Some(day(2026, 4, 1)), Some(day(2026, 3, 31))));
    assert_eq!(validity, "record_validity_reversed (collected: 2026-04-01, until: 2026-03-31)");
}
