//! From what a person types to an edition or a clause, with near matches where it is not quite right.

use super::catalogue::Catalogue;
use super::model::{Clause, Edition};
use super::reference::{ClauseRef, EditionId, compare_clauses};
use super::refusals;
use crate::error::{Error, Result};

impl Catalogue {
    /// The edition that a text means by a year: of a year between two, as a national or European adoption bears, the one before.
    pub fn edition_of_year(&self, standard: &str, year: &str) -> Option<EditionId> {
        let of_standard = self.editions().iter().map(|e| &e.id).filter(|id| id.standard == standard);
        of_standard.filter(|id| id.edition.as_str() <= year).max_by(|a, b| a.edition.cmp(&b.edition)).cloned()
    }

    /// The edition meant by `27001` or `27001:2022`.
    ///
    /// Without a year it is the edition held; of several, the newest to which certificates are issued; where none is held,
    /// the one a new workspace starts with.
    pub fn edition(&self, text: &str, held: &[EditionId]) -> Result<&Edition> {
        let name = plain_name(text);
        let (standard, year) = match name.split_once(':') {
            Some((standard, year)) => (standard, Some(year)),
            None => (name.as_str(), None),
        };
        let known: Vec<_> = self.editions.iter().filter(|e| e.id.standard == standard).collect();
        if known.is_empty() {
            return Err(self.unknown_standard(standard));
        }
        if let Some(year) = year {
            return known.iter().find(|e| e.id.edition == year).copied().ok_or_else(|| {
                let names: Vec<_> = known.iter().map(|e| e.id.to_string()).collect();
                refusals::edition_unknown(standard, year, names.join(", "))
            });
        }
        let in_use: Vec<_> = known.iter().copied().filter(|e| held.contains(&e.id)).collect();
        let newest = |of: &[&'_ Edition]| -> Option<usize> { of.iter().rposition(|e| e.certifiable) };
        let meant = match newest(&in_use) {
            Some(at) => in_use.get(at),
            None => in_use.last(),
        };
        let fallback = || known.iter().find(|e| e.default).or(known.last());
        meant.or_else(fallback).copied().ok_or_else(|| self.unknown_standard(standard))
    }

    /// The editions meant by several such names, each once.
    pub fn edition_ids(&self, texts: &[String], held: &[EditionId]) -> Result<Vec<EditionId>> {
        let mut ids = Vec::new();
        for text in texts {
            let id = &self.edition(text, held)?.id;
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        Ok(ids)
    }

    /// The clause meant by `9001/7.5.3`, `27001/A.8.1.1` or `27001:2022/A.5.9`; a blank may stand for the slash.
    pub fn reference(&self, text: &str, held: &[EditionId]) -> Result<ClauseRef> {
        let name = plain_name(text);
        let (standard, clause) =
            name.split_once(['/', ' ']).ok_or_else(|| refusals::clause_reference_unreadable(text))?;
        self.reference_in(standard, clause, held)
    }

    /// The clauses meant by several such names.
    pub fn references(&self, texts: &[String], held: &[EditionId]) -> Result<Vec<ClauseRef>> {
        texts.iter().map(|text| self.reference(text, held)).collect()
    }

    /// The same with standard and clause given apart.
    pub fn reference_in(&self, standard: &str, clause: &str, held: &[EditionId]) -> Result<ClauseRef> {
        let edition = self.edition(standard, held)?;
        let wanted = edition.id.at(plain_number(clause));
        if self.clause(&wanted).is_some() { Ok(wanted) } else { Err(self.unknown_clause(edition, &wanted)) }
    }

    fn unknown_standard(&self, standard: &str) -> Error {
        let mut names: Vec<_> = self.editions.iter().map(|e| e.id.standard.as_str()).collect();
        names.dedup();
        let known = names.join(", ");
        match names.iter().find(|n| strsim::damerau_levenshtein(n, standard) <= 2) {
            Some(near) => refusals::standard_misspelt(standard, near, known),
            None => refusals::standard_unknown(standard, known),
        }
    }

    /// The same number of another edition says more than near ones.
    fn unknown_clause(&self, edition: &Edition, wanted: &ClauseRef) -> Error {
        let (standard, number) = (&edition.name, &wanted.clause);
        let mut others = self.editions.iter().filter(|e| e.id.standard == edition.id.standard && e.id != edition.id);
        if let Some(there) = others.find_map(|other| self.clause(&other.id.at(number.as_str()))) {
            let (year, title) = (&there.reference.edition, &there.title);
            return refusals::clause_of_other_edition(standard, &edition.id, number, year, &there.reference, title);
        }
        let near = self.near(edition, number);
        let near: Vec<_> = near.iter().map(|c| format!("{} {}", c.reference.clause, c.title)).collect();
        if near.is_empty() {
            refusals::clause_unknown(standard, &edition.id, number)
        } else {
            refusals::clause_misspelt(standard, &edition.id, number, near.join("; "))
        }
    }

    /// At most four: the same number in or out of Annex A, then neighbours below the same parent, then like spellings.
    fn near(&self, edition: &Edition, number: &str) -> Vec<&Clause> {
        let twin = number.strip_prefix("A.").map_or_else(|| format!("A.{number}"), str::to_owned);
        let mut near: Vec<_> = self.clause(&edition.id.at(twin)).into_iter().collect();
        if let Some((above, _)) = number.rsplit_once('.') {
            let parent = edition.id.at(above);
            let siblings: Vec<_> = self.children(&parent).collect();
            if siblings.is_empty() {
                near.extend(self.clause(&parent));
            }
            let before = siblings.iter().rfind(|c| compare_clauses(&c.reference.clause, number).is_lt());
            let after = siblings.iter().find(|c| compare_clauses(&c.reference.clause, number).is_gt());
            near.extend(before.into_iter().chain(after));
        }
        for clause in self.clauses(&edition.id) {
            if strsim::damerau_levenshtein(&clause.reference.clause, number) != 1 {
                continue;
            }
            if !near.iter().any(|n| n.reference == clause.reference) {
                near.push(clause);
            }
        }
        near.truncate(4);
        near
    }
}

/// Without `ISO`, `ISO/IEC` and blanks around it.
fn plain_name(text: &str) -> String {
    let text = text.trim();
    ["ISO/IEC", "ISO", "iso/iec", "iso"].iter().find_map(|p| text.strip_prefix(p)).unwrap_or(text).trim().to_owned()
}

/// `a.8.1.1`, `A8.1.1` and `Annex A.8.1.1` all mean `A.8.1.1`.
fn plain_number(text: &str) -> String {
    let text = text.trim().trim_end_matches('.').to_uppercase();
    let text = text.strip_prefix("ANNEX").map_or(text.as_str(), str::trim);
    match text.strip_prefix('A') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => format!("A.{rest}"),
        _ => text.to_owned(),
    }
}
