//! ZIP archives: every file in them is read; the archive stays one, whatever it holds.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::model::{Extracted, Media, Unsearchable};
use super::within::Within;
use super::{encodings, parts};

/// Reads what an archive holds.
pub(super) fn read(bytes: &[u8], within: &Within<'_>) -> Extracted {
    if let Err(problem) = parts::check_sizes(bytes) {
        return Extracted::unsearchable(Media::Zip, problem);
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Extracted::unsearchable(Media::Zip, Unsearchable::Damaged);
    };
    let mut found = Extracted::text(Media::Zip, String::new());
    for i in 0..archive.len() {
        let Ok(file) = archive.by_index(i) else {
            found.problem = Some(Unsearchable::Damaged);
            continue;
        };
        if file.is_dir() {
            continue;
        }
        let name = encodings::file_name(file.name_raw());
        let mut content = Vec::new();
        if file.take(parts::LARGEST + 1).read_to_end(&mut content).is_err() {
            found.problem = Some(Unsearchable::Damaged);
        } else {
            within.part(&name, &content, &mut found);
        }
    }
    found
}
