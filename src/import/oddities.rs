//! Everything an import can say of a file or a row, each by a name for which every shell has words; here are no sentences.

use super::problem::{Oddity, Said};

/// Declares what can be said: for each a function that makes it from its values, and all of them as `ODDITIES`.
macro_rules! oddities {
    ($($(#[$meta:meta])* $name:ident($($value:ident),* $(,)?) = $code:ident;)+) => {
        $(
            $(#[$meta])*
            pub(super) fn $name($($value: impl std::fmt::Display),*) -> Said {
                const WHAT: &Oddity = &Oddity {
                    name: stringify!($name),
                    code: stringify!($code),
                    values: &[$(stringify!($value)),*],
                };
                Said::of(WHAT, vec![$($value.to_string()),*])
            }
        )+

        /// Everything that an import can say.
        pub const ODDITIES: &[Oddity] = &[$(Oddity {
            name: stringify!($name),
            code: stringify!($code),
            values: &[$(stringify!($value)),*],
        }),+];
    };
}

// A file of the share.
oddities! {
    unreadable_folder() = unreadable_folder;
    name_is_no_text() = name_is_no_text;
    not_a_file() = not_a_file;
    file_changed() = file_changed;
    file_not_readable() = file_unreadable;
    file_gone() = file_not_found;
    /// A rule let it in nowhere; which one stands beside it.
    not_filed() = not_filed;
    empty() = empty;
    damaged() = damaged;
    locked() = locked;
    image_only() = image_only;
    unknown_type() = unknown_type;
    too_large() = too_large;
    part_unread() = part_unread;
    no_letters() = no_letters;
    reader_ended() = reader_ended;
    took_too_long() = took_too_long;
    not_started() = not_started;
    wrong_extension(ending, kind) = wrong_extension;
    wrong_extension_unknown(ending) = wrong_extension;
    /// Each of its messages is a file of its own.
    mailbox_opened(count) = export_opened;
    ciso_opened(count) = export_opened;
    pack_opened(of, count) = export_opened;
    export_not_opened() = export_not_opened;
    export_other_frameworks(names) = export_other_frameworks;
    pack_holds(pack) = pack_checked;
    pack_doubtful(pack, found) = pack_doubtful;
    pack_not_checked(pack) = pack_doubtful;
    /// What another program's assessment says of clauses.
    assessment_kept() = assessment_kept;
    statement_kept() = statement_kept;
    suppliers_kept() = suppliers_kept;
    risks_kept() = risks_kept;
    assets_kept() = assets_kept;
    record_not_in_index() = record_not_in_index;
    record_changed(before, now) = record_changed;
    no_number() = no_number;
    number_used_twice(number, code) = number_used_twice;
    not_listed(code) = not_listed;
    withdrawn_not_filed(code, label) = withdrawn_not_filed;
    // A row of a list.
    row_struck_ended() = row_struck;
    row_struck_asked() = row_struck;
    row_struck_read() = row_struck;
    row_hidden() = row_hidden;
    formula_without_value(column) = formula_without_value;
    row_below_heading(heading) = row_below_heading;
    row_without_number(title) = row_without_number;
    no_location_anywhere() = location_empty;
    no_next_review_anywhere() = next_review_empty;
    location_empty(code) = location_empty;
    next_review_empty(code) = next_review_empty;
    duplicate_number(code, row, title) = duplicate_number;
    file_missing(code) = file_missing;
    file_missing_withdrawn(code) = file_missing;
    unknown_clause(standard, clause) = unknown_clause;
    /// Words in a column of clauses that name none.
    no_clause(words) = unknown_clause;
    clause_of_other_edition(clause, now, edition) = clause_of_other_edition;
    clause_without_successor(clause, edition) = clause_of_other_edition;
    clause_or_control(number, control) = clause_or_control;
    approval_day_unreadable(words) = unreadable_date;
    next_review_unreadable(words) = unreadable_date;
    day_unreadable(words) = unreadable_date;
    next_review_imprecise(month) = imprecise_date;
    next_review_ambiguous(one, other) = ambiguous_date;
    location_not_found(path) = location_not_found;
    listed_file_empty(code) = file_empty;
    listed_file_damaged(code) = file_unreadable;
    listed_file_locked(code) = file_unreadable;
    version_older_than_newest_file(listed, newest) = version_older_than_newest_file;
    version_without_file(listed, newest) = version_without_file;
    status_differs_draft(status) = status_differs;
    status_differs_obsolete(status) = status_differs;
    title_differs(listed, own) = title_differs;
    owner_differs(listed, own) = owner_differs;
    index_file_missing() = index_file_missing;
    index_row_without_clauses() = index_row_without_clauses;
    dates_contradict(file) = dates_contradict;
    status_not_understood(status, code) = status_not_understood;
    status_not_understood_listed(status, code) = status_not_understood;
    version_from_list(code, label) = version_from_list;
    version_not_stated(code, label) = version_not_stated;
    approval_not_known(code, label) = approval_not_known;
    approver_not_known(code, label) = approval_not_known;
    approval_day_not_known(code, label) = approval_not_known;
    approval_of_retired(code, by, words) = approval_not_taken;
    approval_without_file(code, by, words) = approval_not_taken;
    approval_of_draft(code, by, words) = approval_not_taken;
    withdrawal_day_open(status, code) = withdrawal_day_open;
}
