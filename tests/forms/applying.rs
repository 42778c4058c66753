//! An example of every event about what applies.

use clausebook::applicability::{ApplicabilityEvent, ControlReach, Decision, Ground, Implemented, OwnControl};

use super::examples::on;

pub(super) fn applicability() -> Vec<ApplicabilityEvent> {
    let decision = |applies: bool, implemented: Option<Implemented>| Decision {
        applies,
        reason: "Customers reach us from outside".into(),
        grounds: vec![Ground::Risk, Ground::Contract],
        risks: vec!["RA-2026".into()],
        condition_met: None,
        implemented,
        reach: if applies { vec![ControlReach::Assets, ControlReach::Services] } else { Vec::new() },
        owner: "Head of IT".into(),
    };
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
