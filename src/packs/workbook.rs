//! The lists of a pack as one workbook: days as days, numbers as numbers, everything else as text.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::content::Content;
use super::sheet::Sheet;
use crate::day::Day;

/// What the workbook says of itself: the same for the same day.
pub(super) fn describe(book: &mut Workbook, content: &Content) -> std::result::Result<(), XlsxError> {
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

/// The columns that hold days, and those that hold numbers; a day that is not known to the day stays text.
const DAYS: [&str; 15] = [
    "approved on",
    "collected",
    "decided on",
    "decided otherwise since",
    "due",
    "effective from",
    "filed",
    "in force from",
    "issued on",
    "next review",
    "on",
    "period from",
    "period to",
    "replaced on",
    "valid until",
];
const NUMBERS: [&str; 5] = ["apply", "bytes", "do not apply", "entry", "undecided"];

/// What a cell of the workbook is, so that a spreadsheet sorts and counts it.
enum Typed {
    Day(ExcelDateTime),
    Number(f64),
    Text,
}

fn typed(column: &str, text: &str) -> Typed {
    use chrono::Datelike;
    if NUMBERS.contains(&column) {
        return text.parse().map_or(Typed::Text, Typed::Number);
    }
    let day = if DAYS.contains(&column) { text.parse::<Day>().ok() } else { None };
    let date = day.filter(|day| day.to_string() == text).map(Day::date);
    let date = date.filter(|date| (1900..=9999).contains(&date.year()));
    let stamp = date.map(|date| ExcelDateTime::from_ymd(date.year() as u16, date.month() as u8, date.day() as u8));
    stamp.and_then(std::result::Result::ok).map_or(Typed::Text, Typed::Day)
}

/// Adds a list to the workbook.
pub(super) fn add(book: &mut Workbook, sheet: Sheet) -> std::result::Result<(), XlsxError> {
    let head = Format::new().set_bold().set_background_color(0x00F3_F1ED).set_align(FormatAlign::Top).set_text_wrap();
    let cell = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    let day = cell.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left);
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
            let (at, column) = (n as u32 + 1, i as u16);
            match typed(header[i], &text) {
                Typed::Day(on) => page.write_datetime_with_format(at, column, on, &day)?,
                Typed::Number(n) => page.write_number_with_format(at, column, n, &cell)?,
                Typed::Text => page.write_string_with_format(at, column, text, &cell)?,
            };
        }
    }
    if rows > 0 {
        page.autofilter(0, 0, rows as u32, header.len() as u16 - 1)?;
    }
    Ok(())
}
