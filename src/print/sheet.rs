//! Lists as a workbook: a sheet for each, and one that says from what it was made.

use chrono::Datelike;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr as _;

use super::{Language, ListColumn, Made, PaperSize, Value, say};
use crate::day::Day;
use crate::error::{Error, Result};

/// The most letters a cell of this format holds.
const MOST: usize = 32_767;
/// Height of a line, and the highest that a row can be, in points.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;
/// The most letters at the head and foot of a page.
const MOST_AT_EDGE: usize = 250;

/// A workbook under way.
pub struct Book<'m> {
    book: Workbook,
    title: String,
    made: &'m Made,
}

impl<'m> Book<'m> {
    /// An empty one under a title.
    pub fn new(title: String, made: &'m Made) -> Self {
        let mut book = Workbook::new();
        let mut properties =
            DocProperties::new().set_title(&title).set_company(&made.organisation).set_author(&made.by);
        if let Some(on) = date(made.on) {
            // Else the library asks the clock.
            properties = properties.set_creation_datetime(&on);
        }
        book.set_properties(&properties);
        Self { book, title, made }
    }

    /// Adds a list as a sheet; where it has no rows, that sentence says so.
    ///
    /// # Errors
    /// `internal` where it cannot be written.
    pub fn list<R>(&mut self, name: &str, columns: &[ListColumn<R>], rows: &[R], none: &str) -> Result<()> {
        self.list_under(None, name, columns, rows, none)
    }

    /// The same under a line that stands above it, where there is one to say.
    ///
    /// # Errors
    /// `internal` where it cannot be written.
    pub fn list_under<R>(
        &mut self,
        notice: Option<&str>,
        name: &str,
        columns: &[ListColumn<R>],
        rows: &[R],
        none: &str,
    ) -> Result<()> {
        let sheet = self.book.add_worksheet();
        sheet.set_name(say(self.made.language, name)).map_err(failed)?;
        if let Some(notice) = notice {
            above(sheet, notice, columns).map_err(failed)?;
        }
        list(sheet, u32::from(notice.is_some()), columns, rows, none, self.made).map_err(failed)?;
        page(sheet, self.made, &self.title);
        Ok(())
    }

    /// Adds a sheet that says from what it was made, below lines of its own, and ends.
    ///
    /// # Errors
    /// `internal` where it cannot be written.
    pub fn end(mut self, name: &str, lines: Vec<String>) -> Result<Vec<u8>> {
        let made = self.made;
        let sheet = self.book.add_worksheet();
        sheet.set_name(say(made.language, name)).map_err(failed)?;
        page(sheet, made, &self.title);
        sheet.set_column_width(0, 110).map_err(failed)?;
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        for (n, line) in std::iter::once(self.title).chain(lines).chain(made.lines()).enumerate() {
            sheet.write_string_with_format(n as u32, 0, line, &wrapped).map_err(failed)?;
        }
        self.book.save_to_buffer().map_err(failed)
    }
}

fn failed(cause: XlsxError) -> Error {
    Error::internal(format_args!("workbook: {cause}"))
}

/// The forms of cells.
struct Forms {
    text: Format,
    day: Format,
    noticed: Format,
}

impl Forms {
    fn new() -> Self {
        let text = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        let noticed = text.clone().set_bold().set_font_color(Color::RGB(0x00A0_1508));
        Self { day: text.clone().set_num_format("yyyy\\-mm\\-dd").set_align(FormatAlign::Left), text, noticed }
    }

    /// A day with its word behind it, and still a day to whoever sorts and counts.
    fn marked(&self, word: &str) -> Format {
        let word = word.replace('"', "");
        self.noticed.clone().set_num_format(format!("yyyy\\-mm\\-dd\" {word}\"")).set_align(FormatAlign::Left)
    }
}

/// Writes a line that is noticed, over the columns below it.
fn above<R>(sheet: &mut Worksheet, notice: &str, columns: &[ListColumn<R>]) -> Result<(), XlsxError> {
    let last = columns.len() as u16 - 1;
    sheet.merge_range(0, 0, 0, last, first(notice, MOST), &Forms::new().noticed)?;
    let lines = lines(notice, columns.iter().map(width).sum());
    sheet.set_row_height(0, lines as f64 * LINE).map(drop)
}

fn list<R>(
    sheet: &mut Worksheet,
    top: u32,
    columns: &[ListColumn<R>],
    rows: &[R],
    none: &str,
    made: &Made,
) -> Result<(), XlsxError> {
    let (language, forms) = (made.language, Forms::new());
    let head = Format::new().set_bold().set_background_color(0x00F3_F1ED).set_align(FormatAlign::Top).set_text_wrap();
    sheet.set_freeze_panes(top + 1, 0)?;
    sheet.set_repeat_rows(0, top)?;
    let titles = columns.iter().map(|column| lines(&column.title(language), width(column))).max().unwrap_or(1);
    sheet.set_row_height(top, titles as f64 * LINE)?;
    for (n, column) in columns.iter().enumerate() {
        sheet.write_string_with_format(top, n as u16, column.title(language), &head)?;
        sheet.set_column_width(n as u16, width(column))?;
    }
    for (n, row) in rows.iter().enumerate() {
        let line = n as u32 + top + 1;
        let mut most = 1;
        for (at, column) in columns.iter().enumerate() {
            let value = (column.of)(row, language);
            most = most.max(value.text().map_or(1, |text| lines(text, width(column))));
            cell(sheet, (line, at as u16), value, &forms)?;
        }
        // Not every program looks itself how high a row has to be.
        sheet.set_row_height(line, (most as f64 * LINE).min(HIGHEST))?;
    }
    if rows.is_empty() {
        sheet.write_string(top + 1, 0, say(language, none))?;
    } else {
        sheet.autofilter(top, 0, rows.len() as u32 + top, columns.len() as u16 - 1)?;
    }
    Ok(())
}

/// How wide a column is, in letters; where a word stands behind a day, which is not wrapped, as wide as both.
fn width<R>(column: &ListColumn<R>) -> f64 {
    if column.name == "nextReview" { 24.0 } else { f64::from(column.share) * 1.65 }
}

/// How many lines a text takes in a column, at the most.
fn lines(text: &str, width: f64) -> usize {
    let most = (width - 2.0).max(1.0) as usize;
    let of = |line: &str| {
        let (mut count, mut taken) = (1, 0);
        for word in line.split(' ') {
            let wide = word.width();
            if taken > 0 && taken + 1 + wide > most {
                (count, taken) = (count + 1, 0);
            }
            taken += wide + usize::from(taken > 0);
            count += taken.saturating_sub(1) / most;
            taken = if taken > most { (taken - 1) % most + 1 } else { taken };
        }
        count
    };
    text.split('\n').map(of).sum()
}

/// A text is written as a text, whatever it begins with: no cell is a formula.
fn cell(sheet: &mut Worksheet, (row, column): (u32, u16), value: Value, forms: &Forms) -> Result<(), XlsxError> {
    let (text, form) = match value {
        Value::Day(day) => match date(day) {
            Some(day) => return sheet.write_datetime_with_format(row, column, &day, &forms.day).map(drop),
            None => (day.to_string(), &forms.text),
        },
        Value::Marked(day, word) => match date(day) {
            Some(day) => return sheet.write_datetime_with_format(row, column, &day, &forms.marked(&word)).map(drop),
            None => (format!("{day} {word}"), &forms.noticed),
        },
        Value::Noticed(text) => (text, &forms.noticed),
        Value::Text(text) => (text, &forms.text),
    };
    sheet.write_string_with_format(row, column, first(&text, MOST), form).map(drop)
}

/// How it is printed: on the long side, as wide as the page, with what it is at its head and foot.
fn page(sheet: &mut Worksheet, made: &Made, title: &str) {
    let letter = made.paper == PaperSize::Letter;
    sheet.set_landscape().set_paper_size(if letter { 1 } else { 9 }).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.6, 0.7, 0.3, 0.3);
    let number = match made.language {
        Language::En => "&R&8&P of &N",
        Language::De => "&R&8&P von &N",
    };
    let foot = made.foot(&format!("{title}: {}", sheet.name()));
    // A sign of its own begins with this one, so that it is written twice.
    let most = (MOST_AT_EDGE - number.len()).saturating_sub(foot.matches('&').count());
    sheet.set_footer(format!("&L&8{}{number}", first(&foot, most).replace('&', "&&")));
}

/// A day as this format knows it, from 1900 on.
fn date(day: Day) -> Option<ExcelDateTime> {
    let day = day.date();
    ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, day.month() as u8, day.day() as u8).ok()
}

/// As much of a text as this format has room for, counted as it counts.
fn first(text: &str, most: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > most
    });
    end.map_or(text, |(end, _)| &text[..end])
}
