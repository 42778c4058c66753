//! Pages become a PDF.

use krilla::color::rgb;
use krilla::configure::{Configuration, Validator};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::KrillaGlyph;
use krilla::{Document, SerializeSettings};

use crate::faces::Faces;
use crate::flow::{Flow, Ink};
use crate::lines::Line;
use crate::model::{Error, Paper, Printed};

const INK: [u8; 3] = [0x1C, 0x1B, 0x19];
const GREY: [u8; 3] = [0x57, 0x53, 0x4C];
const TINT: [u8; 3] = [0xF3, 0xF1, 0xED];
const RULE: [u8; 3] = [0xE3, 0xE0, 0xD9];
const DARK_RULE: [u8; 3] = [0x85, 0x7F, 0x75];

/// Writes all pages. It is PDF/UA, unless a text has letters that this form does not allow: then it is tagged all the same.
pub(crate) fn write(paper: &Paper, flow: Flow, faces: &Faces, missing: Vec<char>) -> Result<Printed, Error> {
    let pages = flow.pages.len();
    // What was drawn of each place of the tree.
    let mut drawn: Vec<Vec<Identifier>> = (0..flow.tree.len()).map(|_| Vec::new()).collect();
    let configuration =
        if nameless(&flow) { Configuration::new() } else { Configuration::new_with_validator(Validator::UA1) };
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    for items in &flow.pages {
        let size = PageSettings::from_wh(flow.sheet.0, flow.sheet.1);
        let mut page = document.start_page_with(size.ok_or_else(|| Error::Engine("no sheet".into()))?);
        let mut surface = page.surface();
        for item in items {
            let tag = match item.of {
                Some(_) => ContentTag::Span(SpanTag::empty()),
                None => ContentTag::Artifact(ArtifactType::Other),
            };
            let identifier = surface.start_tagged(tag);
            item.ink.iter().for_each(|ink| draw(&mut surface, ink, faces));
            surface.end_tagged();
            if let Some(place) = item.of {
                drawn[place].push(identifier);
            }
        }
        surface.finish();
        page.finish();
    }
    document.set_outline(outline(&flow));
    document.set_tag_tree(flow.tree.tags(&paper.language, drawn));
    document.set_metadata(
        Metadata::new()
            .title(paper.title.clone())
            .language(paper.language.clone())
            .creator("Clausebook".into())
            .text_direction(TextDirection::LeftToRight),
    );
    let bytes = document.finish().map_err(refused)?;
    Ok(Printed { bytes, pages, missing })
}

/// Whether there are letters without a meaning of their own, which PDF/UA refuses.
fn nameless(flow: &Flow) -> bool {
    let private = |c: char| matches!(u32::from(c), 0 | 0xE000..=0xF8FF | 0xFEFF | 0xFFFE | 0xF0000..=0x0010_FFFF);
    let texts = flow.pages.iter().flatten().flat_map(|item| &item.ink).filter_map(|ink| match ink {
        Ink::Text { line, .. } => Some(line),
        Ink::Fill { .. } => None,
    });
    texts.flat_map(|line| &line.pieces).any(|piece| piece.text.chars().any(private))
}

fn refused(error: KrillaError) -> Error {
    Error::Engine(format!("{error:?}"))
}

fn outline(flow: &Flow) -> Outline {
    let mut outline = Outline::new();
    for jump in &flow.jumps {
        let there = XyzDestination::new(jump.page, Point::from_xy(0.0, jump.y));
        outline.push_child(OutlineNode::new(jump.title.clone(), there));
    }
    outline
}

fn draw(surface: &mut Surface<'_>, ink: &Ink, faces: &Faces) {
    match ink {
        Ink::Fill { x, y, width, height, dark } => {
            let colour = match (*height < 2.0, dark) {
                (false, _) => TINT,
                (true, false) => RULE,
                (true, true) => DARK_RULE,
            };
            let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) else { return };
            let mut path = PathBuilder::new();
            path.push_rect(rect);
            fill(surface, colour);
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
        Ink::Text { x, base, size, line, grey } => {
            let colour = if *grey { GREY } else { INK };
            fill(surface, colour);
            text(surface, *x, *base, *size, line, faces);
        }
    }
}

fn fill(surface: &mut Surface<'_>, [red, green, blue]: [u8; 3]) {
    surface.set_fill(Some(Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }));
}

/// Draws a line; neighbours in one font become one text, so that whoever searches finds the words of a line together.
fn text(surface: &mut Surface<'_>, mut x: f32, base: f32, size: f32, line: &Line, faces: &Faces) {
    let mut pieces = line.pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        let (mut words, mut glyphs, mut width) = (piece.text.clone(), piece.glyphs.clone(), piece.width);
        let joins = |other: &&std::rc::Rc<crate::shape::Shaped>| !piece.rtl && !other.rtl && other.face == piece.face;
        while let Some(next) = pieces.next_if(joins) {
            let begin = words.len();
            words.push_str(&next.text);
            glyphs.extend(next.glyphs.iter().map(|glyph| KrillaGlyph {
                text_range: begin + glyph.text_range.start..begin + glyph.text_range.end,
                ..glyph.clone()
            }));
            width += next.width;
        }
        let font = faces.fonts[piece.face].clone();
        surface.draw_glyphs(Point::from_xy(x, base), &glyphs, font, &words, size, false);
        x += width * size;
    }
}
