//! audits.
