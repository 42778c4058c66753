//! `index.html` of a pack: one page that needs nothing else, by standard, on the common structure, and by document.
//! Every link is relative. What stands where is `templates/pack`, checked by the compiler and escaped by the engine;
//! what it says is prepared here.

mod clauses;
mod front;
mod items;
mod marks;

use askama::Template;

use self::clauses::{Standard, StructureRow};
use self::front::{Front, Scope, Sum};
use self::items::Item;
use self::marks::Edition;
use super::caveats::Caveat;
use super::content::Content;
use crate::error::{Error, Result};

/// The page, ready to be drawn.
#[derive(Template)]
#[template(path = "pack/index.html", whitespace = "minimize")]
struct Page<'a> {
    style: &'static str,
    front: Front<'a>,
    /// The audited editions in their fixed order: the columns of the common structure.
    editions: Vec<Edition<'a>>,
    sums: Vec<Sum<'a>>,
    notes: Vec<String>,
    scopes: Vec<Scope<'a>>,
    structure: Vec<StructureRow<'a>>,
    standards: Vec<Standard<'a>>,
    items: Vec<Item<'a>>,
}

/// The page for this content; the same content gives the same bytes.
pub(super) fn page(content: &Content) -> Result<String> {
    let page = Page {
        style: include_str!("../../../templates/pack/style.css"),
        front: Front::of(content),
        editions: content.coverage.iter().map(|part| Edition::of(&part.edition)).collect(),
        sums: content.coverage.iter().map(Sum::of).collect(),
        notes: content.notes.iter().map(Caveat::text).collect(),
        scopes: content.systems.iter().map(|system| Scope::of(system, content)).collect(),
        structure: clauses::structure(content),
        standards: content.coverage.iter().map(|part| Standard::of(content, part)).collect(),
        items: content.items.iter().map(|item| Item::of(item, content)).collect(),
    };
    page.render().map_err(|e| Error::internal(format_args!("index page: {e}")))
}
