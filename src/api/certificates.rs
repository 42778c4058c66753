//! Certificates, as commands.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, Who, commands};
use crate::certificates::{self, Certificate, CertificateChange, Entered, NewCertificate, Standing};
use crate::claims::{self, CertificateNotice, MetAt};
use crate::day::Day;
use crate::error::Result;
use crate::people::Duty;
use crate::systems;
use crate::workspace::Workspace;

commands! {
    CertificateList, CertificateShow, CertificateAdd, CertificateCorrect, CertificateSurveyed, CertificateWithdraw,
}

/// Lists the certificates.
#[derive(Debug, Deserialize, TS)]
pub struct CertificateList {
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

/// A certificate as it stands on a day.
#[derive(Debug, Serialize, TS)]
pub struct CertificateRow {
    /// The certificate.
    #[serde(flatten)]
    pub certificate: Certificate,
    /// How it stands.
    pub standing: Standing,
    /// The current version of the Statement of Applicability, where it is newer than the one that is cited.
    pub moved_on: Option<String>,
    /// What is to be said of it.
    pub notices: Vec<CertificateNotice>,
    /// Days of surveillance that have passed and that nobody confirmed.
    pub unconfirmed: Vec<Day>,
}

impl Command for CertificateList {
    type Answer = Vec<CertificateRow>;
    const NAME: &'static str = "certificate_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Certificates, Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        let all = certificates::list(&view)?;
        all.into_iter().map(|certificate| row(&view, certificate, day)).collect()
    }
}

/// A certificate as it stands on a day.
fn row(db: &Connection, certificate: Certificate, day: Day) -> Result<CertificateRow> {
    let moved_on = claims::moved_on(db, &certificate)?;
    let notices = claims::certificate_notices(db, &certificate)?;
    let passed = certificate.surveillance.iter().filter(|one| one.held.is_none() && one.day < day);
    let unconfirmed = passed.map(|one| one.day).collect();
    Ok(CertificateRow { standing: certificate.standing(day), moved_on, notices, unconfirmed, certificate })
}

/// A certificate after it was changed, with what is to be said of it.
fn now(workspace: &Workspace, number: &str) -> Result<CertificateRow> {
    let certificate = certificates::by_number(workspace.db(), number)?;
    row(workspace.db(), certificate, workspace.today()?)
}

/// Shows a certificate, with what has been met where it speaks (R62).
#[derive(Debug, Deserialize, TS)]
pub struct CertificateShow {
    /// Its number.
    pub number: String,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

/// A certificate with what has been met under it.
#[derive(Debug, Serialize, TS)]
pub struct CertificateShown {
    /// The certificate.
    #[serde(flatten)]
    pub row: CertificateRow,
    /// What has been met at each of its scope items, or in the whole system where it names none.
    pub met: Vec<MetAt>,
}

impl Command for CertificateShow {
    type Answer = CertificateShown;
    const NAME: &'static str = "certificate_show";
    const EFFECT: Effect = Effect::Reads(&[
        Topic::Certificates,
        Topic::Systems,
        Topic::Documents,
        Topic::Records,
        Topic::Mapping,
        Topic::Reviews,
    ]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        let certificate = certificates::by_number(&view, &self.number)?;
        let met = claims::met_under(&view, &certificate, day)?;
        Ok(CertificateShown { row: row(&view, certificate, day)?, met })
    }
}

/// Enters a certificate.
#[derive(Debug, Deserialize, TS)]
pub struct CertificateAdd {
    /// Code or standard of the system.
    pub system: String,
    /// Its number.
    pub number: String,
    /// The body that issued it.
    pub body: String,
    /// The scope in the certificate's words.
    #[serde(default)]
    pub words: String,
    /// Codes of the scope items it names.
    #[serde(default)]
    pub scope: Vec<String>,
    /// When it was issued.
    pub issued: Day,
    /// Its last day.
    pub valid_until: Day,
    /// The days on which the body comes back.
    #[serde(default)]
    pub surveillance: Vec<Day>,
    /// The version of the Statement of Applicability that it cites.
    #[serde(default)]
    pub statement: String,
}

impl Command for CertificateAdd {
    type Answer = CertificateRow;
    const NAME: &'static str = "certificate_add";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let Self { system, number, body, words, scope, issued, valid_until, surveillance, statement } = self;
        let workspace = session.workspace()?;
        let wanted = number.clone();
        workspace.transact(|tx| {
            let scope = systems::scope_codes(tx.db(), &scope)?;
            let entered = Entered { number, body, words, scope, issued, valid_until, surveillance, statement };
            certificates::issue(tx, NewCertificate { system: &system, entered })
        })?;
        now(workspace, &wanted)
    }
}

/// Corrects what was entered about a certificate; what is left out stays.
#[derive(Debug, Deserialize, TS)]
pub struct CertificateCorrect {
    /// Its number.
    pub number: String,
    /// The right number.
    #[serde(default)]
    pub new_number: Option<String>,
    /// The right body.
    #[serde(default)]
    pub body: Option<String>,
    /// The right words of the scope.
    #[serde(default)]
    pub words: Option<String>,
    /// Codes of the right scope items.
    #[serde(default)]
    pub scope: Option<Vec<String>>,
    /// When it was issued.
    #[serde(default)]
    pub issued: Option<Day>,
    /// Its last day.
    #[serde(default)]
    pub valid_until: Option<Day>,
    /// The days on which the body comes back.
    #[serde(default)]
    pub surveillance: Option<Vec<Day>>,
    /// The version of the Statement of Applicability that it cites.
    #[serde(default)]
    pub statement: Option<String>,
    /// Why.
    pub reason: String,
}

impl Command for CertificateCorrect {
    type Answer = CertificateRow;
    const NAME: &'static str = "certificate_correct";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let Self { number, new_number, body, words, scope, issued, valid_until, surveillance, statement, reason } =
            self;
        let workspace = session.workspace()?;
        let wanted = new_number.clone().unwrap_or_else(|| number.clone());
        workspace.transact(|tx| {
            let scope = scope.map(|codes| systems::scope_codes(tx.db(), &codes)).transpose()?;
            let number_now = new_number;
            let change = CertificateChange {
                number: number_now,
                body,
                words,
                scope,
                issued,
                valid_until,
                surveillance,
                statement,
            };
            certificates::correct(tx, &number, change, &reason)
        })?;
        now(workspace, &wanted)
    }
}

/// Says that the body came back.
#[derive(Debug, Deserialize, TS)]
pub struct CertificateSurveyed {
    /// Its number.
    pub number: String,
    /// The day that was set for it.
    pub day: Day,
    /// When it was; that day where none is given.
    #[serde(default)]
    pub on: Option<Day>,
}

impl Command for CertificateSurveyed {
    type Answer = CertificateRow;
    const NAME: &'static str = "certificate_surveyed";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| certificates::surveyed(tx, &self.number, self.day, self.on.unwrap_or(self.day)))?;
        now(workspace, &self.number)
    }
}

/// Says that a certificate is withdrawn.
#[derive(Debug, Deserialize, TS)]
pub struct CertificateWithdraw {
    /// Its number.
    pub number: String,
    /// The first day on which it speaks no more; today where none is given.
    #[serde(default)]
    pub on: Option<Day>,
    /// Why.
    pub reason: String,
}

impl Command for CertificateWithdraw {
    type Answer = CertificateRow;
    const NAME: &'static str = "certificate_withdraw";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| {
            let on = self.on.unwrap_or(tx.today());
            certificates::withdraw(tx, &self.number, on, &self.reason)
        })?;
        now(workspace, &self.number)
    }
}
