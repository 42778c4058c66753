//! Who surrounds the sample organisation: suppliers, customers' requirements, certification bodies.

use super::form::{Paper, Partner};

/// Suppliers, with what is on file of them, so many days ago.
pub(in crate::demo) const PARTNERS: &[Partner] = &[
    Partner {
        name: "Network carrier",
        age: 245,
        facts: &[
            ("serves", "QMS, SMS, ISMS"),
            ("contract", "Framework contract, kept in Purchasing"),
            ("contract_services", "Lines to Oslo, Bergen and Trondheim"),
            ("contract_requirements", "Encryption and reporting of outages"),
            ("contract_targets", "99.9 % of each month"),
            ("contract_responsibilities", "Repairs up to the socket"),
            ("contract_authorities", "Changes are approved by the Service Manager"),
            ("targets_compared", "fits"),
            ("evaluation_criteria", "Availability, answer times, price"),
            ("evaluation_results", "82 of 100"),
            ("risk", "IP-01, row 5: line to Bergen is cut"),
        ],
    },
    Partner {
        name: "Landlord in Bergen",
        age: 244,
        facts: &[
            ("serves", "ISMS"),
            ("contract", "Lease with power and cooling"),
            ("risk", "IP-01, row 2: power failure in Bergen"),
        ],
    },
];

/// What customers require and agreed to.
pub(in crate::demo) const REQUIREMENTS: &[(&str, &str, &str)] = &[
    ("WORKPLACE", "Calls are answered within 30 seconds on nine of ten occasions", "Service level agreement SLA-01"),
    ("HOSTING", "Servers in Bergen are back within four hours", "Hosting contracts, appendix 2"),
];

/// So many days ago they were written down.
pub(in crate::demo) const REQUIRED: u64 = 205;

/// The certificates, issued so many days ago for three years, looked at again each year.
pub(in crate::demo) const CERTIFICATES: &[Paper] = &[
    Paper {
        system: "QMS",
        number: "QM-27-0411",
        words: "Operation of workplaces and servers for customers",
        scope: &["OSL", "BGO", "TRD"],
        statement: "",
    },
    Paper {
        system: "SMS",
        number: "SM-27-0412",
        words: "Managed workplace and business hosting",
        scope: &["OSL", "BGO", "TRD"],
        statement: "",
    },
    Paper {
        system: "ISMS",
        number: "IS-27-0413",
        words: "Head office in Oslo and data centre in Bergen",
        scope: &["OSL", "BGO"],
        statement: "1",
    },
];

/// So many days ago they were issued.
pub(in crate::demo) const CERTIFIED: u64 = 170;
