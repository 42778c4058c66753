//! What is drawn on a page of a PDF besides its letters: whether it is a picture of a page, as scanners make them.

use pdf_extract::content::Content;
use pdf_extract::{Dictionary, Document, Object, ObjectId};

/// Forms may be drawn in each other as deeply.
const DEEPEST: u32 = 5;
/// So many operations of a page are looked at.
const MOST: usize = 200_000;
/// So many shapes and more are a drawing, not lines around a text.
const SHAPES: usize = 30;

/// What is drawn.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    /// The part of the page that pictures cover: scanners cut one into strips.
    pub(super) picture: f64,
    /// Its largest picture.
    pub(super) largest: Option<ObjectId>,
    /// Letters are there that nobody sees, as those are that were read from a picture.
    pub(super) hidden: bool,
    /// Lines and areas.
    pub(super) shapes: usize,
    /// Letters, whatever they are.
    pub(super) letters: usize,
    /// All of it could be read.
    pub(super) whole: bool,
    seen: usize,
    most: f64,
}

type Matrix = [f64; 6];

impl Drawn {
    /// Looks at a page.
    pub(super) fn of(document: &Document, page: ObjectId) -> Self {
        let mut drawn = Self::default();
        let size = inherited(document, page, b"MediaBox")
            .and_then(|area| numbers(document, area))
            .map_or(595.0 * 842.0, |sides: [f64; 4]| ((sides[2] - sides[0]) * (sides[3] - sides[1])).abs());
        let content = document.get_page_content(page).ok();
        drawn.whole = content.as_ref().is_some_and(|content| Content::decode_strict(content).is_ok());
        let content = content.and_then(|content| Content::decode(&content).ok());
        let resources = inherited(document, page, b"Resources").and_then(|found| dictionary(document, found));
        if let Some(content) = content {
            drawn.see(document, &content, resources, [1.0, 0.0, 0.0, 1.0, 0.0, 0.0], 0);
        }
        if size > 0.0 {
            drawn.picture = (drawn.picture / size).min(1.0);
        }
        drawn
    }

    /// Nothing at all.
    pub(super) fn is_blank(&self) -> bool {
        self.whole && self.picture == 0.0 && self.shapes == 0 && self.letters == 0
    }

    /// Whether what it says can only be seen: a picture, or a drawing of many parts.
    pub(super) fn is_picture(&self) -> bool {
        self.picture >= 0.2 || self.shapes >= SHAPES
    }

    fn see(&mut self, document: &Document, content: &Content, resources: Option<&Dictionary>, at: Matrix, depth: u32) {
        let (mut now, mut kept) = (at, Vec::new());
        for operation in &content.operations {
            self.seen += 1;
            if self.seen > MOST {
                return;
            }
            match operation.operator.as_str() {
                "q" => kept.push(now),
                "Q" => now = kept.pop().unwrap_or(at),
                "cm" => {
                    if let Some(by) = six(&operation.operands) {
                        now = times(by, now);
                    }
                }
                "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "S" | "s" | "sh" => self.shapes += 1,
                "Tj" | "TJ" | "'" | "\"" => self.letters += usize::from(operation.operands.iter().any(is_drawn)),
                "Tr" => self.hidden |= operation.operands.first().and_then(number) == Some(3.0),
                "BI" | "EI" => self.covers(now, None),
                "Do" => {
                    let name = operation.operands.first().and_then(|name| name.as_name().ok());
                    let object = resources.and_then(|found| dictionary(document, found.get(b"XObject").ok()?));
                    let object = object.zip(name).and_then(|(all, name)| all.get(name).ok());
                    let stream = object.and_then(|object| document.dereference(object).ok()?.1.as_stream().ok());
                    let Some(stream) = stream else { continue };
                    match stream.dict.get(b"Subtype").and_then(Object::as_name) {
                        Ok(b"Image") => self.covers(now, object.and_then(|object| object.as_reference().ok())),
                        Ok(b"Form") if depth < DEEPEST => {
                            let by = stream.dict.get(b"Matrix").ok().and_then(|matrix| matrix.as_array().ok());
                            let by = by.and_then(|matrix| six(matrix)).map_or(now, |by| times(by, now));
                            let own = stream.dict.get(b"Resources").ok().and_then(|own| dictionary(document, own));
                            match stream.get_plain_content().ok().and_then(|form| Content::decode(&form).ok()) {
                                Some(form) => self.see(document, &form, own.or(resources), by, depth + 1),
                                None => self.whole = false,
                            }
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
    }

    /// A picture is as large as the unit square becomes.
    fn covers(&mut self, at: Matrix, picture: Option<ObjectId>) {
        let area = (at[0] * at[3] - at[1] * at[2]).abs();
        self.picture += area;
        if area > self.most {
            (self.most, self.largest) = (area, picture);
        }
    }
}

/// What a page has, or what those above it in the tree have for all below.
fn inherited<'d>(document: &'d Document, page: ObjectId, key: &[u8]) -> Option<&'d Object> {
    let mut node = document.get_dictionary(page).ok()?;
    for _ in 0..32 {
        if let Ok(found) = node.get(key) {
            return Some(found);
        }
        node = dictionary(document, node.get(b"Parent").ok()?)?;
    }
    None
}

pub(super) fn dictionary<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}

fn numbers<const N: usize>(document: &Document, array: &Object) -> Option<[f64; N]> {
    let array = document.dereference(array).ok()?.1.as_array().ok()?;
    let numbers: Vec<f64> = array.iter().filter_map(number).collect();
    numbers.try_into().ok()
}

/// Whether some text is more than blanks.
fn is_drawn(text: &Object) -> bool {
    match text {
        Object::String(bytes, _) => bytes.iter().any(|b| !matches!(b, b' ' | 0 | b'\r' | b'\n' | b'\t')),
        Object::Array(parts) => parts.iter().any(|part| matches!(part, Object::String(..)) && is_drawn(part)),
        _ => false,
    }
}

fn six(operands: &[Object]) -> Option<Matrix> {
    let numbers: Vec<f64> = operands.iter().filter_map(number).collect();
    numbers.try_into().ok()
}

fn number(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from)
}

fn times(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}
