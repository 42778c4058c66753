//! What is refused about days and time zones.

use crate::error::reasons;

reasons! {
    day_unreadable(text) = InvalidValue;
    time_zone_unknown(text) = InvalidValue;
}
