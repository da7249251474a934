//! Versioned types for everything a machine reads: command line JSON now, the HTTP API later.
//!
//! Inner types are never serialised outward; each version has a module of its own
//! and a published JSON Schema under `schema/`.

pub mod v1;
