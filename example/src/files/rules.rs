//! The rules file: what Harbourline has told Rung about its own titles.

/// Recognition rules as TOML. Some recurring titles are left out on purpose: nobody has named
/// "Lantern", "Partner bridge", "Chart room" or "Tidepool" yet.
pub(crate) fn rules() -> String {
    r#"# Harbourline's own recognition rules. Harbourline is invented.

[[rule]]
id = "kestrel-weekly"
level = "organisation"
match = { title = "(?i)^kestrel weekly" }
set = { activity = "alignment" }
why = "weekly call of the Kestrel programme across four teams"

[[rule]]
id = "kitchen-table"
level = "team"
match = { title = "(?i)^kitchen table$" }
set = { activity = "team_building" }
why = "the Ledger team's Friday coffee"

[[rule]]
id = "go-no-go"
level = "organisation"
match = { title = "(?i)go/no-go" }
set = { activity = "release" }
why = "decides whether a release goes out"

[[rule]]
id = "runbooks"
level = "organisation"
match = { verb = "committed", path = "docs/runbooks/**" }
set = { activity = "incident" }
why = "runbooks are written after incidents"
"#
    .to_owned()
}
