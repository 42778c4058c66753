//! x

use crate::error::reasons;

reasons! {
    scope_item_kind_unknown(text, known) = InvalidValue;
    scope_question_unknown(text, known) = InvalidValue;
    scope_answer_unknown(text, known) = InvalidValue;
}
