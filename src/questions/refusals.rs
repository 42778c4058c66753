//! What is refused about questions and their answers.

use crate::error::reasons;

reasons! {
    question_not_found(name) = NotFound;
    question_kind_unknown(text, known) = InvalidValue;
    question_list_unknown(text, known) = InvalidValue;
    question_source_unknown(text, known) = InvalidValue;
    /// Neither a reading nor a value was given, or both.
    question_answer_needed(code) = InvalidValue;
    /// It has `count` readings.
    question_reading_unknown(code, reading, count) = InvalidValue;
    /// Its answer is one of its readings, and nothing else.
    question_not_writable(code) = InvalidValue;
    /// What the data ask for is not passed over without a word.
    question_answered_without_reason(code) = ReasonNeeded;
    question_settled(code) = Refused;
    /// What it was about is gone, or a later list is clear.
    question_closed(code) = Refused;
    /// The register says `now` by now, and did not when it was asked.
    question_overtaken(code, about, now) = Refused;
    /// The revision in question is no draft any more, or gone.
    question_draft_decided(code, about) = Refused;
    /// Withdrawn documents take no revision, and are put in force by nobody's list.
    question_document_withdrawn(code, about) = Refused;
}
