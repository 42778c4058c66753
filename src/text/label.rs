//! The numbers of sections, as texts write them at the beginning of a line: `3`, `5.1`, `§ 3`, `Section 4`, `Kapitel 4`,
//! `Article IV`, `Annex A`.

/// Words before a number by which a section is named.
const NAMED: &[&str] = &[
    "section",
    "sec",
    "sec.",
    "chapter",
    "ch.",
    "part",
    "article",
    "art.",
    "paragraph",
    "annex",
    "appendix",
    "clause",
    "abschnitt",
    "abschn.",
    "kapitel",
    "kap.",
    "teil",
    "artikel",
    "absatz",
    "abs.",
    "anhang",
    "anlage",
    "ziffer",
    "ziff.",
    "punkt",
    "pkt.",
    "sección",
    "seccion",
    "capítulo",
    "capitulo",
    "artículo",
    "apartado",
    "anexo",
    "chapitre",
    "annexe",
    "partie",
    "sezione",
    "capitolo",
    "articolo",
    "allegato",
    "hoofdstuk",
    "paragraaf",
    "bijlage",
    "rozdział",
    "раздел",
    "глава",
    "пункт",
    "п.",
    "статья",
    "приложение",
    "κεφάλαιο",
    "ενότητα",
    "άρθρο",
    "παράρτημα",
    "bölüm",
    "madde",
    "فصل",
    "المادة",
    "فرع",
    "סעיף",
    "פרק",
    "§",
    "§§",
];

/// Words before the numbers of several; no section begins with one.
const NAMED_SEVERAL: &[&str] = &[
    "sections",
    "secs",
    "secs.",
    "chapters",
    "chs.",
    "parts",
    "articles",
    "arts.",
    "paragraphs",
    "annexes",
    "appendices",
    "clauses",
    "abschnitte",
    "abschnitten",
    "abschnitts",
    "kapiteln",
    "kapitels",
    "teile",
    "teilen",
    "artikeln",
    "absätze",
    "absätzen",
    "anhänge",
    "anhängen",
    "anlagen",
    "ziffern",
    "punkte",
    "punkten",
    "secciones",
    "capítulos",
    "artículos",
    "apartados",
    "anexos",
    "chapitres",
    "annexes",
    "parties",
    "sezioni",
    "capitoli",
    "articoli",
    "allegati",
    "hoofdstukken",
    "paragrafen",
    "bijlagen",
    "rozdziały",
    "разделы",
    "раздела",
    "разделов",
    "главы",
    "пункты",
    "пункта",
    "статьи",
    "приложения",
];

/// Whether a word names a section that a number stands behind.
pub fn names_section(word: &str) -> bool {
    names_one(word) || NAMED_SEVERAL.contains(&word.to_lowercase().trim_end_matches([':', ',']))
}

/// Whether a word names one section, as one begins with.
fn names_one(word: &str) -> bool {
    let word = word.to_lowercase();
    NAMED.contains(&word.as_str()) || NAMED.contains(&word.trim_end_matches([':', '.', ',']))
}

/// A number that a line begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// As it is written: `§ 3`, `5.1.`.
    pub(super) written: String,
    /// The number alone: `3`, `5.1`, `A`.
    pub(super) number: String,
    /// Bytes of the line up to what follows.
    end: usize,
    /// What stands behind the number: a dot, a bracket, or nothing.
    pub(super) behind: char,
    pub(super) named: bool,
}

impl Label {
    /// Reads the number at the beginning of a line; nothing where there is none, whatever it may mean.
    pub(super) fn read(line: &str) -> Option<Self> {
        let bare = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_' | '>'));
        let skipped = line.len() - bare.len();
        let word_end =
            bare.find(|c: char| c.is_whitespace() || c.is_ascii_digit() || c == '\u{a0}').unwrap_or(bare.len());
        let (word, after) = bare.split_at(word_end);
        let behind_word = after.trim_start();
        let named = !word.is_empty() && names_one(word);
        let at = if named { bare.len() - behind_word.len() } else { 0 };
        let (number, mut end) = number(&bare[at..], named)?;
        // A letter alone is a section only where a word says so, `A.1` by its form.
        if !named && !number.starts_with(|c: char| c.is_ascii_digit()) && !number.contains('.') {
            return None;
        }
        end += at;
        let behind = bare[end..].chars().next().filter(|c| matches!(c, '.' | ')' | ':')).unwrap_or(' ');
        if behind != ' ' {
            end += behind.len_utf8();
        }
        let rest = &bare[end..];
        if !rest.is_empty()
            && !rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '–' | '—' | '-'))
        {
            return None;
        }
        let end =
            end + (rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || c == '*' || c == '_').len());
        let written = bare[..end].trim().trim_end_matches(['*', '_']).trim_end().to_owned();
        Some(Self { written, number, end: skipped + end, behind, named })
    }

    /// What follows the number.
    pub(super) fn rest<'l>(&self, line: &'l str) -> &'l str {
        &line[self.end..]
    }
}

/// A number of parts with dots between, or a letter before them; how many bytes it takes.
fn number(text: &str, named: bool) -> Option<(String, usize)> {
    let mut out = String::new();
    let mut end = 0;
    let mut rest = text;
    loop {
        let digits: String = rest.chars().take_while(|c| c.is_ascii_digit() || wide(*c).is_some()).collect();
        if !digits.is_empty() {
            let plain: String = digits.chars().map(|c| wide(c).unwrap_or(c)).collect();
            if plain.len() > 3 {
                return None;
            }
            out.push_str(&plain);
            end += digits.len();
        } else if out.is_empty() {
            let letters = rest.bytes().take_while(u8::is_ascii_uppercase).count();
            let roman = named && letters > 1 && is_roman(&rest[..letters]);
            let taken = if roman { letters } else { letters.min(1) };
            out.push_str(rest.get(..taken).filter(|letters| !letters.is_empty())?);
            end += taken;
        } else {
            break;
        }
        rest = &text[end..];
        // A letter may close it, as in `5.1a`.
        if let Some(letter) = rest.chars().next().filter(char::is_ascii_lowercase)
            && !rest[1..].starts_with(char::is_alphanumeric)
            && out.ends_with(|c: char| c.is_ascii_digit())
        {
            out.push(letter);
            return Some((out, end + 1));
        }
        match rest.strip_prefix('.') {
            Some(next) if next.starts_with(|c: char| c.is_ascii_digit() || wide(c).is_some()) => {
                out.push('.');
                end += 1;
                rest = next;
            }
            _ => break,
        }
    }
    (!rest.starts_with(char::is_alphanumeric)).then_some((out, end))
}

/// A digit of full width as a plain one.
fn wide(c: char) -> Option<char> {
    matches!(c, '０'..='９').then(|| char::from_digit(u32::from(c) - 0xff10, 10).unwrap_or(c))
}

/// Whether it is a Roman number below four hundred, as they are written.
pub(super) fn is_roman(text: &str) -> bool {
    let mut rest = text;
    for (ten, five, one) in [('C', '\0', '\0'), ('C', 'L', 'X'), ('X', 'V', 'I')] {
        if one == '\0' {
            rest = ones(rest, ten);
        } else if let Some(behind) = [ten, five].iter().find_map(|high| rest.strip_prefix(one)?.strip_prefix(*high)) {
            rest = behind;
        } else {
            rest = ones(rest.strip_prefix(five).unwrap_or(rest), one);
        }
    }
    !text.is_empty() && rest.is_empty()
}

/// Without the same sign up to three times.
fn ones(text: &str, sign: char) -> &str {
    let mut rest = text;
    for _ in 0..3 {
        rest = rest.strip_prefix(sign).unwrap_or(rest);
    }
    rest
}
