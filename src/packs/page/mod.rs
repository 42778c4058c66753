//! `index.html` of a pack: one page that needs nothing else, by standard, on the common structure, and by document.
//! Every link is relative. What stands where is `templates/pack`, checked by the compiler and escaped by the engine;
//! what it says is prepared here.

mod clauses;
mod dated;
mod front;
mod items;
mod marks;

use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use self::clauses::{Standard, StructureRow};
use self::dated::Dated;
use self::front::{Front, Scope, Sum};
use self::items::Item;
use self::marks::Edition;
use super::content::Content;
use super::item::PackItem;
use crate::digest::Digest;
use crate::error::{Error, Result};

/// The page, ready to be drawn.
#[derive(Template)]
#[template(path = "pack/index.html", whitespace = "minimize")]
struct Page<'a> {
    style: &'static str,
    /// What looks through the page; without it the page is whole as well.
    script: &'static str,
    /// The only script that the page lets run.
    script_hash: String,
    front: Front<'a>,
    /// The audited editions in their fixed order: the columns of the common structure.
    editions: Vec<Edition<'a>>,
    sums: Vec<Sum<'a>>,
    notes: Vec<Dated>,
    scopes: Vec<Scope<'a>>,
    structure: Vec<StructureRow<'a>>,
    standards: Vec<Standard<'a>>,
    items: Vec<Item<'a>>,
}

const SCRIPT: &str = include_str!("../../../templates/pack/search.js");

/// The page for this content; the same content gives the same bytes.
pub(super) fn page(content: &Content) -> Result<String> {
    let (cited, filers) = (content.cited(), content.filers());
    let filer = |item: &PackItem| filers.get(item.code()).copied().unwrap_or_default();
    let page = Page {
        style: include_str!("../../../templates/pack/style.css"),
        script: SCRIPT,
        script_hash: BASE64.encode(Digest::of(SCRIPT.as_bytes()).as_bytes()),
        front: Front::of(content),
        editions: content.coverage.iter().map(|part| Edition::of(&part.edition)).collect(),
        sums: content.coverage.iter().map(Sum::of).collect(),
        notes: content.notes.iter().map(|note| Dated::of(&note.text())).collect(),
        scopes: content.systems.iter().map(|system| Scope::of(system, content)).collect(),
        structure: clauses::structure(content),
        standards: content.coverage.iter().map(|part| Standard::of(content, &cited, part)).collect(),
        items: content.items.iter().map(|item| Item::of(item, content, filer(item))).collect(),
    };
    page.render().map_err(|e| Error::internal(format_args!("index page: {e}")))
}
