//! The records of the sample organisation.

use super::form::Rec;

const REC: Rec =
    Rec { title: "", kind: "", form: "docx", age: 30, covers: None, valid: None, scope: &[], clauses: &[], lines: &[] };

/// The records.
pub(in crate::demo) const RECORDS: &[Rec] = &[
    Rec {
        title: "Internal audit report Oslo",
        kind: "Internal audits",
        age: 210,
        valid: Some(365),
        scope: &["OSL"],
        clauses: &["9001/9.2.2", "20000-1/9.2.2", "27001/9.2"],
        lines: &["Two findings, both closed.", "Good practice: the change calendar hangs in the corridor."],
        ..REC
    },
    Rec {
        title: "Internal audit report Bergen",
        kind: "Internal audits",
        age: 120,
        valid: Some(365),
        scope: &["BGO"],
        clauses: &["9001/9.2.2", "20000-1/9.2.2", "27001/9.2"],
        lines: &["One finding: visitor book without a column for the host."],
        ..REC
    },
    Rec {
        title: "Minutes of the management review, first half",
        kind: "Management review",
        age: 140,
        covers: Some(180),
        valid: Some(365),
        scope: &["ALL"],
        clauses: &["9001/9.3.3", "20000-1/9.3", "27001/9.3"],
        lines: &["Customer satisfaction index 8.1.", "Decision: a second person for the service desk in Trondheim."],
        ..REC
    },
    Rec {
        title: "Risk register",
        kind: "Risk",
        form: "xlsx",
        age: 100,
        valid: Some(365),
        scope: &["OSL", "BGO"],
        clauses: &["27001/8.2", "27001/8.3", "20000-1/6.1.2"],
        lines: &["Power failure in Bergen: high, generator contract", "Loss of a notebook: medium, encrypted disks"],
        ..REC
    },
    Rec {
        title: "Supplier evaluation",
        kind: "Suppliers",
        form: "xlsx",
        age: 80,
        covers: Some(365),
        clauses: &["9001/8.4.1", "20000-1/8.3.4.1", "27001/A.5.22"],
        lines: &["Network carrier: 82 of 100", "Cleaning: 61 of 100, talk agreed"],
        ..REC
    },
    Rec {
        title: "Incidents of the quarter",
        kind: "Incidents",
        form: "csv",
        age: 40,
        covers: Some(90),
        clauses: &["20000-1/8.6.1", "27001/A.5.26"],
        lines: &["printer queue stopped", "certificate of the portal expired", "badge reader out of order"],
        ..REC
    },
    Rec {
        title: "Changes of the quarter",
        kind: "Changes",
        form: "csv",
        age: 38,
        covers: Some(90),
        clauses: &["20000-1/8.5.1", "9001/8.5.6"],
        lines: &["switch replaced", "mail relay retired"],
        ..REC
    },
    Rec {
        title: "Restore test of the ticket database",
        kind: "Backup tests",
        form: "txt",
        age: 60,
        valid: Some(180),
        scope: &["BGO"],
        clauses: &["27001/A.8.13"],
        lines: &["Restored from tape 14, 38 minutes, all rows there."],
        ..REC
    },
    Rec {
        title: "Continuity exercise Bergen",
        kind: "Continuity",
        age: 390,
        valid: Some(365),
        scope: &["BGO"],
        clauses: &["20000-1/8.7.2", "27001/A.5.29"],
        lines: &["Second data hall took over after 3 hours and 20 minutes."],
        ..REC
    },
    Rec {
        title: "Training matrix",
        kind: "Training",
        form: "xlsx",
        age: 90,
        covers: Some(365),
        scope: &["ALL"],
        clauses: &["9001/7.2", "20000-1/7.2", "27001/7.2"],
        lines: &["Service desk: telephone training", "Hosting: security basics"],
        ..REC
    },
    Rec {
        title: "Access rights review directory",
        kind: "Access reviews",
        form: "xlsx",
        age: 70,
        valid: Some(180),
        scope: &["OSL", "BGO"],
        clauses: &["27001/A.5.18"],
        lines: &["Four rights taken back", "One shared account closed"],
        ..REC
    },
    Rec {
        title: "Service level report of the quarter",
        kind: "Service reports",
        form: "xlsx",
        age: 35,
        covers: Some(90),
        clauses: &["20000-1/9.4", "20000-1/8.3.3", "9001/9.1.1"],
        lines: &["Calls answered in time: 93 %", "Availability hosting: 99.96 %"],
        ..REC
    },
    Rec {
        title: "Corrective actions of the year",
        kind: "Corrective actions",
        form: "csv",
        age: 25,
        covers: Some(365),
        scope: &["ALL"],
        clauses: &["9001/10.2.2", "20000-1/10.1", "27001/10.2"],
        lines: &["column for the host added to the visitor book", "reminder for certificates set"],
        ..REC
    },
];
