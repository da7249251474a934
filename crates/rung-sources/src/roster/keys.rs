//! The keys of each table, in the order they are written.

pub(super) const TEAM: &[&str] =
    &["id", "name", "parent", "kind", "handles", "from", "until", "recorded", "superseded"];
pub(super) const PERSON: &[&str] =
    &["id", "name", "addresses", "accounts", "zone", "hours", "lunch", "weekdays", "team", "manager", "role"];
pub(super) const EMPLOYMENT: &[&str] = &["person", "fte", "from", "until", "recorded", "superseded"];
pub(super) const LEAVE: &[&str] = &["person", "from", "until", "recorded", "superseded"];
pub(super) const MEMBERSHIP: &[&str] = &["person", "team", "share", "part", "from", "until", "recorded", "superseded"];
pub(super) const REPORTS_TO: &[&str] =
    &["person", "manager", "solid", "interim", "from", "until", "recorded", "superseded"];
pub(super) const HOLDING: &[&str] =
    &["person", "position", "team", "share", "basis", "from", "until", "recorded", "superseded"];
pub(super) const POSITION: &[&str] =
    &["id", "role", "team", "status", "person", "from", "until", "recorded", "superseded"];
pub(super) const RESPONSIBILITY: &[&str] = &[
    "team",
    "id",
    "name",
    "bucket",
    "hours",
    "shared",
    "fit",
    "wish",
    "pinned",
    "from",
    "until",
    "recorded",
    "superseded",
];
pub(super) const CAPACITY: &[&str] = &["person", "team", "hours", "from", "until", "recorded", "superseded"];
pub(super) const OWNERSHIP: &[&str] =
    &["person", "team", "responsibility", "mode", "delegation", "trial", "from", "until", "recorded", "superseded"];

/// The keys of a table by its name; none for one that is not of a roster.
pub(super) fn of(table: &str) -> &'static [&'static str] {
    match table {
        "team" => TEAM,
        "person" => PERSON,
        "employment" => EMPLOYMENT,
        "leave" => LEAVE,
        "membership" => MEMBERSHIP,
        "reports_to" => REPORTS_TO,
        "holding" => HOLDING,
        "position" => POSITION,
        "responsibility" => RESPONSIBILITY,
        "capacity" => CAPACITY,
        "ownership" => OWNERSHIP,
        _ => &[],
    }
}
