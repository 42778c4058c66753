//! What a message says as a record: what it is called, on which day it was sent, by whom, and what is attached to it.

use super::input::Found;
use crate::day::Day;
use crate::extract::Media;

/// What a message says; nothing where a file is none.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Mail {
    subject: Option<String>,
    /// The day on which it was sent, as its sender's clock said.
    pub(super) sent: Option<Day>,
    /// Its sender, and the names of what is attached.
    pub(super) note: String,
}

impl Mail {
    pub(super) fn of(found: &Found) -> Self {
        if !matches!(found.extracted.media, Media::Email | Media::Msg) {
            return Self::default();
        }
        let said = |name: &str| found.extracted.properties.get(name).map(|words| words.trim().to_owned());
        let from = said("sender").map(|sender| format!("From: {sender}"));
        let attached = said("attached").map(|names| format!("Attached: {names}"));
        Self {
            subject: said("title").filter(|subject| subject.contains(char::is_alphanumeric)),
            sent: said("sent").and_then(|day| day.parse().ok()),
            note: from.into_iter().chain(attached).collect::<Vec<_>>().join("; "),
        }
    }

    /// Its subject, where the file's name is one that programs give: of digits and signs, as in a mail folder.
    pub(super) fn title(&self, stem: &str) -> Option<String> {
        let words = stem.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 3);
        let digits = stem.chars().filter(char::is_ascii_digit).count();
        let by_program = words.count() == 0 || digits * 3 > stem.chars().count();
        self.subject.clone().filter(|_| by_program)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_a_person_gave_stays_and_one_of_a_program_does_not() {
        let mail = Mail { subject: Some("Order 4711".into()), ..Mail::default() };
        for name in ["1700000000.M123P45.host:2,S", "00012", "mail-20260504-0912"] {
            assert_eq!(mail.title(name).as_deref(), Some("Order 4711"), "{name}");
        }
        for name in ["Complaint of the customer", "Order", "Lieferant 12"] {
            assert_eq!(mail.title(name), None, "{name}");
        }
    }
}
