//! What is due as an iCalendar file (RFC 5545). UIDs are stable, so a calendar that reads the file again
//! updates its entries instead of doubling them.

use icalendar::{Calendar, Component, Event, EventLike, Property};

use super::model::{CertificateDay, DueItem, DueKind};
use crate::day::{Due as DueDate, Zone};
use crate::error::Result;
use crate::saved::Target;
use crate::standards::ClauseRef;

/// The calendar's text. `zone` is the organisation's, `now` when it is written; an unclear date stands at its earliest
/// reading and says so.
fn calendar(organisation: &str, due: &[DueItem], zone: Zone, now: i64) -> String {
    let mut calendar = Calendar::new();
    calendar.name(&format!("Review dates — {organisation}"));
    // Whole days are civil days in every calendar; this says whose.
    calendar.timezone(zone.name());
    // UTC, which RFC 5545 (3.8.7.2) asks for here alone.
    let stamp = chrono::DateTime::from_timestamp_millis(now).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string();
    for item in due {
        let what = match item.kind {
            DueKind::DocumentReview => "Review",
            DueKind::DocumentRevision => "New revision",
            DueKind::RecordExpiry => "Evidence expires",
            DueKind::OpenPoint => "Open point",
            DueKind::Control => "To be in place",
            DueKind::Certificate => match item.certificate {
                Some(CertificateDay::Expiry) => "Certificate ends",
                _ => "Surveillance of a certificate",
            },
        };
        let day = item.due.earliest();
        let mut event = Event::new();
        event.uid(&format!("{}-{}@clausebook.local", item.kind, item.uid));
        event.summary(&format!("{what}: {} {}", item.code, item.title));
        event.starts(day.date());
        event.ends(day.plus_days(1).date());
        event.append_property(Property::new("DTSTAMP", &stamp));
        event.append_property(Property::new("TRANSP", "TRANSPARENT"));
        let mut text = String::new();
        if !item.owner.is_empty() {
            text.push_str(&format!("Owner: {}", item.owner));
        }
        if let Some(point) = &item.point {
            if !text.is_empty() {
                text.push('\n');
            }
            let at = point.stands.iter().map(ClauseRef::short).collect::<Vec<_>>().join(", ");
            text.push_str(&format!("{} at {at}: {}", point.id, point.what));
        }
        if !matches!(item.due, DueDate::Day { .. }) {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&format!("The list says {}: settle the date.", item.due));
        }
        if !text.is_empty() {
            event.description(&text);
        }
        calendar.push(event.done());
    }
    calendar.done().to_string()
}

/// Writes the calendar to a file.
pub fn write_calendar(out: Target<'_>, organisation: &str, due: &[DueItem], zone: Zone, now: i64) -> Result<()> {
    out.write(calendar(organisation, due, zone, now).as_bytes())
}
