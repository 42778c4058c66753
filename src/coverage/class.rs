//! How a document or record stands as evidence, whatever the day: with the last day on which it counts, which the tables
//! keep beside it, this says on every day whether it counts, and if not, why.

use super::gap::Why;
use crate::applicability::Gives;

/// How an item stands. The first ones count for something; of the others only that they are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Class {
    /// A document in force, or a record: counts to its last day.
    InForce,
    /// A document in force whose next review has two readings: counts to the earlier one.
    Unclear,
    /// A document that is not approved.
    Draft,
    /// A document that comes into force later.
    Coming,
    /// A document of which nothing is in force.
    Superseded,
    /// A record in whose place another one stands: counts to the day before.
    Replaced,
    /// A document without a file.
    Listed,
    /// A document out of use.
    Withdrawn,
    /// A record that counts from a later day on, a document that was filed later.
    NotYet,
    /// A record that was replaced before it counted.
    NeverCounted,
    /// A record whose validity had ended before it was collected.
    EndedBefore,
    /// It follows from a control that is excluded or not in place. This is said of a mapping, not of an item.
    Unheld,
    /// Taken back: as if it had never been there.
    Gone,
}

impl Class {
    /// In the order of their numbers.
    const ALL: [Self; 13] = [
        Self::InForce,
        Self::Unclear,
        Self::Draft,
        Self::Coming,
        Self::Superseded,
        Self::Replaced,
        Self::Listed,
        Self::Withdrawn,
        Self::NotYet,
        Self::NeverCounted,
        Self::EndedBefore,
        Self::Unheld,
        Self::Gone,
    ];

    /// How many there are.
    pub(super) const COUNT: usize = Self::ALL.len();

    /// As tables keep it.
    pub(super) fn number(self) -> i64 {
        self as i64
    }

    /// What a table keeps.
    pub(super) fn from_number(number: i64) -> Self {
        usize::try_from(number).ok().and_then(|n| Self::ALL.get(n)).copied().unwrap_or(Self::Gone)
    }

    /// Whether it counts for something, if only as a draft that may come into force.
    pub(super) fn counts(self) -> bool {
        self <= Self::Replaced
    }

    /// Why it covers nothing once its last day has passed; `kind` is 0 for a document, 1 for a record.
    pub(super) fn why(self, kind: usize) -> Option<Why> {
        Some(match self {
            Self::InForce if kind == 0 => Why::Overdue,
            Self::InForce | Self::EndedBefore => Why::Expired,
            Self::Unclear => Why::UnclearDate,
            Self::Draft => Why::Draft,
            Self::Coming => Why::Coming,
            Self::Superseded => Why::Superseded,
            Self::Replaced | Self::NeverCounted => Why::Replaced,
            Self::Listed => Why::Listed,
            Self::Withdrawn => Why::Withdrawn,
            Self::NotYet => Why::NotYet,
            Self::Unheld => Why::ControlOff,
            Self::Gone => return None,
        })
    }
}

/// How an item stands, and until when it counts: a day's number, 0 while it does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Counts {
    pub(super) class: Class,
    pub(super) until: i64,
}

impl Counts {
    /// Something that counts to a day.
    pub(super) fn until(class: Class, until: i64) -> Self {
        Self { class, until }
    }

    /// Something that does not count on any day, as things are.
    pub(super) fn never(class: Class) -> Self {
        Self { class, until: 0 }
    }

    /// The same of a mapping that counts only as far as the control holds from which it was accepted.
    pub(super) fn held(self, gives: Option<&Gives>) -> Self {
        match gives {
            Some(gives) if gives.nothing() && self.class != Class::Gone => Self::never(Class::Unheld),
            _ => self,
        }
    }

    /// Why it covers nothing on a day; nothing where it may.
    pub(super) fn why_not(self, kind: usize, today: i64) -> Option<Why> {
        if self.class.counts() && self.until >= today { None } else { self.class.why(kind) }
    }
}

/// Several classes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Classes(u16);

impl Classes {
    pub(super) fn put(&mut self, class: Class) {
        self.0 |= 1 << class as u8;
    }

    pub(super) fn merge(&mut self, other: Self) {
        self.0 |= other.0;
    }

    pub(super) fn whys(self, kind: usize) -> impl Iterator<Item = Why> {
        Class::ALL.into_iter().filter(move |class| self.0 & (1 << *class as u8) != 0).filter_map(move |c| c.why(kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_read_as_it_was_kept() {
        for class in Class::ALL {
            assert_eq!(Class::from_number(class.number()), class);
        }
        assert_eq!(Class::from_number(99), Class::Gone, "what is not known counts for nothing");
    }
}
