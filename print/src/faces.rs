//! The fonts of one paper: two that come with the program, and those of the system that it needs.

use std::sync::Arc;

use krilla::Data;
use rustybuzz::Face;

use crate::model::Error;

const REGULAR: &[u8] = include_bytes!("../fonts/Inter-Regular.ttf");
const STRONG: &[u8] = include_bytes!("../fonts/Inter-SemiBold.ttf");

/// Place of a font among those of the paper.
pub(crate) type FaceId = usize;

/// A font's file, and which of the fonts in it.
#[derive(Clone)]
pub(crate) struct Source {
    bytes: Bytes,
    index: u32,
}

#[derive(Clone)]
enum Bytes {
    Embedded(&'static [u8]),
    Read(Arc<Vec<u8>>),
}

impl Source {
    pub(crate) fn read(bytes: Vec<u8>, index: u32) -> Self {
        Self { bytes: Bytes::Read(Arc::new(bytes)), index }
    }

    /// To shape text with it.
    pub(crate) fn face(&self) -> Option<Face<'_>> {
        Face::from_slice(
            match &self.bytes {
                Bytes::Embedded(bytes) => bytes,
                Bytes::Read(bytes) => bytes,
            },
            self.index,
        )
    }

    fn font(&self) -> Option<krilla::text::Font> {
        let data = match &self.bytes {
            Bytes::Embedded(bytes) => Data::from(*bytes),
            Bytes::Read(bytes) => Data::from(Arc::clone(bytes)),
        };
        krilla::text::Font::new(data, self.index)
    }
}

/// The embedded fonts: as others, they have a place, the regular one first.
pub(crate) fn embedded() -> [Source; 2] {
    [REGULAR, STRONG].map(|bytes| Source { bytes: Bytes::Embedded(bytes), index: 0 })
}

/// All fonts of a paper.
pub(crate) struct Faces {
    pub(crate) sources: Vec<Source>,
    /// The same for the engine.
    pub(crate) fonts: Vec<krilla::text::Font>,
}

impl Faces {
    /// The embedded ones, and others behind them.
    pub(crate) fn new(others: Vec<Source>) -> Result<Self, Error> {
        let sources: Vec<Source> = embedded().into_iter().chain(others).collect();
        let fonts = sources.iter().map(Source::font).collect::<Option<_>>();
        Ok(Self { sources, fonts: fonts.ok_or_else(|| Error::Engine("a font cannot be read".into()))? })
    }
}
