//! A refusal: its reason, and the values that a shell's words need.

use std::fmt;

use serde::{Serialize, Serializer};

use super::code::Code;

/// Result of everything that can be refused.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something was refused: a name for which every shell has words, the code that a program acts on, and the names of
/// the values that the words need.
#[derive(Debug, PartialEq, Eq)]
pub struct Reason {
    /// `document_code_taken`; one over all rooms.
    pub name: &'static str,
    /// What a program acts on.
    pub code: Code,
    /// Names of its values, in order.
    pub values: &'static [&'static str],
}

/// Why something was refused.
pub struct Error {
    reason: &'static Reason,
    values: Vec<String>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// A refusal of that reason; the values stand in its order.
    pub(crate) fn because(reason: &'static Reason, values: Vec<String>) -> Self {
        Self { reason, values, source: None }
    }

    /// Keeps the cause for developers; it is never part of what is shown.
    #[must_use]
    pub fn caused_by(mut self, cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.source = Some(Box::new(cause));
        self
    }

    /// The stable name of what went wrong.
    pub fn code(&self) -> Code {
        self.reason.code
    }

    /// Why, by a name for which every shell has words.
    pub fn reason(&self) -> &'static Reason {
        self.reason
    }

    /// What the words need, by name, in the order of the reason.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.reason.values.iter().copied().zip(self.values.iter().map(String::as_str))
    }

    /// One of these values; none where the reason has no such value.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values().find(|(its, _)| *its == name).map(|(_, value)| value)
    }
}

/// The values by name.
struct Values<'a>(&'a Error);

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.values())
    }
}

/// `{"code": "already_exists", "reason": "document_code_taken", "values": {"code": "QP-01", "title": "…"}}`.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("Error", 3)?;
        out.serialize_field("code", &self.code())?;
        out.serialize_field("reason", self.reason.name)?;
        out.serialize_field("values", &Values(self))?;
        out.end()
    }
}

/// For developers and logs: `document_code_taken (code: QP-01, title: …)`. A shell has words of its own.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason.name)?;
        let mut before = " (";
        for (name, value) in self.values() {
            write!(f, "{before}{name}: {value}")?;
            before = ", ";
        }
        if self.values.is_empty() { Ok(()) } else { f.write_str(")") }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {self}", self.code().as_str())?;
        if let Some(source) = &self.source {
            write!(f, " ← {source:?}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|s| s as _)
    }
}
