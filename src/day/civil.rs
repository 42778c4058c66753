//! A day of the civil calendar. Which instants it takes in is the time zone's to say.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

use super::refusals::day_unreadable;
use crate::error::{Error, carry};

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
