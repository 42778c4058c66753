//! A pack for one day by what was known on another: it says both days, and names what was recorded later.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use clausebook::checked;
use clausebook::contained::Containment;
use clausebook::day::Day;
use clausebook::documents;
use clausebook::packs::{Built, Wanted};
use clausebook::rebuild;
use clausebook::verify::Report;
use clausebook::workspace::{Clock, Workspace};

use super::forged::bag::Bag;
use super::{TODAY, sample, to};
use crate::support::noon;

fn build(workspace: &mut Workspace, code: &str, recorded: Option<Day>, day: Day, out: &Path) -> Built {
    let audit = clausebook::audits::by_code(workspace.db(), code).unwrap();
    let wanted = Wanted { audit, recorded, day, out: to(out) };
    rebuild::build_pack(workspace, wanted, &|_, _| Ok(()), &|_, _| {}, &AtomicBool::new(false)).unwrap()
}

fn checks(pack: &Path, against: Option<&Path>) -> Report {
    checked::pack(pack, against, &Containment::here(), &|_, _| {}, &AtomicBool::new(false)).unwrap()
}

#[test]
fn a_page_that_holds_for_another_day_than_it_knows_says_both_and_names_what_came_later() {
    let (place, mut workspace, _) = sample();
    let (known, day) = (TODAY(), TODAY().plus_days(30));
    workspace.set_clock(Clock::Fixed(noon(TODAY().plus_days(10))));
    let id = documents::by_code(workspace.db(), "QP-02").unwrap().id;
    workspace.transact(|tx| documents::withdraw(tx, id, "joined with another", tx.today())).unwrap();
    let pack = place.path("then.zip");
    let built = build(&mut workspace, "AUD-2026-1", Some(known), day, &pack);
    assert!(built.name.contains(&day.to_string()) && built.name.contains(&known.to_string()), "{}", built.name);
    let report = checks(&pack, None);
    assert!(report.ok && report.unmet.is_empty(), "{report:?}");
    let bag = Bag::of(&pack);
    for page in ["data/index.html", "data/VERIFY.txt", "bag-info.txt"] {
        let text = bag.text(page).replace("<span class=\"d\">", "").replace("</span>", "");
        assert!(text.contains(&format!("{day}, as recorded by {known}")), "{page}");
    }
    assert!(bag.text("data/documents.csv").contains("QP-02"), "in force by what was known");
    let page = bag.text("data/index.html");
    let note = page.split("Before you read on").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(note.contains("document withdrawn QP-02"), "what was recorded later is named: {note}");

    // By all that is known it is another pack, though the day and the ledger are the same.
    let now = build(&mut workspace, "AUD-2026-1", None, day, &place.path("now.zip"));
    assert!(!now.again && now.name != built.name);
    assert!(!Bag::of(&place.path("now.zip")).text("data/documents.csv").contains("QP-02"));
    let on_the_day = build(&mut workspace, "AUD-2026-1", Some(known), known, &place.path("day.zip"));
    let by_all = build(&mut workspace, "AUD-2026-1", None, known, &place.path("all.zip"));
    assert!(!by_all.again, "the same day by all that is known is no second copy of {}", on_the_day.name);

    // Whoever seals says the day truly.
    let key = workspace.signing_key().unwrap();
    let said = format!("Recorded-On: {known}\n");
    for (what, other) in [
        ("another day", format!("Recorded-On: {day}\n")),
        ("no day", String::new()),
        ("no date", "Recorded-On: x\n".into()),
    ] {
        let mut forged = bag.clone();
        forged.set("bag-info.txt", bag.text("bag-info.txt").replacen(&said, &other, 1));
        forged.seal(&key);
        let path = place.path("forged.zip");
        std::fs::write(&path, forged.archive().bytes()).unwrap();
        assert!(!checks(&path, None).ok, "{what}");
    }
    drop(workspace);
    assert!(checks(&pack, Some(&place.path("ws"))).ok, "the workspace has what it says");
}
