//! The lists of a pack: CSV for any program, and one workbook with the same sheets.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::content::{Cited, Content};
use super::deciding::Issued;
use super::history::Entered;
use super::item::{PackItem, What};
use super::points::grouped;
use super::sheet::Sheet;
use super::workbook::{add, describe};
use super::{approved, stated, words};
use crate::coverage::Row;
use crate::error::{Error, Result};
use crate::mapping::{PointSettled, PointState};
use crate::standards::catalogue;

/// The lists of a pack, each made when it is written: all of them at once would be many times what they hold.
const LISTS: [fn(&Content) -> Sheet; 10] =
    [coverage, applicability, issued, documents, records, mappings, points, statements, files, history];

/// The lists as CSV, and all of them as one workbook; each with its path below `data/`.
pub(super) fn lists(content: &Content) -> Result<Vec<(String, Vec<u8>)>> {
    let fail = |e: XlsxError| Error::internal(format_args!("workbook: {e}"));
    let (mut out, mut book) = (Vec::new(), Workbook::new());
    describe(&mut book, content).map_err(fail)?;
    for list in LISTS {
        let sheet = list(content);
        out.push((format!("{}.csv", sheet.name), sheet.csv()?));
        add(&mut book, sheet).map_err(fail)?;
    }
    out.push((String::from("matrix.xlsx"), book.save_to_buffer().map_err(fail)?));
    Ok(out)
}

fn coverage(content: &Content) -> Sheet {
    let (mut rows, all) = (Vec::new(), content.cited());
    for part in &content.coverage {
        for row in &part.rows {
            let cited = all.get(&row.reference).map(Vec::as_slice).unwrap_or_default();
            let counting = |counts: bool| {
                let of_these = cited.iter().filter(move |(_, mapping)| mapping.counts() == counts);
                let mut items: Vec<&str> = of_these.map(|(item, _)| item.code()).collect();
                // One that is mapped there twice stands there once.
                items.dedup();
                items.join("; ")
            };
            rows.push(vec![
                part.edition.clone(),
                row.reference.clause.clone(),
                row.title.clone(),
                row.spine.clone().unwrap_or_default(),
                words::state(row.state).to_owned(),
                words::because_at(row, &|code| content.place(code)),
                words::codes(row),
                counting(true),
                through(row, &all),
                counting(false),
            ]);
        }
    }
    Sheet { name: "coverage", rows }
}

/// What covers a clause through one above it: `QP-01 (7.5)`.
fn through(row: &Row, cited: &Cited<'_>) -> String {
    let above = catalogue().ancestors(&row.reference).filter(|_| !row.heading);
    let of_it = above.flat_map(|clause| cited.get(&clause.reference).into_iter().flatten());
    let of_it = of_it.filter(|(_, mapping)| mapping.counts());
    let mut said: Vec<String> =
        of_it.map(|(item, mapping)| format!("{} ({})", item.code(), mapping.reference.clause)).collect();
    said.dedup();
    said.join("; ")
}

fn applicability(content: &Content) -> Sheet {
    let mut rows = Vec::new();
    for row in &content.decided {
        let Some(decision) = &row.decision else { continue };
        let all = |names: Vec<String>| names.join("; ");
        rows.push(vec![
            row.reference.edition_id().to_string(),
            row.reference.clause.clone(),
            row.title.clone(),
            if decision.applies { "yes" } else { "no" }.to_owned(),
            decision.reason.clone(),
            all(decision.grounds.iter().map(ToString::to_string).collect()),
            all(decision.risks.clone()),
            decision.implemented.map(|is| is.to_string()).unwrap_or_default(),
            all(decision.reach.iter().map(ToString::to_string).collect()),
            decision.owner.clone(),
            row.by.clone(),
            row.on.map(|on| on.to_string()).unwrap_or_default(),
            row.own.as_ref().map(|own| own.origin.clone()).unwrap_or_default(),
        ]);
    }
    Sheet { name: "applicability", rows }
}

fn issued(content: &Content) -> Sheet {
    let row = |one: &Issued| {
        let Issued { place, edition, version, moved, .. } = one;
        vec![
            edition.to_string(),
            version.label.clone(),
            version.day.to_string(),
            version.email.clone(),
            version.included.to_string(),
            version.excluded.to_string(),
            version.undecided.to_string(),
            version.reason.clone(),
            version.fingerprint.clone().unwrap_or_else(|| String::from("unsigned")),
            format!("data/{place}"),
            moved.map(|since| since.to_string()).unwrap_or_default(),
        ]
    };
    Sheet { name: "statements_of_applicability", rows: content.issued.iter().map(row).collect() }
}

fn documents(content: &Content) -> Sheet {
    let mut rows = Vec::new();
    for item in &content.items {
        let What::Document(d, r) = &item.what else { continue };
        let text = |t: Option<String>| t.unwrap_or_default();
        rows.push(vec![
            d.code.clone(),
            d.title.clone(),
            d.kind.to_string(),
            r.label.clone(),
            d.owner.clone(),
            item.approver(),
            text(r.approved_on.map(|x| x.to_string())),
            text(
                r.effective_from
                    .map(|x| if r.effective_at_latest { format!("at the latest {x}") } else { x.to_string() }),
            ),
            item.in_force_again(),
            item.communicated(),
            text(d.next_review.map(|x| x.to_string())),
            item.moved(),
            item.warning(content.day),
            content.places(&item.scope, "; "),
            clauses(item, content),
            approved::approval(item, content),
            r.filed.to_string(),
            item.asked_for(),
        ]);
    }
    Sheet { name: "documents", rows }
}

fn records(content: &Content) -> Sheet {
    let mut rows = Vec::new();
    for item in &content.items {
        let What::Record(r) = &item.what else { continue };
        let day = |d: Option<crate::day::Day>| d.map(|x| x.to_string()).unwrap_or_default();
        rows.push(vec![
            r.code.clone(),
            r.title.clone(),
            r.kind.clone(),
            day(r.period_from),
            day(r.period_to),
            day(r.collected),
            day(Some(r.filed)),
            day(r.valid_until),
            item.record_state(content.day),
            item.warning(content.day),
            content.places(&item.scope, "; "),
            clauses(item, content),
            r.note.clone(),
            item.replaced.as_ref().and_then(|exited| Some(exited.by.as_ref()?.code.clone())).unwrap_or_default(),
            day(item.replaced.as_ref().map(|exited| exited.on)),
            item.replaced.as_ref().map(|exited| exited.reason.clone()).unwrap_or_default(),
            item.replaced.as_ref().map(|exited| exited.who.clone()).unwrap_or_default(),
        ]);
    }
    Sheet { name: "records", rows }
}

fn clauses(item: &PackItem, content: &Content) -> String {
    item.mappings.iter().map(|m| content.clause(&m.reference)).collect::<Vec<_>>().join("; ")
}

fn mappings(content: &Content) -> Sheet {
    let mut rows = Vec::new();
    for item in &content.items {
        for m in &item.mappings {
            rows.push(vec![
                item.kind().to_owned(),
                item.code().to_owned(),
                m.reference.edition_id().to_string(),
                m.reference.clause.clone(),
                m.title.clone(),
                m.strength.name().to_owned(),
                m.reason.clone(),
                m.variance.clone(),
                words::origin(&m.origin),
                content.places(&m.scope, "; "),
                words::left_of(m),
            ]);
        }
    }
    Sheet { name: "mappings", rows }
}

fn points(content: &Content) -> Sheet {
    let mut rows = Vec::new();
    for item in &content.items {
        for shown in grouped(&item.points) {
            let point = shown.point;
            let settled = point.settled.as_ref().filter(|_| point.state == PointState::Settled);
            let told = |tell: fn(&PointSettled) -> String| settled.map(tell).unwrap_or_default();
            rows.push(vec![
                item.code().to_owned(),
                shown.ids("; "),
                shown.editions("; "),
                shown.clauses("; "),
                shown.from("; ", content),
                point.what.clone(),
                point.state.name().to_owned(),
                told(|by| by.evidence.as_ref().map_or_else(|| String::from("statement"), |item| item.code.clone())),
                told(|by| by.reason.clone()),
                told(|by| by.who.clone()),
                told(|by| by.on.to_string()),
                point.owner.clone(),
                point.due.map(|day| day.to_string()).unwrap_or_default(),
                shown.late(content.day),
            ]);
        }
    }
    Sheet { name: "points", rows }
}

fn statements(content: &Content) -> Sheet {
    let mut rows = Vec::new();
    for item in &content.items {
        for stated in &item.stated {
            let said = &stated.statement;
            rows.push(vec![
                item.code().to_owned(),
                said.label.clone(),
                stated::words(said.meaning).to_owned(),
                said.name.clone(),
                said.email.clone(),
                said.instead_of.clone(),
                said.day.to_string(),
                said.effective.map(|day| day.to_string()).unwrap_or_default(),
                said.reason.clone(),
                stated.key().to_owned(),
                format!("data/{}", stated.place),
                if stated.retired { "for that day, later" } else { "" }.to_owned(),
            ]);
        }
    }
    Sheet { name: "statements", rows }
}

fn files(content: &Content) -> Sheet {
    let mut rows = Vec::new();
    for item in &content.items {
        for f in &item.files {
            rows.push(vec![
                item.code().to_owned(),
                format!("data/{}", f.place),
                f.filed.name.clone(),
                f.filed.path.clone(),
                f.filed.size.to_string(),
                f.filed.digest.to_string(),
                f.filed.problem.map(words::problem).unwrap_or_default().to_owned(),
            ]);
        }
    }
    Sheet { name: "files", rows }
}

fn history(content: &Content) -> Sheet {
    let row = |entry: &Entered| {
        let Entered { seq, at, actor, kind, items } = entry;
        vec![seq.to_string(), at.clone(), actor.clone(), kind.clone(), items.join("; ")]
    };
    Sheet { name: "history", rows: content.history.iter().map(row).collect() }
}
