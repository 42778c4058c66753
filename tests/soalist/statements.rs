//! Statements of many makes: what each of their rows decides.

use clausebook::undo;

use super::makers::{cells, controls, decimals, handbook, opendocument, separated, sheet, toolkit};
use super::{Given, holding, left, line, nothing_is_lost, stands};
use crate::fixtures::files::docx;

/// A statement with what is to be made of it.
struct Case {
    name: &'static str,
    bytes: Vec<u8>,
    held: &'static str,
    listed: &'static str,
    /// Rows that are decided, asked; controls that are missing.
    counts: (usize, usize, usize),
    /// What stands afterwards.
    stands: &'static [(&'static str, &'static str)],
    left: &'static [(&'static str, &'static str)],
}

fn texts(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| cells(row)).collect()
}

/// All controls of 2022 under German names.
fn german() -> Vec<u8> {
    let mut rows = texts(&[
        &["Erklärung zur Anwendbarkeit (SoA)", "", "", "", "", "", "", ""],
        &["Stand: 03.11.2025", "", "", "", "", "", "", ""],
        &[
            "Maßnahmen-Nr.",
            "Maßnahme",
            "Anwendbar",
            "Begründung",
            "Umsetzungsstatus",
            "Zieltermin",
            "Verantwortlich",
            "Nachweis",
        ],
    ]);
    for (number, title, control) in controls("27001:2022") {
        let row: [&str; 6] = match number.as_str() {
            _ if !control => ["", "", "", "", "", ""],
            "A.5.7" => ["ja", "Risikobeurteilung", "geplant", "31.12.2026", "ISB", ""],
            "A.5.9" => ["ja", "Vertrag mit Kunden", "geplant Q3/2026", "", "IT-Leitung", ""],
            "A.7.4" => ["nein", "Keine eigenen Räume", "entfällt", "", "", ""],
            "A.8.9" => ["trifft zu", "R-07", "80 %", "", "IT-Leitung", "VA-09"],
            "A.8.12" => ["Ja", "Risiko", "nicht begonnen", "06/2027", "IT-Leitung", ""],
            _ => ["ja", "Risikobeurteilung", "umgesetzt", "", "ISB", "RL-01"],
        };
        let mut cells = vec![number, title];
        cells.extend(row.map(str::to_owned));
        rows.push(cells);
    }
    separated(&rows)
}

fn cases() -> Vec<Case> {
    vec![
        Case {
            name: "toolkit.xlsx",
            bytes: toolkit(),
            held: "27001:2013",
            listed: "27001:2013",
            counts: (113, 0, 0),
            stands: &[
                ("A.5.1.1", "yes: ; risk"),
                ("A.11.1.6", "no: There is no delivery area"),
                ("A.14.2.7", "undecided"),
                ("A.18.1.4", "yes: ; law, contract"),
            ],
            left: &[("14.2.7", "no_decision")],
        },
        Case {
            name: "handbook.xlsx",
            bytes: handbook(),
            held: "27001:2022",
            listed: "27001:2022",
            counts: (92, 0, 0),
            stands: &[
                ("A.5.1", "yes: Risk assessment; yes; risk"),
                ("A.5.10", "yes: Risk assessment; yes; risk"),
                ("A.5.7", "yes: Risk assessment; risk"),
                ("A.7.4", "no: No premises of our own"),
                ("A.8.11", "yes: Risk assessment; partly; risk"),
                ("A.8.30", "undecided"),
            ],
            left: &[("8.30", "no_decision")],
        },
        Case {
            name: "erklaerung.csv",
            bytes: german(),
            held: "27001:2022",
            listed: "27001:2022",
            counts: (93, 0, 0),
            stands: &[
                ("A.5.1", "yes: Risikobeurteilung; yes; risk; ISB"),
                ("A.5.7", "yes: Risikobeurteilung; 2026-12-31; risk; ISB"),
                ("A.5.9", "yes: Vertrag mit Kunden; 2026-09-30; IT-Leitung"),
                ("A.7.4", "no: Keine eigenen Räume"),
                ("A.8.9", "yes: R-07; partly; IT-Leitung"),
                ("A.8.12", "yes: Risiko; 2027-06-30; risk; IT-Leitung"),
            ],
            left: &[("A.5", "group"), ("A.6", "group"), ("A.7", "group"), ("A.8", "group")],
        },
        Case {
            name: "declaration.csv",
            bytes: separated(&texts(&[
                &["Mesure", "Intitulé", "Applicable", "Justification de l’inclusion", "Justification de l’exclusion", "État de mise en œuvre", "Échéance"],
                &["A.5.1", "Politiques", "Oui", "Analyse de risques", "", "Mis en œuvre", ""],
                &["A.7.4", "Surveillance physique", "Non", "", "Pas de locaux", "Sans objet", ""],
                &["A.8.24", "Cryptographie", "Oui", "RGPD", "", "Planifié", "T3 2026"],
                &["A.8.28", "Codage sécurisé", "Oui", "Exigence légale", "", "En partie", ""],
            ])),
            held: "27001:2022",
            listed: "27001:2022",
            counts: (4, 0, 89),
            stands: &[
                ("A.5.1", "yes: Analyse de risques; yes; risk"),
                ("A.7.4", "no: Pas de locaux"),
                ("A.8.24", "yes: RGPD; 2026-09-30"),
                ("A.8.28", "yes: Exigence légale; partly; law"),
            ],
            left: &[],
        },
        Case {
            name: "declaracion.xlsx",
            bytes: sheet(
                "Declaración",
                &texts(&[
                    &["Control", "Nombre del control", "¿Aplica?", "Justificación", "Estado de implantación", "Responsable", "Riesgos"],
                    &["5.1", "Políticas", "Sí", "Buenas prácticas", "Implantado", "CISO", "R-01, R-02"],
                    &["5.19", "Proveedores", "Sí", "Contrato", "En curso (30/06/2026)", "Compras", "R-09"],
                    &["7.4", "Supervisión", "No aplica", "Sin oficinas propias", "", "", ""],
                ]),
            ),
            held: "27001:2022",
            listed: "27001:2022",
            counts: (3, 0, 90),
            stands: &[
                ("A.5.1", "yes: Buenas prácticas; yes; business; R-01, R-02; CISO"),
                ("A.5.19", "yes: Contrato; 2026-06-30; contract; R-09; Compras"),
                ("A.7.4", "no: Sin oficinas propias"),
            ],
            left: &[],
        },
        Case {
            name: "decimals.xlsx",
            bytes: decimals(true),
            held: "27001:2022",
            listed: "27001:2022",
            counts: (93, 0, 0),
            stands: &[("A.5.1", "yes: for A.5.1"), ("A.5.10", "yes: for A.5.10"), ("A.8.30", "yes: for A.8.30")],
            left: &[],
        },
        Case {
            name: "decimals by their places.xlsx",
            bytes: decimals(false),
            held: "27001:2022",
            listed: "27001:2022",
            counts: (93, 0, 0),
            stands: &[("A.5.1", "yes: for A.5.1"), ("A.5.10", "yes: for A.5.10"), ("A.8.3", "yes: for A.8.3"), ("A.8.30", "yes: for A.8.30")],
            left: &[],
        },
        Case {
            name: "ticks.docx",
            bytes: docx(
                "Statement of Applicability",
                &[
                    &["Annex A control", "Applicable", "Not applicable", "Reason", "Implementation status"],
                    &["A.5 Organizational controls", "", "", "", ""],
                    &["A.5.1 Policies for information security", "✓", "", "LR, BR/BP", "In place"],
                    &["A.5.2 Information security roles and responsibilities", "☒", "", "LR", "Partially implemented"],
                    &["A.7.4 Physical security monitoring", "", "x", "Cloud only", ""],
                    &["A.8.1 User endpoint devices", "", "", "", ""],
                ],
                &[],
                "",
            ),
            held: "27001:2022",
            listed: "27001:2022",
            counts: (3, 0, 89),
            stands: &[
                ("A.5.1", "yes: LR, BR/BP; yes; law, business"),
                ("A.5.2", "yes: LR; partly; law"),
                ("A.7.4", "no: Cloud only"),
                ("A.8.1", "undecided"),
            ],
            left: &[("A.5 Organizational controls", "group"), ("A.8.1 User endpoint devices", "no_decision")],
        },
        Case {
            name: "status.csv",
            bytes: b"Control ID,Control Name,Status,Owner\nA.5.1,Policies,Implemented,CISO\nA.7.4,Monitoring,N/A,\nA.8.1,Endpoints,Planned 2026-12-31,IT\n".to_vec(),
            held: "27001:2022",
            listed: "27001:2022",
            counts: (3, 0, 90),
            stands: &[("A.5.1", "yes: ; yes; CISO"), ("A.7.4", "no: "), ("A.8.1", "yes: ; 2026-12-31; IT")],
            left: &[],
        },
        Case {
            name: "prefixed.ods",
            bytes: opendocument(&texts(&[
                &["Reference", "Control title", "Included / excluded", "Rationale"],
                &["ISO 27001 A.8.24", "Use of cryptography", "Included", "Best practice"],
                &["ISO/IEC 27001:2022 A.5.01", "Policies for information security", "Included", "Risk"],
                &["A5.7", "Threat intelligence", "Excluded", "Too small"],
                &["Annex A 5.8", "Information security in project management", "Included", "Contract"],
            ])),
            held: "27001:2022",
            listed: "27001:2022",
            counts: (4, 0, 89),
            stands: &[
                ("A.8.24", "yes: Best practice; business"),
                ("A.5.1", "yes: Risk; risk"),
                ("A.5.7", "no: Too small"),
                ("A.5.8", "yes: Contract; contract"),
            ],
            left: &[],
        },
        Case {
            name: "mixed.csv",
            bytes: separated(&texts(&[
                &["No.", "Requirement / control", "Applicable", "Justification"],
                &["4.1", "Understanding the organization and its context", "Yes", "always"],
                &["5.1", "Leadership and commitment", "Yes", "always"],
                &["A.5.1", "Policies for information security", "Yes", "a risk"],
                &["A.5.99", "No such thing", "Yes", "?"],
                &["KRITIS-1", "Island mode", "Yes", "law of critical infrastructure"],
                &["KRITIS-2", "Emergency power", "No", "none of ours"],
                &["Y", "applicable", "", ""],
            ])),
            held: "27001:2022",
            listed: "27001:2022",
            counts: (3, 0, 92),
            stands: &[
                ("A.5.1", "yes: a risk"),
                ("KRITIS-1", "yes: law of critical infrastructure"),
                ("KRITIS-2", "no: none of ours"),
            ],
            left: &[("4.1", "clause"), ("5.1", "clause"), ("A.5.99", "no_such_control"), ("Y", "no_control")],
        },
    ]
}

#[test]
fn statements_of_many_makes_are_taken_in_row_by_row() {
    for case in cases() {
        let mut at = holding(case.held);
        let given = Given::of(case.name, &case.bytes);
        let looked = given.look(&mut at).unwrap_or_else(|e| panic!("{}: {e:?}", case.name));
        nothing_is_lost(&looked);
        let what = |c: &clausebook::soalist::SoaCounts| (c.decided, c.asked, c.missing);
        let told: Vec<_> = looked.rows.iter().map(|r| (&r.key, &r.number, r.outcome, r.why, &r.doubts)).collect();
        assert_eq!(what(&looked.counts), case.counts, "{}: {told:#?} {:#?}", case.name, looked.list.columns);
        assert_eq!(looked.listed_edition, case.listed, "{}", case.name);
        let was_left: Vec<_> =
            left(&looked).into_iter().filter(|(_, why)| case.held != "27001:2013" || *why != "group").collect();
        assert_eq!(was_left, case.left, "{}", case.name);
        at.workspace.take_written();
        let taken = given.import(&mut at).unwrap();
        assert_eq!((taken.counts, taken.written), (looked.counts, true), "{}: done as it was shown", case.name);
        for (control, wanted) in case.stands {
            assert_eq!(line(stands(&at, case.held, control).as_ref()), *wanted, "{} {control}", case.name);
        }
        let again = given.look(&mut at).unwrap();
        assert_eq!((again.counts.decided, again.counts.unchanged), (0, looked.counts.decided), "{}: again", case.name);
        at.rebuilds_the_same();
        undo::undo(&mut at.workspace).unwrap();
        for (control, _) in case.stands.iter().filter(|(control, _)| control.starts_with("A.")) {
            assert_eq!(stands(&at, case.held, control), None, "{} {control}: one step back", case.name);
        }
    }
}
