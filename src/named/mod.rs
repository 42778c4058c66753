//! What has a name in JSON, in tables and on the command line. A name is written once, where the value stands; every form
//! of it follows from there.

mod correction;
mod particulars;
mod refusals;

use std::str::FromStr;

use serde::de::{Deserializer, Visitor};

use crate::error::{Result, carry};

/// Gives an enumeration its one set of names, those of `strum`: the same in events, answers, tables and on the command
/// line. Any other is refused by the reason given, whose values are the text and the names there are.
macro_rules! enumeration {
    ($name:ident, $unknown:path) => {
        impl $name {
            /// Every one, in the order of declaration.
            pub const ALL: &'static [Self] = <$name as strum::VariantArray>::VARIANTS;

            /// Every name, in the order of declaration.
            pub const NAMES: &'static [&'static str] = <$name as strum::VariantNames>::VARIANTS;

            /// The name used in events, tables and on the command line.
            pub fn name(self) -> &'static str {
                self.into()
            }

            /// Reads a name, or another word for it. Capitals, blanks and hyphens do not matter.
            ///
            /// # Errors
            /// `invalid_value`, with the names there are.
            pub fn parse(text: &str) -> $crate::error::Result<Self> {
                $crate::named::read(text).ok_or_else(|| $unknown(text, Self::NAMES.join(", ")))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::named::deserialize(deserializer, Self::parse)
            }
        }

        impl $crate::named::Particular for $name {
            const FORM: $crate::named::Form = $crate::named::Form::Word(Self::NAMES);

            fn read(text: &str) -> $crate::error::Result<Self> {
                Self::parse(text)
            }

            fn text(&self) -> String {
                self.name().to_owned()
            }

            fn is_none(&self) -> bool {
                false
            }
        }

        impl rusqlite::types::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.name().into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                value.as_str()?.parse().map_err(|_| rusqlite::types::FromSqlError::InvalidType)
            }
        }
    };
}

pub use correction::{Change, Correction, Entered, Said, Wanted};
pub(crate) use enumeration;
pub(crate) use particulars::particulars;
pub use particulars::{Field, Form, List, Particular};
pub use refusals::REASONS;

/// Reads a name as it is written, or in small letters with `_` for blanks and hyphens.
pub(crate) fn read<T: FromStr>(text: &str) -> Option<T> {
    text.parse().or_else(|_| text.trim().to_lowercase().replace([' ', '-'], "_").parse()).ok()
}

/// Reads a text with `parse`, without a copy of it.
pub(crate) fn deserialize<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    parse: fn(&str) -> Result<T>,
) -> Result<T, D::Error> {
    struct Name<T>(fn(&str) -> Result<T>);

    impl<T> Visitor<'_> for Name<T> {
        type Value = T;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a name")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
            (self.0)(text).map_err(carry)
        }
    }

    deserializer.deserialize_str(Name(parse))
}

#[cfg(test)]
#[allow(unreachable_pub)]
mod tests {
    use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

    use super::*;
    use crate::error::Error;

    fn shape_unknown(text: &str, known: String) -> Error {
        Error::internal(format_args!("{text} is none of {known}"))
    }

    #[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames)]
    #[strum(serialize_all = "snake_case")]
    enum Shape {
        FlatSquare,
        #[strum(to_string = "circle", serialize = "disc")]
        Circle,
    }

    enumeration!(Shape, shape_unknown);

    #[test]
    fn a_name_is_the_same_everywhere_and_anything_else_is_refused_with_the_names() {
        assert_eq!(Shape::NAMES, ["flat_square", "circle"]);
        assert_eq!(Shape::ALL, [Shape::FlatSquare, Shape::Circle]);
        for (text, shape) in
            [("flat_square", Shape::FlatSquare), ("Flat square", Shape::FlatSquare), ("DISC", Shape::Circle)]
        {
            assert_eq!(Shape::parse(text).unwrap(), shape, "{text}");
        }
        assert_eq!(serde_json::to_string(&Shape::Circle).unwrap(), "\"circle\"");
        assert_eq!(serde_json::from_str::<Shape>("\"flat_square\"").unwrap(), Shape::FlatSquare);
        let refusal = Shape::parse("line").unwrap_err();
        assert_eq!(refusal.value("detail"), Some("line is none of flat_square, circle"));
    }
}
