//! What applies at the sample organisation, its Statement of Applicability, its certificates and who surrounds it.

use super::story::{CERTIFICATES, Paper, Partner, REQUIREMENTS, Ruled, STATEMENT};
use crate::applicability::{self, Change, ControlReach, Ground, Implemented};
use crate::certificates::{self, Entered, NewCertificate};
use crate::day::Day;
use crate::error::Result;
use crate::parties::{self, Held, NewParty, PartyFact, PartyKind};
use crate::requirements::{self, NewRequirement, RequirementKind};
use crate::soa;
use crate::statements::{Keys, Signing};
use crate::systems::{self, RunBy};
use crate::workspace::{Tx, Workspace};

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Decides on some controls, or on a clause of 9001.
pub(super) fn decide(tx: &mut Tx<'_>, ruled: &Ruled, today: Day) -> Result<()> {
    let day = |ahead: i64| {
        let days = ahead.unsigned_abs();
        if ahead < 0 { today.minus_days(days) } else { today.plus_days(days) }
    };
    let implemented = match ruled.planned {
        Some(ahead) => Some(Implemented::By(day(ahead))),
        None if ruled.in_place.is_empty() => None,
        None => Some(ruled.in_place.parse()?),
    };
    let change = Change {
        applies: Some(ruled.applies),
        reason: Some(ruled.reason.into()),
        grounds: Some(ruled.grounds.iter().map(|word| Ground::parse(word)).collect::<Result<_>>()?),
        risks: Some(owned(ruled.risks)),
        condition_met: (ruled.standard == "9001" && !ruled.applies).then_some(true),
        implemented,
        reach: Some(ruled.reach.iter().map(|word| ControlReach::parse(word)).collect::<Result<_>>()?),
        owner: Some(ruled.owner.into()),
    };
    applicability::decide(tx, ruled.standard, &owned(ruled.on), &change).map(drop)
}

/// Issues the Statement of Applicability. Nobody there has a key yet, so that it is not signed.
pub(super) fn issue(workspace: &mut Workspace) -> Result<()> {
    workspace.act_as("quality@example.org");
    let keys = Keys::of(workspace.root(), None);
    let signing = Signing { workspace: workspace.id(), keys: &keys, file: None, passphrase: None };
    workspace.transact(|tx| soa::issue(tx, "27001", false, STATEMENT.1, &signing)).map(drop)
}

/// Enters the certificates on the day on which they were issued.
pub(super) fn certify(tx: &mut Tx<'_>, day: Day) -> Result<()> {
    for Paper { system, number, words, scope, statement } in CERTIFICATES {
        let entered = Entered {
            number: (*number).into(),
            body: "Certification body".into(),
            words: (*words).into(),
            scope: systems::scope_codes(tx.db(), &owned(scope))?,
            issued: day,
            valid_until: day.plus_days(3 * 365 - 1),
            surveillance: vec![day.plus_days(365), day.plus_days(2 * 365)],
            statement: (*statement).into(),
        };
        certificates::issue(tx, NewCertificate { system, entered })?;
    }
    Ok(())
}

/// Enters a supplier with what is on file of it.
pub(super) fn partner(tx: &mut Tx<'_>, partner: &Partner) -> Result<()> {
    parties::add(tx, NewParty { name: partner.name, kind: Some(PartyKind::External), ..NewParty::default() })?;
    for (fact, words) in partner.facts {
        let held = Held { document: String::new(), words: (*words).into() };
        parties::note(tx, partner.name, PartyFact::parse(fact)?, Some(held))?;
    }
    Ok(())
}

/// Writes down who runs each service and what customers require of it.
pub(super) fn require(tx: &mut Tx<'_>) -> Result<()> {
    for (service, text, agreed) in REQUIREMENTS {
        systems::set_run_by(tx, service, RunBy::Own, &[], "Run by the service department")?;
        let kind = RequirementKind::Service;
        requirements::add(tx, NewRequirement { kind, text, agreed, service: Some(service), implied: false })?;
    }
    Ok(())
}
