//! Lists of particulars: what is entered about a document or a record, each with its name, its help and its form, written
//! once. The struct, its JSON, the columns of its table, its part of an event and its arguments follow from the list.

use rusqlite::types::ToSql;
use serde::ser::{Serialize, SerializeMap};

use super::refusals;
use crate::day::Day;
use crate::error::Result;

/// One particular of a list.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name in JSON, and its column.
    pub name: &'static str,
    /// Its name in events.
    pub event: &'static str,
    /// Its name on the command line.
    pub argument: &'static str,
    /// What it is, in a sentence.
    pub help: &'static str,
    /// How it is written.
    pub form: Form,
    /// Whether there is none without it.
    pub needed: bool,
}

impl Field {
    /// A particular that has one name everywhere.
    pub const fn plain(name: &'static str, help: &'static str, form: Form, needed: bool) -> Self {
        Self { name, event: name, argument: name, help, form, needed }
    }
}

/// How a particular is written as text.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// Any words.
    Text,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number from 0.
    Number,
    /// A day, as `2026-11-23`.
    Day,
}

/// A value that can stand in a list of particulars. An empty text is no value.
pub trait Particular: Sized + Serialize + ToSql {
    /// How it is written.
    const FORM: Form;

    /// Reads it from text.
    fn read(text: &str) -> Result<Self>;

    /// Writes it as text.
    fn text(&self) -> String;

    /// Whether there is none; events leave it out then.
    fn is_none(&self) -> bool;
}

impl Particular for String {
    const FORM: Form = Form::Text;

    fn read(text: &str) -> Result<Self> {
        Ok(text.to_owned())
    }

    fn text(&self) -> String {
        self.clone()
    }

    fn is_none(&self) -> bool {
        self.is_empty()
    }
}

impl Particular for Option<u32> {
    const FORM: Form = Form::Number;

    fn read(text: &str) -> Result<Self> {
        let number = |text: &str| text.parse().map_err(|_| refusals::number_unreadable(text));
        Some(text).filter(|t| !t.is_empty()).map(number).transpose()
    }

    fn text(&self) -> String {
        self.map(|n| n.to_string()).unwrap_or_default()
    }

    fn is_none(&self) -> bool {
        Option::is_none(self)
    }
}

impl Particular for Option<Day> {
    const FORM: Form = Form::Day;

    fn read(text: &str) -> Result<Self> {
        Some(text).filter(|t| !t.is_empty()).map(str::parse).transpose()
    }

    fn text(&self) -> String {
        self.map(|d| d.to_string()).unwrap_or_default()
    }

    fn is_none(&self) -> bool {
        Option::is_none(self)
    }
}

/// A list of particulars, made by [`particulars!`].
pub trait List: Sized {
    /// Its particulars, in order.
    const FIELDS: &'static [Field];
    /// Their columns, in order.
    const COLUMNS: &'static [&'static str];

    /// Makes one from texts.
    fn from_texts(text: impl FnMut(&'static Field) -> String) -> Result<Self>;

    /// Each particular as text.
    fn texts(&self) -> Vec<(&'static Field, String)>;

    /// The values, in the order of the columns.
    fn values(&self) -> Vec<&dyn ToSql>;

    /// Reads the columns, the first of which stands at `place`.
    fn from_row(row: &rusqlite::Row<'_>, place: usize) -> rusqlite::Result<Self>;

    /// Writes one particular as a part of an event; what there is none of is left out.
    fn write<M: SerializeMap>(&self, field: &Field, event: &mut M) -> Result<(), M::Error>;
}

/// Declares a list of particulars. Those under `needed` have to be given, those under `known` as far as they are known. A
/// brace behind the type gives another name in events (`event`) or on the command line (`argument`); JSON is read by any of
/// them and written by the field's own.
macro_rules! particulars {
    (
        $(#[$meta:meta])*
        pub struct $list:ident {
            needed { $(
                #[doc = $needed_help:literal]
                $needed:ident: $needed_type:ty $({ $($needed_key:ident: $needed_name:literal),* })?
            ),* $(,)? }
            known { $(
                #[doc = $known_help:literal]
                $known:ident: $known_type:ty $({ $($known_key:ident: $known_name:literal),* })?
            ),* $(,)? }
        }
    ) => {
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        $(#[$meta])*
        pub struct $list {
            $(
                #[doc = $needed_help]
                $($(#[serde(alias = $needed_name)])*)?
                pub $needed: $needed_type,
            )*
            $(
                #[doc = $known_help]
                #[serde(default)]
                $($(#[serde(alias = $known_name)])*)?
                pub $known: $known_type,
            )*
        }

        impl $list {
            /// Those of which only this much is known.
            pub fn new($($needed: $needed_type),*) -> Self {
                Self { $($needed,)* $($known: Default::default()),* }
            }
        }

        impl $crate::named::List for $list {
            const FIELDS: &'static [$crate::named::Field] = &[
                $($crate::named::Field {
                    $($($needed_key: $needed_name,)*)?
                    ..$crate::named::Field::plain(
                        stringify!($needed),
                        $needed_help.trim_ascii(),
                        <$needed_type as $crate::named::Particular>::FORM,
                        true,
                    )
                },)*
                $($crate::named::Field {
                    $($($known_key: $known_name,)*)?
                    ..$crate::named::Field::plain(
                        stringify!($known),
                        $known_help.trim_ascii(),
                        <$known_type as $crate::named::Particular>::FORM,
                        false,
                    )
                },)*
            ];
            const COLUMNS: &'static [&'static str] = &[$(stringify!($needed),)* $(stringify!($known),)*];

            fn from_texts(
                text: impl FnMut(&'static $crate::named::Field) -> String,
            ) -> $crate::error::Result<Self> {
                let mut texts = Self::FIELDS.iter().map(text);
                let mut next = || texts.next().unwrap_or_default();
                Ok(Self {
                    $($needed: $crate::named::Particular::read(&next())?,)*
                    $($known: $crate::named::Particular::read(&next())?,)*
                })
            }

            fn texts(&self) -> Vec<(&'static $crate::named::Field, String)> {
                use $crate::named::Particular;
                let texts = [$(self.$needed.text(),)* $(self.$known.text(),)*];
                Self::FIELDS.iter().zip(texts).collect()
            }

            fn values(&self) -> Vec<&dyn rusqlite::types::ToSql> {
                vec![$(&self.$needed,)* $(&self.$known,)*]
            }

            fn from_row(row: &rusqlite::Row<'_>, place: usize) -> rusqlite::Result<Self> {
                let mut places = place..;
                let mut next = || places.next().unwrap_or_default();
                Ok(Self { $($needed: row.get(next())?,)* $($known: row.get(next())?,)* })
            }

            fn write<M: serde::ser::SerializeMap>(
                &self,
                field: &$crate::named::Field,
                event: &mut M,
            ) -> Result<(), M::Error> {
                match field.name {
                    $(stringify!($needed) => event.serialize_entry(field.event, &self.$needed),)*
                    $(stringify!($known) if !$crate::named::Particular::is_none(&self.$known) => event.serialize_entry(field.event, &self.$known),)*
                    _ => Ok(()),
                }
            }
        }
    };
}

pub(crate) use particulars;
