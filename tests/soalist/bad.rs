//! Files that are no statement: refused with a reason, never a panic, nothing half written.

use clausebook::lists::{Chosen, Hidden, Struck};
use clausebook::soalist::{DoubtKind, Outcome};
use rust_xlsxwriter::{Format, Workbook};

use super::makers::{cells, separated, toolkit};
use super::{Given, holding, nothing_is_lost, row};
use crate::fixtures::files::{pdf, png};

#[test]
fn a_file_that_is_no_statement_is_refused_and_leaves_nothing_behind() {
    let long: Vec<Vec<String>> = std::iter::once(cells(&["Control", "Applicable"]))
        .chain((0..100_000).map(|n| vec![format!("A.{}.{}", n % 90, n % 97), "Yes".into()]))
        .collect();
    let cut = &toolkit()[..2000];
    let mut deep = b"Control,Applicable,Status\n".to_vec();
    deep.extend(b"\"A.5.1".iter().chain([b'"'; 5000].iter()));
    for (name, bytes, reason) in [
        ("empty.csv", Vec::new(), "soa_list_empty"),
        ("picture.xlsx", png(), "soa_list_unreadable"),
        ("paper.csv", pdf(&["A.5.1"]), "soa_list_unreadable"),
        ("broken.xlsx", cut.to_vec(), "soa_list_unreadable"),
        ("text.csv", b"A letter to nobody about nothing at all.".to_vec(), "soa_list_without_columns"),
        ("names.csv", b"Name,Town\nAnna,Ulm\nBen,Bonn\n".to_vec(), "soa_list_without_columns"),
        ("long.csv", separated(&long), "soa_list_too_long"),
        ("nul.csv", vec![0; 4096], "soa_list_unreadable"),
    ] {
        let mut at = holding("27001:2022");
        let before = at.workspace.head().unwrap();
        let refused = Given::of(name, &bytes).import(&mut at).expect_err(name);
        assert_eq!(refused.reason().name, reason, "{name}");
        assert_eq!(at.workspace.head().unwrap(), before, "{name}");
    }
    let mut at = holding("27001:2022");
    let _ = Given::of("deep.csv", &deep).look(&mut at);
}

#[test]
fn odd_cells_are_left_out_or_asked_and_never_panic() {
    let odd = [
        "",
        " ",
        "A",
        "A.",
        "..",
        "5.",
        "A.5.",
        "99999999999.1",
        "A.4294967296",
        "５.１",
        "ß",
        "\u{202e}5.1",
        "=1/0",
        "((((",
        "5.1.1.1.1.1",
        "-5.1",
        "5.1%",
        "İ",
        "A.5.1\u{7}",
    ];
    let mut rows = vec![cells(&["Control", "Title", "Applicable", "Justification", "Status", "Due date"])];
    for cell in odd {
        rows.push(cells(&[cell, cell, "Yes", cell, cell, cell]));
        rows.push(cells(&["A.5.1", cell, cell, cell, cell, cell]));
    }
    rows.push(cells(&["A.8.1", "User endpoint devices", "Yes", "r", "Implemented", ""]));
    let mut at = holding("27001:2022");
    let looked = Given::of("odd.csv", &separated(&rows)).look(&mut at).unwrap();
    nothing_is_lost(&looked);
}

#[test]
fn a_list_whose_columns_nobody_understands_is_shown_so_that_they_can_be_chosen() {
    let bytes = b"Qrx,Zed,Yod\nfirst,ok,because\nsecond,ok,because\n".to_vec();
    let mut at = holding("27001:2022");
    let looked = Given::of("own.csv", &bytes).look(&mut at).unwrap();
    assert!(!looked.list.usable && looked.rows.is_empty() && !looked.list.preview.is_empty());
    assert!(looked.form.contains("[statement_of_applicability]"), "{}", looked.form);
}

#[test]
fn struck_rows_are_asked_and_hidden_ones_said() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let struck = Format::new().set_font_strikethrough();
    for (r, row) in [
        ["Control", "Applicable", "Justification"],
        ["A.5.1", "Yes", "a risk"],
        ["A.5.2", "Yes", "a risk"],
        ["A.5.3", "No", "small"],
    ]
    .iter()
    .enumerate()
    {
        for (c, cell) in row.iter().enumerate() {
            let format = if r == 2 { struck.clone() } else { Format::new() };
            sheet.write_string_with_format(r as u32, c as u16, *cell, &format).unwrap();
        }
    }
    sheet.set_row_hidden(3).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let mut at = holding("27001:2022");
    let looked = Given::of("soa.xlsx", &bytes).look(&mut at).unwrap();
    nothing_is_lost(&looked);
    assert_eq!(row(&looked, "3").doubts[0].what, DoubtKind::Struck);
    assert_eq!(row(&looked, "3").outcome, Outcome::Asked);
    assert!(row(&looked, "4").notes.iter().any(|note| note.what == "hidden"));
    let out = Chosen {
        struck: Some(Struck::LeaveOut),
        leave_hidden: Some(Hidden::LeaveOut == Hidden::LeaveOut),
        ..Chosen::default()
    };
    let looked = Given { chosen: out, ..Given::of("soa.xlsx", &bytes) }.look(&mut at).unwrap();
    assert_eq!((looked.counts.decided, looked.counts.left_out), (1, 2), "left out and said");
}

#[test]
fn a_standard_without_controls_has_no_such_statement() {
    let mut at = holding("27001:2022");
    let bytes = b"Control,Applicable\nA.5.1,Yes\n".to_vec();
    let mut sources = Given::of("soa.csv", &bytes).sources(&at);
    sources.standard = String::from("9001");
    let here = clausebook::contained::Containment::here();
    let refused = clausebook::soalist::import(&mut at.workspace, &sources, &here).unwrap_err();
    assert_eq!(refused.reason().name, "soa_list_elsewhere");
}
