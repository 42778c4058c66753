//! What several tests need: a workspace in a temporary folder, an organisation in it, and the terminal program.

pub mod fuzz;
pub mod organisation;
pub mod stamps;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use clausebook::day::{Day, Zone};
use clausebook::rebuild;
use clausebook::workspace::{Clock, Workspace};
use rusqlite::Connection;
use rusqlite::types::Value as Cell;
use serde_json::Value;
use tempfile::TempDir;

/// A temporary folder with a workspace `ws` and a configuration `config` in it.
pub struct Place {
    pub folder: TempDir,
}

impl Place {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn workspace(&self) -> Workspace {
        let mut workspace = rebuild::create_workspace(&self.path("ws"), &self.path("config")).unwrap();
        workspace.set_clock(Clock::Fixed(noon(day(2026, 1, 15))));
        workspace
    }

    pub fn reopen(&self) -> clausebook::error::Result<Workspace> {
        self.open_with("config")
    }

    /// Opens it with another configuration folder, as another machine has it. Samples live in another time than this
    /// machine, so its clock is not doubted.
    pub fn open_with(&self, config: &str) -> clausebook::error::Result<Workspace> {
        let mut workspace = rebuild::open_workspace(&self.path("ws"), &self.path(config), &|_, _| Ok(()))?;
        workspace.clock_is_right();
        Ok(workspace)
    }

    /// Runs the terminal program on the workspace.
    pub fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_clausebook"))
            .arg("--config")
            .arg(self.path("config"))
            .arg("-w")
            .arg(self.path("ws"))
            .args(args)
            .output()
            .unwrap()
    }

    /// Runs it, expecting success, and reads its JSON.
    pub fn json(&self, args: &[&str]) -> Value {
        let out = self.run(&[args, &["--json"]].concat());
        assert!(out.status.success(), "{args:?} failed: {}", String::from_utf8_lossy(&out.stderr));
        serde_json::from_slice(&out.stdout).unwrap()
    }

    /// Runs it, expecting a refusal, and reads its error.
    pub fn refused(&self, args: &[&str]) -> Value {
        let out = self.run(&[args, &["--json"]].concat());
        assert_eq!(out.status.code(), Some(1), "{args:?} was not refused: {}", String::from_utf8_lossy(&out.stdout));
        let error: Value = serde_json::from_slice(&out.stderr).unwrap();
        assert!(error["error"]["values"].is_object(), "every refusal has its values: {error}");
        for part in ["code", "message", "hint", "reason"] {
            let text = error["error"][part].as_str().unwrap_or_default();
            assert!(!text.is_empty(), "every refusal has a {part}: {error}");
            assert!(!text.contains("panicked") && !text.contains("src/"), "no inside is shown: {error}");
        }
        error["error"].clone()
    }
}

/// Says something aloud, whether the test passes or not.
pub fn say(text: &str) {
    let _ = std::io::Write::write_all(&mut std::io::stderr(), format!("{text}\n").as_bytes());
}

pub fn day(year: i32, month: u32, day: u32) -> Day {
    Day::new(year, month, day).unwrap()
}

/// Milliseconds of noon, UTC.
pub fn noon(day: Day) -> i64 {
    Zone::UTC.first_instant(day) + 12 * 3_600_000
}

/// A file with some content.
pub fn file(folder: &Path, name: &str, content: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, content).unwrap();
    path
}

/// Runs a program that is not ours; a missing one fails the test with the package that has it.
pub fn tool(program: &str, package: &str, args: &[&str], folder: &Path) -> Output {
    Command::new(program).args(args).current_dir(folder).output().unwrap_or_else(|e| {
        panic!("{program} cannot be run ({e}); it is in the package {package}, see scripts/setup.sh")
    })
}

/// A program of `target/venv`, where `scripts/setup.sh` puts it.
pub fn venv(program: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/venv/bin").join(program);
    assert!(path.exists(), "{} is missing: run scripts/setup.sh core", path.display());
    path.display().to_string()
}

/// Every row of every projected table.
pub fn rows(db: &Connection) -> BTreeMap<String, Vec<Vec<Cell>>> {
    rebuild::tables(db)
        .unwrap()
        .into_iter()
        .map(|table| {
            let mut statement = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
            let columns = statement.column_count();
            let rows = statement.query_map([], |r| (0..columns).map(|i| r.get(i)).collect()).unwrap();
            let mut rows: Vec<Vec<Cell>> = rows.collect::<rusqlite::Result<_>>().unwrap();
            rows.sort_by_key(|row| format!("{row:?}"));
            (table, rows)
        })
        .collect()
}
