//! What the rules say.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use ts_rs::TS;

use super::model::{Rule, Value};
use super::pattern::Pattern;
use crate::day::Day;
use crate::error::{Error, Result};

/// A rule as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RuleInForce")]
pub struct InForce {
    /// Which.
    pub rule: Rule,
    /// Type of document; empty for all.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it says.
    pub value: Value,
    /// Whether the organisation said so; else it is the program's own.
    pub said: bool,
}

/// How a type of document comes to its approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ApprovalWay")]
pub struct Way {
    /// The fewest reviewers.
    pub reviewers: u32,
    /// How many have to approve.
    pub approvers: u32,
    /// Whether one after the other.
    pub in_order: bool,
    /// Whether signatures are demanded.
    pub signed: bool,
}

impl Way {
    /// Whether one person alone may approve at once.
    pub const fn at_once(self) -> bool {
        self.reviewers == 0 && self.approvers == 1
    }
}

/// What the organisation said for exactly this type.
pub(super) fn own(db: &Connection, rule: Rule, kind: &str) -> Result<Option<Value>> {
    let sql = "SELECT value FROM rule WHERE name = ?1 AND kind = ?2";
    let text = db.prepare_cached(sql)?.query_row(params![rule, kind], |r| r.get::<_, String>(0)).optional()?;
    text.map(|text| Ok(serde_json::from_str(&text)?)).transpose()
}

/// What a rule says for a type of document: its own word, else that for all, else the program's.
pub fn value(db: &Connection, rule: Rule, kind: &str) -> Result<Value> {
    Ok(match own(db, rule, kind)? {
        Some(value) => value,
        None => own(db, rule, "")?.unwrap_or(rule.default()),
    })
}

fn number(db: &Connection, rule: Rule, kind: &str) -> Result<u32> {
    match value(db, rule, kind)? {
        Value::Number(n) => Ok(n),
        _ => Err(Error::internal(format_args!("rule {} is no number", rule.name()))),
    }
}

fn yes(db: &Connection, rule: Rule, kind: &str) -> Result<bool> {
    Ok(value(db, rule, kind)? == Value::YesNo(true))
}

/// What a rule said for a type of document when something was done: before an entry, and by the end of a day.
fn value_then(db: &Connection, rule: Rule, kind: &str, before: u64, by: Day) -> Result<Value> {
    for kind in [kind, ""] {
        let sql = "SELECT value FROM rule_said WHERE name = ?1 AND kind = ?2 AND seq < ?3 AND day <= ?4
                   ORDER BY seq DESC LIMIT 1";
        let said: Option<Option<String>> =
            db.prepare_cached(sql)?.query_row(params![rule, kind, before, by], |r| r.get(0)).optional()?;
        if let Some(text) = said.flatten() {
            return Ok(serde_json::from_str(&text)?);
        }
    }
    Ok(rule.default())
}

/// How many had to approve a type of document, and whether signed, when that was done: before an entry, and by the end of a day.
pub fn way_then(db: &Connection, kind: &str, before: u64, by: Day) -> Result<(u32, bool)> {
    let Value::Number(approvers) = value_then(db, Rule::Approvers, kind, before, by)? else {
        return Err(Error::internal(format_args!("rule {} is no number", Rule::Approvers.name())));
    };
    Ok((approvers, value_then(db, Rule::Signed, kind, before, by)? == Value::YesNo(true)))
}

/// How a type of document comes to its approval.
pub fn way(db: &Connection, kind: &str) -> Result<Way> {
    Ok(Way {
        reviewers: number(db, Rule::Reviewers, kind)?,
        approvers: number(db, Rule::Approvers, kind)?,
        in_order: yes(db, Rule::InOrder, kind)?,
        signed: yes(db, Rule::Signed, kind)?,
    })
}

/// Months between the reviews of a type of document that has no interval of its own.
pub fn interval(db: &Connection, kind: &str) -> Result<Option<u32>> {
    Ok(Some(number(db, Rule::Interval, kind)?).filter(|months| *months > 0))
}

/// Days before a review from which documents of a type are announced.
pub fn notice(db: &Connection, kind: &str) -> Result<u32> {
    number(db, Rule::Notice, kind)
}

/// The longest notice of any type; none where the organisation said nothing of it.
pub fn longest_notice(db: &Connection) -> Result<Option<u32>> {
    let sql = "SELECT max(CAST(value AS INTEGER)) FROM rule WHERE name = ?1";
    let said: Option<u32> = db.prepare_cached(sql)?.query_row([Rule::Notice], |r| r.get(0))?;
    Ok(match said {
        // Where only types have their own, the program's word speaks for all others.
        Some(said) => Some(said.max(notice(db, "")?)),
        None => None,
    })
}

/// The notice of a row of `document`, in SQL.
pub fn notice_sql(db: &Connection) -> Result<String> {
    let all = notice(db, "")?;
    Ok(format!(
        "coalesce((SELECT CAST(value AS INTEGER) FROM rule WHERE name = '{}' AND kind = document.kind), {all})",
        Rule::Notice.name()
    ))
}

/// The pattern by which new documents of a type are numbered; none where a person numbers them.
pub fn numbering(db: &Connection, kind: &str) -> Result<Option<Pattern>> {
    match value(db, Rule::Numbering, kind)? {
        Value::Text(text) if text.is_empty() => Ok(None),
        Value::Text(text) => match Pattern::parse(&text) {
            Ok(pattern) => Ok(Some(pattern)),
            Err(_) => Err(Error::internal(format_args!("rule numbering says {text}"))),
        },
        _ => Err(Error::internal(format_args!("rule {} is no pattern", Rule::Numbering.name()))),
    }
}

/// Every rule: what it says for all, then for the types that have their own.
pub fn list(db: &Connection) -> Result<Vec<InForce>> {
    let mut out = Vec::new();
    for rule in Rule::ALL.iter().copied() {
        let own = own(db, rule, "")?;
        let said = own.is_some();
        out.push(InForce { rule, kind: String::new(), value: own.unwrap_or(rule.default()), said });
        let mut kinds = db.prepare_cached("SELECT kind FROM rule WHERE name = ?1 AND kind <> '' ORDER BY kind")?;
        let kinds = kinds.query_map([rule], |r| r.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        for kind in kinds {
            out.push(InForce { rule, value: value(db, rule, &kind)?, kind, said: true });
        }
    }
    Ok(out)
}
