//! Open points: those of a document or record, those that opened just now, and the work list.

use super::{Page, Show, plural};
use crate::api::PointsPage;
use crate::mapping::{PointShown, PointState, Unrecorded};
use crate::standards::SettleBy;

/// The points of one item, below its mappings; open ones first.
pub(super) fn points(page: &mut Page, points: &[PointShown]) {
    for state in [PointState::Open, PointState::Settled, PointState::LeftOpen] {
        for point in points.iter().filter(|point| point.state == state) {
            one(page, point, "  ");
        }
    }
}

/// Points below the documents and records that they are open for, each of these once.
pub(super) fn of_items(page: &mut Page, points: &[PointShown], indent: &str) {
    let mut item = None;
    for point in points {
        if item != Some(&point.item) {
            page.line(format!("{indent}{} {}", point.item.code, point.item.title));
            item = Some(&point.item);
        }
        one(page, point, &format!("{indent}  "));
    }
}

/// What opened with a change; what was settled when it stood open before is so still.
pub(super) fn opened(page: &mut Page, points: &[PointShown]) {
    let of = |state| points.iter().filter(move |point| point.state == state);
    let (open, settled) = (of(PointState::Open).count(), of(PointState::Settled).count());
    if settled > 0 {
        page.line(format!("{} settled before, which counts again:", plural(settled, "point", "points")));
        of(PointState::Settled).for_each(|point| one(page, point, "  "));
    }
    if open > 0 {
        let open = plural(open, "point", "points");
        page.line(format!("{open} opened; the clauses stay partial until they are settled:"));
        of(PointState::Open).for_each(|point| one(page, point, "  "));
        page.line(
            "→ clausebook point settle ID --evidence ITEM, or --statement \"…\"; `point reopen` opens a settled one",
        );
    }
}

fn one(page: &mut Page, point: &PointShown, indent: &str) {
    let mark = match point.state {
        PointState::Open => "○",
        PointState::Settled => "✓",
        PointState::LeftOpen => "–",
    };
    let kind = point.kind.map(|kind| format!(" ({})", kind.name().replace('_', " "))).unwrap_or_default();
    let (at, from) = (page.clauses(&point.keeps_open), page.clauses(&point.from));
    page.line(format!("{indent}{mark} {} {at} from {from}: {}{kind}", point.id, point.what));
    let mut more = Vec::new();
    if let Some(settled) = &point.settled {
        let what = match (&settled.evidence, settled.reason.as_str()) {
            (Some(item), "") => format!("{} {}", item.code, item.title),
            (Some(item), place) => format!("{} {}, {place}", item.code, item.title),
            (None, statement) => statement.to_owned(),
        };
        more.push(match (point.state, &settled.evidence) {
            (PointState::Settled, _) => format!("settled on {} by {}: {what}", settled.on, settled.who),
            (PointState::Open | PointState::LeftOpen, Some(item)) => {
                let when = match (settled.waits, settled.outgrown) {
                    (true, _) => "does not count yet",
                    (_, true) => "no longer counts everywhere",
                    _ => "no longer counts",
                };
                format!("its evidence {} {when}, said on {} by {}", item.code, settled.on, settled.who)
            }
            (PointState::Open | PointState::LeftOpen, None) => String::from("its evidence was taken back"),
        });
    } else if let Some(by) = point.settle_by {
        more.push(String::from(match by {
            SettleBy::Evidence => "asks for evidence",
            SettleBy::Statement => "asks for a statement",
            SettleBy::Either => "asks for evidence or a statement",
        }));
    }
    if !point.alike.is_empty() {
        more.push(format!("asks the same as {}: one answer settles them together", point.alike.join(", ")));
    }
    if point.state == PointState::LeftOpen {
        page.line(format!("{indent}    left open when it went out of use; opened on {}", point.since));
        return;
    }
    if !point.owner.is_empty() {
        more.push(format!("owner {}", point.owner));
    }
    if let Some(due) = point.due {
        more.push(format!("due {due}"));
    }
    page.line(format!("{indent}    {}; open since {}", more.join("; "), point.since));
}

impl Show for PointsPage {
    fn show(&self, page: &mut Page) {
        of_items(page, &self.rows, "");
        let open = plural(self.open, "point is open", "points are open");
        let left = match self.left_open {
            0 => String::new(),
            n => format!(", {n} left open when it went out of use: nobody's work"),
        };
        page.line(format!("{open}, {} settled{left}.", self.settled));
    }
}

/// How many points were recorded afterwards.
#[derive(serde::Serialize)]
pub(in crate::cli) struct PointsOpened {
    pub(in crate::cli) opened: usize,
}

impl Show for PointsOpened {
    fn show(&self, page: &mut Page) {
        page.line(format!("{} opened.", plural(self.opened, "point", "points")));
    }
}

impl Show for Vec<Unrecorded> {
    fn show(&self, page: &mut Page) {
        for one in self {
            page.line(format!("{} {}", one.item.code, one.item.title));
            for point in &one.points {
                page.line(format!("  {} {}: {}", point.id, page.clauses(&point.stands), point.what));
                if let Some(reason) = &point.left {
                    page.line(format!("    left: {reason}"));
                }
            }
        }
        let points: usize = self.iter().map(|one| one.points.len()).sum();
        page.line(match points {
            0 => String::from("What was recorded and today's data agree."),
            n => format!(
                "{} not recorded. `clausebook point record ITEM…` opens them.",
                plural(n, "point is", "points are")
            ),
        });
    }
}

impl Show for Vec<PointShown> {
    fn show(&self, page: &mut Page) {
        of_items(page, self, "");
    }
}
