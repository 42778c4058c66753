//! The documents of the sample organisation.

use super::form::Doc;

const DOC: Doc = Doc {
    code: "",
    title: "",
    kind: "procedure",
    folder: "Procedures",
    owner: "Quality Manager",
    version: "1.0",
    age: 200,
    interval: 12,
    scope: &[],
    clauses: &[],
    text: &[],
    draft: false,
    revised: None,
    reviewed: None,
    why_confirmed: "",
};

/// The documents.
pub(in crate::demo) const DOCUMENTS: &[Doc] = &[
    Doc {
        code: "QM-POL-01",
        title: "Quality policy",
        kind: "policy",
        folder: "Policies",
        age: 390,
        clauses: &["9001/5.2.1", "9001/5.2.2"],
        text: &[
            "We deliver what we have promised, on the day we have promised it.",
            "Every complaint is an order to improve.",
        ],
        reviewed: Some(30),
        why_confirmed: "Goals and customers are unchanged; read with the Managing Director.",
        ..DOC
    },
    Doc {
        code: "SM-POL-01",
        title: "Service management policy",
        kind: "policy",
        folder: "Policies",
        owner: "Service Manager",
        age: 395,
        clauses: &["20000-1/5.2.1", "20000-1/5.2.2"],
        text: &[
            "Services follow the agreements with our customers.",
            "Improvement covers services as well as the system.",
        ],
        ..DOC
    },
    Doc {
        code: "IS-POL-01",
        title: "Information security policy",
        kind: "policy",
        folder: "Policies",
        owner: "Information Security Officer",
        age: 380,
        clauses: &["27001/5.2", "27001/A.5.1", "20000-1/8.7.3.1"],
        text: &[
            "Information is shared by need, not by habit.",
            "Whoever notices an incident reports it within the hour.",
        ],
        revised: Some((90, "1.1")),
        ..DOC
    },
    Doc {
        code: "IS-POL-02",
        title: "Access control policy",
        kind: "policy",
        folder: "Policies",
        owner: "Information Security Officer",
        age: 372,
        scope: &["OSL", "BGO"],
        clauses: &["27001/A.5.15", "27001/A.5.16", "27001/A.5.18"],
        text: &[
            "Access is given for a task and taken back when the task ends.",
            "Rights are looked through twice a year.",
        ],
        ..DOC
    },
    Doc {
        code: "QP-01",
        title: "Control of documents and records",
        age: 365,
        clauses: &["9001/7.5", "20000-1/7.5", "27001/7.5"],
        text: &[
            "Every document has a number, an owner and a day on which it is looked at again.",
            "Records are kept where they cannot be changed unnoticed.",
        ],
        revised: Some((120, "2.0")),
        ..DOC
    },
    Doc {
        code: "QP-02",
        title: "Internal audit",
        age: 300,
        clauses: &["9001/9.2.1", "20000-1/9.2.1", "27001/9.2"],
        text: &["One programme serves three standards; the result is told for each.", "Nobody audits their own work."],
        ..DOC
    },
    Doc {
        code: "QP-03",
        title: "Nonconformity and corrective action",
        age: 310,
        clauses: &["9001/10.2", "20000-1/10.1", "27001/10.2"],
        text: &["First contain, then find the cause, then act, then look whether it helped."],
        ..DOC
    },
    Doc {
        code: "QP-04",
        title: "Management review",
        age: 320,
        clauses: &["9001/9.3.1", "9001/9.3.2", "20000-1/9.3", "~27001/9.3"],
        text: &["Twice a year top management looks at all three systems together."],
        ..DOC
    },
    Doc {
        code: "QP-05",
        title: "Supplier management",
        owner: "Purchasing Manager",
        age: 250,
        clauses: &["9001/8.4", "20000-1/8.3.4.1", "27001/A.5.19"],
        text: &[
            "Suppliers are chosen, watched and judged by the same questions.",
            "Contracts name targets, responsibilities and the way out.",
        ],
        ..DOC
    },
    Doc {
        code: "SP-01",
        title: "Change management",
        owner: "Change Manager",
        age: 240,
        clauses: &["20000-1/8.5.1", "9001/6.3"],
        text: &[
            "No change without a plan for the way back.",
            "Emergency changes are reviewed on the next working day.",
        ],
        ..DOC
    },
    Doc {
        code: "SP-02",
        title: "Incident and service request handling",
        owner: "Service Manager",
        age: 230,
        clauses: &["20000-1/8.6.1", "20000-1/8.6.2", "~27001/A.5.26"],
        text: &["Every call gets a number, a priority and somebody who answers for it."],
        ..DOC
    },
    Doc {
        code: "SP-03",
        title: "Service continuity plan",
        kind: "plan",
        folder: "Plans",
        owner: "Service Manager",
        age: 220,
        interval: 6,
        scope: &["BGO"],
        clauses: &["20000-1/8.7.2", "27001/A.5.29"],
        text: &["If Bergen is out of reach, hosting goes on from the second data hall within four hours."],
        ..DOC
    },
    Doc {
        code: "IP-01",
        title: "Risk assessment and treatment",
        owner: "Information Security Officer",
        age: 260,
        clauses: &["27001/6.1.2", "27001/6.1.3", "20000-1/6.1.2", "9001/6.1.1"],
        text: &[
            "Risks are found through confidentiality, integrity and availability, rated by impact and likelihood, and owned by somebody.",
        ],
        ..DOC
    },
    Doc {
        code: "SLA-01",
        title: "Service level agreement managed workplace",
        kind: "agreement",
        folder: "Agreements",
        owner: "Service Manager",
        age: 210,
        clauses: &["20000-1/8.3.3", "9001/8.2.2"],
        text: &[
            "Calls are answered within 30 seconds on nine of ten occasions.",
            "Service credit of four per cent for each missed target.",
        ],
        ..DOC
    },
    Doc {
        code: "CAT-01",
        title: "Service catalogue",
        kind: "register",
        folder: "Plans",
        owner: "Service Manager",
        age: 150,
        interval: 6,
        clauses: &["20000-1/8.2.4"],
        text: &["Managed workplace: computers, accounts, help.", "Business hosting: servers and databases in Bergen."],
        ..DOC
    },
    Doc {
        code: "SCP-01",
        title: "Scopes of the management systems",
        kind: "manual",
        folder: "Plans",
        age: 180,
        clauses: &["9001/4.3", "20000-1/4.3", "27001/4.3"],
        text: &["The information security management system leaves Trondheim out; the other two take in all sites."],
        ..DOC
    },
    Doc {
        code: "IS-POL-03",
        title: "Availability policy",
        kind: "policy",
        folder: "Policies",
        owner: "Information Security Officer",
        version: "0.9",
        age: 20,
        clauses: &["27001/A.8.14", "20000-1/8.7.1"],
        text: &["Draft: targets for availability are still to be agreed with the service owners."],
        draft: true,
        ..DOC
    },
];
