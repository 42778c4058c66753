//! Certificates and requirements.

use super::{Page, Show, plural, word};
use crate::api::{CertificateRow, CertificateShown};
use crate::certificates::Certificate;
use crate::requirements::Requirement;

impl Show for Certificate {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} {} ({}), by {}", self.number, self.system, self.edition, self.body));
        page.line(format!("  {} to {}", self.issued, self.valid_until));
        if !self.words.is_empty() {
            page.line(format!("  scope: {}", self.words));
        }
        if !self.scope.is_empty() {
            page.line(format!("  names {}", self.scope.join(", ")));
        }
        if !self.statement.is_empty() {
            page.line(format!("  cites version {} of the Statement of Applicability", self.statement));
        }
        for one in &self.surveillance {
            let held = one.held.map_or_else(|| "to come".to_owned(), |day| format!("was on {day}"));
            page.line(format!("  surveillance {}: {held}", one.day));
        }
        if let Some(day) = self.withdrawn {
            page.line(format!("  withdrawn from {day} on"));
        }
    }
}

impl Show for Vec<CertificateRow> {
    fn show(&self, page: &mut Page) {
        let row = |row: &CertificateRow| {
            let one = &row.certificate;
            let (system, until) = (format!("{} {}", one.system, one.edition), one.valid_until.to_string());
            [one.number.clone(), system, one.body.clone(), until, word(row.standing), one.statement.clone()]
        };
        let rows: Vec<[String; 6]> = self.iter().map(row).collect();
        page.table(["number", "system", "body", "until", "", "cites"], &rows);
        if rows.is_empty() {
            page.line(
                "No certificates yet: clausebook certificate add NUMBER --system S --body B --issued DAY --until DAY",
            );
        }
    }
}

impl Show for CertificateShown {
    fn show(&self, page: &mut Page) {
        self.row.certificate.show(page);
        page.line(format!("  {}", word(self.row.standing)));
        if let Some(now) = &self.row.moved_on {
            page.line(format!("  the statement is at version {now} now: tell the certification body"));
        }
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
