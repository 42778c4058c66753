//! A time zone of the IANA database: which instants a day takes in there.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, MappedLocalTime, NaiveTime, Offset, TimeZone};
use chrono_tz::{GapInfo, TZ_VARIANTS, Tz};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

use super::civil::Day;
use super::refusals::time_zone_unknown;
use crate::error::{Error, carry};

/// A time zone, written as the IANA database names it: `Europe/Berlin`, `UTC`. Instants are milliseconds since 1970.
#[derive(Clone, Copy, PartialEq, Eq, Hash, TS)]
#[ts(type = "string")]
pub struct Zone(Tz);

impl Zone {
    /// By which a workspace counts that was never told another.
    pub const UTC: Zone = Zone(Tz::UTC);

    /// Its name.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The names of all zones there are, by the alphabet.
    pub fn names() -> impl Iterator<Item = &'static str> {
        TZ_VARIANTS.iter().map(|zone| zone.name())
    }

    /// The day at an instant. Days follow each other: where a clock was once put back over midnight, minutes after it, those
    /// minutes still belong to the day before.
    pub fn day(self, at: i64) -> Day {
        let Some(utc) = DateTime::from_timestamp_millis(at).map(|t| t.naive_utc()) else {
            return if at < 0 { Day::MIN } else { Day::MAX };
        };
        let offset = self.0.offset_from_utc_datetime(&utc).fix();
        let Some(local) = utc.checked_add_offset(offset) else {
            return if at < 0 { Day::MIN } else { Day::MAX };
        };
        let day = Day::from(local.date());
        if at < self.first_instant(day) { day.minus_days(1) } else { day }
    }

    /// The first instant of a day: midnight, or when the clock is put forward over it, the instant at which that is done.
    /// A day that was left out begins with the next and has no instant.
    pub fn first_instant(self, day: Day) -> i64 {
        let midnight = day.date().and_time(NaiveTime::MIN);
        let first = match self.0.from_local_datetime(&midnight) {
            MappedLocalTime::Single(only) => Some(only),
            MappedLocalTime::Ambiguous(first, second) => {
                // Put back to midnight, the day had begun already; put back over midnight, it begins anew.
                let before = second - chrono::TimeDelta::milliseconds(1);
                Some(if before.date_naive() < day.date() { second } else { first })
            }
            MappedLocalTime::None => GapInfo::new(&midnight, &self.0).and_then(|gap| gap.end),
        };
        first.map_or(midnight.and_utc().timestamp_millis(), |first| first.timestamp_millis())
    }

    /// The last instant of a day.
    pub fn last_instant(self, day: Day) -> i64 {
        self.first_instant(day.plus_days(1)) - 1
    }

    /// The time that a clock shows there at an instant, as `14:05:09`.
    pub fn clock(self, at: i64) -> String {
        DateTime::from_timestamp_millis(at)
            .map(|t| t.with_timezone(&self.0).format("%H:%M:%S").to_string())
            .unwrap_or_default()
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Zone {
    type Err = Error;

    /// Reads a name; capitals or not is the same.
    ///
    /// # Errors
    /// `time_zone_unknown`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let wanted = text.trim();
        let found = TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(wanted));
        found.map(|zone| Self(*zone)).ok_or_else(|| time_zone_unknown(text))
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(carry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;

    fn zone(name: &str) -> Zone {
        name.parse().unwrap()
    }

    fn hours(name: &str, year: i32, month: u32, day: u32) -> i64 {
        let (zone, day) = (zone(name), Day::new(year, month, day).unwrap());
        (zone.last_instant(day) + 1 - zone.first_instant(day)) / (HOUR / 2)
    }

    #[test]
    fn a_day_is_as_long_as_the_clock_makes_it() {
        // In half hours.
        assert_eq!(hours("Europe/Berlin", 2026, 11, 26), 48);
        assert_eq!(hours("Europe/Berlin", 2026, 3, 29), 46, "put forward");
        assert_eq!(hours("Europe/Berlin", 2026, 10, 25), 50, "put back");
        assert_eq!(hours("Australia/Lord_Howe", 2026, 10, 4), 47, "by half an hour");
        assert_eq!(hours("Africa/Cairo", 2026, 4, 24), 46, "midnight itself is left out");
        assert_eq!(hours("America/Santiago", 2026, 4, 4), 50, "its last hour comes twice");
        assert_eq!(hours("America/Havana", 2026, 11, 1), 50, "its first hour comes twice");
        assert_eq!(hours("Pacific/Apia", 2011, 12, 30), 0, "a day that was left out");
    }

    fn gapless(name: &str, years: std::ops::Range<i32>) {
        let zone = zone(name);
        let mut day = Day::new(years.start, 1, 1).unwrap();
        let mut begins = zone.first_instant(day);
        while day < Day::new(years.end, 1, 1).unwrap() {
            let next = zone.first_instant(day.plus_days(1));
            assert!(next >= begins, "{name} {day}: days are in order");
            if next > begins {
                let (first, last) = (zone.day(begins), zone.day(next - 1));
                assert_eq!((first, last), (day, day), "{name}: a day's first and last instant are its own");
            }
            (day, begins) = (day.plus_days(1), next);
        }
    }

    #[test]
    fn every_day_of_every_zone_begins_where_the_one_before_ends() {
        Zone::names().for_each(|name| gapless(name, 2025..2028));
        // Zones that left days out, put the clock back over midnight, or by an odd amount.
        for name in ["Pacific/Apia", "Pacific/Kiritimati", "America/St_Johns", "Australia/Lord_Howe", "Asia/Manila"] {
            gapless(name, 1970..2040);
        }
    }

    #[test]
    fn a_clock_put_back_over_midnight_begins_no_day_twice() {
        // St. John's put its clocks back at one minute past midnight until 2011.
        let (zone, sunday) = (zone("America/St_Johns"), Day::new(2006, 10, 29).unwrap());
        let first_midnight = zone.first_instant(sunday) - HOUR;
        let days: Vec<Day> = (0..180).map(|minute| zone.day(first_midnight + (minute - 60) * 60_000)).collect();
        assert!(days.is_sorted(), "{days:?}");
        assert_eq!(days[60], sunday.minus_days(1), "the minute that was taken back");
    }

    #[test]
    fn what_cannot_be_reached_is_the_first_or_the_last_day() {
        let zone = zone("Pacific/Kiritimati");
        assert_eq!((zone.day(i64::MIN), zone.day(i64::MAX)), (Day::MIN, Day::MAX));
        let _ = (zone.first_instant(Day::MIN), zone.first_instant(Day::MAX), zone.last_instant(Day::MAX));
    }

    #[test]
    fn a_name_is_read_whatever_its_capitals_and_an_unknown_one_refused() {
        assert_eq!(" europe/berlin ".parse::<Zone>().unwrap().name(), "Europe/Berlin");
        assert_eq!("Berlin".parse::<Zone>().unwrap_err().to_string(), "time_zone_unknown (text: Berlin)");
        assert_eq!(zone("Asia/Kathmandu").clock(0), "05:30:00");
    }
}
