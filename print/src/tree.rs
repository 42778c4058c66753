//! What a reader that sees nothing is told: headings, paragraphs, tables with their headers, in the order of reading.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// What something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    Heading(u16, String),
    Text,
    Table,
    Head,
    Body,
    Row,
    HeadCell,
    Cell,
}

impl Kind {
    fn tag(&self) -> TagKind {
        match self {
            Self::Heading(level, title) => {
                Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(title.clone())).into()
            }
            Self::Text => Tag::P.into(),
            Self::Table => Tag::Table.into(),
            Self::Head => Tag::THead.into(),
            Self::Body => Tag::TBody.into(),
            Self::Row => Tag::TR.into(),
            Self::HeadCell => Tag::TH(TableHeaderScope::Column).into(),
            Self::Cell => Tag::TD.into(),
        }
    }
}

/// Place of something in the tree.
pub(crate) type Place = usize;

/// Everything in the order of reading; what belongs to something stands behind it.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    nodes: Vec<(Kind, Option<Place>)>,
}

impl Tree {
    /// Puts something in, below another or on top.
    pub(crate) fn put(&mut self, kind: Kind, below: Option<Place>) -> Place {
        self.nodes.push((kind, below));
        self.nodes.len() - 1
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// For the engine, with what was drawn of each.
    pub(crate) fn tags(self, language: &str, mut drawn: Vec<Vec<Identifier>>) -> TagTree {
        let mut below: Vec<Vec<Node>> = self.nodes.iter().map(|_| Vec::new()).collect();
        let mut top = Vec::new();
        // From behind, so that whatever belongs to something is there before it.
        for (place, (kind, parent)) in self.nodes.into_iter().enumerate().rev() {
            let own = std::mem::take(&mut drawn[place]).into_iter().map(Node::Leaf);
            let children = own.chain(std::mem::take(&mut below[place]).into_iter().rev()).collect();
            let group = Node::Group(TagGroup::with_children(kind.tag(), children));
            match parent {
                Some(parent) => below[parent].push(group),
                None => top.push(group),
            }
        }
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        top.into_iter().rev().for_each(|node| tree.push(node));
        tree
    }
}
