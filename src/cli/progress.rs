//! A progress bar in a terminal; nothing in a pipe.

use std::io::IsTerminal;
use std::sync::Mutex;

use indicatif::{ProgressBar, ProgressStyle};

use crate::api::{Session, Step};

/// Shows the session's progress where somebody watches.
pub(super) fn show(session: &mut Session) {
    if !std::io::stderr().is_terminal() {
        return;
    }
    let bar: Mutex<Option<(Step, ProgressBar)>> = Mutex::new(None);
    session.on_progress(move |p| {
        let Ok(mut held) = bar.lock() else { return };
        if held.as_ref().is_none_or(|(step, _)| *step != p.step) {
            if let Some((_, old)) = held.take() {
                old.finish_and_clear();
            }
            let name = match p.step {
                Step::Reading => "Reading",
                Step::Filing => "Filing",
                Step::Checking => "Checking",
                Step::Comparing => "Comparing",
                Step::Packing => "Packing",
                Step::Rebuilding => "Rebuilding",
                Step::LookingBack => "Looking back",
            };
            let new = ProgressBar::new(p.total);
            if let Ok(style) = ProgressStyle::with_template("{msg:12} {bar:40} {pos}/{len} {eta}") {
                new.set_style(style);
            }
            new.set_message(name);
            *held = Some((p.step, new));
        }
        if let Some((_, bar)) = held.as_ref() {
            bar.set_length(p.total);
            bar.set_position(p.done);
            if p.done >= p.total {
                bar.finish_and_clear();
            }
        }
    });
}
