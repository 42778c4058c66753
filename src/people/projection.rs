//! People as rows.

use rusqlite::{Connection, params};

use super::events::PersonEvent;
use crate::day::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::ledger::Stamp;
use crate::named::Said;
use crate::text::fold;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/people.sql");

/// Applies one event.
pub fn apply(db: &Connection, stamp: &Stamp, event: &PersonEvent) -> Result<()> {
    match event {
        PersonEvent::Enrolled { id, name, email, role, key } => {
            db.prepare_cached("INSERT INTO person (id, name, email, email_fold, role) VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute(params![id, name, email, fold(email), role])?;
            add_role(db, *id, role.name(), stamp)?;
            if let Some(key) = key {
                add_key(db, *id, key, stamp.day, stamp.seq)?;
            }
        }
        PersonEvent::Corrected { id, correction } => {
            for change in &correction.changes {
                let sql = match change.field.as_str() {
                    "name" => "UPDATE person SET name = ?2 WHERE id = ?1",
                    "role" => "UPDATE person SET role = ?2 WHERE id = ?1",
                    _ => continue,
                };
                if let Said::Text(text) = &change.after {
                    db.prepare_cached(sql)?.execute(params![id, text])?;
                    if change.field == "role" {
                        add_role(db, *id, text, stamp)?;
                    }
                }
            }
        }
        PersonEvent::Left { id, on, successor, .. } => {
            db.prepare_cached("UPDATE person SET left_on = ?2, left_seq = ?3, successor = ?4 WHERE id = ?1")?
                .execute(params![id, on, that_day(stamp, *on), successor])?;
        }
        PersonEvent::Returned { id, role } => {
            db.prepare_cached(
                "UPDATE person SET left_on = NULL, left_seq = NULL, successor = NULL, role = ?2 WHERE id = ?1",
            )?
            .execute(params![id, role])?;
            add_role(db, *id, role.name(), stamp)?;
        }
        PersonEvent::KeyEnrolled { id, key, from } => {
            add_key(db, *id, key, *from, stamp.seq)?;
        }
        PersonEvent::KeyRetired { id, key, from, reason } if reason.is_empty() => {
            // It was enrolled by mistake and signed nothing: as if it had never been there.
            db.prepare_cached("DELETE FROM person_key WHERE person = ?1 AND key = ?2 AND since = ?3")?
                .execute(params![id, key, from])?;
        }
        PersonEvent::KeyRetired { id, key, from, reason } => {
            db.prepare_cached(
                "UPDATE person_key SET until = ?3, ended = ?5, why = ?4
                 WHERE person = ?1 AND key = ?2 AND (until IS NULL OR until > ?3)",
            )?
            .execute(params![id, key, from, reason, that_day(stamp, *from)])?;
        }
        PersonEvent::Away { id, person, deputy, from, until, reason } => {
            db.prepare_cached(
                "INSERT INTO person_away (id, person, deputy, since, until, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![id, person, deputy, from, until, reason])?;
        }
        PersonEvent::Back { away, from: None, .. } => {
            db.prepare_cached("DELETE FROM person_away WHERE id = ?1")?.execute([away])?;
        }
        PersonEvent::Back { away, from: Some(from), .. } => {
            db.prepare_cached("UPDATE person_away SET until = ?2 WHERE id = ?1")?
                .execute(params![away, from.minus_days(1)])?;
        }
        PersonEvent::AuthorRuleSet { allowed, .. } => {
            db.prepare_cached("INSERT OR REPLACE INTO people_rule (rule, allowed) VALUES ('author_approves', ?1)")?
                .execute([allowed])?;
        }
    }
    Ok(())
}

/// The entry, where it was written on the day from which it holds: what was signed that day before it still stands.
fn that_day(stamp: &Stamp, from: Day) -> Option<u64> {
    (stamp.day == from).then_some(stamp.seq)
}

fn add_role(db: &Connection, person: PersonId, role: &str, stamp: &Stamp) -> Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO person_role (person, seq, since, role) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![person, stamp.seq, stamp.day, role])?;
    Ok(())
}

fn add_key(db: &Connection, person: PersonId, key: &str, since: Day, seq: u64) -> Result<()> {
    db.prepare_cached("INSERT INTO person_key (person, key, since, seq) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![person, key, since, seq])?;
    Ok(())
}
