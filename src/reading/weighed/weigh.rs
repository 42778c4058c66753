//! What a file is taken for: a document, a record or something from outside. Its control table, name, headings, type, folder
//! and neighbours are weighed together, and no word decides alone.

use std::collections::HashMap;

use super::outside::{from_outside, of_a_publisher, written_here};
use super::seen::Seen;
use super::signs::{OF_ITSELF, Scale, Sign, signs, silent};
use crate::reading::values::Control;
use crate::words::{Nature, nature};

/// What a file is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenFor {
    /// A document of the organisation.
    Document,
    /// A record.
    Record,
    /// A document from outside.
    External,
}

/// What a file is taken for, why, and whether that is a doubt.
#[derive(Debug, Clone)]
pub struct Weighed {
    /// What.
    pub kind: TakenFor,
    /// Why.
    pub why: Vec<Sign>,
    /// Whether a person has to say.
    pub doubt: bool,
}

/// From here on the signs for one side are taken for enough.
const ENOUGH: i32 = 2;

/// Weighs files that are not decided on; those of one folder speak for each other, as what they are decided or weighed.
pub fn weigh(files: &[Seen<'_>], decided: Vec<Option<Weighed>>) -> Vec<Weighed> {
    let scales: Vec<Scale> = files.iter().map(signs).collect();
    let mut folders: HashMap<&str, (i32, i32)> = HashMap::new();
    for ((seen, decided), scale) in files.iter().zip(&decided).zip(&scales) {
        let document = decided.as_ref().map_or(scale.sum >= ENOUGH, |found| found.kind == TakenFor::Document);
        let record = decided.as_ref().map_or(scale.sum <= -ENOUGH, |found| found.kind == TakenFor::Record);
        let (documents, records) = folders.entry(seen.folders).or_default();
        *documents += i32::from(document);
        *records += i32::from(record);
    }
    let of = |(seen, (decided, scale)): (&Seen<'_>, (Option<Weighed>, Scale))| {
        let (documents, records) = folders.get(seen.folders).copied().unwrap_or_default();
        decided.unwrap_or_else(|| weighed(seen, scale, documents, records))
    };
    files.iter().zip(decided.into_iter().zip(scales)).map(of).collect()
}

/// Weighs a file among those beside it.
fn weighed(seen: &Seen<'_>, mut scale: Scale, documents: i32, records: i32) -> Weighed {
    let own = seen.control.as_ref().is_some_and(Control::is_table)
        || seen.name.number.is_some()
        || seen.name.version.is_some();
    // Its own name counts: what a text is headed with may be what it is about.
    let standard = of_a_publisher(seen.path).filter(|_| !own);
    let written = standard.is_some() && written_here(seen.found);
    if let Some(number) = standard {
        let sign = Sign { sign: "number", words: number, speaks_for: "external" };
        if !written {
            return Weighed { kind: TakenFor::External, why: vec![sign], doubt: false };
        }
        scale.why.push(sign);
    }
    if let Some(folder) = from_outside(seen.folders).filter(|_| !own) {
        let why = vec![Sign { sign: "folder", words: folder.to_owned(), speaks_for: "external" }];
        return Weighed { kind: TakenFor::External, why, doubt: false };
    }
    // Those beside it only support what a file says of itself: by themselves they decide nothing.
    let support = i32::from(!silent(&scale));
    let (one, other) = (documents, records);
    if one >= 3 && other * 3 <= one {
        scale.beside(support, "document", documents);
    } else if other >= 3 && one * 3 <= other {
        scale.beside(support, "record", records);
    }
    let kind = if scale.sum >= ENOUGH && !written { TakenFor::Document } else { TakenFor::Record };
    let of_itself = |sign: &Sign| sign.speaks_for == "document" && OF_ITSELF.contains(&sign.sign);
    // A report among the templates may be a blank one.
    let report = scale.why.iter().any(|sign| sign.sign == "title" && sign.speaks_for == "record");
    let blank = |sign: &Sign| sign.sign == "folder" && nature(&sign.words).is_some_and(|(of, _)| of == Nature::Blank);
    let own = |sign: &Sign| of_itself(sign) || (report && blank(sign));
    // One heading that many texts have is little.
    let little = |sign: &Sign| sign.sign == "headings" && !sign.words.contains(", ");
    let speaks_against = |sign: &Sign| sign.speaks_for == "record" && sign.sign != "neighbours" && !little(sign);
    let against = scale.why.iter().any(speaks_against);
    // Its place alone raises no doubt against what it is.
    let doubt = scale.sum < ENOUGH && scale.sum > -ENOUGH && (!against || scale.why.iter().any(own));
    let doubt = doubt || (written && scale.sum > -ENOUGH);
    if scale.why.is_empty() {
        scale.why.push(Sign { sign: "nothing", words: String::new(), speaks_for: "record" });
    }
    Weighed { kind, why: scale.why, doubt }
}
