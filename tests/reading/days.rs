//! The day, the period and the place that a file's own words name.

use std::collections::BTreeSet;

use clausebook::day::Day;
use clausebook::reading::{
    days_in, days_in_name, file_name, labelled_day, named_in, own_date, period_in_name, period_in_text,
};
use clausebook::words::Header;

fn days(found: BTreeSet<Day>) -> Vec<String> {
    found.into_iter().map(|day| day.to_string()).collect()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn a_day_in_a_name_is_found_in_every_notation() {
    for (name, expected) in [
        ("Wiederherstellungstest 14.02.2026.pdf", "2026-02-14"),
        ("2026-02-14 Restore drill.docx", "2026-02-14"),
        ("Restore_drill_2026-02-14_signed.docx", "2026-02-14"),
        ("Restore_drill_2026_02_14.docx", "2026-02-14"),
        ("Schulungsnachweis 3. März 2026.pdf", "2026-03-03"),
        ("Training record 3 March 2026.pdf", "2026-03-03"),
        ("Training record March 3, 2026 (Bergen).pdf", "2026-03-03"),
        ("Begehung_7._Oktober_2025.docx", "2025-10-07"),
        ("Scan_20251007_101500.jpg", "2025-10-07"),
        ("Kalibrierung (07.10.2025).xlsx", "2025-10-07"),
        ("Kalibrierschein-07.10.2025.pdf", "2025-10-07"),
        ("点検記録 2025年10月7日.pdf", "2025-10-07"),
    ] {
        assert_eq!(days(days_in_name(&file_name(name).behind)), [expected], "{name}");
    }
}

#[test]
fn what_is_no_day_is_not_taken_for_one() {
    for name in [
        "Firewall rules 10.20.30.40.txt",
        "BCT-2026-01 Continuity test.docx",
        "Serial 120260114559.pdf",
        "Audit 31.02.2026.pdf",
        "Minutes March 2026.docx",
        "Release 4.12.2 notes.docx",
        "ISO 27001 A.12.1.2 evidence.pdf",
    ] {
        assert_eq!(days(days_in_name(&file_name(name).behind)), [""; 0], "{name}");
    }
    assert_eq!(days_in("Held on 05/06/2026.").len(), 2, "two readings never count as one day");
}

#[test]
fn a_name_with_a_day_keeps_it_and_has_no_version() {
    for name in ["Emergency drill 14.02.2026.pdf", "Emergency drill (2026-02-14).pdf", "Emergency drill 02.2026.pdf"] {
        let found = file_name(name);
        assert_eq!(found.version, None, "{name}");
        assert!(found.title.contains("2026"), "{name}: {}", found.title);
    }
    assert_eq!(file_name("QP-31 Rescue plan 1.2.pdf").version.as_deref(), Some("1.2"));
}

#[test]
fn of_several_days_a_file_calls_one_its_date() {
    let calls = |text: &str| own_date(text).map(|day| day.to_string());
    for (text, expected) in [
        ("Drill report\nDate: 2026-04-09\nNext drill 2027-04-09", Some("2026-04-09")),
        ("Bericht\nDatum\t9. April 2026\nNächster Termin\t09.04.2027", Some("2026-04-09")),
        ("Erhoben am: 09.04.2026\nDatum: 10.04.2026", Some("2026-04-09")),
        ("Meeting date: April 9, 2026", Some("2026-04-09")),
        ("Date of next drill: 2027-04-09", None),
        ("Date: 2026-04-09\nDate: 2026-04-10", None),
        ("Date: April 2026", None),
        ("Date: 05/06/2026", None),
        ("The date is 2026-04-09", None),
    ] {
        assert_eq!(calls(text).as_deref(), expected, "{text}");
    }
    assert_eq!(labelled_day("Von: 01.07.2026\nBis: 30.09.2026", Header::PeriodTo), Some(day("2026-09-30")));
}

#[test]
fn a_month_a_quarter_or_a_year_is_a_period() {
    for (name, period) in [
        ("Availability report 2026-05.pdf", Some(("2026-05-01", "2026-05-31"))),
        ("Verfügbarkeit Februar 2028.xlsx", Some(("2028-02-01", "2028-02-29"))),
        ("Availability_May_2026.pdf", Some(("2026-05-01", "2026-05-31"))),
        ("05.2026 Verfügbarkeit.pdf", Some(("2026-05-01", "2026-05-31"))),
        ("Kennzahlen Q3 2026.xlsx", Some(("2026-07-01", "2026-09-30"))),
        ("Kennzahlen 2026-Q3.xlsx", Some(("2026-07-01", "2026-09-30"))),
        ("Kennzahlen 3. Quartal 2026.xlsx", Some(("2026-07-01", "2026-09-30"))),
        ("Lieferantenbewertung 2026.xlsx", Some(("2026-01-01", "2026-12-31"))),
        ("Kennzahlen Q3 2026 August 2026.xlsx", Some(("2026-08-01", "2026-08-31"))),
        ("Kennzahlen Q3 2026 Mai 2026.xlsx", None),
        ("Verfügbarkeit Januar bis März 2026.xlsx", None),
        ("Report 2025 against 2026.xlsx", None),
        ("Evidence 27001:2022.pdf", None),
        ("Restore drill 14.02.2026.pdf", None),
    ] {
        let period = period.map(|(from, to)| (day(from), day(to)));
        assert_eq!(period_in_name(&file_name(name).behind), period, "{name}");
    }
    assert_eq!(period_in_text("In May 2026 all went well; see 2026."), Some((day("2026-05-01"), day("2026-05-31"))));
    assert_eq!(period_in_text("Better than in 2025."), None, "a year in a text stands for too much");
}

#[test]
fn a_place_is_named_by_whole_words_the_longest_first() {
    let places = [["HAM", "Harbour"], ["HAN", "Harbour North"], ["IT", "Information technology"], ["B", "Site B"]];
    let places = places.map(|names| names.map(str::to_owned).to_vec());
    for (text, expected) in [
        ("Fire drill (Harbour).pdf", vec![0]),
        ("Fire drill Harbour North.pdf", vec![1]),
        ("Fire drill Harbour-North and HAM.pdf", vec![0, 1]),
        ("Fire drill harbour north", vec![1]),
        ("Harbourmaster log.pdf", vec![]),
        ("Safeharbour agreement.pdf", vec![]),
        ("HAMMER inspection.pdf", vec![]),
        ("Fire_drill_HAM_2026.pdf", vec![0]),
        ("as it was, ham and eggs", vec![]),
        ("Access review IT", vec![2]),
        ("Plan B.pdf", vec![]),
        ("Plan for Site B.pdf", vec![3]),
        ("Site B2 plan.pdf", vec![]),
        ("Website B.pdf", vec![]),
    ] {
        assert_eq!(named_in(text, &places).into_iter().collect::<Vec<_>>(), expected, "{text}");
    }
    let twins = [vec![String::from("Annex")], vec![String::from("Annex")]];
    assert_eq!(named_in("Annex", &twins).len(), 2, "a name that two bear is that of both");
}
