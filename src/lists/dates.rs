//! Days of a column. Where the order of day and month is open in one cell, the column as a whole may decide it; where it does
//! not, it is asked.

use crate::day::Due;
use crate::reading::due;
use crate::words::Header;

/// In which order a column writes day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
    /// The column does not say.
    Open,
}

impl Order {
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Order::DayFirst => Some("day_first"),
            Order::MonthFirst => Some("month_first"),
            Order::Open => None,
        }
    }
}

/// So many days that can only be read one way decide for the rest.
const ENOUGH: usize = 3;

pub(super) fn is_date(header: Header) -> bool {
    matches!(
        header,
        Header::Date
            | Header::ApprovedOn
            | Header::ValidFrom
            | Header::NextReview
            | Header::PeriodFrom
            | Header::PeriodTo
            | Header::Collected
            | Header::ValidUntil
            | Header::PlannedBy
    )
}

/// Day, month and year of a day with slashes, in the order of the text.
fn slashed(text: &str) -> Option<(u32, u32)> {
    let date = text.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = date.split(['/', '-']).collect();
    let [first, second, year] = parts.as_slice() else { return None };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
    Some((number(first)?, number(second)?)).filter(|_| year.len() == 2 || year.len() == 4)
}

/// The order of a column: decided where several days can be read one way only, none the other way, and the column is
/// written in this notation for the most part. A column of many hands decides nothing.
pub(super) fn order<'a>(cells: impl Iterator<Item = &'a str>) -> Order {
    let (mut day_first, mut month_first, mut slashes, mut all) = (0, 0, 0, 0);
    for text in cells.map(str::trim).filter(|text| !text.is_empty()) {
        all += usize::from(due(text).is_some());
        let Some((first, second)) = slashed(text).filter(|_| due(text).is_some()) else { continue };
        slashes += 1;
        day_first += usize::from(first > 12);
        month_first += usize::from(second > 12);
    }
    match (day_first, month_first) {
        _ if slashes * 2 <= all => Order::Open,
        (ENOUGH.., 0) => Order::DayFirst,
        (0, ENOUGH..) => Order::MonthFirst,
        _ => Order::Open,
    }
}

/// The text of a day, in its clear form where the column or the workbook makes it clear.
pub(super) fn clear(text: &str, serial: Option<&str>, order: Order) -> String {
    if let Some(day) = serial {
        return day.split(' ').next().unwrap_or(day).to_owned();
    }
    match (due(text), order) {
        (Some(Due::Ambiguous { day_first, .. }), Order::DayFirst) => day_first.to_string(),
        (Some(Due::Ambiguous { month_first, .. }), Order::MonthFirst) => month_first.to_string(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_decides_the_order_only_where_it_is_of_one_mind() {
        let order = |cells: &[&str]| order(cells.iter().copied());
        assert_eq!(order(&["31/12/2026", "17/06/26", "25/01/2027", "04/05/2027"]), Order::DayFirst);
        assert_eq!(order(&["12/31/2026", "06/17/2026", "01/25/2027", "04/05/2027"]), Order::MonthFirst);
        assert_eq!(order(&["31/12/2026", "12/31/2026", "17/06/2026", "25/01/2027"]), Order::Open);
        assert_eq!(order(&["31/12/2026", "04/05/2027"]), Order::Open);
        assert_eq!(
            order(&["31/12/2026", "17/06/26", "25/01/2027", "1.2.2026", "2026-03-03", "2026-04-04"]),
            Order::Open
        );
        assert_eq!(clear("04/05/2027", None, Order::DayFirst), "2027-05-04");
        assert_eq!(clear("04/05/2027", None, Order::MonthFirst), "2027-04-05");
        assert_eq!(clear("46387", Some("2026-12-31"), Order::Open), "2026-12-31");
    }
}
