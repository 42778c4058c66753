//! The words of paper: in both languages, with the places that are filled.

use clausebook::print::{Language, fill, number, say, with};

#[test]
fn what_paper_says_is_there_in_both_languages() {
    let table = include_str!("../../ui/src/i18n/wording.csv");
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let paper: Vec<_> = rows.iter().filter(|row| row[0].starts_with("paper.")).collect();
    assert!(paper.len() > 30, "the search itself works: {}", paper.len());
    for row in paper {
        assert_eq!((&*say(Language::En, &row[0]), &*say(Language::De, &row[0])), (&row[1], &row[2]));
        let places = |text: &str| {
            let mut places: Vec<String> =
                text.split('{').skip(1).filter_map(|p| p.split('}').next().map(str::to_owned)).collect();
            places.sort_unstable();
            places
        };
        assert_eq!(places(&row[1]), places(&row[2]), "{} says the same in both", &row[0]);
    }
    assert_eq!(say(Language::En, "no.such.key"), "no.such.key");
}

#[test]
fn values_stand_at_their_places_and_what_is_not_known_is_left_out() {
    let value = |name: &str| (name == "by").then(|| "Ada {by}".to_owned());
    assert_eq!(fill("By {by}[, on {on}][, {by}], {on}", &value), "By Ada {by}, Ada {by}, –");
    assert_eq!(with(Language::De, "paper.page", &[("n", "1"), ("m", "2")]), "Seite 1 von 2");
}

#[test]
fn numbers_are_written_as_the_language_writes_them() {
    let written = [0, 7, 999, 1_000, 1_284, 1_000_000].map(|n| number(Language::En, n));
    assert_eq!(written, ["0", "7", "999", "1,000", "1,284", "1,000,000"]);
    assert_eq!(number(Language::De, 1_284), "1.284");
}
