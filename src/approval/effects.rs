//! What a rule would change, told before it is set.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::queries;
use crate::day::Due;
use crate::documents::{self, Document, DocumentKind};
use crate::error::Result;
use crate::rules::{self, Rule, Value};
use crate::workspace::standing_day;

/// What a rule would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleEffect {
    /// Which rule.
    pub rule: Rule,
    /// What it says now.
    pub now: Value,
    /// What it would say.
    pub then: Value,
    /// How many documents it is for.
    pub documents: usize,
    /// Of an interval: how many of them have none of their own, so that their next review is set by it from their next
    /// approval or confirmation on.
    pub without_interval: usize,
    /// Of a notice: how many reviews of them are announced today, and how many would be.
    pub announced: Option<[usize; 2]>,
    /// Of a numbering: the codes that the next document would be proposed as things are, and by it; none where a person
    /// gives them.
    pub next: Option<[Option<String>; 2]>,
    /// How many of them are under way; they keep the rules under which they were submitted.
    pub under_way: usize,
    /// The first of them, by code.
    pub codes: Vec<String>,
}

/// So many codes are named.
const NAMED: usize = 20;

/// What a rule would change for a type of document, or for all types without a word of their own.
pub fn rule_effect(
    db: &Connection,
    rule: Rule,
    kind: Option<DocumentKind>,
    value: Option<Value>,
) -> Result<RuleEffect> {
    let value = value.map(Value::trimmed);
    value.as_ref().map_or(Ok(()), |value| rule.check(value))?;
    let kinds: Vec<DocumentKind> = match kind {
        Some(kind) => vec![kind],
        None => {
            let said = rules::list(db)?;
            let own = |kind: &DocumentKind| said.iter().any(|s| s.rule == rule && s.kind == kind.name());
            DocumentKind::ALL.iter().copied().filter(|kind| !own(kind)).collect()
        }
    };
    let now = rules::value(db, rule, kind.map_or("", DocumentKind::name))?;
    let then = match (value, kind) {
        (Some(value), _) => value,
        (None, Some(_)) => rules::value(db, rule, "")?,
        (None, None) => rule.default(),
    };
    let under_way = if rule.of_approval() || rule == Rule::Interval { queries::open_all(db)? } else { Vec::new() };
    let today = standing_day(db)?;
    let announced = |document: &Document, says: &Value| {
        let Value::Number(days) = *says else { return false };
        let due = document.next_review.filter(|_| document.in_use).map(Due::earliest);
        due.is_some_and(|due| due >= today && due <= today.plus_days(u64::from(days)))
    };
    let next = match (&now, &then) {
        (Value::Text(now), Value::Text(then)) => {
            Some([documents::next_code(db, now, today)?, documents::next_code(db, then, today)?])
        }
        _ => None,
    };
    let mut effect = RuleEffect {
        rule,
        next,
        now,
        then,
        documents: 0,
        without_interval: 0,
        announced: (rule == Rule::Notice).then_some([0, 0]),
        under_way: 0,
        codes: Vec::new(),
    };
    for document in documents::of_kinds(db, &kinds)? {
        effect.documents += 1;
        effect.without_interval += usize::from(document.particulars.review_interval.is_none());
        if let Some([before, after]) = &mut effect.announced {
            *before += usize::from(announced(&document, &effect.now));
            *after += usize::from(announced(&document, &effect.then));
        }
        effect.under_way += usize::from(under_way.iter().any(|approval| approval.document == document.id));
        if effect.codes.len() < NAMED {
            effect.codes.push(document.code.clone());
        }
    }
    Ok(effect)
}
