//! What applies at the sample organisation, and why.

use super::form::Ruled;

const RULED: Ruled = Ruled {
    standard: "27001",
    on: &[],
    age: 300,
    applies: true,
    reason: "",
    grounds: &["risk"],
    risks: &["IP-01, risk assessment of the year"],
    in_place: "yes",
    planned: None,
    reach: &["assets", "services"],
    owner: "Information Security Officer",
};

/// What was decided, group by group and then on single controls. All of Annex A is decided before the first version.
pub(in crate::demo) const RULED_ON: &[Ruled] = &[
    Ruled { on: &["A.5"], reason: "Customers' information is handled at both sites in scope.", ..RULED },
    Ruled {
        on: &["A.6"],
        reason: "Staff and contractors have access to customers' systems.",
        reach: &["assets"],
        owner: "Managing Director",
        ..RULED
    },
    Ruled {
        on: &["A.7"],
        reason: "Head office and data centre hold equipment and papers.",
        owner: "Service Manager",
        ..RULED
    },
    Ruled { on: &["A.8"], reason: "Hosting and the own network can be attacked and can fail.", ..RULED },
    Ruled {
        on: &["A.5.31", "A.5.34"],
        reason: "Law on personal data, and the processing agreements with customers.",
        grounds: &["law", "contract"],
        owner: "Managing Director",
        ..RULED
    },
    Ruled {
        on: &["A.8.25", "A.8.28", "A.8.30"],
        applies: false,
        reason: "No software is developed, neither here nor by others for us.",
        grounds: &[],
        risks: &["IP-01, row 12: no development"],
        in_place: "",
        reach: &[],
        ..RULED
    },
    Ruled {
        on: &["A.7.6"],
        applies: false,
        reason: "There is no secure area in which work goes on: the data hall is entered for moments and in company.",
        grounds: &[],
        risks: &["IP-01, row 17: data hall"],
        in_place: "",
        reach: &[],
        owner: "Service Manager",
        ..RULED
    },
    Ruled { on: &["A.8.11"], reason: "Test copies of customers' databases are made.", in_place: "partly", ..RULED },
    Ruled {
        on: &["A.5.7"],
        reason: "Attacks on providers like us are in the news every month.",
        in_place: "no",
        planned: Some(120),
        ..RULED
    },
    Ruled {
        on: &["A.8.12"],
        reason: "Files of customers could leave by mail.",
        in_place: "no",
        planned: Some(75),
        owner: "",
        ..RULED
    },
    Ruled {
        on: &["A.8.23"],
        reason: "Staff open links that customers send.",
        in_place: "no",
        planned: Some(-60),
        ..RULED
    },
    Ruled {
        standard: "9001",
        on: &["8.3"],
        applies: false,
        reason: "Services are taken from the catalogue and not developed for customers.",
        grounds: &[],
        risks: &[],
        in_place: "",
        reach: &[],
        owner: "Quality Manager",
        ..RULED
    },
    // Since the version that was issued.
    Ruled { on: &["A.8.23"], age: 40, reason: "Staff open links that customers send.", ..RULED },
];

/// So many days ago the Statement of Applicability was issued for the first time.
pub(in crate::demo) const STATEMENT: (u64, &str) = (180, "For the certification audit");
