//! Words are compared as their readers compare them, in every language: what must be found, and what must not.

mod compare;
mod silent;
mod told;

use clausebook::text::words;

/// Whether what is typed is found in a text: its words next to each other, the last one begun.
fn found(typed: &str, text: &str) -> bool {
    let typed = words(typed);
    !typed.is_empty() && words(text).contains(typed.trim_end())
}

/// Text, what must be found in it, what must not.
const CASES: &[(&str, &[&str], &[&str])] = &[
    // Quotes, hyphens, soft hyphens, width, ligatures.
    (
        "The supplier’s “non‑conformity” list",
        &["supplier's", "\"non-conformity\"", "non–conform", "SUPPLIER"],
        &["on-conformity", "plier"],
    ),
    ("Daten\u{ad}schutz und In\u{200b}ternet", &["datenschutz", "internet"], &["schutz"]),
    ("ＩＳＯ ２７００１ con\u{fb01}guration", &["iso 27001", "configuration"], &["so 27001"]),
    ("QP-07_Title rev.C", &["qp 07", "QP‐07", "title", "rev.c", "qp-0"], &["p-07"]),
    // German.
    (
        "Größe der Straße, Prüfung",
        &["größe", "Grosse", "GRÖSSE", "strasse", "prufung", "Pru\u{308}fung"],
        &["groesse", "pruefung"],
    ),
    ("Pruefung der Massnahme", &["pruefung", "maßnahme"], &["prüfung"]),
    // Turkish: i, ı, İ, I.
    (
        "İç denetim KAYITLARI ılık",
        &["ic denetim", "iç", "İÇ", "kayıtları", "kayitlari", "ILIK", "ilik"],
        &["denetımler"],
    ),
    // Greek: final sigma, accents.
    ("Έλεγχος ΠΡΟΣΒΑΣΗΣ", &["ελεγχοσ", "έλεγχος", "ΕΛΕΓΧΟΣ", "πρόσβασης"], &["προσβασεις"]),
    // Cyrillic: ё is е, й is not и; stress marks are none.
    ("Учёт и контро\u{301}ль, йод", &["учет", "УЧЁТ", "контроль", "йод"], &["иод", "четвероногий"]),
    ("Її ґрунт", &["її", "ґрунт"], &["ії", "грунт"]),
    // Arabic: vowels, the stretching line, alef forms.
    ("إِدَارَة المخـــاطر أمن", &["ادارة", "إدارة", "المخاطر", "امن"], &["مخاطر الجديد"]),
    ("سياسة ٢٠٢٦", &["سياسه", "2026"], &["سياسات"]),
    // Hebrew: points; a quote within a word parts it on both sides.
    ("נֹהַל בַּקָּרָה צה״ל", &["נהל", "בקרה", "צה\"ל"], &["הל"]),
    // East Asian scripts: any two characters next to each other.
    ("計量器の校正手順", &["校正", "器の", "手順", "計量器"], &["正校", "校手"]),
    ("ｶﾞｲﾄﾞ 信息安全管理", &["ガイド", "安全", "信息安全"], &["全安"]),
    ("정보보안 정책을 검토", &["보안", "정책", "정보보안"], &["안보"]),
    ("นโยบายความปลอดภัย", &["ปลอดภัย", "นโยบาย"], &["ภัยปลอด"]),
    // Others with marks of their own.
    ("Økonomi Łódź cœur naïve Đặng", &["okonomi", "lodz", "coeur", "naive", "dang"], &["konomi"]),
    ("सूचना सुरक्षा", &["सूचना", "सुरक्षा"], &["सचना"]),
    ("m² and ½", &["m2"], &["m3"]),
];

#[test]
fn what_is_typed_is_found_as_its_readers_write_it_and_nothing_else() {
    for (text, there, never) in CASES {
        for typed in *there {
            assert!(found(typed, text), "{typed:?} is not found in {text:?}: {:?} {:?}", words(typed), words(text));
        }
        for typed in *never {
            assert!(!found(typed, text), "{typed:?} is found in {text:?}: {:?} {:?}", words(typed), words(text));
        }
    }
}

#[test]
fn what_holds_no_word_is_none() {
    for empty in ["", " \n\t", "–", "\"\" -", "\u{ad}\u{200b}", "…"] {
        assert_eq!(words(empty), "", "{empty:?}");
    }
}
