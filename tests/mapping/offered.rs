//! What is proposed from every leaf of every edition, by a second reading of the tables that shares nothing with the first.

use std::collections::{BTreeMap, BTreeSet};

use clausebook::mapping::{self, Strength};
use clausebook::standards::{ClauseRef, EditionId};

use crate::support::organisation::Organisation;

type Row = BTreeMap<String, String>;

fn table(name: &str) -> Vec<Row> {
    let path = format!("{}/schema/standards/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

fn list(cell: &str) -> Vec<String> {
    cell.split(';').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// `9001:2015/7.5.3`.
type Ref = String;

fn edition(clause: &str) -> &str {
    clause.split('/').next().unwrap()
}

fn number(clause: &str) -> &str {
    clause.split('/').nth(1).unwrap()
}

fn below(clause: &str, above: &str) -> bool {
    clause.strip_prefix(above).is_some_and(|rest| rest.starts_with('.'))
}

/// A partner: relation, limited, and whether this direction may be enough by the table of one-way rows.
#[derive(Debug, Clone, PartialEq)]
struct Hit {
    to: Ref,
    relation: String,
    limited: bool,
    enough: bool,
    /// Whether a row of the table of one-way rows is about it.
    one_sided: bool,
    part: Option<String>,
    through: bool,
    /// Whether it was found through the clause or group above.
    by_whole: bool,
    /// Whether it runs over two steps of which neither is identical text.
    twice: bool,
}

struct Tables {
    /// Every clause with the common clause whose text it carries.
    clauses: BTreeMap<Ref, String>,
    kinds: BTreeMap<Ref, String>,
    rows: Vec<(Row, bool)>,
    additions: BTreeSet<Ref>,
    none: Vec<(Ref, Vec<String>)>,
    one_way: Vec<Row>,
    moves: Vec<(Ref, Vec<Ref>)>,
    points: Vec<Row>,
}

const PIVOT: &str = "20000-1:2018";
const OLD: &str = "27001:2013";
const NEW: &str = "27001:2022";
const QUALITY: &str = "9001:2015";

impl Tables {
    fn read() -> Self {
        let (mut clauses, mut kinds) = (BTreeMap::new(), BTreeMap::new());
        for edition in [QUALITY, PIVOT, OLD, NEW] {
            for row in table(&format!("clauses-{}", edition.replace(':', "-"))) {
                let clause = format!("{edition}/{}", row["clause"]);
                kinds.insert(clause.clone(), row["kind"].clone());
                clauses.insert(clause, row["spine"].clone());
            }
        }
        let mut rows = Vec::new();
        for name in ["table-3", "annex-b", "27001", "limited"] {
            rows.extend(table(&format!("correlation-{name}")).into_iter().map(|row| (row, name == "limited")));
        }
        let specific = table("specific-requirements");
        let of = |row: &Row| format!("{}/{}", row["edition"], row["clause"]);
        let moves = table("edition-map-27001").into_iter().filter(|row| !row["from"].is_empty());
        Self {
            clauses,
            kinds,
            rows,
            additions: specific.iter().filter(|row| row["list"] == "addition").map(of).collect(),
            none: specific.iter().map(|row| (of(row), list(&row["no_counterpart_in"]))).collect(),
            one_way: table("one-way"),
            moves: moves
                .map(|row| {
                    let to = list(&row["to"]).iter().map(|c| format!("{NEW}/{c}")).collect();
                    (format!("{OLD}/{}", row["from"]), to)
                })
                .collect(),
            points: table("open-points").into_iter().filter(|row| row["kind"] == "direction").collect(),
        }
    }

    fn above(&self, clause: &str) -> Vec<Ref> {
        let mut out: Vec<Ref> = self.clauses.keys().filter(|above| below(clause, above)).cloned().collect();
        out.sort_by_key(|above| std::cmp::Reverse(above.len()));
        out
    }

    fn leaves_of(&self, clause: &str) -> Vec<Ref> {
        let under: Vec<Ref> = self.clauses.keys().filter(|c| below(c, clause)).cloned().collect();
        let leaf = |c: &&Ref| !under.iter().any(|other| below(other, c));
        if under.is_empty() { vec![clause.to_owned()] } else { under.iter().filter(leaf).cloned().collect() }
    }

    /// Rows of the tables that name both.
    fn exact(&self, from: &str, target: &str) -> Vec<Hit> {
        let mut out: Vec<Hit> = Vec::new();
        for (row, limited) in &self.rows {
            if ["", "none"].contains(&row["relation"].as_str()) {
                continue;
            }
            let pivot = format!("{}/{}", row["pivot"], row["clause"]);
            let refs: Vec<Ref> = list(&row["refs"]).iter().map(|c| format!("{}/{c}", row["other"])).collect();
            let partners = if pivot == from && row["other"] == target {
                refs
            } else if edition(&pivot) == target && refs.iter().any(|r| r == from) {
                vec![pivot.clone()]
            } else {
                continue;
            };
            let ways = self.one_way.iter().filter(|w| w["clause"] == row["clause"] && w["other"] == row["other"]);
            let wanted = if pivot == from { "pivot" } else { "other" };
            let (enough, one_sided) = (ways.clone().all(|w| w["suffices"] == wanted), ways.count() > 0);
            for to in partners {
                if !out.iter().any(|hit| hit.to == to) {
                    let (relation, limited) = (row["relation"].clone(), *limited);
                    let (part, through, by_whole) = (None, false, false);
                    let twice = false;
                    out.push(Hit { to, relation, limited, enough, one_sided, part, through, by_whole, twice });
                }
            }
        }
        out
    }

    fn says_none(&self, clause: &str, target: &str) -> bool {
        let in_rows = self.rows.iter().any(|(row, _)| {
            row["relation"] == "none"
                && format!("{}/{}", row["pivot"], row["clause"]) == clause
                && row["other"] == target
        });
        in_rows || self.none.iter().any(|(of, without)| of == clause && without.iter().any(|w| w == target))
    }

    fn has_row(&self, clause: &str, target: &str) -> bool {
        self.rows.iter().any(|(row, _)| {
            !row["relation"].is_empty()
                && format!("{}/{}", row["pivot"], row["clause"]) == clause
                && row["other"] == target
        })
    }

    fn same_part(&self, whole: &str, part: &str) -> Option<Ref> {
        let candidate = format!("{whole}{part}");
        let text = self.clauses.get(&candidate).filter(|text| !text.is_empty())?;
        (self.clauses.get(whole) == Some(text)).then_some(candidate)
    }

    fn is_part(&self, clause: &str, part: &str) -> bool {
        clause.strip_suffix(part).is_some_and(|whole| self.same_part(whole, part).is_some())
    }

    /// Between the standard of the tables and another one, from a leaf.
    fn direct(&self, from: &str, target: &str) -> Vec<Hit> {
        let mut hits = self.exact(from, target);
        if number(from).starts_with('A') {
            for group in self.above(from) {
                for hit in self.exact(&group, target) {
                    if !hits.iter().any(|known| known.to == hit.to) {
                        // One control never stands for its group.
                        hits.push(Hit { through: true, by_whole: true, enough: false, ..hit });
                    }
                }
            }
            return hits;
        }
        let line = || std::iter::once(from.to_owned()).chain(self.above(from));
        let own = line().any(|c| self.additions.contains(&c)) || line().any(|c| self.says_none(&c, target));
        if !hits.is_empty() || self.has_row(from, target) || own {
            return hits;
        }
        let whole = self.above(from).into_iter().find(|c| self.has_row(c, target) || !self.exact(c, target).is_empty());
        let Some(whole) = whole else { return hits };
        let carried = !self.clauses[from].is_empty() && self.clauses[from] == self.clauses[&whole];
        for hit in self.exact(&whole, target) {
            let common = hit.relation == "identical_hls";
            if common && !carried {
                continue;
            }
            let part = common.then(|| from.strip_prefix(whole.as_str()).unwrap().to_owned());
            let to = part.as_deref().and_then(|part| self.same_part(&hit.to, part)).unwrap_or(hit.to.clone());
            hits.push(Hit { to, part, through: true, by_whole: true, ..hit });
        }
        if hits.iter().any(|hit| !hit.limited) {
            hits.retain(|hit| !hit.limited);
        }
        hits
    }

    /// Between the editions of the tables.
    fn known(&self, from: &str, target: &str) -> Vec<Hit> {
        if edition(from) == PIVOT || target == PIVOT {
            return self.direct(from, target);
        }
        let weight =
            |relation: &str| ["identical_hls", "aligned", "similar"].iter().position(|r| *r == relation).unwrap();
        let mut out: Vec<Hit> = Vec::new();
        for near in self.direct(from, PIVOT).into_iter().filter(|hit| !hit.limited) {
            for mut far in self.direct(&near.to, target).into_iter().filter(|hit| !hit.limited) {
                if far.part.is_none() && near.part.is_some() && far.relation == "identical_hls" {
                    far.part.clone_from(&near.part);
                    far.to = self.same_part(&far.to, near.part.as_deref().unwrap()).unwrap_or(far.to);
                }
                if !out.iter().any(|known| known.to == far.to) {
                    let relation =
                        if weight(&near.relation) > weight(&far.relation) { &near.relation } else { &far.relation };
                    let relation = relation.clone();
                    // What is enough to or from the standard between was said of its evidence, not of what only resembles it.
                    let same = |hit: &Hit| hit.relation == "identical_hls";
                    let carried = (!far.one_sided || same(&near)) && (!near.one_sided || same(&far));
                    let twice = !same(&near) && !same(&far);
                    let (enough, by_whole) = (near.enough && far.enough && carried, near.by_whole || far.by_whole);
                    out.push(Hit { relation, enough, by_whole, twice, through: true, ..far });
                }
            }
        }
        out
    }

    /// The old clause itself, or what stood in its place below it.
    fn successors(&self, old: &str) -> Vec<Ref> {
        let step = |clause: &str| -> Vec<Ref> {
            self.moves.iter().filter(|(from, _)| from == clause).flat_map(|(_, to)| to.clone()).collect()
        };
        let mut found = step(old);
        if found.is_empty() {
            found = self.leaves_of(old).iter().flat_map(|leaf| step(leaf)).collect();
        }
        found.sort();
        found.dedup();
        found
    }

    /// What the tables know a clause as.
    fn starts(&self, from: &str) -> Vec<Ref> {
        if edition(from) == NEW {
            self.moves.iter().filter(|(_, to)| to.iter().any(|t| t == from)).map(|(old, _)| old.clone()).collect()
        } else {
            vec![from.to_owned()]
        }
    }

    /// Whether each part of a clause, asked by itself, leads to the clause from which its whole was found.
    fn every_part_leads_back(&self, place: &str, from: &str) -> bool {
        let leads = |leaf: &Ref| {
            let known = if edition(from) == NEW { OLD } else { edition(from) };
            let hits = self.starts(leaf).into_iter().flat_map(|start| self.known(&start, known));
            hits.flat_map(|hit| if edition(from) == NEW { self.successors(&hit.to) } else { vec![hit.to] })
                .any(|back| back == from || below(&back, from) || below(from, &back))
        };
        self.leaves_of(place).iter().filter(|leaf| *leaf != place).all(leads)
    }

    /// What is proposed, by clause: relation, and whether it can be no more than partial.
    fn proposed(&self, from: &str, target: &str) -> BTreeMap<Ref, (String, bool)> {
        let starts = self.starts(from);
        let known = if target == NEW { OLD } else { target };
        let mut hits: Vec<Hit> = Vec::new();
        let mut found: Vec<Hit> = Vec::new();
        for start in &starts {
            let whole = self.moves.iter().find(|(old, _)| old == start).and_then(|(_, to)| to.first());
            // A clause that was divided in the later edition has the part of the same number.
            let part = whole.filter(|whole| below(from, whole)).and_then(|whole| from.strip_prefix(whole.as_str()));
            for mut hit in self.known(start, known) {
                if let Some(part) = part.filter(|_| hit.relation == "identical_hls") {
                    hit.to = self.same_part(&hit.to, part).unwrap_or(hit.to);
                    (hit.part, hit.by_whole) = (Some(part.to_owned()), true);
                }
                found.push(hit);
            }
        }
        if starts.len() > 1 || edition(from) == NEW {
            found.sort_by_key(|hit| hit.through);
        }
        for hit in found {
            if !hits.iter().any(|known| known.to == hit.to) {
                hits.push(hit);
            }
        }
        // Controls of a group, and what took the place of a clause, one by one.
        let mut out: BTreeMap<Ref, (String, bool)> = BTreeMap::new();
        let (mut wholes, mut parts) = (Vec::new(), Vec::new());
        let group = |c: &Ref| ["domain", "objective", "theme"].contains(&self.kinds[c].as_str());
        for own in [true, false] {
            for hit in hits.iter().filter(|hit| (target == NEW) || (group(&hit.to) || self.by_part(from, hit)) != own) {
                let places = if target == NEW {
                    let after = self.successors(&hit.to);
                    after.iter().filter(|c| !after.iter().any(|other| below(c, other))).cloned().collect()
                } else if self.by_part(from, hit) {
                    let out = |c: &Ref| {
                        self.says_none(c, edition(from))
                            || self.above(c).iter().any(|a| self.says_none(a, edition(from)))
                    };
                    self.leaves_of(&hit.to).into_iter().filter(|c| !out(c)).collect()
                } else if group(&hit.to) {
                    self.leaves_of(&hit.to)
                } else {
                    vec![hit.to.clone()]
                };
                for place in places {
                    let part = hit.part.as_deref().filter(|_| target == NEW && hit.relation == "identical_hls");
                    let place = part.and_then(|part| self.same_part(&place, part)).unwrap_or(place);
                    if !group(&place) && (target == NEW || !group(&hit.to)) {
                        if !hit.limited {
                            wholes.push(place.clone());
                        }
                        if hit.by_whole {
                            parts.push(place.clone());
                        }
                    }
                    // One part alone is a part of what the other standard asks for as a whole.
                    let alone = hit.part.as_deref().is_some_and(|part| !self.is_part(&place, part));
                    let partial = hit.limited || !hit.enough || hit.twice || alone || self.one_way_point(from, &place);
                    out.entry(place).or_insert((hit.relation.clone(), partial));
                }
            }
        }
        // A whole of which parts lead elsewhere is a part of itself at the most.
        let mut cut = Vec::new();
        for (place, (_, partial)) in &mut out {
            if !number(place).starts_with('A') && !self.every_part_leads_back(place, from) {
                *partial = true;
                cut.push(place.clone());
            }
        }
        // What was found through a whole that is proposed itself, and for no less, is not asked twice.
        let partial: BTreeMap<Ref, bool> = out.iter().map(|(place, (_, partial))| (place.clone(), *partial)).collect();
        let hides = |whole: &Ref, place: &Ref| {
            below(place, whole) && !cut.contains(whole) && partial.get(whole) <= partial.get(place)
        };
        out.retain(|place, _| !(parts.contains(place) && wholes.iter().any(|whole| hides(whole, place))));
        out
    }

    /// Whether a limited match is decided clause by clause: the group stands on the other side of the row.
    fn by_part(&self, from: &str, hit: &Hit) -> bool {
        hit.limited && edition(from) == PIVOT && self.leaves_of(&hit.to) != [hit.to.clone()]
    }

    /// Whether the table of open points says that this direction is not enough, by the pair of the guidance's editions.
    fn one_way_point(&self, from: &str, to: &str) -> bool {
        let reach = |listed: &str, clause: &str| {
            list(listed).iter().any(|c| c == clause || below(c, clause) || below(clause, c))
        };
        let before = |clause: &str| -> Vec<Ref> {
            if edition(clause) == NEW {
                self.moves.iter().filter(|(_, to)| to.iter().any(|t| t == clause)).map(|(old, _)| old.clone()).collect()
            } else {
                vec![clause.to_owned()]
            }
        };
        self.points.iter().any(|row| {
            before(from).iter().any(|c| reach(&row["from"], c)) && before(to).iter().any(|c| reach(&row["to"], c))
        })
    }
}

fn held(edition: &str) -> EditionId {
    edition.parse().unwrap()
}

#[test]
fn every_leaf_proposes_what_the_tables_say_and_no_more() {
    let (at, tables) = (Organisation::new(), Tables::read());
    let (mut leaves, mut pairs, mut wrong) = (0, 0, Vec::new());
    for from in tables.clauses.keys() {
        if tables.clauses.keys().any(|other| below(other, from)) {
            continue;
        }
        leaves += 1;
        for target in [QUALITY, PIVOT, OLD, NEW] {
            if target.split(':').next() == edition(from).split(':').next() {
                continue;
            }
            let reference: ClauseRef = from.parse().unwrap();
            let found = mapping::propose(at.db(), &[reference], &[], &[held(target)]).unwrap();
            let found: BTreeMap<Ref, (String, bool)> = found
                .into_iter()
                .map(|p| (p.reference.to_string(), (p.relation, p.at_most == Strength::Partial)))
                .collect();
            let wanted = tables.proposed(from, target);
            pairs += wanted.len();
            if found != wanted {
                wrong.push(format!("{from} in {target}:\n  proposed {found:?}\n  tables   {wanted:?}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {leaves}:\n{}",
        wrong.len(),
        wrong.iter().take(12).cloned().collect::<Vec<_>>().join("\n")
    );
    assert!(leaves > 350 && pairs > 700, "{leaves} leaves, {pairs} pairs");
}
