//! Calendar days and due dates. A due date may be known only to the month, or be readable in two ways;
//! it is kept as what is known, never rounded to an invented day.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

use crate::error::{Error, carry, reasons};

reasons! {
    day_unreadable(text) = InvalidValue;
}

/// A calendar day, written `2026-11-23`. Stored in tables as days since 1 January of year 1 (an integer sorts and compares fast).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct Day(NaiveDate);

impl Day {
    /// The last day there is; stands for "without end" in comparisons only.
    pub const MAX: Day = Day(NaiveDate::MAX);
    /// The first day there is; stands for "since ever" in comparisons only.
    pub const MIN: Day = Day(NaiveDate::MIN);

    /// A day of the Gregorian calendar, if there is such a day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Today where the user is.
    pub fn today() -> Self {
        Self(chrono::Local::now().date_naive())
    }

    /// The day, UTC, of a ledger time in milliseconds since 1970.
    pub fn from_millis(at: i64) -> Self {
        chrono::DateTime::from_timestamp_millis(at).map_or(Self::MIN, |t| Self(t.date_naive()))
    }

    /// Milliseconds since 1970 of the first instant, UTC, after this day.
    pub fn end_millis(self) -> i64 {
        self.plus_days(1).0.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis()
    }

    /// The number under which tables keep it.
    pub fn number(self) -> i64 {
        i64::from(self.0.num_days_from_ce())
    }

    /// The first day of the month.
    #[must_use]
    pub fn month_start(self) -> Self {
        Self(self.0.with_day(1).unwrap_or(self.0))
    }

    /// The last day of the month.
    #[must_use]
    pub fn month_end(self) -> Self {
        Self(self.month_start().plus_months(1).0.pred_opt().unwrap_or(self.0))
    }

    /// The same day `months` later, or the month's last day where there is no such day.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX))
    }

    /// `days` later.
    #[must_use]
    pub fn plus_days(self, days: u64) -> Self {
        Self(self.0.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX))
    }

    /// `days` earlier.
    #[must_use]
    pub fn minus_days(self, days: u64) -> Self {
        Self(self.0.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN))
    }

    /// Days from `other` to this one; negative when this one is earlier.
    pub fn days_since(self, other: Day) -> i64 {
        (self.0 - other.0).num_days()
    }

    /// The date itself, for formatting by other libraries.
    pub fn date(self) -> NaiveDate {
        self.0
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Day {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").map(Self).map_err(|_| day_unreadable(text))
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(carry)
    }
}

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.number()))
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let days = i32::try_from(value.as_i64()?).map_err(|_| FromSqlError::InvalidType)?;
        NaiveDate::from_num_days_from_ce_opt(days).map(Self).ok_or(FromSqlError::InvalidType)
    }
}

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
            Due::Month { first } => write!(f, "{}", first.0.format("%Y-%m")),
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
