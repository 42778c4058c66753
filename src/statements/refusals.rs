//! What is refused about statements.

use crate::error::reasons;

reasons! {
    meaning_unknown(text, known) = InvalidValue;
    statement_not_found(id) = NotFound;
    /// A rule of the organisation asks for a signature, and the person has no key.
    statement_unsigned(email) = KeyUnusable;
    /// The person's key lies neither here nor with an agent.
    statement_key_elsewhere(email, fingerprint) = KeyUnusable;
    /// The key that was named is not the person's; `fingerprint` is that of theirs.
    statement_key_of_another(email, fingerprint) = KeyUnusable;
    /// The key that was named is the person's, and was retired.
    statement_key_retired(email, until) = KeyUnusable;
    /// The person has no key enrolled, and one was named.
    statement_key_not_enrolled(email) = KeyUnusable;
    /// The stored file is not what was filed, or gone: nobody signs that.
    statement_file_altered(code, label) = ObjectAltered;
}
