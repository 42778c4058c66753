//! Paper: a title, text and tables become a tagged PDF. It knows no domain; whoever prints says what stands where.
//!
//! The same input gives the same bytes: nothing here asks a clock. Text can be selected, searched and read aloud, in any
//! script for which there is a font: the embedded ones have Latin, Greek and Cyrillic, for others the system's are looked
//! through. A letter that no font has is printed as its number, `[U+6587]`, and named in the answer; none is left out.

mod choose;
mod engine;
mod faces;
mod flow;
mod hyphens;
mod lines;
mod model;
mod shape;
mod table;
mod tree;

pub use choose::Fonts;
pub use model::{Cell, Column, Error, Paper, Part, Printed, Sheet, Size, Table, Words};

/// Prints a paper with the embedded fonts and, for what those lack, with others.
///
/// # Errors
/// Where a table has rows of another width than its header, and where the engine refuses.
pub fn print(paper: &Paper, fonts: &Fonts) -> Result<Printed, Error> {
    let faces = faces::Faces::new(fonts.lacking(paper))?;
    let mut shaper = shape::Shaper::new(&faces)?;
    let flow = flow::lay_out(paper, &mut shaper)?;
    engine::write(paper, flow, &faces, shaper.missing())
}
