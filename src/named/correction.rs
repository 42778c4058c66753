//! A correction: particulars that say something else from now on, each with what it said before, and why. It is made from
//! a list of particulars, so that whatever is added to the list can be corrected, too.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::particulars::List;
use super::refusals;
use crate::error::Result;
use crate::ids::ScopeItemId;

/// The name under which the scope items stand among what was corrected.
const SCOPE: &str = "scope";

/// Values to correct, as text by the name of the particular. An empty text is no value.
pub type Wanted = BTreeMap<String, String>;

/// What can be corrected of a document or a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entered<L> {
    /// Its particulars.
    pub particulars: L,
    /// Scope items it belongs to; none means all.
    pub scope: Vec<ScopeItemId>,
}

/// Some particulars corrected at once, with the one reason for it; the form of events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// What says something else, in the order of the list.
    pub changes: Vec<Change>,
    /// Why; empty where a correction was undone.
    pub reason: String,
}

/// One particular that says something else from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Its name, as in answers.
    pub field: String,
    /// What it said.
    pub before: Said,
    /// What it says.
    pub after: Said,
}

/// What a particular says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Said {
    /// A value as text; empty where there is none.
    Text(String),
    /// Scope items.
    Items(Vec<ScopeItemId>),
}

impl<L: List + Clone> Entered<L> {
    /// The same with other values.
    ///
    /// # Errors
    /// `invalid_value` for a name that the list does not hold, and for a text that is no such value.
    pub fn with(&self, wanted: &Wanted, scope: Option<Vec<ScopeItemId>>) -> Result<Self> {
        for name in wanted.keys() {
            if !L::FIELDS.iter().any(|field| field.name == name) {
                let known: Vec<&str> = L::FIELDS.iter().map(|field| field.name).collect();
                return Err(refusals::particular_unknown(name, known.join(", ")));
            }
        }
        let particulars =
            L::from_texts(|field| wanted.get(field.name).cloned().unwrap_or_else(|| self.text(field.name)))?;
        Ok(Self { particulars, scope: scope.unwrap_or_else(|| self.scope.clone()) })
    }

    /// The same with what a correction says.
    pub fn corrected(&self, correction: &Correction) -> Result<Self> {
        let (mut wanted, mut scope) = (Wanted::new(), None);
        for change in &correction.changes {
            match &change.after {
                Said::Text(text) => drop(wanted.insert(change.field.clone(), text.clone())),
                Said::Items(items) => scope = Some(items.clone()),
            }
        }
        self.with(&wanted, scope)
    }

    /// What leads from this to the other; nothing where they say the same.
    pub fn correction(&self, after: &Self, reason: &str) -> Option<Correction> {
        let texts = self.particulars.texts().into_iter().zip(after.particulars.texts());
        let mut changes: Vec<Change> = texts
            .filter(|((_, before), (_, after))| before != after)
            .map(|((field, before), (_, after))| Change {
                field: field.name.to_owned(),
                before: Said::Text(before),
                after: Said::Text(after),
            })
            .collect();
        let [before, after] = [&self.scope, &after.scope].map(|items| in_order(items));
        if before != after {
            changes.push(Change { field: SCOPE.to_owned(), before: Said::Items(before), after: Said::Items(after) });
        }
        let reason = reason.trim().to_owned();
        Some(Correction { changes, reason }).filter(|correction| !correction.changes.is_empty())
    }

    /// The first particular that no longer says what a correction made of it.
    pub fn corrected_since<'c>(&self, correction: &'c Correction) -> Option<&'c str> {
        let says = |change: &Change| match &change.after {
            Said::Text(text) => self.text(&change.field) == *text,
            Said::Items(items) => in_order(&self.scope) == in_order(items),
        };
        correction.changes.iter().find(|change| !says(change)).map(|change| change.field.as_str())
    }

    fn text(&self, name: &str) -> String {
        self.particulars
            .texts()
            .into_iter()
            .find(|(field, _)| field.name == name)
            .map(|(_, text)| text)
            .unwrap_or_default()
    }
}

impl Correction {
    /// The correction that takes this one back.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let back = |change: &Change| Change {
            field: change.field.clone(),
            before: change.after.clone(),
            after: change.before.clone(),
        };
        Self { changes: self.changes.iter().map(back).collect(), reason: String::new() }
    }

    /// Whether another corrects some of the same.
    pub fn touches(&self, other: &Self) -> bool {
        self.changes.iter().any(|change| other.changes.iter().any(|again| again.field == change.field))
    }

    /// The names of what was corrected.
    pub fn fields(&self) -> String {
        self.changes.iter().map(|change| change.field.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// Scope items are a set: in which order they were named says nothing.
fn in_order(items: &[ScopeItemId]) -> Vec<ScopeItemId> {
    let mut items = items.to_vec();
    items.sort_unstable();
    items.dedup();
    items
}

#[cfg(test)]
#[allow(unreachable_pub)]
mod tests {
    use super::*;
    use crate::day::Day;
    use crate::named::particulars;

    particulars! {
        #[derive(Default)]
        pub struct Label {
            needed {
                /// Its title.
                title: String,
            }
            known {
                /// Its sort.
                kind: String { event: "label_kind" },
                /// Its last day.
                until: Option<Day> { argument: "valid-until" },
            }
        }
    }

    fn label() -> Entered<Label> {
        let particulars = Label { kind: "review".into(), until: Day::new(2026, 3, 1), ..Label::new("Minutes".into()) };
        Entered { particulars, scope: vec![ScopeItemId::new()] }
    }

    fn wanted(pairs: &[(&str, &str)]) -> Wanted {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_correction_leads_there_and_back() {
        let before = label();
        let after = before.with(&wanted(&[("title", "Minutes of May"), ("until", "")]), Some(Vec::new())).unwrap();
        assert_eq!(
            (after.particulars.kind.as_str(), after.particulars.until),
            ("review", None),
            "an empty text clears"
        );
        let correction = before.correction(&after, " typing error ").unwrap();
        assert_eq!((correction.fields().as_str(), correction.reason.as_str()), ("title, until, scope", "typing error"));
        assert_eq!(before.corrected(&correction).unwrap(), after);
        assert_eq!(after.corrected(&correction.reversed()).unwrap(), before);
        let json = serde_json::to_string(&correction).unwrap();
        assert_eq!(serde_json::from_str::<Correction>(&json).unwrap(), correction);
    }

    #[test]
    fn the_same_value_is_no_correction() {
        let before = label();
        let same = before.with(&wanted(&[("until", "2026-03-01")]), Some(before.scope.clone())).unwrap();
        assert_eq!(before.correction(&same, "reason"), None);
    }

    #[test]
    fn what_was_corrected_again_is_named() {
        let before = label();
        let after = before.with(&wanted(&[("title", "Minutes of May")]), None).unwrap();
        let correction = before.correction(&after, "reason").unwrap();
        assert_eq!(after.corrected_since(&correction), None);
        let again = after.with(&wanted(&[("title", "Minutes of June")]), None).unwrap();
        assert_eq!(again.corrected_since(&correction), Some("title"));
    }

    #[test]
    fn names_and_values_that_are_none_are_refused() {
        let refused = |pair| label().with(&wanted(&[pair]), None).unwrap_err().to_string();
        assert_eq!(refused(("owner", "Ada")), "particular_unknown (text: owner, known: title, kind, until)");
        assert_eq!(refused(("until", "soon")), "day_unreadable (text: soon)");
    }
}
