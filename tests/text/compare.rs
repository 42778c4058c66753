//! What changed between two texts, as a reviewer has to be told.

use clausebook::text::{Became, Comparison, Fate, Paragraph, Run, Written, compare};

/// What became of each paragraph that is not as it was: `-gone-`, `+new+`, and of what is moved where the other end is.
pub(super) fn told(earlier: &str, later: &str) -> Vec<String> {
    changes(&compare(earlier, later))
}

pub(super) fn changes(compared: &Comparison) -> Vec<String> {
    let run = |run: &Run| match run.became {
        Became::Kept => run.words.clone(),
        Became::Removed => format!("-{}-", run.words),
        Became::Added => format!("+{}+", run.words),
    };
    let line = |p: &Paragraph| {
        let blank = |run: &Run| if run.joined { "" } else { " " };
        let words = p.runs.iter().map(|part| blank(part).to_owned() + &run(part)).collect::<String>();
        let words = words.trim_start();
        let place = p.place.map(|n| format!("{n} ")).unwrap_or_default();
        let label = p.label.as_ref().or(p.label_before.as_ref()).map(|l| format!("{l} ")).unwrap_or_default();
        match p.fate {
            Fate::MovedAway => format!("{place}{label}away"),
            Fate::MovedHere => format!("{place}{label}here {words}"),
            Fate::Renumbered => format!("{} is {label}{words}", p.label_before.as_deref().unwrap_or("")),
            _ => format!("{place}{label}{words}"),
        }
    };
    compared.paragraphs.iter().filter(|p| p.fate != Fate::Kept).map(line).collect()
}

const CHANGE: &str = "Purpose of the procedure\n3 Requests\n3.1 Every change starts with a request on form FRM-012.\n\
    3.2 The request names the service, the reason and the wished day.\n\
    3.3 The change meeting decides on every request within five working days.\n4 Bought-in packages\n\
    4.1 Packages of a supplier are not changed.\n5 Emergency changes\n\
    5.1 One approver is enough if a service is down. The request is written within one working day.\n6 Records\n\
    6.1 Requests are kept for three years after the change.\n";

#[test]
fn words_are_told_under_the_number_of_their_section() {
    let later = CHANGE
        .replace("the service, the reason and", "the service, the sites, the reason and")
        .replace("not changed.", "changed only where the supplier allows it in writing.")
        .replace("One approver is enough", "Two approvers are needed, also")
        .replace("6 Records", "5.2 Each emergency change is looked at again in the next meeting.\n6 Records");
    let found = compare(CHANGE, later.as_str());
    assert_eq!(
        changes(&found),
        [
            "1 3.2 The request names the service, +the sites,+ the reason and the wished day.",
            "2 4.1 Packages of a supplier are -not changed- +changed only where the supplier allows it in writing+.",
            "3 5.1 -One approver is enough- +Two approvers are needed, also+ if a service is down. The request is written \
             within one working day.",
            "4 5.2 +Each emergency change is looked at again in the next meeting.+",
        ]
    );
    assert_eq!(found.sections, ["3.2", "4.1", "5.1", "5.2"]);
    assert_eq!(found.places, 4);
    assert!(found.touches("5") && found.touches("5.1") && !found.touches("3.1") && !found.touches("6"));
}

#[test]
fn what_is_moved_is_neither_gone_nor_new() {
    let moved = "3.3 The change meeting decides on every request within five working days.\n";
    let without = CHANGE.replace(moved, "");
    let later = without.replace("6 Records\n", &format!("6 Records\n{}", moved.replace("3.3", "6.0")));
    let found = compare(CHANGE, later.as_str());
    let told = changes(&found);
    assert_eq!(told[0], "1 3.3 away");
    assert!(told[1].starts_with("1 6.0 here The change meeting decides"), "{told:?}");
    assert_eq!((told.len(), found.places, found.removed, found.added), (2, 1, 0, 0));
}

#[test]
fn what_is_moved_and_changed_on_the_way_shows_the_words_that_changed() {
    let earlier = "First things are said first here.\nThe owner of each service reviews all rights of access once a year.\n\
                   Second.\nThird.\nFourth things.\n";
    let later = "First things are said first here.\nSecond.\nThird.\nFourth things.\n\
                 The owner of each service reviews all rights of access twice a year.\n";
    assert_eq!(
        told(earlier, later),
        ["1 away", "1 here The owner of each service reviews all rights of access -once- +twice+ a year."]
    );
}

#[test]
fn paragraphs_moved_together_are_one_place() {
    let block = "Alpha stands in the first line.\nBeta stands in the second line.\nGamma stands in the third line.\n";
    let rest: String = (0..8).map(|n| format!("Paragraph number {n} of the others stays.\n")).collect();
    let found = compare(format!("{block}{rest}").as_str(), format!("{rest}{block}").as_str());
    assert_eq!((found.places, found.removed, found.added), (1, 0, 0), "{:?}", changes(&found));
}

#[test]
fn headings_and_rows_that_are_moved_are_neither_gone_nor_new() {
    let section = |title: &str, text: &str| format!("{title}\n{text}\n");
    let parts = [
        ("Aim", "This text says what the service is for and whom it serves."),
        ("Records", "They are kept for three years in the folder of the service."),
        ("Roles", "The owner of the service decides on every request that comes."),
        ("Forms", "Each request is written on the form of the service desk."),
    ];
    let text = |order: [usize; 4], numbered: bool| -> String {
        let each = order.iter().enumerate().map(|(n, at)| {
            let number = if numbered { format!("{} ", n + 1) } else { String::new() };
            section(&format!("{number}{}", parts[*at].0), parts[*at].1)
        });
        each.collect()
    };
    for numbered in [true, false] {
        let (earlier, later) = (text([0, 1, 2, 3], numbered), text([0, 2, 3, 1], numbered));
        let found = compare(earlier.as_str(), later.as_str());
        assert_eq!((found.places, found.removed, found.added), (1, 0, 0), "{:?}", changes(&found));
    }
    let lone = compare("1 Aim\n2 Records\n3 Roles\n4 Forms\n", "1 Aim\n2 Roles\n3 Forms\n4 Records\n");
    assert_eq!((lone.places, lone.removed, lone.added), (1, 0, 0), "{:?}", changes(&lone));
    let table = |rows: [&str; 4]| rows.iter().map(|row| format!("{row}\t\n")).collect::<String>();
    let earlier = table(["Role\tTask", "Owner\tapproves", "Deputy\tstands in", "Manager\treviews"]);
    let later = table(["Role\tTask", "Deputy\tstands in", "Manager\treviews", "Owner\tapproves"]);
    let found = compare(earlier.as_str(), later.as_str());
    assert_eq!((found.places, found.removed, found.added), (1, 0, 0), "{:?}", changes(&found));
    let numbered = |rows: [&str; 4]| {
        let each = rows.iter().enumerate().map(|(n, row)| format!("{}\t{row}\t\n", n + 1));
        each.collect::<String>()
    };
    let earlier =
        numbered(["Open the valve\tOperator", "Read the gauge\tEngineer", "Note the value\tClerk", "Close all\tGuard"]);
    let later =
        numbered(["Read the gauge\tEngineer", "Note the value\tClerk", "Close all\tGuard", "Open the valve\tOperator"]);
    let found = compare(earlier.as_str(), later.as_str());
    assert_eq!((found.removed, found.added), (4, 4), "the numbers of the rows alone: {:?}", changes(&found));
}

#[test]
fn a_section_put_in_between_renumbers_the_others_and_changes_none() {
    let later = CHANGE
        .replace("6 Records\n6.1", "7 Records\n7.1")
        .replace("7 Records", "6 Standard changes\n6.1 Listed changes need no meeting.\n7 Records");
    let found = compare(CHANGE, later.as_str());
    assert_eq!(
        changes(&found),
        [
            "1 6 +Standard changes+",
            "1 6.1 +Listed changes need no meeting.+",
            "6 is 7 Records",
            "6.1 is 7.1 Requests are kept for three years after the change.",
        ]
    );
    assert_eq!(found.renumbered, [("6".into(), "7".into()), ("6.1".into(), "7.1".into())]);
    assert!(found.touches("6.1"), "whoever cites it means other words now");
    assert!(!found.touches("5"));
}

#[test]
fn cells_of_a_row_are_compared_with_each_other() {
    let earlier = "Role\tTask\tBy\t\nOwner\tapproves the change\tone day\t\nManager\treviews\tone week\t\n";
    let later = "Role\tTask\tBy\t\nOwner\tapproves the change\ttwo days\t\nDeputy\tstands in\talways\t\n\
                 Manager\treviews\tone week\t\n";
    assert_eq!(
        told(earlier, later),
        ["1 Owner\tapproves the change\t-one day-+two days+", "2 +Deputy\tstands in\talways+"]
    );
    let wider = earlier.replace("\t\n", "\tSeen\t\n");
    assert_eq!(compare(earlier, wider.as_str()).places, 1, "a column more is one change");
    let emptied = earlier.replace("one day", "");
    assert_eq!(told(earlier, &emptied), ["1 Owner\tapproves the change-\tone day-"]);
}

#[test]
fn lines_broken_elsewhere_are_no_change() {
    let text = "3.1 The change meeting decides on every request within five working days; the requester hears the reason. \
                Changes of bought-in packages need the consent of the supplier in writing before they are planned.";
    let broken = |width: usize| {
        let mut lines = vec![String::new()];
        for word in text.split(' ') {
            if lines[lines.len() - 1].len() + word.len() >= width {
                lines.push(String::new());
            }
            let last = lines.len() - 1;
            let blank = if lines[last].is_empty() { "" } else { " " };
            lines[last] = format!("{}{blank}{word}", lines[last]);
        }
        lines.join("\n")
    };
    let (narrow, wide) = (broken(60), broken(90));
    let written = |text| Written { text, wrapped: true };
    assert_eq!(changes(&compare(written(&narrow), written(&wide))), [""; 0]);
    let changed = wide.replace("five working", "ten working");
    let found = compare(written(&narrow), written(&changed));
    assert_eq!(
        (found.places, found.removed, found.added, found.sections.as_slice()),
        (1, 1, 1, &["3.1".to_owned()][..])
    );
}

#[test]
fn scripts_without_blanks_are_compared_letter_by_letter() {
    assert_eq!(told("変更は毎年見直す。", "変更は半年見直す。"), ["1 変更は-毎-+半+年見直す。"]);
    let (composed, parted) = ("Pr\u{fc}fung\n", "Pru\u{308}\u{ad}fung\n");
    assert_eq!(told(composed, parted), [""; 0], "the same letters, written in another way");
}

#[test]
fn a_text_without_numbers_has_no_sections() {
    let found = compare("One\nTwo words here\n", "One\nTwo words there\n");
    assert!(found.sections.is_empty() && found.touched.is_empty());
    assert_eq!(found.places, 1);
}

#[test]
fn what_is_far_from_a_change_is_counted() {
    let lines = |changed: &str| {
        (0..40).map(|n| if n == 20 { format!("{changed}\n") } else { format!("Line {n}.\n") }).collect::<String>()
    };
    let found = compare(lines("As it was.").as_str(), lines("As it is.").as_str()).around(2);
    assert_eq!((found.paragraphs.len(), found.paragraphs[0].left_out, found.left_out), (5, 18, 17));
    let same = compare("a\nb", "a\nb").around(2);
    assert_eq!((same.paragraphs.len(), same.left_out), (0, 2));
}

#[test]
fn both_texts_stand_in_what_was_compared() {
    let cases = [
        ("a b c\nd e", "d e\nx y z"),
        ("", "new"),
        ("gone", ""),
        ("one\ntwo\nthree", "three\ntwo\none"),
        ("a b c d e f", "f e d c b a"),
    ];
    for (a, b) in cases {
        let found = compare(a, b);
        let of = |left: Became, elsewhere: Fate| -> Vec<String> {
            let here = found.paragraphs.iter().filter(|p| p.fate != elsewhere);
            let runs = here.flat_map(|p| &p.runs).filter(|run| run.became != left);
            let text = runs.fold(String::new(), |text, run| text + if run.joined { "" } else { " " } + &run.words);
            text.split_whitespace().map(str::to_owned).collect()
        };
        assert_eq!(
            of(Became::Added, Fate::MovedHere),
            a.split_whitespace().collect::<Vec<_>>(),
            "the earlier text is whole"
        );
        assert_eq!(
            of(Became::Removed, Fate::MovedAway),
            b.split_whitespace().collect::<Vec<_>>(),
            "the later text is whole"
        );
    }
}

#[test]
fn long_texts_that_have_nothing_in_common_are_replaced_and_short_changes_in_long_texts_found() {
    let lines = |from: usize| (from..from + 6000).map(|n| format!("line{n} word{n}")).collect::<Vec<_>>().join("\n");
    let found = compare(format!("same\n{}", lines(0)).as_str(), format!("same\n{}", lines(10_000)).as_str());
    assert_eq!((found.removed, found.added, found.kept), (12_000, 12_000, 1));
    let long = lines(0);
    let changed = long.replace("word0\n", "other\n").replace("word5999", "another");
    assert_eq!(compare(long.as_str(), changed.as_str()).places, 2);
}
