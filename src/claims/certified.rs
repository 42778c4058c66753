//! Rules about certificates.

use super::facts::Facts;
use super::model::{About, AboutKind};
use crate::certificates::Certificate;
use crate::systems::{ScopeItem, ScopeKind};

fn about<'a>(certificates: impl Iterator<Item = &'a Certificate>) -> Vec<About> {
    certificates.map(|one| About::of(AboutKind::Certificate, &one.number)).collect()
}

/// Certificates of this standard that cite no statement.
pub(super) fn without_statement(facts: &Facts<'_>) -> Vec<About> {
    about(facts.speaking(facts.standard()).filter(|one| one.statement.is_empty()))
}

/// Certificates of this standard that speak.
pub(super) fn speaking(facts: &Facts<'_>) -> Vec<About> {
    about(facts.speaking(facts.standard()))
}

/// Certificates of a QMS with services, where an SMS has no certificate of its own.
pub(super) fn no_proof(facts: &Facts<'_>) -> Vec<About> {
    if facts.holds("20000-1").is_none() || facts.speaking("20000-1").next().is_some() {
        return Vec::new();
    }
    let service = |code: &String| facts.items.iter().any(|item| item.code == *code && item.kind == ScopeKind::Service);
    let words = |text: &str| ["service", "dienst"].iter().any(|word| text.to_lowercase().contains(word));
    about(facts.speaking("9001").filter(|one| one.scope.iter().any(service) || words(&one.words)))
}

/// Certificates of this standard that leave out a place of a kind that they name.
pub(super) fn smaller(facts: &Facts<'_>) -> Vec<About> {
    let named = |one: &Certificate, item: &ScopeItem| one.scope.contains(&item.code);
    let kinds = |one: &Certificate| -> Vec<ScopeKind> {
        facts.items.iter().filter(|item| named(one, item)).map(|item| item.kind).collect()
    };
    let smaller = |one: &&Certificate| {
        let kinds = kinds(one);
        facts.inside(&facts.system).any(|item| kinds.contains(&item.kind) && !named(one, item))
    };
    let each = |one: &Certificate| About::of(AboutKind::Certificate, &one.number).with(one.scope.clone());
    facts.speaking(facts.standard()).filter(smaller).map(each).collect()
}
