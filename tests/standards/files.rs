//! Every row of every embedded file: counts, references that exist, notes that stay short.

use std::collections::{BTreeMap, HashSet};

use clausebook::standards::{Catalogue, ClauseRef, EditionId, Kind, Relation, RequiredKind, catalogue, data};

fn file(name: &str) -> &'static str {
    data::EMBEDDED.iter().find(|(n, _)| *n == name).expect("an embedded file").1
}

fn table(name: &str) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(file(name).as_bytes()).deserialize().collect::<Result<_, _>>().expect("a readable table")
}

fn count(edition: &str, kind: Kind) -> usize {
    catalogue().clauses(&edition.parse().expect("an edition")).filter(|c| c.kind == kind).count()
}

#[test]
fn every_file_is_read_and_every_row_arrives() {
    let all = data::parse(data::EMBEDDED).expect("the embedded files are readable");
    let rows = |prefix: &str| -> usize {
        data::EMBEDDED.iter().filter(|(n, _)| n.starts_with(prefix)).map(|(n, _)| table(n).len()).sum()
    };
    assert_eq!(all.editions().len(), rows("editions"));
    assert_eq!(all.editions().iter().map(|e| all.clauses(&e.id).count()).sum::<usize>(), rows("clauses-"));
    assert_eq!(all.links().len(), rows("correlation-"));
    assert_eq!(all.specific().len(), rows("specific-requirements"));
    assert_eq!(all.terms(None).len(), rows("terms"));
    assert_eq!(all.processes().len(), rows("processes"));
    let marks: usize =
        table("clauses-20000-1-2018").iter().map(|r| r["marks"].split(';').filter(|m| !m.is_empty()).count()).sum();
    let read: usize = all.clauses(&EditionId::new("20000-1", "2018")).map(|c| c.marks.len()).sum();
    assert_eq!(read, marks, "no mark is dropped because of its spelling");
}

#[test]
fn r1_the_common_structure_has_7_clauses_and_20_subclauses() {
    let spine = catalogue().spine();
    assert_eq!(spine.len(), 27);
    assert_eq!(spine.iter().filter(|s| !s.clause.contains('.')).count(), 7);
    assert_eq!(spine.first().map(|s| s.clause.as_str()), Some("4"));
    assert_eq!(spine.last().map(|s| s.clause.as_str()), Some("10.2"), "10 stands after 9");
}

#[test]
fn the_editions_have_the_known_number_of_clauses_and_controls() {
    assert_eq!(count("20000-1:2018", Kind::Clause), 88);
    assert_eq!(count("9001:2015", Kind::Clause), 91);
    assert_eq!(count("27001:2013", Kind::Clause), 35);
    assert_eq!(count("27001:2013", Kind::Domain), 14);
    assert_eq!(count("27001:2013", Kind::Objective), 35);
    assert_eq!(count("27001:2013", Kind::Control), 114);
    assert_eq!(count("27001:2022", Kind::Clause), 41);
    assert_eq!(count("27001:2022", Kind::Theme), 4);
    assert_eq!(count("27001:2022", Kind::Control), 93);
    let themes =
        ["A.5", "A.6", "A.7", "A.8"].map(|t| catalogue().leaves_below(&super::at(&format!("27001:2022/{t}"))).len());
    assert_eq!(themes, [37, 8, 14, 34]);
}

#[test]
fn tables_have_the_rows_of_the_guidance() {
    assert_eq!(table("correlation-table-3").len(), 88, "44 rows for each of two standards");
    let annex_b = table("correlation-annex-b");
    assert_eq!(annex_b.iter().filter(|r| r["derived"] == "no").count(), 55);
    assert_eq!(annex_b.iter().filter(|r| r["derived"] == "yes").count(), 13);
    assert_eq!(table("correlation-27001").len(), 61);
    assert_eq!(table("correlation-limited").len(), 3, "two groups for 8.5, and 7.1.3");
    let lists = |list: &str| catalogue().specific().iter().filter(|s| s.list == list).count();
    assert_eq!((lists("quality_specific"), lists("security_specific"), lists("service_specific")), (7, 9, 8));
    assert_eq!(table("required-documented-information").len(), 206);
}

#[test]
fn every_reference_in_every_file_exists() {
    let all = catalogue();
    let known =
        |r: &ClauseRef, place: &str| assert!(all.clause(r).is_some(), "{place} names {r}, which does not exist");
    for link in all.links() {
        known(&link.pivot, &link.table);
        for r in link.refs.iter().chain(&link.also_related).chain(&link.supporting) {
            known(r, &link.table);
        }
        let partnerless = matches!(link.relation, Some(Relation::None));
        assert!(!partnerless || link.refs.is_empty(), "{} says none and names a partner", link.pivot);
        assert!(partnerless || link.relation.is_none() || !link.refs.is_empty(), "{} has no partner", link.pivot);
    }
    for row in all.specific() {
        known(&row.reference, "specific-requirements");
        row.exceptions.iter().for_each(|r| known(r, "specific-requirements"));
        assert!(row.no_counterpart_in.iter().all(|e| all.edition_of(e).is_some()));
    }
    for process in all.processes() {
        process.clauses.iter().for_each(|r| known(r, "processes"));
    }
    for row in table("edition-map-27001") {
        if !row["from"].is_empty() {
            known(&format!("{}/{}", row["old"], row["from"]).parse().expect("a reference"), "edition-map");
        }
        row["to"]
            .split(';')
            .for_each(|to| known(&format!("{}/{to}", row["new"]).parse().expect("a reference"), "edition-map"));
    }
    for row in table("required-documented-information") {
        let reference = format!("{}/{}", row["edition"], row["clause"]).parse().expect("a reference");
        known(&reference, "required");
        assert!(all.required(&reference).iter().any(|r| r.item == row["item"]), "{reference} lost {}", row["item"]);
    }
    for row in table("one-way") {
        known(&format!("20000-1:2018/{}", row["clause"]).parse().expect("a reference"), "one-way");
        assert!(all.edition_of(&row["other"].parse().expect("an edition")).is_some());
    }
    for edition in all.editions() {
        let mut seen = HashSet::new();
        for clause in all.clauses(&edition.id) {
            assert!(seen.insert(&clause.reference), "{} occurs twice", clause.reference);
            assert!(!clause.title.is_empty(), "{} has no title", clause.reference);
            let above = clause.parent.as_ref().map(|p| edition.id.at(p.as_str()));
            assert!(above.is_none_or(|p| all.clause(&p).is_some()), "{} hangs in the air", clause.reference);
            let place = clause.spine.as_ref();
            assert!(
                place.is_none_or(|p| all.spine().iter().any(|s| s.clause == *p)),
                "{} has no place",
                clause.reference
            );
        }
        for place in all.spine() {
            let carried = all.clauses(&edition.id).any(|c| c.spine.as_deref() == Some(place.clause.as_str()));
            assert!(carried, "nothing in {} carries {}", edition.id, place.clause);
        }
    }
}

#[test]
fn notes_stay_short_and_name_no_web_site() {
    for (name, text) in data::EMBEDDED {
        for row in table(name) {
            for (column, cell) in &row {
                if column == "note" {
                    assert!(cell.split_whitespace().count() <= 25, "{name}: long note: {cell}");
                }
            }
        }
        for trace in ["http", "www.", ".com"] {
            assert!(!text.to_lowercase().contains(trace), "{name} names {trace}");
        }
    }
}

#[test]
fn every_2013_control_leads_to_2022_and_back() {
    let all = catalogue();
    let controls = |edition: &str| {
        let id: EditionId = edition.parse().expect("an edition");
        all.clauses(&id).filter(|c| c.kind == Kind::Control).map(|c| c.reference.clone()).collect::<Vec<_>>()
    };
    for old in controls("27001:2013") {
        let after = all.successors(&old);
        assert!(!after.is_empty(), "{old} leads nowhere");
        assert!(after.iter().all(|new| all.predecessors(new).contains(&&old)), "{old}: the way back is missing");
    }
    let new: Vec<_> = controls("27001:2022").into_iter().filter(|c| all.predecessors(c).is_empty()).collect();
    assert_eq!(new.len(), 11, "eleven controls are new in 2022");
    assert!(new.iter().all(|r| all.clause(r).is_some_and(|c| !c.marks.is_empty())), "new controls are marked as new");
    assert_eq!(all.successors(&super::at("27001:2013/10.1"))[0].clause, "10.2", "10.1 and 10.2 change places");
    assert_eq!(all.successors(&super::at("27001:2013/10.2"))[0].clause, "10.1");
}

#[test]
fn r7_another_standard_comes_in_as_a_file() {
    let mut files = data::EMBEDDED.to_vec();
    files.push((
        "editions-22301",
        "standard,edition,name,subject,system,vocabulary,column,follows_common_structure,default,certifiable,exclusions,note\n\
         22301,2019,ISO 22301:2019,business continuity,BCMS,ISO 22300,4,yes,yes,yes,nothing,\n",
    ));
    files.push((
        "clauses-22301-2019",
        "clause,title,kind,spine,origin,untitled,marks,note,basis\n\
         4,Context of the organization,clause,4,common,no,,,general\n\
         4.3,Determining the scope,clause,4.3,common,no,,,general\n",
    ));
    let all: Catalogue = data::parse(&files).expect("a further standard is only data");
    let scope = all.reference("22301/4.3", &[]).expect("its clauses are found");
    assert_eq!(all.spine_of(&scope).map(|s| s.clause.as_str()), Some("4.3"), "it takes its place on the spine");
    let answers = all.correlate(&scope, None);
    assert_eq!(answers.len(), 3, "it is compared with every other standard");
    assert!(answers.iter().all(|a| a.matches.is_empty()), "no table speaks of it yet");
}

#[test]
fn required_documented_information_tells_documents_from_records() {
    let kinds = |r: &str| catalogue().required(&super::at(r)).iter().map(|r| r.kind).collect::<Vec<_>>();
    assert_eq!(kinds("9001/4.4.2"), [RequiredKind::Maintain, RequiredKind::Retain]);
    assert_eq!(kinds("9001/7.1.4"), []);
    assert_eq!(kinds("20000-1/7.5.4").len(), 12, "the list of 7.5.4 and its catch-all");
}
