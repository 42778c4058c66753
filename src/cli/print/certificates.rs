//! Certificates and requirements.

use super::{Page, Show, plural, word};
use crate::api::{CertificateRow, CertificateShown};
use crate::certificates::{Certificate, Standing};
use crate::claims::CertificateNotice;
use crate::day::Day;
use crate::requirements::Requirement;

/// A certificate; `unconfirmed` are the days of surveillance that have passed and that nobody confirmed.
fn certificate(page: &mut Page, one: &Certificate, unconfirmed: &[Day]) {
    page.line(format!("{} {} ({}), by {}", one.number, one.system, one.edition, one.body));
    page.line(format!("  {} to {}", one.issued, one.valid_until));
    if !one.words.is_empty() {
        page.line(format!("  scope: {}", one.words));
    }
    if !one.scope.is_empty() {
        page.line(format!("  names {}", one.scope.join(", ")));
    }
    if !one.statement.is_empty() {
        page.line(format!("  cites version {} of the Statement of Applicability", one.statement));
    }
    for visit in &one.surveillance {
        let held = match visit.held {
            Some(day) => format!("was on {day}"),
            None if unconfirmed.contains(&visit.day) => String::from("has passed, nobody confirmed that it was held"),
            None => String::from("to come"),
        };
        page.line(format!("  surveillance {}: {held}", visit.day));
    }
    if let Some(day) = one.withdrawn {
        page.line(format!("  withdrawn from {day} on"));
    }
}

/// What is to be said of a certificate, one sentence each.
fn said(row: &CertificateRow) -> Vec<String> {
    let one = &row.certificate;
    let moved = row.moved_on.iter().map(|now| {
        format!(
            "it cites version {}, the statement is at version {now} now: tell the certification body",
            one.statement
        )
    });
    let notices = row.notices.iter().map(|notice| match notice {
        CertificateNotice::UnknownVersion => {
            format!(
                "no version {} of the Statement of Applicability was issued here: see `clausebook soa show`",
                one.statement
            )
        }
        CertificateNotice::BeforeVersion { day } => {
            format!(
                "it was issued on {}, before the version {} that it cites, which is of {day}",
                one.issued, one.statement
            )
        }
        CertificateNotice::Outside { items } => {
            format!("it names what is outside the scope of {}: {}", one.system, items.join(", "))
        }
    });
    let unknown = row.notices.contains(&CertificateNotice::UnknownVersion);
    moved.filter(|_| !unknown).chain(notices).collect()
}

impl Show for CertificateRow {
    fn show(&self, page: &mut Page) {
        certificate(page, &self.certificate, &self.unconfirmed);
        page.line(format!("  {}", word(self.standing)));
        for words in said(self) {
            page.line(format!("  {words}"));
        }
    }
}

impl Show for Vec<CertificateRow> {
    fn show(&self, page: &mut Page) {
        let row = |row: &CertificateRow| {
            let one = &row.certificate;
            let (system, until) = (format!("{} {}", one.system, one.edition), one.valid_until.to_string());
            let cites = match &row.moved_on {
                Some(now) => format!("{}, now {now}", one.statement),
                None => one.statement.clone(),
            };
            [one.number.clone(), system, one.body.clone(), until, word(row.standing), cites]
        };
        let rows: Vec<[String; 6]> = self.iter().map(row).collect();
        page.table(["number", "system", "body", "until", "", "cites"], &rows);
        for row in self.iter().filter(|row| row.standing == Standing::Valid) {
            for words in said(row) {
                page.line(format!("{}: {words}", row.certificate.number));
            }
        }
        if rows.is_empty() {
            page.line(
                "No certificates yet: clausebook certificate add NUMBER --system S --body B --issued DAY --until DAY",
            );
        }
    }
}

impl Show for CertificateShown {
    fn show(&self, page: &mut Page) {
        self.row.show(page);
        for met in &self.met {
            let place = met.item.as_deref().unwrap_or("the whole system");
            let met_of = format!("{} of {}", met.met.len(), plural(met.clauses, "requirement", "requirements"));
            page.line(format!("  met at {place}: {met_of}"));
        }
    }
}

impl Show for Vec<Requirement> {
    fn show(&self, page: &mut Page) {
        let row = |one: &Requirement| {
            let service = one.service.clone().unwrap_or_default();
            [one.number.clone(), word(one.whose), service, one.agreed.clone(), one.text.clone()]
        };
        let rows: Vec<[String; 5]> = self.iter().map(row).collect();
        page.table(["number", "whose", "service", "agreed", "requirement"], &rows);
        if rows.is_empty() {
            page.line("No requirements yet: clausebook requirement add TEXT --agreed WITH-WHOM");
        }
    }
}
