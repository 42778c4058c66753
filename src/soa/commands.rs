//! Issuing a version.

use super::events::SoaEvent;
use super::model::{SoaControl, controls, label};
use super::text::Text;
use super::{queries, refusals};
use crate::applicability;
use crate::error::Result;
use crate::ids::StatementId;
use crate::people::{self, Duty};
use crate::standards::EditionId;
use crate::statements::Signing;
use crate::systems;
use crate::workspace::Tx;

/// So many controls are named in a refusal.
const NAMED: usize = 8;

/// Issues the next version of the statement, or a draft of it, as things are decided now; answers what it is called. It is
/// signed where whoever acts has a key.
///
/// # Errors
/// `refused` for a standard without controls, where controls are undecided, without a reason or do not say whether they are in place unless it is a draft, and
/// where nothing changed; `key_unusable` as [`Signing::sign`].
pub fn issue(tx: &mut Tx<'_>, standard: &str, draft: bool, reason: &str, signing: &Signing<'_>) -> Result<String> {
    let actor = people::on_duty(tx.db(), tx.actor(), Duty::Manage)?;
    let edition = statement_edition(tx.db(), standard)?;
    let system = systems::system(tx.db(), &edition.to_string())?;
    let controls = controls(applicability::list(tx.db(), &edition)?);
    let issued = queries::versions(tx.db(), &edition)?;
    let last = issued.iter().filter(|version| version.draft == 0).map(|version| version.version).max();
    if !draft {
        complete(&controls)?;
        let same = |version: &queries::Version| version.draft == 0 && Some(version.version) == last;
        if let Some(version) = issued.iter().find(|version| same(version))
            && queries::controls_of(tx.db(), version.id)? == controls
        {
            return Err(refusals::soa_unchanged(&version.label));
        }
    }
    let version = last.unwrap_or_default() + 1;
    let drafts = issued.iter().filter(|other| other.version == version).map(|other| other.draft).max();
    let draft = if draft { drafts.unwrap_or_default() + 1 } else { 0 };
    let (id, day, label) = (StatementId::new(), tx.today(), label(version, draft));
    let statement = system.statement;
    let scope = [statement.text, statement.boundaries].into_iter().find(|text| !text.is_empty()).unwrap_or_default();
    let organisation = systems::organisation(tx.db())?;
    let text = Text {
        workspace: signing.workspace,
        id,
        edition: &system.edition,
        label: &label,
        draft: draft > 0,
        organisation: &organisation,
        scope: &scope,
        reason: reason.trim(),
        day,
        email: &actor.email,
        controls: &controls,
    };
    let (key, signature) =
        signing.sign(tx.db(), &actor, day, &text.written())?.map(|made| (made.key, made.armour)).unzip();
    tx.append(&SoaEvent::Issued {
        id,
        system: system.id,
        edition,
        version,
        draft,
        day,
        reason: reason.trim().to_owned(),
        organisation,
        scope,
        controls,
        signer: actor.id,
        email: actor.email,
        key,
        signature,
    })?;
    Ok(label)
}

/// The edition held whose controls a statement takes in or leaves out.
///
/// # Errors
/// `refused` for a standard that asks for none; `unknown_standard`, `not_found`.
pub fn statement_edition(db: &rusqlite::Connection, standard: &str) -> Result<EditionId> {
    let edition = applicability::system_edition(db, standard)?;
    if applicability::has_controls(&edition) {
        return Ok(edition);
    }
    Err(refusals::soa_elsewhere(systems::system(db, &edition.to_string())?.code))
}

/// Whether every control is decided, with a reason, and each that applies says whether it is in place.
fn complete(controls: &[SoaControl]) -> Result<()> {
    let named = |which: &dyn Fn(&SoaControl) -> bool| {
        let all: Vec<&str> = controls.iter().filter(|one| which(one)).map(|one| one.code.as_str()).collect();
        let more = if all.len() > NAMED { ", …" } else { "" };
        (all.len(), format!("{}{more}", all.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ")))
    };
    let (count, open) = named(&|one| one.decision.is_none());
    if count > 0 {
        return Err(refusals::soa_undecided(count, open));
    }
    let (count, silent) = named(&|one| !one.reasoned());
    if count > 0 {
        return Err(refusals::soa_without_reason(count, silent));
    }
    let (count, unsaid) = named(&|one| !one.says_in_place());
    if count > 0 { Err(refusals::soa_in_place_unsaid(count, unsaid)) } else { Ok(()) }
}
