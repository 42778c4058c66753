//! Weeks as calendars number them: the first one holds the fourth of January, and each begins on a Monday.

use crate::day::Day;

/// A day of a week by its number, 1 for Monday; nothing for a week that the year does not have.
pub(super) fn day_of_week(year: i32, week: u32, day: u32) -> Option<Day> {
    let monday = first_of_week(year, week)?;
    (1..=7).contains(&day).then(|| monday.plus_days(u64::from(day - 1)))
}

/// The Monday of a week.
pub(super) fn first_of_week(year: i32, week: u32) -> Option<Day> {
    let fourth = Day::new(year, 1, 4)?;
    // A Monday from which days are counted.
    let since = fourth.days_since(Day::new(2001, 1, 1)?).rem_euclid(7);
    let first = fourth.minus_days(u64::try_from(since).ok()?);
    let monday = first.plus_days(u64::from(week.checked_sub(1)?) * 7);
    // Its Thursday decides to which year a week belongs.
    let thursday = monday.plus_days(3);
    ((1..=53).contains(&week) && thursday <= Day::new(year, 12, 31)?).then_some(monday)
}

/// The Sunday of the week that begins on this day.
pub(super) fn last_of_week(first: Day) -> Day {
    first.plus_days(6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_counted_as_calendars_do() {
        let day = |y, m, d| Day::new(y, m, d);
        assert_eq!(day_of_week(2026, 5, 3), day(2026, 1, 28));
        assert_eq!(first_of_week(2027, 3), day(2027, 1, 18));
        assert_eq!(first_of_week(2026, 1), day(2025, 12, 29));
        assert_eq!(first_of_week(2026, 53), day(2026, 12, 28));
        assert_eq!((first_of_week(2027, 53), first_of_week(2027, 0), first_of_week(2027, 54)), (None, None, None));
    }
}
