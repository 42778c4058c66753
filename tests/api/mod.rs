//! The host that a window talks to, driven without any window; and the types a window is built from.

mod paging;
mod past;
mod reviews;
mod scopes;
mod stale;
mod stopping;
mod who;
mod zones;

use std::path::Path;

use clausebook::api;
use clausebook::contained::Containment;
use clausebook::day::{Day, Zone};
use clausebook::error::Code;
use clausebook::host::{Here, Host, typescript};
use clausebook::workspace::Clock;
use serde_json::{Value, json};

use crate::support::{Place, day, file, noon};

pub fn today() -> Day {
    day(2026, 11, 23)
}

/// Noon of that day, on a machine that stands in UTC.
pub fn here() -> Here {
    Here {
        clock: Clock::Fixed(noon(today())),
        zone: Zone::UTC,
        login: String::from("local"),
        contained: Containment::here(),
        agent: None,
    }
}

pub struct Window {
    pub place: Place,
    pub host: Host,
}

impl Window {
    /// A window on a new workspace with all three standards.
    pub fn new() -> Self {
        let place = Place::new();
        let host = Host::new(&place.path("config"), &place.path("home"), here());
        host.choose(&place.path("ws"));
        let window = Self { place, host };
        let made = json!({"folder": window.place.path("ws"), "organisation": "Example", "standards": []});
        window.ask("host_create", made);
        window
    }

    /// A window on the sample organisation.
    pub fn sample() -> Self {
        let place = Place::new();
        let mut workspace = clausebook::rebuild::create_workspace(&place.path("ws"), &place.path("config")).unwrap();
        clausebook::demo::fill(&mut workspace, Zone::UTC, today()).unwrap();
        drop(workspace);
        let host = Host::new(&place.path("config"), &place.path("home"), here());
        host.open(&place.path("ws")).unwrap();
        let window = Self { place, host };
        window.ask("host_act_as", json!({"email": "quality@example.org"}));
        window
    }

    pub fn ask(&self, name: &str, request: Value) -> Value {
        self.host.call(name, request, 0, |_| {}).unwrap().answer
    }

    pub fn refused(&self, name: &str, request: Value) -> Code {
        self.host.call(name, request, 0, |_| {}).unwrap_err().code()
    }
}

#[test]
fn the_types_the_window_is_built_from_are_those_of_the_core() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/ipc/generated/core.ts");
    let (made, _) = typescript();
    if std::env::var_os("CLAUSEBOOK_WRITE_TYPES").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "{} is not what the core makes: run `make types`", path.display());
}

#[test]
fn no_two_types_share_a_name() {
    assert_eq!(typescript().1, Vec::<String>::new(), "give one of them another name with #[ts(rename)]");
}

#[test]
fn only_files_that_the_user_chose_are_let_through() {
    let window = Window::new();
    let secret = file(window.place.folder.path(), "secret.txt", b"not for a page");
    for (name, request) in [
        ("file_probe", json!({"path": secret})),
        ("drop_sort", json!({"paths": [secret]})),
        ("import", json!({"paths": [secret]})),
        ("soa_look", json!({"path": secret})),
        ("soa_import", json!({"path": secret})),
        ("record_add", json!({"files": [secret], "title": "x"})),
        ("document_add", json!({"files": [secret], "code": "X-1", "title": "x", "kind": "policy"})),
        ("document_revise", json!({"code": "X-1", "files": [secret], "summary": ""})),
        ("file_items", json!({"items": [{"paths": [secret], "as": "record", "title": "x"}]})),
        ("pack_build", json!({"code": "A", "out": secret})),
        ("pack_verify", json!({"file": secret})),
        ("verify", json!({"against": secret})),
        ("review_list", json!({"ics": secret})),
        ("review_calendar", json!({"out": secret})),
        ("host_open", json!({"folder": window.place.folder.path()})),
    ] {
        assert_eq!(window.refused(name, request), Code::InvalidPath, "{name}");
    }
    window.host.choose(&window.place.path("chosen"));
    let inside = file(&window.place.path("chosen"), "a.txt", b"chosen");
    assert_eq!(window.ask("file_probe", json!({"path": inside}))["name"], "a.txt");
    let around = window.place.path("chosen").join("../secret.txt");
    assert_eq!(window.refused("file_probe", json!({"path": around})), Code::InvalidPath, "not by a way around");
    assert_eq!(window.host.save_text(&secret, "x").unwrap_err().code(), Code::InvalidPath);
    assert_eq!(std::fs::read(&secret).unwrap(), b"not for a page");
}

#[test]
fn what_was_chosen_to_be_read_is_not_written_and_a_place_to_write_is_that_file_alone() {
    let window = Window::new();
    window.host.choose(&window.place.path("chosen"));
    let read = file(&window.place.path("chosen"), "a.txt", b"chosen");
    let (out, beside) = (window.place.path("out.txt"), window.place.path("out.txt.more"));
    window.host.choose_to_write(&out);
    for path in [&read, &beside, &window.place.path("chosen"), &out.join("inside")] {
        assert_eq!(window.host.save_text(path, "x").unwrap_err().code(), Code::InvalidPath, "{}", path.display());
    }
    assert_eq!(window.refused("review_calendar", json!({"out": read})), Code::InvalidPath);
    assert_eq!(window.refused("review_list", json!({"ics": read})), Code::InvalidPath);
    assert_eq!(window.refused("pack_build", json!({"code": "A", "out": read})), Code::InvalidPath);
    assert_eq!(std::fs::read(&read).unwrap(), b"chosen");
    window.host.save_text(&out, "text").unwrap();
    assert_eq!(std::fs::read(&out).unwrap(), b"text");
    assert_eq!(window.ask("file_probe", json!({"path": out}))["name"], "out.txt", "what was written can be checked");
    assert_eq!(window.refused("file_probe", json!({"path": beside})), Code::InvalidPath);
}

#[cfg(unix)]
#[test]
fn links_let_nothing_through_that_was_not_chosen() {
    use std::os::unix::fs::symlink;
    let window = Window::new();
    let outside = file(&window.place.path("private"), "secret.txt", b"not for a page");
    let share = window.place.path("share");
    file(&share, "a.txt", b"chosen");
    symlink(&outside, share.join("file link.txt")).unwrap();
    symlink(window.place.path("private"), share.join("folder link")).unwrap();
    symlink("../private/secret.txt", share.join("relative.txt")).unwrap();
    symlink(share.join("nowhere"), share.join("dangling.txt")).unwrap();
    window.host.choose(&share);
    for name in ["file link.txt", "folder link/secret.txt", "folder link", "relative.txt", "dangling.txt"] {
        let path = share.join(name);
        assert_eq!(window.refused("file_probe", json!({"path": path})), Code::InvalidPath, "{name}");
        window.host.choose_to_write(&share.join("report.txt"));
        assert_eq!(window.host.save_text(&path, "x").unwrap_err().code(), Code::InvalidPath, "{name}");
    }
    // A place to write to that becomes a link afterwards is another place.
    symlink(&outside, share.join("report.txt")).unwrap();
    assert_eq!(window.host.save_text(&share.join("report.txt"), "x").unwrap_err().code(), Code::InvalidPath);
    assert_eq!(std::fs::read(&outside).unwrap(), b"not for a page");
    // What the user chose is let through though it is a link, and so is a share reached through one.
    symlink(&share, window.place.path("linked share")).unwrap();
    window.host.choose(&window.place.path("linked share"));
    assert_eq!(
        window.ask("file_probe", json!({"path": window.place.path("linked share").join("a.txt")}))["name"],
        "a.txt"
    );
    window.host.choose(&share.join("file link.txt"));
    assert_eq!(window.ask("file_probe", json!({"path": share.join("file link.txt")}))["name"], "file link.txt");
}

#[test]
fn every_request_that_holds_a_path_declares_it() {
    let mut looked_at = 0;
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/api")).unwrap() {
        let path = entry.unwrap().path();
        let source = std::fs::read_to_string(&path).unwrap();
        if path.ends_with("session.rs") {
            continue;
        }
        for part in source.split("pub struct ").skip(1) {
            let (name, rest) = part.split_once(|c: char| !c.is_alphanumeric()).unwrap();
            let body = rest.split("\n}").next().unwrap();
            let implemented = source.split(&format!("impl Command for {name} {{")).nth(1);
            if !body.contains("PathBuf") || implemented.is_none() {
                continue;
            }
            looked_at += 1;
            let implemented = implemented.unwrap().split("\n}").next().unwrap();
            let declared = ["fn paths(&self)", "fn written(&self)"].iter().any(|f| implemented.contains(f));
            assert!(declared, "{name} in {} names its paths", path.display());
        }
    }
    assert!(looked_at >= 9, "the search itself works: {looked_at}");
}

#[test]
fn a_question_is_answered_while_long_work_goes_on() {
    let window = Window::sample();
    let (send, receive) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let folder = window.place.path("share");
            for n in 0..60 {
                file(&folder, &format!("04 Records/note {n}.txt"), format!("note {n}").as_bytes());
            }
            window.host.choose(&folder);
            let send = std::sync::Mutex::new(Some(send));
            let done = window.host.call("import", json!({"paths": [folder]}), 7, move |_| {
                if let Some(send) = send.lock().unwrap().take() {
                    send.send(()).unwrap();
                }
            });
            assert_eq!(done.unwrap().answer["added"]["records"], 60);
        });
        receive.recv().unwrap();
        assert!(window.ask("document_register", json!({}))["total"].as_u64().unwrap() > 10);
    });
}

#[test]
fn long_work_can_be_cancelled_and_taken_up_again() {
    let window = Window::sample();
    let folder = window.place.path("share");
    for n in 0..40 {
        file(&folder, &format!("04 Records/note {n}.txt"), format!("note {n}").as_bytes());
    }
    window.host.choose(&folder);
    let host = std::sync::Arc::new(window.host);
    let other = std::sync::Arc::clone(&host);
    let stopped = host.call("import", json!({"paths": [&folder]}), 9, move |_| other.cancel(9));
    assert_eq!(stopped.unwrap_err().code(), Code::Cancelled);
    let done = host.call("import", json!({"paths": [&folder]}), 10, |_| {}).unwrap();
    let filed = host.call("record_register", json!({"filter": {"text": "note"}}), 0, |_| {}).unwrap();
    assert_eq!(filed.answer["total"], 40, "{done:?}");
}

#[test]
fn registers_show_any_part_in_any_order() {
    let window = Window::sample();
    let all = window.ask("document_register", json!({"limit": 1000}));
    let total = all["total"].as_u64().unwrap() as usize;
    assert_eq!(all["rows"].as_array().unwrap().len(), total);
    for sort in ["code", "title", "next_review", "owner"] {
        for descending in [false, true] {
            let whole = window.ask("document_register", json!({"sort": sort, "descending": descending, "limit": 1000}));
            assert_eq!(whole["total"], all["total"], "{sort}: no order drops a document");
            let part = window
                .ask("document_register", json!({"sort": sort, "descending": descending, "offset": 3, "limit": 4}));
            assert_eq!(part["rows"].as_array().unwrap()[..], whole["rows"].as_array().unwrap()[3..7], "{sort}");
        }
    }
    let counts = window.ask("register_counts", json!({}));
    assert_eq!(counts["documents"], all["total"]);
    let overdue = window.ask("document_register", json!({"filter": {"overdue_on": today()}, "limit": 1000}));
    assert_eq!(counts["documents_overdue"], overdue["total"]);
    assert!(overdue["total"].as_u64().unwrap() > 0);
    assert!(overdue["rows"].as_array().unwrap().iter().all(|r| r["overdue"] != "no"));
    let records = window.ask("record_register", json!({"sort": "kind", "limit": 1000}));
    let by_kind: u64 = records["kinds"].as_array().unwrap().iter().map(|k| k[1].as_u64().unwrap()).sum();
    assert_eq!(by_kind, records["total"].as_u64().unwrap());
}

#[test]
fn a_past_day_shows_the_registers_of_that_day() {
    let window = Window::sample();
    let then = window.ask("document_register", json!({"as_of": "2026-01-31", "limit": 1000}));
    let now = window.ask("document_register", json!({"limit": 1000}));
    assert!(then["total"].as_u64() < now["total"].as_u64(), "{} {}", then["total"], now["total"]);
    assert_eq!(window.ask("document_register", json!({"as_of": "2026-01-31", "limit": 1000})), then, "asked twice");
}

#[test]
fn filing_mapping_and_setting_a_date_are_undone_as_one_step_each() {
    let window = Window::sample();
    let state = || {
        let documents = window.ask("document_register", json!({"limit": 1000}));
        let records = window.ask("record_register", json!({"limit": 1000}));
        let coverage = window.ask("coverage_show", json!({}));
        json!([documents, records, coverage])
    };
    let before = state();
    let folder = window.place.path("drop");
    window.host.choose(&folder);
    let a = file(&folder, "NEW-POL-1 New policy v1.0.txt", b"a policy");
    let b = file(&folder, "report.txt", b"a report");
    let code = before[0]["rows"][0]["code"].clone();
    let changes = [
        (
            "file_items",
            json!({"items": [
                {"paths": [a], "as": "document", "code": "NEW-POL-1", "title": "New policy", "what": "policy",
                 "revision": "1.0", "next_review": "2027-11-23",
                 "clauses": [{"reference": "9001/7.5.3", "strength": "full"}]},
                {"paths": [b], "as": "record", "title": "Report", "collected": "2026-11-20",
                 "clauses": [{"reference": "20000-1/9.2.2", "strength": "full"}]},
            ]}),
        ),
        ("document_set_review", json!({"codes": [code], "next": "2028-01-01"})),
        ("map_many", json!({"items": [code], "reference": "20000-1/7.6", "strength": "full"})),
    ];
    for (name, request) in changes {
        let reply = window.host.call(name, request, 0, |_| {}).unwrap();
        assert!(!reply.entries.is_empty(), "{name} wrote something");
        assert_ne!(state(), before, "{name} changed something");
        window.ask("undo", json!({"of": reply.undo.unwrap()}));
        assert_eq!(state(), before, "{name} is undone");
    }
    // What approves stays, and is not offered for undoing.
    let draft = window.ask("today", json!({}))["drafts"][0]["code"].clone();
    let reply = window.host.call("document_approve", json!({"code": draft}), 0, |_| {}).unwrap();
    assert_eq!((reply.entries.is_empty(), reply.undo), (false, None));
    let entry = reply.entries[0].to - 1;
    let before = state();
    let refusal = window.host.call("undo", json!({"of": entry}), 0, |_| {}).unwrap_err();
    assert_eq!(refusal.reason().name, "change_final");
    // The tables that a rebuild makes are the tables that grew.
    window.ask("rebuild", json!({}));
    assert_eq!(state(), before);
}

#[test]
fn a_dropped_file_is_recognised_and_files_in_one_step() {
    let window = Window::sample();
    let folder = window.place.path("drop");
    window.host.choose(&folder);
    let text = b"Internal audit report\nAgainst ISO/IEC 20000-1:2018, 9.2.2.";
    let report = file(&folder, "Internal audit report Bergen.txt", text);
    let probe = window.ask("file_probe", json!({"path": report}));
    assert_eq!(probe["suggests"]["value"], "record");
    let policy = file(&folder, "XX-POL-9 Clear desk policy v1.0.txt", b"Desks are clear.");
    let policy = window.ask("file_probe", json!({"path": policy}));
    assert_eq!(
        (&policy["suggests"]["value"], &policy["document_kind"]["value"]),
        (&json!("document"), &json!("policy"))
    );
    let clauses: Vec<&str> =
        probe["clauses"].as_array().unwrap().iter().map(|c| c["reference"].as_str().unwrap()).collect();
    assert!(clauses.contains(&"20000-1:2018/9.2.2"), "{clauses:?}");
    let proposed = window.ask("propose_for", json!({"references": ["20000-1:2018/9.2.2"]}));
    let identical: Vec<&str> = proposed
        .as_array()
        .unwrap()
        .iter()
        .filter(|p| p["relation"] == "identical_hls")
        .map(|p| p["reference"].as_str().unwrap())
        .collect();
    assert_eq!(identical, ["27001:2022/9.2.2", "9001:2015/9.2.2"], "through 9.2: {proposed:#}");
    let twice = window.ask(
        "file_items",
        json!({"items": [{"paths": [report], "as": "record", "title": "Report",
        "clauses": [
            {"reference": "20000-1:2018/9.2.2", "strength": "full"},
            {"reference": "9001:2015/9.2.2", "strength": "full", "from": "20000-1:2018/9.2.2"},
            {"reference": "27001:2022/9.2.2", "strength": "full", "from": "20000-1:2018/9.2.2"},
        ]}]}),
    );
    assert_eq!(twice["clauses"], 3);
    let shown = window.ask("record_show", json!({"record": twice["codes"][0]}));
    let by: Vec<&str> =
        shown["mappings"].as_array().unwrap().iter().map(|m| m["origin"]["by"].as_str().unwrap()).collect();
    assert!(by.contains(&"correlation"), "what followed from the correlation says so: {by:?}");
    assert_eq!(window.ask("file_probe", json!({"path": report}))["already"][0]["code"], twice["codes"][0]);
}

#[test]
fn the_concordance_shows_every_clause_once_and_leaves_none_out() {
    let window = Window::new();
    let shown = window.ask("concordance", json!({}));
    let columns: Vec<&str> =
        shown["columns"].as_array().unwrap().iter().map(|c| c["standard"].as_str().unwrap()).collect();
    assert_eq!(columns, ["9001", "20000-1", "27001"]);
    assert_eq!(window.ask("coverage_columns", json!({})), shown["columns"], "the first screen says the same");
    let rows = shown["rows"].as_array().unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for row in rows {
        assert_eq!(row["cells"].as_array().unwrap().len(), 3);
        assert_eq!(row["joins"].as_array().unwrap().len(), 2);
        for cell in row["cells"].as_array().unwrap() {
            seen.extend(cell["clauses"].as_array().unwrap().iter().map(|c| c.as_str().unwrap().to_owned()));
        }
    }
    for coverage in window.ask("coverage_show", json!({})).as_array().unwrap() {
        for row in coverage["rows"].as_array().unwrap().iter().filter(|r| r["level"] != 1) {
            let reference = row["reference"].as_str().unwrap();
            assert!(seen.contains(reference), "{reference} stands nowhere");
        }
    }
    let row =
        |clause: &str| rows.iter().find(|r| r["clause"] == clause && r["cells"][1]["clauses"] != json!([])).unwrap();
    assert_eq!(row("7.5.3")["joins"], json!(["identical", "identical"]));
    assert_eq!(row("8.2.5")["joins"], json!(["no_counterpart", "similar"]));
}

#[test]
fn an_opened_clause_shows_its_counterparts_evidence_and_proposals() {
    let window = Window::sample();
    let opened = window.ask("clause_open", json!({"reference": "20000-1/8.5.1"}));
    assert_eq!(opened["reference"], "20000-1:2018/8.5.1");
    let answers = opened["answers"].as_array().unwrap();
    assert_eq!(answers.len(), 2);
    assert!(answers.iter().all(|a| a["outcome"] == "matched"));
    assert!(!opened["evidence"].as_array().unwrap().is_empty());
    for proposal in opened["proposals"].as_array().unwrap() {
        let p = &proposal["proposal"];
        assert!(p["reference"] == opened["reference"] || p["from"] == opened["reference"]);
    }
    assert_eq!(opened["places"].as_array().unwrap().len(), 3);
}

#[test]
fn today_counts_what_the_lists_hold() {
    let window = Window::sample();
    let shown = window.ask("today", json!({}));
    assert_eq!(shown["overdue_count"], shown["overdue"].as_array().unwrap().len());
    assert_eq!(shown["load"].as_array().unwrap().len(), 12);
    let ages: u64 = shown["ages"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap()).sum();
    assert_eq!(ages, window.ask("register_counts", json!({}))["records"].as_u64().unwrap());
}

#[test]
fn a_pack_is_shown_before_it_is_built_and_holds_just_that() {
    let window = Window::sample();
    let shown = window.ask("pack_preview", json!({"code": "AUD-2026-1"}));
    window.host.choose_to_write(&window.place.path("out.zip"));
    let built = window.ask("pack_build", json!({"code": "AUD-2026-1", "out": window.place.path("out.zip")}));
    assert_eq!(shown["documents"]["items"], built["documents"]);
    assert_eq!(shown["records"]["items"], built["records"]);
    assert!(!shown["warnings"].as_array().unwrap().is_empty());
}

#[test]
fn a_check_is_remembered_with_what_it_found() {
    let window = Window::sample();
    assert_eq!(window.ask("workspace_info", json!({}))["checked"], Value::Null);
    assert_eq!(window.ask("verify", json!({"deep": true}))["ok"], true);
    let checked = window.ask("workspace_info", json!({}))["checked"].clone();
    assert_eq!((&checked["ok"], &checked["deep"]), (&json!(true), &json!(true)));
    let first = window.ask("document_register", json!({}));
    let code = first["rows"].as_array().unwrap().iter().find(|r| r["revision"] != Value::Null).unwrap()["code"].clone();
    let digest = window.ask("document_show", json!({"code": code}))["revisions"][0]["files"][0]["digest"].clone();
    let digest = digest.as_str().unwrap();
    let object = window.place.path("ws").join("objects").join(&digest[..2]).join(digest);
    let mut bytes = std::fs::read(&object).unwrap();
    bytes[0] ^= 1;
    std::fs::remove_file(&object).unwrap();
    std::fs::write(&object, bytes).unwrap();
    assert_eq!(window.refused("file_preview", json!({"digest": digest})), Code::ObjectAltered);
    assert!(window.host.stored(digest).is_err(), "altered bytes are never shown as if they were the file");
    assert_eq!(window.ask("verify", json!({"deep": true}))["ok"], false);
    let checked = window.ask("workspace_info", json!({}))["checked"].clone();
    assert_eq!(checked["findings"][0]["code"], "object_altered", "{checked}");
}

#[test]
fn the_table_holds_no_name_twice() {
    let mut names: Vec<&str> = api::table().map(|entry| entry.name).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}
