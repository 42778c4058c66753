//! Due dates. One may be known only to the month, or be readable in two ways; it is kept as what is known, never rounded
//! to an invented day.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::civil::Day;

/// When something falls due, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "precision", rename_all = "snake_case")]
pub enum Due {
    /// A known day.
    Day {
        /// That day.
        day: Day,
    },
    /// Known only to the month.
    Month {
        /// The month's first day.
        first: Day,
    },
    /// One notation, two readings; a person has to decide.
    Ambiguous {
        /// Read with the day before the month.
        day_first: Day,
        /// Read with the month before the day.
        month_first: Day,
    },
}

impl Due {
    /// The earliest day it can mean.
    pub fn earliest(self) -> Day {
        match self {
            Due::Day { day } => day,
            Due::Month { first } => first,
            Due::Ambiguous { day_first, month_first } => day_first.min(month_first),
        }
    }

    /// The latest day it can mean.
    pub fn latest(self) -> Day {
        match self {
            Due::Day { day } => day,
            Due::Month { first } => first.month_end(),
            Due::Ambiguous { day_first, month_first } => day_first.max(month_first),
        }
    }

    /// The last day on which evidence still counts: a month counts to its end, a doubtful date only to its
    /// earlier reading, since doubt must not cover a clause.
    pub fn counts_until(self) -> Day {
        match self {
            Due::Ambiguous { .. } => self.earliest(),
            Due::Day { .. } | Due::Month { .. } => self.latest(),
        }
    }

    /// Whether it is overdue on `today`; due that very day is not overdue.
    pub fn overdue(self, today: Day) -> Overdue {
        if self.latest() < today {
            Overdue::Yes
        } else if self.earliest() < today {
            Overdue::ByOneReading
        } else {
            Overdue::No
        }
    }
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Due::Day { day } => write!(f, "{day}"),
            Due::Month { first } => write!(f, "{}", first.date().format("%Y-%m")),
            Due::Ambiguous { day_first, month_first } => write!(f, "{day_first} or {month_first}"),
        }
    }
}

/// Whether a date has passed, as far as the date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Overdue {
    /// Not yet, by any reading.
    No,
    /// By one reading of an unclear date.
    ByOneReading,
    /// By every reading.
    Yes,
}
