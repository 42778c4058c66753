//! Watched folders: what a look says of each file, that it reads only what differs, and that nothing is ever written there.

mod doing;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::{Duration, SystemTime};

use clausebook::documents::{self, Approval, Revision};
use clausebook::import::{self, Imported, Sources};
use clausebook::search::TextCache;
use clausebook::watch::{self, Act, Acted, Action, Finding, Looked, What};

use crate::support::file;
use crate::support::organisation::{Organisation, approval, today};

const POLICY: &str = "Access policy\n\n1 Purpose\nThis policy says who may enter the rooms in which servers stand, who lets them \
    in, and who takes their cards back when they leave the company.\n\n2 Scope\nAll sites and all people who work there, \
    visitors among them.\n\n3 Responsibilities\nThe head of each site keeps the list of those who may enter, looks through it \
    twice a year and sends it to the security officer.\n";

/// An organisation, and a share that stays where it is.
pub struct Watching {
    pub at: Organisation,
    cache: TextCache,
    share: PathBuf,
}

impl Watching {
    pub fn new() -> Self {
        let at = Organisation::new();
        let cache = TextCache::open(&at.workspace.text_db()).unwrap();
        let share = at.place.path("Quality");
        Self { at, cache, share }
    }

    /// A share with an approved policy, a draft and a record, taken in whole and watched from then on.
    pub fn filed() -> Self {
        let mut new = Self::new();
        new.puts("Policies/POL-01 Access policy v1.0.txt", POLICY);
        new.puts("Policies/POL-02 Backup policy v0.1 draft.txt", "Backup policy\nPurpose\nCopies are kept.\n");
        new.puts("Records/Visit report 2026-03-02.txt", "Visit report\nAttendees\nThe team.\nFindings\nNone.\n");
        new.imports();
        new.approves("POL-01", "1.0");
        watch::add(&new.config(), &new.at.workspace, &new.share, None).unwrap();
        assert_eq!(new.look().findings, [], "all of it is as it was filed");
        new
    }

    pub fn config(&self) -> PathBuf {
        self.at.place.path("config")
    }

    /// Writes a file long ago, so that its time says that it is done with.
    pub fn puts(&self, name: &str, text: &str) {
        let path = file(&self.share, name, text.as_bytes());
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 + text.len() as u64);
        std::fs::File::options().write(true).open(path).unwrap().set_modified(long_ago).unwrap();
    }

    pub fn moves(&self, from: &str, to: &str) {
        let to = self.share.join(to);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::rename(self.share.join(from), to).unwrap();
    }

    pub fn imports(&mut self) -> Imported {
        let sources = Sources { paths: vec![self.share.clone()], ..Sources::default() };
        let switch = AtomicBool::new(false);
        import::import(&mut self.at.workspace, &self.cache, &sources, false, &|_, _, _| {}, &switch).unwrap()
    }

    pub fn approves(&mut self, code: &str, label: &str) {
        let approval = Approval { label: Some(label.to_owned()), ..approval(today()) };
        self.at.does(|tx| documents::approve(tx, code, approval));
    }

    pub fn revisions(&self, code: &str) -> Vec<Revision> {
        documents::revisions(self.at.db(), documents::by_code(self.at.db(), code).unwrap().id).unwrap()
    }

    pub fn look(&self) -> Looked {
        let (config, switch) = (self.config(), AtomicBool::new(false));
        watch::look(&self.at.workspace, &self.cache, &config, "quality", &|_, _, _| {}, &switch).unwrap()
    }

    /// What a look finds and nobody left as it is: path, what, code.
    pub fn found(&self) -> Vec<(String, What, String)> {
        let open = self.look().findings.into_iter().filter(|found| !found.left);
        open.map(|found| (found.path, found.what, found.code.unwrap_or_default())).collect()
    }

    pub fn act(&mut self, action: Action, findings: &[Finding]) -> clausebook::error::Result<Acted> {
        let act =
            |found: &Finding| Act { path: found.path.clone(), action, code: found.code.clone(), digest: found.digest };
        let acts: Vec<Act> = findings.iter().map(act).collect();
        let (config, switch) = (self.config(), AtomicBool::new(false));
        watch::act(&mut self.at.workspace, &self.cache, &config, "Quality", &acts, &|_, _, _| {}, &switch)
    }

    /// Every file and folder of the share with its size and time.
    pub fn share_as_it_is(&self) -> BTreeMap<PathBuf, (u64, SystemTime, bool)> {
        let all = walkdir::WalkDir::new(&self.share).into_iter().map(Result::unwrap);
        all.map(|entry| {
            let found = entry.metadata().unwrap();
            (entry.into_path(), (found.len(), found.modified().unwrap(), found.permissions().readonly()))
        })
        .collect()
    }
}

fn one(path: &str, what: What, code: &str) -> (String, What, String) {
    (path.to_owned(), what, code.to_owned())
}

#[test]
fn what_is_new_changed_moved_and_gone_is_said() {
    let watching = Watching::filed();
    watching.puts("Policies/Supplier list.txt", "A list of suppliers");
    watching.puts("Policies/POL-02 Backup policy v0.1 draft.txt", "Backup policy\nPurpose\nCopies are kept twice.\n");
    watching.moves("Records/Visit report 2026-03-02.txt", "Archive/2026/Visit.txt");
    assert_eq!(
        watching.found(),
        [
            one("Policies/POL-02 Backup policy v0.1 draft.txt", What::Changed, "POL-02"),
            one("Policies/Supplier list.txt", What::New, ""),
            one("Archive/2026/Visit.txt", What::Moved, "REC-2026-001"),
        ]
    );
    std::fs::remove_file(watching.share.join("Policies/POL-01 Access policy v1.0.txt")).unwrap();
    let gone = one("Policies/POL-01 Access policy v1.0.txt", What::Gone, "POL-01");
    assert_eq!(watching.found().first(), Some(&gone));
}

#[test]
fn a_copy_that_is_not_the_approved_file_is_drift_wherever_it_lies() {
    let mut watching = Watching::filed();
    let changed = POLICY.replace("twice a year", "once a year");
    watching.puts("Policies/POL-01 Access policy v1.0.txt", &changed);
    let found = watching.look().findings;
    assert_eq!((found[0].what, found[0].approved.as_deref()), (What::Drift, Some("1.0")));
    assert_eq!(
        (found[0].percent, found[0].added, found[0].removed),
        (Some(98), Some(1), Some(1)),
        "what differs is said"
    );
    watching.puts("Policies/POL-01 Access policy v1.0.txt", POLICY);
    watching.puts("Desk/POL-01 Access policy v1.0.txt", &changed);
    assert_eq!(watching.found(), [one("Desk/POL-01 Access policy v1.0.txt", What::Drift, "POL-01")]);
    std::fs::remove_dir_all(watching.share.join("Desk")).unwrap();

    // A new version in the place of the old one: then the old one is the copy that is not approved.
    watching.puts("Policies/POL-01 Access policy v2.0.txt", &changed);
    let version = watching.look().findings;
    assert_eq!((version[0].what, version[0].version.as_deref()), (What::Version, Some("2.0")));
    watching.act(Action::Revise, &version).unwrap();
    watching.approves("POL-01", "2.0");
    assert_eq!(watching.found(), [], "the earlier version lies where it was filed from");
    watching.puts("Desk/access.txt", POLICY);
    let copy = watching.look().findings;
    assert_eq!(
        (copy[0].what, copy[0].version.as_deref(), copy[0].approved.as_deref()),
        (What::Drift, Some("1.0"), Some("2.0"))
    );
    watching.moves("Desk/access.txt", "Obsolete/access.txt");
    assert_eq!(watching.found(), [], "where old versions are kept it may lie");
}

#[test]
fn a_text_without_a_number_is_known_by_its_words() {
    let watching = Watching::filed();
    watching.puts("New/who enters.txt", &POLICY.replace("the security officer", "the quality manager of the site"));
    let found = watching.look().findings;
    assert_eq!((found[0].what, found[0].code.as_deref()), (What::Version, Some("POL-01")));
    assert!(found[0].percent.is_some_and(|percent| percent > 85), "{found:?}");
    assert_eq!(found[0].can, [Action::Revise, Action::File, Action::Leave]);
}

#[test]
fn only_what_has_another_size_or_time_is_read_again() {
    let watching = Watching::filed();
    assert_eq!(watching.look().read, 0, "nothing changed");
    watching.puts("Policies/one.txt", "one");
    assert_eq!(watching.look().read, 1);
    assert_eq!(watching.look().read, 0);
    // As long as it may still be written to within the moment that its time says, it is read again.
    file(&watching.share, "Policies/two.txt", b"two");
    let at = watching.at.workspace.clock().now() + 60_000;
    let path = watching.share.join("Policies/two.txt");
    let soon = SystemTime::UNIX_EPOCH + Duration::from_millis(at as u64);
    std::fs::File::options().write(true).open(path).unwrap().set_modified(soon).unwrap();
    assert_eq!((watching.look().read, watching.look().read), (1, 1));
}

#[test]
fn a_folder_that_is_away_is_not_one_of_which_all_is_gone() {
    let watching = Watching::filed();
    let aside = watching.at.place.path("aside");
    std::fs::rename(&watching.share, &aside).unwrap();
    assert!(watching.look().away);
    std::fs::create_dir(&watching.share).unwrap();
    let empty = watching.look();
    assert!(empty.away && empty.findings.is_empty(), "an empty place where a share was is not mounted");
    std::fs::remove_dir(&watching.share).unwrap();
    std::fs::rename(&aside, &watching.share).unwrap();
    assert_eq!(watching.look().findings, []);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_looked_at_is_named_and_is_not_gone() {
    let watching = Watching::filed();
    let path = watching.share.join("Policies/POL-01 Access policy v1.0.txt");
    std::fs::remove_file(&path).unwrap();
    std::os::unix::fs::symlink("/nowhere", &path).unwrap();
    let found = watching.look().findings;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].what, found[0].problem.as_deref()), (What::Unreadable, Some("not_a_file")));
}

#[test]
fn a_folder_below_or_above_the_one_that_was_imported_is_watched_alike() {
    let watching = Watching::filed();
    let (config, switch) = (watching.config(), AtomicBool::new(false));
    let look = |folder: &Path, name: &str| {
        watch::add(&config, &watching.at.workspace, folder, Some(name)).unwrap();
        watch::look(&watching.at.workspace, &watching.cache, &config, name, &|_, _, _| {}, &switch).unwrap().findings
    };
    assert_eq!(look(&watching.share.join("Policies"), "below"), []);
    let above = watching.at.place.path("above");
    std::fs::create_dir(&above).unwrap();
    std::fs::rename(&watching.share, above.join("Quality")).unwrap();
    assert_eq!(look(&above, "above"), []);
}

#[test]
fn which_folders_are_watched_is_no_entry_and_a_wrong_one_is_refused() {
    let watching = Watching::filed();
    let (config, ws) = (watching.config(), &watching.at.workspace);
    let size = ws.head().unwrap().size;
    let reason = |folder: &Path| watch::add(&config, ws, folder, None).unwrap_err().reason().name;
    assert_eq!(reason(&watching.share), "folder_watched_already");
    assert_eq!(reason(&watching.share.join("Policies/none")), "watched_path_no_folder");
    assert_eq!(reason(watching.at.place.folder.path()), "watched_folder_holds_workspace");
    assert_eq!(watch::list(&config, ws.id()).unwrap().len(), 1);
    assert_eq!(watch::remove(&config, ws.id(), "other").unwrap_err().reason().name, "watched_folder_unknown");
    watch::remove(&config, ws.id(), "Quality").unwrap();
    assert_eq!(watch::list(&config, ws.id()).unwrap(), []);
    assert_eq!(ws.head().unwrap().size, size, "nothing of it is in the ledger");
    assert_eq!(documents::by_code(watching.at.db(), "POL-01").unwrap().code, "POL-01", "what was filed stays");
}

#[test]
fn a_share_that_only_has_folders_of_the_same_names_misses_nothing() {
    let watching = Watching::filed();
    let other = watching.at.place.path("Other share");
    file(&other, "Policies/POL-01 Access policy v1.0.txt", POLICY.as_bytes());
    watch::add(&watching.config(), &watching.at.workspace, &other, None).unwrap();
    let (config, switch) = (watching.config(), AtomicBool::new(false));
    let looked =
        watch::look(&watching.at.workspace, &watching.cache, &config, "Other share", &|_, _, _| {}, &switch).unwrap();
    assert_eq!(looked.findings, [], "half of what lay in Policies is no sign that the rest should be here");
}
