//! Certificates as rows.

use rusqlite::{Connection, params};

use super::events::{CertificateEvent, Entered};
use crate::day::Day;
use crate::error::Result;
use crate::ids::CertificateId;
use crate::text::fold;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/certificates.sql");

/// Applies one event.
pub(super) fn apply(db: &Connection, event: &CertificateEvent) -> Result<()> {
    match event {
        CertificateEvent::Issued { id, system, entered } => {
            let Entered { number, body, words, scope, issued, valid_until, surveillance, statement } = entered;
            db.prepare_cached(
                "INSERT INTO certificate (id, system, number, number_fold, body, words, scope, issued_on, valid_until,
                     statement) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(params![
                id,
                system,
                number,
                fold(number),
                body,
                words,
                serde_json::to_string(scope)?,
                issued,
                valid_until,
                statement
            ])?;
            days(db, *id, surveillance, *valid_until)
        }
        CertificateEvent::Corrected { id, after, .. } => {
            let Entered { number, body, words, scope, issued, valid_until, surveillance, statement } = after;
            db.prepare_cached(
                "UPDATE certificate SET number = ?2, number_fold = ?3, body = ?4, words = ?5, scope = ?6, issued_on = ?7,
                     valid_until = ?8, statement = ?9 WHERE id = ?1",
            )?
            .execute(params![
                id,
                number,
                fold(number),
                body,
                words,
                serde_json::to_string(scope)?,
                issued,
                valid_until,
                statement
            ])?;
            days(db, *id, surveillance, *valid_until)
        }
        CertificateEvent::Surveyed { id, day, on } => {
            let sql = "UPDATE certificate_day SET held_on = ?3
                       WHERE certificate = ?1 AND day = ?2 AND what = 'surveillance'";
            db.prepare_cached(sql)?.execute(params![id, day, on])?;
            Ok(())
        }
        CertificateEvent::TakenBack { id } => {
            db.prepare_cached("DELETE FROM certificate_day WHERE certificate = ?1")?.execute([id])?;
            db.prepare_cached("DELETE FROM certificate WHERE id = ?1")?.execute([id])?;
            Ok(())
        }
        CertificateEvent::Withdrawn { id, on, .. } => {
            db.prepare_cached("UPDATE certificate SET withdrawn_on = ?2 WHERE id = ?1")?.execute(params![id, on])?;
            Ok(())
        }
    }
}

/// What falls due; a day on which the body came stays what it is.
fn days(db: &Connection, id: CertificateId, surveillance: &[Day], valid_until: Day) -> Result<()> {
    let all = surveillance.iter().map(|day| (*day, "surveillance")).chain([(valid_until, "expiry")]);
    let all: Vec<(Day, &str)> = all.collect();
    let kept: Vec<(Day, String)> = db
        .prepare_cached("SELECT day, what FROM certificate_day WHERE certificate = ?1")?
        .query_map([id], |r| Ok((r.get(0)?, r.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (day, what) in kept.iter().filter(|(day, what)| !all.contains(&(*day, what.as_str()))) {
        db.prepare_cached("DELETE FROM certificate_day WHERE certificate = ?1 AND day = ?2 AND what = ?3")?
            .execute(params![id, day, what])?;
    }
    for (day, what) in all {
        db.prepare_cached("INSERT OR IGNORE INTO certificate_day (certificate, day, what) VALUES (?1, ?2, ?3)")?
            .execute(params![id, day, what])?;
    }
    Ok(())
}
