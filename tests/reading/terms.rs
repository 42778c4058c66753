//! Words in the place of a date that are none.

use clausebook::day::Due;
use clausebook::reading::{due, readings_of_words};

use crate::support::day;

fn days(words: &str) -> Vec<String> {
    readings_of_words(words).iter().map(Due::to_string).collect()
}

#[test]
fn a_week_is_its_days() {
    for words in ["week 3 2027", "KW 3/2027", "CW 3/2027", "2027 KW 3", "2027-W03", "KW3/2027", "semaine 3 2027"] {
        assert_eq!(days(words), ["2027-01-24", "2027-01-18"], "{words}");
    }
    assert_eq!(days("KW 54/2027"), Vec::<String>::new(), "a week that the year does not have");
    assert_eq!(due("2026-W05-3"), Some(Due::Day { day: day(2026, 1, 28) }));
    assert_eq!(due("15.I.2026"), Some(Due::Day { day: day(2026, 1, 15) }));
}

#[test]
fn the_end_of_a_year_is_its_last_month_and_the_middle_no_month_at_its_ends() {
    for words in
        ["Ende 2027", "end of 2027", "fin 2027", "finales de 2027", "late 2027", "bis Ende 2027", "by the end of 2027"]
    {
        assert_eq!(days(words), ["2027-12"], "{words}");
    }
    for words in ["mid-2027", "mid 2027", "Mitte 2027", "mi-2027", "mediados de 2027"] {
        assert_eq!(days(words), ["2027-06", "2027-07"], "{words}");
    }
    assert_eq!(days("Anfang 2027"), ["2027-01"]);
    assert_eq!(days("end of Q2 2027"), ["2027-06"]);
    assert_eq!(days("Ende Mai 2027"), ["2027-05"]);
    assert_eq!(days("H2 2027"), ["2027-12", "2027-07"]);
    assert_eq!(days("Q2 2027"), ["2027-06", "2027-04"]);
    assert_eq!(days("2027"), ["2027-12", "2027-01"]);
    assert_eq!((days("Jan-27"), days("03/28")), (vec!["2027-01".to_owned()], vec!["2028-03".to_owned()]));
}

#[test]
fn a_day_that_there_is_not_has_no_readings() {
    for words in
        ["Feb 30, 2026", "31.04.2026", "31/02/2025", "2026-02-30", "30 February 2026", "soon", "before next audit", ""]
    {
        assert_eq!(days(words), Vec::<String>::new(), "{words}");
    }
}
