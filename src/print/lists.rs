//! Lists that stand on paper and in workbooks alike: their columns once, with what stands in each cell.

use clausebook_print::{Cell, Column, Part, Table};

use super::{Language, Made, say};
use crate::day::Day;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, empty where there is nothing.
    Text(String),
    /// A day.
    Day(Day),
    /// A day with a word that is to be noticed.
    Marked(Day, String),
    /// A text that is to be noticed.
    Noticed(String),
}

impl Value {
    /// What is wrapped where it is wider than its column.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Noticed(text) => Some(text),
            Self::Day(_) | Self::Marked(..) => None,
        }
    }
}

/// A column of a list.
pub struct ListColumn<R> {
    /// The end of the key of its words.
    pub name: &'static str,
    /// Its share of a page's width.
    pub share: f32,
    /// What stands in it.
    pub of: fn(&R, Language) -> Value,
}

impl<R> ListColumn<R> {
    /// What stands above it.
    pub fn title(&self, language: Language) -> String {
        say(language, &format!("paper.column.{}", self.name)).into_owned()
    }
}

/// A list as a table on paper; where it has no rows, that sentence says so.
pub fn table<R>(columns: &[ListColumn<R>], rows: &[R], none: &str, made: &Made) -> Part {
    let language = made.language;
    if rows.is_empty() {
        return Part::Text(say(language, none).into_owned());
    }
    let title = |c: &ListColumn<R>| Column { title: c.title(language), share: c.share };
    let row = |r| columns.iter().map(|c| cell((c.of)(r, language))).collect();
    Part::Table(Table { columns: columns.iter().map(title).collect(), rows: rows.iter().map(row).collect() })
}

fn cell(value: Value) -> Cell {
    match value {
        Value::Text(text) => Cell { text, strong: false },
        Value::Day(day) => Cell { text: day.to_string(), strong: false },
        Value::Marked(day, mark) => Cell { text: format!("{day} {mark}"), strong: true },
        Value::Noticed(text) => Cell { text, strong: true },
    }
}
