//! Whose account is whose: what binds accounts to people, and the user's journal of it.
//!
//! Accounts are named by their key (`Account::key`) and nothing else, so that a journal outlives
//! every import. What follows from bindings is worked out in `rung-measure`.

pub mod ground;
pub mod journal;
pub mod key;
pub mod person;
