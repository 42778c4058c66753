//! What a command refuses that no room below it knows of, and the list of all there is.

use crate::error::{Reason, reasons};
use crate::{
    agenda, applicability, approval, audits, bag, certificates, claims, day, digest, disk, documents, error, filing,
    impact, import, items, ledger, lists, mapping, named, packs, paging, parties, people, questions, records,
    requirements, reviews, rules, saved, search, signing, soa, soalist, standards, statements, systems, undo, vault,
    verify, watch, workspace,
};

reasons! {
    command_unknown(name) = NotFound;
    /// The shell and the core do not fit together.
    request_unreadable(command, cause) = InvalidValue;
    /// The tables were not filled, and nothing was changed.
    rebuild_stopped() = Cancelled;
    entry_not_found(id) = NotFound;
    engine_unknown(name, known) = NotFound;
    engine_languages_unreadable(text) = InvalidValue;
    /// What is recorded by a day to come nobody knows.
    as_of_ahead(day, today) = InvalidValue;
    /// Nothing was recorded by then.
    as_of_before(day, first) = InvalidValue;
    /// A program would read nothing in them.
    engine_languages_missing(missing, there, package) = InvalidValue;
}

/// Every refusal of the core, room by room in their order; each has one name over all of them, by which a shell finds its
/// words.
pub fn refusals() -> impl Iterator<Item = &'static Reason> {
    [
        error::REASONS,
        day::REASONS,
        saved::REASONS,
        digest::REASONS,
        disk::REASONS,
        signing::REASONS,
        ledger::REASONS,
        named::REASONS,
        paging::REASONS,
        standards::REASONS,
        vault::REASONS,
        bag::REASONS,
        workspace::REASONS,
        people::REASONS,
        rules::REASONS,
        systems::REASONS,
        soa::REASONS,
        applicability::REASONS,
        parties::REASONS,
        requirements::REASONS,
        certificates::REASONS,
        documents::REASONS,
        records::REASONS,
        items::REASONS,
        statements::REASONS,
        approval::REASONS,
        mapping::REASONS,
        reviews::REASONS,
        claims::REASONS,
        audits::REASONS,
        packs::REASONS,
        questions::REASONS,
        agenda::REASONS,
        search::REASONS,
        impact::REASONS,
        undo::REASONS,
        filing::REASONS,
        import::REASONS,
        lists::REASONS,
        soalist::REASONS,
        watch::REASONS,
        verify::REASONS,
        REASONS,
    ]
    .into_iter()
    .flatten()
}
