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
    code: Code,
    reason: Option<&'static Reason>,
    values: Vec<String>,
    message: String,
    hint: String,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// A refusal with its three parts.
    pub fn new(code: Code, message: impl Into<String>, hint: impl Into<String>) -> Self {
        let (message, hint) = (message.into(), hint.into());
        Self { code, reason: None, values: Vec::new(), message, hint, source: None }
    }

    /// A refusal of that reason; the values stand in its order.
    pub(crate) fn because(reason: &'static Reason, values: Vec<String>) -> Self {
        let mut made = Self {
            code: reason.code,
            reason: Some(reason),
            values,
            message: String::new(),
            hint: String::new(),
            source: None,
        };
        made.message = made.plain();
        made
    }

    /// Keeps the cause for developers; it is never part of what is shown.
    #[must_use]
    pub fn caused_by(mut self, cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.source = Some(Box::new(cause));
        self
    }

    /// The stable name of what went wrong.
    pub fn code(&self) -> Code {
        self.code
    }

    /// Why, by a name for which every shell has words.
    pub fn reason(&self) -> &'static Reason {
        const NONE: &Reason = &Reason { name: "", code: Code::Internal, values: &[] };
        self.reason.unwrap_or(NONE)
    }

    /// What the words need, by name, in the order of the reason.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.reason().values.iter().copied().zip(self.values.iter().map(String::as_str))
    }

    /// One of these values; none where the reason has no such value.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values().find(|(its, _)| *its == name).map(|(_, value)| value)
    }

    /// What happened, for a person.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do next, for a person.
    pub fn hint(&self) -> &str {
        &self.hint
    }

    fn plain(&self) -> String {
        let values: Vec<String> = self.values().map(|(name, value)| format!("{name}: {value}")).collect();
        let name = self.reason().name;
        if values.is_empty() { name.to_owned() } else { format!("{name} ({})", values.join(", ")) }
    }
}

impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("Error", 3)?;
        out.serialize_field("code", &self.code)?;
        out.serialize_field("message", &self.message)?;
        out.serialize_field("hint", &self.hint)?;
        out.end()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} ({})", self.code.as_str(), self.message, self.hint)?;
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
