//! Pages of a PDF as a reader of the page reads them: what runs on each stands apart, a number stands before its text, room
//! between two lines parts paragraphs.

use clausebook::extract::{COMMENTS, extract_bytes};
use clausebook::text::{Fate, Written, compare};

/// Words, and where on their page they stand: points from the left and from below.
pub(super) type Drawn = (f64, f64, String);

/// A PDF of such pages, in letters of ten points that are all six points wide; each page with these annotations.
pub(super) fn drawn(pages: &[Vec<Drawn>], annotations: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 4 + 2 * n)).collect();
    let mut objects = vec![
        String::from("<< /Type /Catalog /Pages 2 0 R >>"),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        String::from("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"),
    ];
    for (n, page) in pages.iter().enumerate() {
        let shown = page.iter().map(|(x, y, text)| {
            let text = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
            format!("BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n")
        });
        let content: String = shown.collect();
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Annots [{annotations}] \
             /Resources << /Font << /F1 3 0 R >> >> >>",
            5 + 2 * n
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}endstream", content.len()));
    }
    let mut out = String::from("%PDF-1.4\n");
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (n, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", out.len());
        out += &format!("{} 0 obj\n{object}\nendobj\n", n + 1);
    }
    let start = out.len();
    let size = objects.len() + 1;
    format!("{out}{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").into_bytes()
}

pub(super) fn at(x: f64, y: f64, text: &str) -> Drawn {
    (x, y, text.to_owned())
}

/// Lines one below the other, twelve points apart.
fn body(x: f64, lines: &[&str]) -> Vec<Drawn> {
    lines.iter().enumerate().map(|(n, line)| at(x, 700.0 - 12.0 * n as f64, line)).collect()
}

fn text(pages: &[Vec<Drawn>]) -> String {
    extract_bytes(&drawn(pages, "")).text
}

/// What stands in the pages, and what stands apart from them.
fn parts(text: &str) -> (Vec<&str>, Vec<&str>) {
    let pages = text.split('\x0c').map(|page| page.split_once("\n\x0b\n").unwrap_or((page, "")));
    let (body, apart): (Vec<&str>, Vec<&str>) = pages.unzip();
    let lines = |parts: Vec<_>| parts.into_iter().flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty());
    (lines(body).collect(), lines(apart).collect())
}

#[test]
fn heads_that_change_by_chapter_and_numbers_of_pages_stand_apart() {
    let heads = ["ARTICLE I. AIM", "ARTICLE I. AIM", "ARTICLE II. TERMS", "ARTICLE II. TERMS", "ARTICLE III. ROLES"];
    let page = |n: usize| {
        let mut page = vec![at(70.0, 780.0, heads[n]), at(500.0, 780.0, &format!("{} of 5", n + 1))];
        let first = format!("word{n} the laboratory keeps a list of its gauges and says of each");
        page.extend(body(70.0, &[&first, "where it stands and who has it in their care in that"]));
        page.push(at(300.0, 40.0, &format!("{}", n + 1)));
        page
    };
    let pages: Vec<Vec<Drawn>> = (0..5).map(page).collect();
    let found = extract_bytes(&drawn(&pages, ""));
    let (body, apart) = parts(&found.text);
    assert_eq!(body.len(), 10, "{}", found.text);
    assert!(body.iter().all(|line| !line.contains("ARTICLE")), "{}", found.text);
    for (n, head) in heads.iter().enumerate() {
        let (head, foot) = (format!("{head} {} of 5", n + 1), (n + 1).to_string());
        assert!(apart.contains(&head.as_str()) && apart.contains(&foot.as_str()), "{head}: {}", found.text);
    }
    assert!(found.running.contains("ARTICLE I. AIM"), "{}", found.running);
}

#[test]
fn what_stands_on_one_page_or_at_other_heights_is_text() {
    let page = |n: usize| body(70.0, &[&format!("{n} Chapter of its own"), "It says what is done.", "And by whom."]);
    let mut pages: Vec<Vec<Drawn>> = (1..=4).map(page).collect();
    pages[2].iter_mut().for_each(|(_, y, _)| *y -= 100.0);
    pages[0][0].2 = String::from("Manual");
    pages[1][0].2 = String::from("How we work");
    pages[3][0].2 = String::from("Terms");
    let found = text(&pages);
    for words in ["Manual", "How we work", "3 Chapter of its own", "Terms"] {
        assert!(parts(&found).0.contains(&words), "{words}: {found}");
    }
    let single = text(&[body(70.0, &["Policy", "We care."])]);
    assert_eq!(single, "Policy\nWe care.");
}

#[test]
fn numbers_that_count_lines_in_the_margin_are_in_no_line() {
    let page = |n: usize| {
        let mut page = Vec::new();
        for line in 0..20 {
            let y = 700.0 - 12.0 * f64::from(line);
            page.push(at(70.0, y, &format!("line {line} of page {n} says that gauges are kept dry")));
            if line % 5 == 4 {
                page.push(at(30.0, y, &(n * 20 + line as usize + 1).to_string()));
            }
        }
        page
    };
    let found = text(&(0..3).map(page).collect::<Vec<_>>());
    let (body, apart) = parts(&found);
    assert_eq!(body.len(), 60, "{found}");
    assert!(body.iter().all(|line| line.starts_with("line ")), "{found}");
    assert_eq!(apart, ["5 10 15 20", "25 30 35 40", "45 50 55 60"]);
}

#[test]
fn numbers_of_a_list_are_read_with_their_texts_in_whatever_order_they_are_drawn() {
    let texts = ["The gauge is read.", "The value is noted.", "The list is signed."];
    let mut page = body(110.0, &texts);
    for (n, number) in ["4.2.1.", "4.2.2.", "(c)"].iter().enumerate() {
        page.push(at(60.0, 700.0 - 12.0 * n as f64, number));
    }
    let expected = "4.2.1. The gauge is read.\n4.2.2. The value is noted.\n(c) The list is signed.";
    assert_eq!(text(std::slice::from_ref(&page)), expected);
    page.rotate_left(3);
    assert_eq!(text(&[page]), expected);
}

#[test]
fn room_between_lines_ends_a_paragraph_however_full_its_last_line_is() {
    let draw = |texts: [&str; 3], width: usize| {
        let (mut page, mut y) = (Vec::new(), 700.0);
        for text in texts {
            let mut line = String::new();
            for word in text.split(' ').chain([""]) {
                if word.is_empty() || line.len() + word.len() >= width {
                    page.push(at(70.0, y, line.trim()));
                    line.clear();
                    y -= 12.0;
                }
                line.push_str(word);
                line.push(' ');
            }
            y -= 6.0;
        }
        extract_bytes(&drawn(&[page], "")).text
    };
    let list = "The list names each gauge with its place, its owner and the day on which it was last looked at.";
    let note = "Note 1: Records are kept for ten years and can be found by order number.";
    let texts = [list, note, list];
    let wide = draw(texts, 70);
    assert_eq!(wide.split("\n\n").count(), 3, "{wide}");
    for width in [40, 48, 55, 63] {
        let narrow = draw(texts, width);
        let wrapped = |text| Written { text, wrapped: true };
        let compared = compare(wrapped(&wide), wrapped(&narrow));
        assert_eq!(compared.places, 0, "{width}: {narrow}");
        assert_eq!(compared.paragraphs.iter().filter(|p| p.fate == Fate::Kept).count(), 3, "{width}");
    }
}

#[test]
fn what_a_link_says_of_itself_is_no_text_and_comments_come_last() {
    let link = "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Contents (Go to destination section.1) \
                /A << /S /URI /URI (https://example.org/far) >> >>";
    let note = "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Is this still so?) >>";
    let typed = "<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /Contents (Stamped) >>";
    let pages = [body(70.0, &["1 Aim", "We care."])];
    let found = extract_bytes(&drawn(&pages, &format!("{link} {note} {typed}"))).text;
    assert!(!found.contains("destination") && !found.contains("example.org"), "{found}");
    let (of, on) = found.split_once(COMMENTS).unwrap();
    assert!(of.contains("Stamped") && !of.contains("still so"), "{found}");
    assert_eq!(on.trim(), "Is this still so?");
}
