//! What is told as a change and what is none: ends of paragraphs, marks of lists, pages of contents, columns of tables.

use clausebook::text::{Comparison, Fate, Written, compare, sections_of};

use super::compare::{changes, told};

fn page(text: &str) -> Written<'_> {
    Written { text, wrapped: true }
}

const FIRST: &str = "The owner of a service keeps the list of its assets and looks at it once a year.";
const SECOND: &str = "What is missing is bought before the end of the quarter, and the buyer says so in the list.";
const THIRD: &str = "A copy of the list goes to the board with the report of the year.";

#[test]
fn a_paragraph_that_ends_elsewhere_is_no_change_and_its_words_alone_are_told() {
    let apart = [FIRST, SECOND, THIRD].join("\n");
    let joined = [FIRST, SECOND, THIRD].join(" ");
    for (one, other) in [(&apart, &joined), (&joined, &apart)] {
        let found = compare(one.as_str(), other.as_str());
        assert_eq!((changes(&found), found.removed, found.added), (Vec::new(), 0, 0));
        let changed = other.replace("the buyer says", "the owner says").replace("A copy", "One copy");
        let found = compare(one.as_str(), changed.as_str());
        assert_eq!((found.removed, found.added), (2, 2), "{:?}", changes(&found));
        assert!(found.paragraphs.iter().all(|p| matches!(p.fate, Fate::Kept | Fate::Changed)));
    }
}

#[test]
fn a_number_within_a_line_is_that_of_the_paragraph_it_begins_elsewhere() {
    let apart = format!("1 Assets\n{FIRST}\n(b) {SECOND}\n2 Reports\n{THIRD}\n");
    let joined = format!("1 Assets\n{FIRST} (b) {SECOND}\n2 Reports\n{THIRD}\n");
    assert_eq!(told(&apart, &joined), [""; 0]);
    assert_eq!(told(&joined, &apart), [""; 0]);
}

#[test]
fn what_is_said_many_times_or_stays_among_its_neighbours_is_not_moved() {
    let duty = "Take charge of any business that the board gives to it.\n";
    let group = |name: &str| format!("Duties of the {name} group:\nLook at the matters of {name} first.\n{duty}");
    let earlier = ["north", "south", "west"].map(group).concat();
    let later = ["east", "north", "south", "west"].map(group).concat();
    let found = compare(earlier.as_str(), later.as_str());
    assert!(found.paragraphs.iter().all(|p| !matches!(p.fate, Fate::MovedHere | Fate::MovedAway)));
    assert_eq!((found.places, found.removed), (1, 0), "{:?}", changes(&found));
    let contents =
        "Aims of the whole procedure ..... 2\nRoles of all who work ..... 3\nFIRST\n".replace("FIRST", FIRST);
    let turned = "Roles of all who work ..... 2\nAims of the whole procedure ..... 4\nFIRST\n".replace("FIRST", FIRST);
    let found = compare(contents.as_str(), turned.as_str());
    assert!(found.paragraphs.iter().all(|p| !matches!(p.fate, Fate::MovedHere | Fate::MovedAway)));
}

#[test]
fn the_pages_of_a_table_of_contents_are_no_words() {
    let contents = |pages: [u8; 2], dots: &str| {
        format!("1 Aim {dots} {}\n2 Roles {dots} {}\n1 Aim\n2 Roles\n", pages[0], pages[1])
    };
    assert_eq!(told(&contents([2, 3], "......."), &contents([4, 11], ". . . . .")), [""; 0]);
}

#[test]
fn articles_with_roman_numbers_are_sections_and_another_number_is_no_other_word() {
    let article =
        |number: &str, title: &str| format!("Article {number}. {title}.\nSection 1. Rules of {title} hold.\n");
    let titles = ["Aim", "Members", "Board", "Money"];
    let earlier: String = ["V", "VI", "VII", "VIII"].iter().zip(titles).map(|(n, title)| article(n, title)).collect();
    let mut later: Vec<String> =
        ["V", "VII", "VIII", "IX"].iter().zip(titles).map(|(n, title)| article(n, title)).collect();
    later.insert(1, article("VI", "Votes"));
    let found = compare(earlier.as_str(), later.concat().as_str());
    assert_eq!((found.places, found.removed), (1, 0), "{:?}", changes(&found));
    assert_eq!(found.sections, ["VI", "VI.1"]);
    assert!(found.renumbered.contains(&("VIII".into(), "IX".into())), "{:?}", found.renumbered);
    assert!(sections_of(earlier.as_str().into()).contains("VII.1"));
    assert!(found.touches("VI") && !found.touches("V"));
}

#[test]
fn another_mark_of_a_list_is_no_other_word() {
    let earlier = "a. Fix the meetings;\nb. Keep the minutes;\nc. Tell the board;\n";
    let later = "a. Fix the meetings;\nb. Ask the auditor;\nc. Keep the minutes;\nd. Tell the board;\n";
    let found = compare(earlier, later);
    assert_eq!((found.places, found.removed, found.added), (1, 0, 3));
    assert!(changes(&found).contains(&"b. is c. Keep the minutes;".to_owned()), "{:?}", changes(&found));
    assert!(found.renumbered.is_empty(), "no section has another number");
}

#[test]
fn lists_that_begin_anew_steps_of_tables_and_days_are_no_sections() {
    let numbers = |text: &str| sections_of(text.into()).into_iter().collect::<Vec<_>>();
    let lists = "Duties of the first\n1. Propose the rules;\n2. Know the limits;\nDuties of the second\n1. Tell the board;\n2. Ask;\n3. Wait;\n";
    assert_eq!(numbers(lists), [""; 0]);
    let steps =
        "1 Work\n1 The order is checked\nSales\n2 The item is looked at\nStore\n3 The item is measured\n2 End\nText.\n";
    assert_eq!(numbers(steps), ["1", "2"]);
    assert_eq!(numbers("9 March 2026\nText of it.\n"), [""; 0]);
    let cited =
        format!("1 Aim\n{} of the rules that are named in\n§8.1. (aa) of the law.\n", FIRST.trim_end_matches('.'));
    assert_eq!(numbers(&cited), ["1"]);
}

#[test]
fn each_place_says_under_which_heading_it_is() {
    let text =
        |days: &str| format!("1 Aim\nText of the aim.\n2 Requests\n2.1 Days\nAn answer comes within {days} days.\n");
    let found = compare(text("five").as_str(), text("ten").as_str());
    let place = found.paragraphs.iter().find(|p| p.place.is_some()).unwrap();
    assert_eq!((place.under.as_deref(), found.sections.as_slice()), (Some("2.1 Days"), &["2.1".to_owned()][..]));
}

#[test]
fn what_replaces_something_is_one_place_and_other_quotes_and_dashes_are_none() {
    let text = |day: &str| format!("{FIRST}\n{day}\n{SECOND}\n");
    assert_eq!(compare(text("October 7, 2025").as_str(), text("9 March 2026").as_str()).places, 1);
    let straight = "The owner's list \"Assets\" of 2020-2025 - as it is.";
    let curly = "The owner\u{2019}s list \u{201c}Assets\u{201d} of 2020\u{2013}2025 \u{2013} as it is.";
    assert_eq!(told(straight, curly), [""; 0]);
}

#[test]
fn the_same_change_on_many_pages_is_told_once_with_how_often() {
    let pages = |day: &str| -> String {
        (1..9).map(|n| format!("{n} Section of {n}\nText of the page {n} stays.\nIssued on {day}\n")).collect()
    };
    let found: Comparison = compare(pages("1 May").as_str(), pages("2 June").as_str());
    let first = found.paragraphs.iter().find(|p| p.place.is_some()).unwrap();
    assert_eq!((found.places, first.again, found.sections.as_slice()), (1, 7, &["1".to_owned()][..]));
    assert_eq!(found.around(0).paragraphs.len(), 1, "the others are folded");
}

#[test]
fn a_column_more_or_less_is_one_place() {
    let rows = [
        ["Task", "Role", "Record"],
        ["Plan", "Manager", "Sheet"],
        ["Send", "Store", "Slip"],
        ["File", "Manager", "Map"],
    ];
    let narrow: String = rows.map(|row| row.join("\t") + "\t\n").concat();
    let deputies = ["Deputy", "Head", "Manager", "Store"];
    let wide: String =
        rows.iter().zip(deputies).map(|(row, new)| format!("{}\t{new}\t{}\t{}\t\n", row[0], row[1], row[2])).collect();
    let found = compare(narrow.as_str(), wide.as_str());
    assert_eq!((found.places, found.removed, found.added), (1, 0, 4), "{:?}", changes(&found));
    let found = compare(wide.as_str(), narrow.as_str());
    assert_eq!((found.places, found.removed, found.added), (1, 4, 0), "{:?}", changes(&found));
    let changed = wide.replace("Slip", "Receipt");
    assert_eq!(compare(narrow.as_str(), changed.as_str()).places, 2, "another cell is a place of its own");
}

#[test]
fn a_table_against_a_page_is_compared_by_its_words() {
    let table = format!("{FIRST}\nGauge\tInterval\t\nCaliper\t12 months\t\nBalance\t24 months\t\n");
    let lines = format!("{FIRST}\nGauge Interval\nCaliper 6 months\nBalance 24 months\n");
    let found = compare(Written::from(table.as_str()), page(&lines));
    assert_eq!((found.places, found.removed, found.added), (1, 1, 1), "{:?}", changes(&found));
}

#[test]
fn numbers_of_pages_and_of_lines_in_the_margin_are_no_text_and_a_foot_is() {
    let of = |foot: &str, lines: &str, n: u8| format!("1 Assets\n{FIRST}\n{SECOND}\n\u{b}\n{foot}\n{lines}\n{n}\n");
    let one = of("Issue of March", "5 10 15", 3);
    let counted = of("Issue of March", "5 10 15 20", 4);
    assert_eq!(changes(&compare(page(&one), page(&counted))), [""; 0]);
    let issued = of("Issue of April", "5 10 15", 3);
    assert_eq!(changes(&compare(page(&one), page(&issued))).len(), 1);
}
