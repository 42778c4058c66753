//! An example of every event about what applies.

use clausebook::applicability::{ApplicabilityEvent, ControlReach, Decision, Ground, Implemented, OwnControl};

use clausebook::ids::{PersonId, StatementId, SystemId};
use clausebook::soa::{SoaControl, SoaEvent};

use super::examples::{id, on};

fn decision(applies: bool, implemented: Option<Implemented>) -> Decision {
    Decision {
        applies,
        reason: "Customers reach us from outside".into(),
        grounds: vec![Ground::Risk, Ground::Contract],
        risks: vec!["RA-2026".into()],
        condition_met: None,
        implemented,
        reach: if applies { vec![ControlReach::Assets, ControlReach::Services] } else { Vec::new() },
        owner: "Head of IT".into(),
    }
}

pub(super) fn issued() -> Vec<SoaEvent> {
    let control = |code: &str, decision: Option<Decision>| SoaControl {
        code: code.into(),
        title: "Network security".into(),
        origin: Some("Rules for operators".into()),
        decision,
    };
    vec![SoaEvent::Issued {
        id: StatementId(id(70)),
        system: SystemId(id(2)),
        edition: "27001:2022".parse().unwrap(),
        version: 2,
        draft: 1,
        day: on(9),
        reason: "For the surveillance audit".into(),
        organisation: "Harbour Laboratories".into(),
        scope: "All of it".into(),
        controls: vec![control("A.8.20", Some(decision(true, Some(Implemented::Yes)))), control("K-1", None)],
        signer: PersonId(id(1)),
        email: "quality@example.org".into(),
        key: Some("ssh-ed25519 AAAA".into()),
        signature: Some("-----BEGIN SSH SIGNATURE-----".into()),
    }]
}

pub(super) fn applicability() -> Vec<ApplicabilityEvent> {
    vec![
        ApplicabilityEvent::Decided {
            reference: "27001:2022/A.8.20".parse().unwrap(),
            before: Some(decision(false, None)),
            after: Some(decision(true, Some(Implemented::By(on(20))))),
            source: "SoA.xlsx, row 12".into(),
        },
        ApplicabilityEvent::ControlSet {
            edition: "27001:2022".parse().unwrap(),
            code: "K-1".into(),
            before: Some(OwnControl { title: "Island mode".into(), origin: String::new() }),
            after: Some(OwnControl { title: "Island operation".into(), origin: "Rules for operators".into() }),
            reason: "Misnamed".into(),
        },
    ]
}
