//! The names that a PDF's fonts give their letters, in the form in which the library under us knows them: what it does not know it
//! takes for the letter that stands at the same place in other fonts, which is wrong and looks right.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

/// For a letter that is not told: private, so that it counts as none.
const NONE: char = '\u{e000}';

/// Writes the names of all fonts so.
pub(super) fn spell_out(document: &mut Document) {
    let ids: Vec<ObjectId> = document.objects.keys().copied().collect();
    for id in ids {
        let Some(spelled) = document.objects.get(&id).and_then(|font| Spelled::of(document, font.as_dict().ok()?))
        else {
            continue;
        };
        let letters = (!spelled.letters.is_empty())
            .then(|| document.add_object(Stream::new(Dictionary::new(), to_unicode(&spelled.letters).into_bytes())));
        if let Some(Object::Dictionary(font)) = document.objects.get_mut(&id) {
            if let Some(encoding) = spelled.encoding {
                font.set("Encoding", Object::Dictionary(encoding));
            }
            if let Some(letters) = letters {
                font.set("ToUnicode", Object::Reference(letters));
            }
            if let Some(descriptor) = spelled.descriptor {
                font.set("FontDescriptor", Object::Dictionary(descriptor));
            }
        }
    }
}

/// What is said otherwise of a font.
struct Spelled {
    encoding: Option<Dictionary>,
    letters: BTreeMap<u8, String>,
    descriptor: Option<Dictionary>,
}

impl Spelled {
    fn of(document: &Document, font: &Dictionary) -> Option<Self> {
        let kind = font.get(b"Subtype").ok()?.as_name().ok()?;
        if !matches!(kind, b"Type1" | b"MMType1" | b"TrueType") || font.has(b"ToUnicode") {
            return None;
        }
        let said = document.dereference(font.get(b"Encoding").ok()?).ok()?.1;
        let encoding = said.as_dict().ok();
        // Where the font says itself which letters it has, those that are built into it do not count.
        let named = said.as_name().is_ok() || encoding.is_some_and(|encoding| encoding.has(b"BaseEncoding"));
        let (mut letters, mut differences) = (BTreeMap::new(), Vec::new());
        let list = encoding.and_then(|encoding| document.dereference(encoding.get(b"Differences").ok()?).ok());
        let mut code = 0;
        for one in list.and_then(|(_, list)| list.as_array().ok()).into_iter().flatten() {
            let (_, one) = document.dereference(one).ok()?;
            match one {
                Object::Integer(first) => {
                    code = *first;
                    differences.push(one.clone());
                }
                Object::Name(name) => {
                    let name = std::str::from_utf8(name).unwrap_or_default();
                    let told = told(name);
                    if let (Told::Letters(said), Ok(code)) = (&told, u8::try_from(code)) {
                        letters.insert(code, said.clone());
                    }
                    let name = if let Told::Name(known) = told { known } else { name };
                    differences.push(Object::Name(name.as_bytes().to_vec()));
                    code += 1;
                }
                _ => return None,
            }
        }
        let encoding = encoding.filter(|_| !differences.is_empty()).map(|encoding| {
            let mut encoding = encoding.clone();
            encoding.set("Differences", Object::Array(differences));
            encoding
        });
        let descriptor =
            font.get(b"FontDescriptor").ok().and_then(|said| document.dereference(said).ok()?.1.as_dict().ok());
        let descriptor = descriptor.filter(|descriptor| named && descriptor.has(b"FontFile3")).map(|descriptor| {
            let mut descriptor = descriptor.clone();
            descriptor.remove(b"FontFile3");
            descriptor
        });
        Some(Self { encoding, letters, descriptor })
    }
}

/// What a name tells.
#[derive(Debug, PartialEq, Eq)]
enum Told<'n> {
    /// The library knows it, or nobody does.
    AsItIs,
    /// The library knows it by this name.
    Name(&'n str),
    Letters(String),
}

fn told(name: &str) -> Told<'_> {
    // Behind a dot stands which form of the letter it is.
    let base = name.split_once('.').map_or(name, |(base, _)| base);
    if base.is_empty() {
        return Told::AsItIs;
    }
    let known = match base {
        "f_f" => "ff",
        "f_i" => "fi",
        "f_l" => "fl",
        "f_f_i" => "ffi",
        "f_f_l" => "ffl",
        base => base,
    };
    let by_number = |base: &str| {
        let hex = base.strip_prefix("uni").filter(|hex| hex.len() >= 4 && hex.len().is_multiple_of(4));
        let units =
            hex.map(|hex| (0..hex.len()).step_by(4).map(|at| u16::from_str_radix(hex.get(at..at + 4)?, 16).ok()));
        let units: Option<Vec<u16>> = units.and_then(Iterator::collect);
        let long = base.strip_prefix('u').filter(|hex| (4..=6).contains(&hex.len()));
        let long = long.and_then(|hex| char::from_u32(u32::from_str_radix(hex, 16).ok()?)).map(String::from);
        units.and_then(|units| String::from_utf16(&units).ok()).or(long)
    };
    if let Some(letters) = by_number(base) {
        return Told::Letters(letters);
    }
    if base.contains('_') && known == base {
        let parts: Vec<&str> = base.split('_').collect();
        let joined = parts.iter().all(|part| part.len() == 1 && part.bytes().all(|b| b.is_ascii_alphabetic()));
        return if joined { Told::Letters(parts.concat()) } else { Told::AsItIs };
    }
    // Which picture of the font it is, and no letter.
    let digits = base.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let front = &base[..base.len() - digits.len()];
    let numbered = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if numbered && matches!(front, "g" | "G" | "c" | "C" | "cid" | "glyph" | "Glyph" | "index" | "x") {
        return Told::Letters(String::from(NONE));
    }
    if known == name { Told::AsItIs } else { Told::Name(known) }
}

/// A table of letters as a font refers to one.
fn to_unicode(letters: &BTreeMap<u8, String>) -> String {
    let mut out = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\n\
         endcodespacerange\n",
    );
    let all: Vec<_> = letters.iter().collect();
    for part in all.chunks(100) {
        let _ = writeln!(out, "{} beginbfchar", part.len());
        for (code, letters) in part {
            let _ = write!(out, "<{code:02X}> <");
            for unit in letters.encode_utf16() {
                let _ = write!(out, "{unit:04X}");
            }
            out.push_str(">\n");
        }
        out.push_str("endbfchar\n");
    }
    out.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_its_letter_with_or_without_its_form_and_a_number_none() {
        let letters = |text: &str| Told::Letters(text.to_owned());
        for (name, says) in [
            ("zero.os", Told::Name("zero")),
            ("a.sc", Told::Name("a")),
            ("f_f_i", Told::Name("ffi")),
            ("T_h", letters("Th")),
            ("uniFB01", letters("\u{fb01}")),
            ("uni00410042", letters("AB")),
            ("u1F600", letters("\u{1f600}")),
            ("u0041.alt", letters("A")),
            ("g123", letters("\u{e000}")),
            ("cid_17", Told::AsItIs),
            ("afii10017", Told::AsItIs),
            ("a12", Told::AsItIs),
            (".notdef", Told::AsItIs),
            ("underscore", Told::AsItIs),
        ] {
            assert_eq!(told(name), says, "{name}");
        }
        let table = to_unicode(&BTreeMap::from([(0x80, "Th".to_owned())]));
        assert!(table.contains("<80> <00540068>"));
    }
}
