//! Sites, services, the systems' scopes, and which file belongs where, from a JSON file.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use serde::Deserialize;

use super::refusals;
use crate::error::Result;
use crate::text::nfc;

/// What a scopes file says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Scopes {
    /// Locations; one that stands for the whole organisation is called `all`.
    pub sites: Vec<Site>,
    /// What is delivered to customers.
    pub services: Vec<Service>,
    /// The systems that are run, one for each standard.
    pub management_systems: Vec<SystemScope>,
    /// Per site: the files that belong to it.
    pub belongs: BTreeMap<String, Belongs>,
}

/// A location.
#[derive(Debug, Clone, Deserialize)]
pub struct Site {
    /// Short code, such as `N`; `all` stands for the whole organisation.
    pub id: String,
    /// Name in full.
    pub name: String,
}

/// A service, with where it is delivered.
#[derive(Debug, Clone, Deserialize)]
pub struct Service {
    /// Name; the service's code too.
    pub name: String,
    /// Codes of the sites where it is delivered.
    #[serde(default)]
    pub sites: Vec<String>,
}

/// A management system with what its scope takes in.
#[derive(Debug, Clone, Deserialize)]
pub struct SystemScope {
    /// The standard, with or without its edition: `9001:2015`.
    pub standard: String,
    /// Codes of the sites inside.
    #[serde(default)]
    pub scope: Vec<String>,
    /// Names of the services inside.
    #[serde(default)]
    pub services: Vec<String>,
}

/// The files that belong to one site.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Belongs {
    /// Paths of documents, relative to the share.
    pub documents: Vec<String>,
    /// Paths of records, relative to the share.
    pub records: Vec<String>,
}

/// Reads a scopes file.
///
/// # Errors
/// `list_unreadable` where it is not such a file.
pub fn scopes(path: &Path) -> Result<Scopes> {
    let text = crate::extract::read_text(path)?;
    serde_json::from_str(&text)
        .map_err(|cause| refusals::scopes_file_unreadable(path.display(), &cause).caused_by(cause))
}

/// The sites of each file, by its path relative to the share.
pub(super) struct Sites(HashMap<String, Vec<String>>);

impl Sites {
    /// Looks through a scopes file once.
    pub(super) fn of(scopes: &Scopes) -> Self {
        let mut sites: HashMap<String, Vec<String>> = HashMap::new();
        for (site, belongs) in &scopes.belongs {
            for path in belongs.documents.iter().chain(&belongs.records) {
                let of_path = sites.entry(nfc(path)).or_default();
                if of_path.last() != Some(site) {
                    of_path.push(site.clone());
                }
            }
        }
        Self(sites)
    }

    /// The sites a file belongs to, each once.
    pub(super) fn at(&self, path: &str) -> &[String] {
        self.0.get(&nfc(path)).map_or(&[], Vec::as_slice)
    }
}
