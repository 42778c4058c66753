//! The lists of a pack: CSV for any program, and one workbook with the same sheets.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::columns::columns;
use super::content::Content;
use super::deciding::Issued;
use super::history::Entered;
use super::item::{PackItem, What};
use super::points::grouped;
use super::{stated, words};
use crate::error::{Error, Result};
use crate::mapping::{PointSettled, PointState};

/// One list: name, header, rows.
pub(super) struct Sheet {
    pub(super) name: &'static str,
    rows: Vec<Vec<String>>,
}

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
    let (mut rows, cited) = (Vec::new(), content.cited());
    for part in &content.coverage {
        for row in &part.rows {
            let cited = cited.get(&row.reference).map(Vec::as_slice).unwrap_or_default();
            let mut items: Vec<&str> = cited.iter().map(|(item, _)| item.code()).collect();
            // One that is mapped there twice stands there once.
            items.dedup();
            rows.push(vec![
                part.edition.clone(),
                row.reference.clause.clone(),
                row.title.clone(),
                row.spine.clone().unwrap_or_default(),
                words::state(row.state).to_owned(),
                words::because_at(row, &|code| content.place(code)),
                words::codes(row),
                items.join("; "),
            ]);
        }
    }
    Sheet { name: "coverage", rows }
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
        ]);
    }
    Sheet { name: "applicability", rows }
}

fn issued(content: &Content) -> Sheet {
    let row = |one: &Issued| {
        let Issued { place, edition, version, .. } = one;
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
            clauses(item),
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
            clauses(item),
            r.note.clone(),
        ]);
    }
    Sheet { name: "records", rows }
}

fn clauses(item: &PackItem) -> String {
    item.mappings.iter().map(|m| m.reference.short()).collect::<Vec<_>>().join("; ")
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
                point.at.edition_id().to_string(),
                shown.clauses("; "),
                shown.from("; "),
                point.what.clone(),
                point.state.name().to_owned(),
                told(|by| by.evidence.as_ref().map_or_else(|| String::from("statement"), |item| item.code.clone())),
                told(|by| by.reason.clone()),
                told(|by| by.who.clone()),
                told(|by| by.on.to_string()),
                point.owner.clone(),
                point.due.map(|day| day.to_string()).unwrap_or_default(),
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

impl Sheet {
    /// Its columns, as they are declared.
    fn header(&self) -> impl Iterator<Item = &'static str> {
        columns(self.name).map(|column| column.name.as_str())
    }

    /// The list as CSV (RFC 4180), UTF-8. A cell that a spreadsheet would take for a formula is kept from it.
    pub(super) fn csv(&self) -> Result<Vec<u8>> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let fail = |e: csv::Error| Error::internal(format_args!("CSV: {e}"));
        writer.write_record(self.header()).map_err(fail)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(fail)?;
        }
        writer.into_inner().map_err(|e| Error::internal(format_args!("CSV: {e}")))
    }
}

/// A cell that no spreadsheet takes for a formula: not at its start, and not behind what a program in another country takes
/// for the end of a cell.
fn harmless(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut begins = true;
    for (at, c) in cell.char_indices() {
        let formula = matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
        // A dash alone says that there is nothing.
        if begins && formula && cell.len() > at + c.len_utf8() {
            out.push('\'');
        }
        begins = matches!(c, ';' | '\t' | '\r' | '\n') || begins && (c == ' ' || c == '"');
        out.push(c);
    }
    out
}

/// What the workbook says of itself: the same for the same day.
fn describe(book: &mut Workbook, content: &Content) -> std::result::Result<(), XlsxError> {
    use chrono::Datelike;
    let day = content.day.date();
    let stamp = ExcelDateTime::from_ymd(day.year().clamp(1900, 9999) as u16, day.month() as u8, day.day() as u8)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(format!("{} {}", content.audit.code, content.audit.title))
            .set_company(&content.organisation)
            .set_creation_datetime(&stamp),
    );
    Ok(())
}

/// Adds a list to the workbook.
fn add(book: &mut Workbook, sheet: Sheet) -> std::result::Result<(), XlsxError> {
    let head = Format::new().set_bold().set_background_color(0x00F3_F1ED).set_align(FormatAlign::Top).set_text_wrap();
    let cell = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    let page = book.add_worksheet();
    page.set_name(sheet.name)?;
    page.set_freeze_panes(1, 0)?;
    let header: Vec<&str> = sheet.header().collect();
    for (i, title) in header.iter().enumerate() {
        let column = i as u16;
        page.write_string_with_format(0, column, *title, &head)?;
        let longest = sheet.rows.iter().map(|r| r[i].chars().count()).max().unwrap_or(0).max(title.len());
        page.set_column_width(column, longest.clamp(8, 48) as f64 + 2.0)?;
    }
    let rows = sheet.rows.len();
    for (n, row) in sheet.rows.into_iter().enumerate() {
        for (i, mut text) in row.into_iter().enumerate() {
            if let Some((end, _)) = text.char_indices().nth(32_000) {
                text.truncate(end);
            }
            page.write_string_with_format(n as u32 + 1, i as u16, text, &cell)?;
        }
    }
    if rows > 0 {
        page.autofilter(0, 0, rows as u32, header.len() as u16 - 1)?;
    }
    Ok(())
}
