//! Words become glyphs. A word that occurs again is shaped once.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use krilla::text::{GlyphId, KrillaGlyph};
use rustybuzz::{Direction, Face, UnicodeBuffer};
use unicode_bidi::{BidiClass, bidi_class};

use crate::faces::{FaceId, Faces};
use crate::model::Error;

/// A piece of text in one font and one direction.
#[derive(Debug)]
pub(crate) struct Shaped {
    pub(crate) face: FaceId,
    pub(crate) rtl: bool,
    pub(crate) text: String,
    /// In the order in which they are drawn; lengths in ems.
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// In ems.
    pub(crate) width: f32,
    /// The width of its blanks at the end, in ems.
    pub(crate) blank: f32,
}

/// Shapes text with the fonts of a paper.
pub(crate) struct Shaper<'f> {
    faces: Vec<Face<'f>>,
    chosen: HashMap<(char, bool), Option<FaceId>>,
    known: HashMap<(FaceId, bool), HashMap<String, Rc<Shaped>>>,
    missing: BTreeSet<char>,
}

/// Whether a letter needs a shape of its own: it neither is a sign for the layout, nor a blank.
pub(crate) fn stands_alone(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && !ignorable(c)
}

/// What is not drawn where a font has no shape for it.
fn ignorable(c: char) -> bool {
    matches!(u32::from(c), 0xAD | 0x34F | 0x61C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F
        | 0x202A..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFF8
        | 0xE0000..=0xE0FFF)
}

impl<'f> Shaper<'f> {
    pub(crate) fn new(faces: &'f Faces) -> Result<Self, Error> {
        let faces = faces.sources.iter().map(crate::faces::Source::face).collect::<Option<Vec<_>>>();
        let faces = faces.ok_or_else(|| Error::Engine("a font cannot be read".into()))?;
        Ok(Self { faces, chosen: HashMap::new(), known: HashMap::new(), missing: BTreeSet::new() })
    }

    /// The letters for which there was no font.
    pub(crate) fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }

    /// The font of a letter; none where no font has it. What belongs to the letter before it stays with that.
    pub(crate) fn face_of(&mut self, c: char, strong: bool, before: Option<FaceId>) -> Option<FaceId> {
        let own = usize::from(strong);
        let has = |id: FaceId| self.faces[id].glyph_index(c).is_some();
        if !stands_alone(c) {
            return Some(before.filter(|id| ignorable(c) || has(*id)).unwrap_or(own));
        }
        if let Some(before) = before
            && bidi_class(c) == BidiClass::NSM
            && has(before)
        {
            return Some(before);
        }
        if let Some(known) = self.chosen.get(&(c, strong)) {
            return *known;
        }
        let found = std::iter::once(own).chain(2..self.faces.len()).find(|id| has(*id));
        self.chosen.insert((c, strong), found);
        found
    }

    /// Shapes a piece of text in one font.
    pub(crate) fn shape(&mut self, text: &str, face: FaceId, rtl: bool) -> Rc<Shaped> {
        let known = self.known.entry((face, rtl)).or_default();
        if let Some(shaped) = known.get(text) {
            return Rc::clone(shaped);
        }
        let glyphs = glyphs(&self.faces[face], text, rtl);
        let shaped = Rc::new(measured(&self.faces[face], face, rtl, text.to_owned(), glyphs));
        known.insert(text.to_owned(), Rc::clone(&shaped));
        shaped
    }

    /// A letter that no font has: its number stands in its place.
    pub(crate) fn number(&mut self, letter: char, strong: bool) -> Rc<Shaped> {
        self.missing.insert(letter);
        let face = usize::from(strong);
        self.shape(&format!("[U+{:04X}]", u32::from(letter)), face, false)
    }
}

fn measured(face: &Face<'_>, id: FaceId, rtl: bool, text: String, glyphs: Vec<KrillaGlyph>) -> Shaped {
    let width = glyphs.iter().map(|g| g.x_advance).sum();
    let space = face.glyph_index(' ').and_then(|id| face.glyph_hor_advance(id)).unwrap_or_default();
    let blanks = text.chars().rev().take_while(|c| c.is_whitespace()).count();
    let blank = blanks as f32 * f32::from(space) / face.units_per_em() as f32;
    Shaped { face: id, rtl, text, glyphs, width, blank }
}

fn glyphs(face: &Face<'_>, text: &str, rtl: bool) -> Vec<KrillaGlyph> {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_direction(if rtl { Direction::RightToLeft } else { Direction::LeftToRight });
    let shaped = rustybuzz::shape(face, &[], buffer);
    let em = face.units_per_em() as f32;
    let infos = shaped.glyph_infos();
    // Where clusters begin, in the order of the text: one ends where the next begins.
    let mut begins: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
    begins.sort_unstable();
    begins.dedup();
    let end = |begin: usize| begins.get(begins.partition_point(|b| *b <= begin)).copied().unwrap_or(text.len());
    let glyph = |(info, at): (&rustybuzz::GlyphInfo, &rustybuzz::GlyphPosition)| {
        let begin = info.cluster as usize;
        KrillaGlyph::new(
            GlyphId::new(info.glyph_id),
            at.x_advance as f32 / em,
            at.x_offset as f32 / em,
            at.y_offset as f32 / em,
            at.y_advance as f32 / em,
            begin..end(begin),
            None,
        )
    };
    infos.iter().zip(shaped.glyph_positions()).map(glyph).collect()
}
