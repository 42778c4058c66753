//! What columns mean: by their names in four languages, by a standard's number, by their cells, and weighed together.

use clausebook::lists::Why;
use clausebook::questions::List;
use clausebook::words::Header;

use super::{clauses, look, master, meanings, values};

#[test]
fn a_register_is_understood_in_four_languages_by_its_names() {
    let registers = [
        "Doc. ID,Document name,Process owner,Rev.,State,Next review date\nQP-01,Purchasing,Buyer,1.0,valid,2027-01-01\n",
        "Dok.-Nr.,Benennung,Verantw.,Rev.-Stand,Status,Nächste Prüfung\nVA-01,Einkauf,Leitung Einkauf,1.0,gültig,01.01.2027\n",
        "Réf.,Intitulé,Pilote,Indice,État,Prochaine revue\nPR-01,Achats,Acheteur,1.0,en vigueur,1er janvier 2027\n",
        "Código,Nombre,Responsable,Versión,Estado,Próxima revisión\nPG-01,Compras,Comprador,1.0,vigente,1 de enero de 2027\n",
    ];
    let wanted =
        [("A", "number"), ("B", "title"), ("C", "owner"), ("D", "version"), ("E", "status"), ("F", "next_review")];
    for register in registers {
        let list = master(register.as_bytes());
        assert_eq!(meanings(&list), wanted.into(), "{register}");
        assert_eq!((list.rows.len(), list.words[0].words[0].meaning.as_deref()), (1, Some("effective")), "{register}");
    }
}

#[test]
fn a_standards_number_anywhere_in_a_header_makes_it_one_of_clauses() {
    let list = master(
        b"Code,Title,DIN EN ISO 9001,27001: 2013,20000-1,Annex A\nP-1,One,7.5,A.9.2.1,7.5; 8.4,5.9\nP-2,Two,8.4,,8.3.4,5.19\n",
    );
    let wanted = [
        ("A", "number"),
        ("B", "title"),
        ("C", "clauses 9001"),
        ("D", "clauses 27001:2013"),
        ("E", "clauses 20000-1"),
        ("F", "clauses 27001 A"),
    ];
    assert_eq!(meanings(&list), wanted.into());
    assert_eq!(
        clauses(&list),
        [
            "9001 7.5, 27001:2013 A.9.2.1, 20000-1 7.5, 20000-1 8.4, 27001 A.5.9",
            "9001 8.4, 20000-1 8.3.4, 27001 A.5.19"
        ]
    );
}

#[test]
fn one_column_may_name_several_standards_and_a_clause_named_twice_counts_once() {
    let list = master("Nr;Titel;Normbezug;ISO 9001\nVA-1;Eins;ISO 9001:2015 Kap. 8.5; ISMS A.5.9;8.5\n".as_bytes());
    assert_eq!(list.rows.len(), 1, "a separator within a cell of a CSV file parts it: said by the columns, not lost");
    let list = master("Nr,Titel,Normbezug,ISO 9001\nVA-1,Eins,\"9001 8.5; ISMS A.5.9\",8.5\n".as_bytes());
    assert_eq!(clauses(&list), ["9001 8.5, 27001 A.5.9"]);
}

#[test]
fn names_that_nobody_knows_leave_the_cells_to_speak() {
    let list = master(
        b"Zed,Yod,Xix,Wub\nQP-01,Control of documents,approved,2027-05-01\nQP-02,Internal audit,draft,2027-06-01\nQP-03,Management review,approved,2026-12-01\n",
    );
    assert_eq!(meanings(&list), [("A", "number"), ("B", "title"), ("C", "status"), ("D", "next_review")].into());
    assert!(list.columns.iter().all(|column| column.why == Why::Cells), "each is to be looked at once");
}

#[test]
fn a_name_whose_cells_are_something_else_is_not_followed() {
    let list = master(
        b"No.,Title,Code,Location,Owner\n1,One,QP-1,cupboard 3,Quality\n2,Two,QP-2,cupboard 4,Quality\n3,Three,QP-3,hall,Sales\n",
    );
    assert_eq!(meanings(&list), [("B", "title"), ("C", "number"), ("E", "owner")].into());
    let why: Vec<Why> = list.columns.iter().map(|column| column.why).collect();
    assert_eq!((why[0], why[3]), (Why::Running, Why::Against), "and it is said why");
    assert_eq!(list.columns[3].filled, 3, "what is not used is counted");
}

#[test]
fn files_that_are_in_the_share_are_known_with_and_without_their_ending() {
    let files = ["Records/Audit 2026.pdf", "Records/Review.docx"];
    let list = look(b"What,Seen\nAudit 2026,9001 9.2\nReview.docx,9001 9.3\n", List::EvidenceIndex, &files);
    assert_eq!(meanings(&list), [("A", "location"), ("B", "clauses")].into());
}

#[test]
fn days_with_slashes_follow_their_column_or_stay_open() {
    let register = |days: [&str; 5]| {
        let rows = days.iter().enumerate().map(|(n, day)| format!("P-{n},Title {n},{day}\n"));
        master(format!("Code,Title,Next review\n{}", rows.collect::<String>()).as_bytes())
    };
    let day_first = register(["31/12/2026", "17/06/2027", "25/01/2027", "04/05/2027", "2027年5月19日"]);
    assert_eq!(values(&day_first, Header::NextReview)[3], "2027-05-04");
    let month_first = register(["12/31/2026", "06/17/2027", "01/25/2027", "04/05/2027", "Q2 2027"]);
    assert_eq!(values(&month_first, Header::NextReview)[3..], ["2027-04-05", "Q2 2027"]);
    let open = register(["31/12/2026", "12/31/2026", "04/05/2027", "May 2027", "46387"]);
    assert_eq!(values(&open, Header::NextReview)[2..], ["04/05/2027", "May 2027", "2026-12-31"]);
    assert_eq!(day_first.columns[2].order, Some("day_first"));
}

#[test]
fn rows_that_are_none_are_left_out_by_name() {
    let list = master(
        "Lenkungsliste\n\nDok.-Nr.,Titel,Version,Status\nPolicies\nP-1,One,1,gültig\nDok.-Nr.,Titel,Version,Status\nP-2,Two,1,gültig\n\
         ,Three,2,gültig\n,wall\nTotal: 3\n\nApproved,valid issue\n"
            .as_bytes(),
    );
    assert_eq!(values(&list, Header::Number), ["P-1", "P-2", "Three"], "a title stands in for a number");
    let left: Vec<(usize, &str)> = list.left_out.iter().map(|left| (left.row, left.why)).collect();
    assert_eq!(left, [(4, "section"), (6, "names"), (9, "section"), (10, "section"), (12, "beside")]);
    assert!(list.notes.iter().any(|note| (note.row, note.what) == (8, "no_number")));
}

#[test]
fn a_list_of_suppliers_is_told_apart() {
    assert_eq!(master(b"Supplier,Rating,Next audit\nAcme,A,2027-01-01\nBolt,B,2027-02-01\n").other, Some("supplier"));
    assert_eq!(master(b"Code,Title,Owner\nP-1,One,Quality\n").other, None);
}

#[test]
fn why_a_column_is_not_used_is_so() {
    let list = master(
        "Codice,Titolo,Stato,Cost centre,Note,Cláusula ISO 14001,Rev,Rev date\n\
         P-1,Valutazione fornitori,in vigore,C1,ok,8.1,3,12 Jan 26\nP-2,Taratura,annullato,C2,vedi,7.2,4,2026.01.12\n"
            .as_bytes(),
    );
    let why = |name: &str| list.columns.iter().find(|column| column.name == name).map(|column| column.why);
    for name in ["Stato", "Cost centre", "Note", "Rev date"] {
        assert_ne!(why(name), Some(Why::Taken), "{name}: no other column means it");
    }
    assert_eq!(why("Cláusula ISO 14001"), Some(Why::Foreign));
    assert_eq!(why("Rev date"), Some(Why::SomeDate));
}

#[test]
fn paths_and_folders_of_the_share_speak_for_a_location() {
    let files = ["01 Quality/P-1 One.txt", "02 IT/P-2 Two.txt", "02 IT/P-2 Copy.txt"];
    let list = look(
        b"Number|Title|Lives at|Dept\nP-1|One|01 Quality/P-1 One.txt|02 IT\n\
          P-2|Two|\"02 IT/P-2 Two.txt\n02 IT/P-2 Copy.txt\"|02 IT\nP-3|Three|02 IT|01 Quality\n",
        List::MasterList,
        &files,
    );
    assert_eq!(meanings(&list).get("C"), Some(&"location"));
    assert_eq!(meanings(&list).get("D"), None, "a folder's name alone may be a department's");
    assert_eq!(values(&list, Header::Location)[1], "02 IT/P-2 Two.txt\n02 IT/P-2 Copy.txt");
}

#[test]
fn a_column_named_for_repetition_that_holds_days_holds_reviews() {
    let list = master(b"Number,Title,Review cycle\nP-1,One,2027-01-01\nP-2,Two,2025-02-01\n");
    assert_eq!(meanings(&list)["C"], "next_review");
    let list = master(b"Number,Title,Next review\nP-1,One,12 months\nP-2,Two,2 years\n");
    assert_eq!(meanings(&list)["C"], "interval");
}
