//! Help that teaches: an example with each command, and topics.

mod topics;

pub(crate) use topics::{TOPICS, topic};

pub(crate) const EXAMPLES: &str = "\
Start here:
  rung report --example                        see it work on invented people
  rung report                                  inside a git checkout: your own commits
  rung report --calendar me.ics --role TL5     add your calendar, name your role
  rung roles compare tech_lead em              what two roles share

  rung framework import ladder.md              any published career ladder

Topics: rung help calendar | sources | people | roster | rules | days | framework | privacy | json | exit-codes";

pub(crate) const REPORT: &str = "\
Examples:
  rung report --example --html report.html
  rung report --git ~/src/ledger --calendar me.ics --role tech_lead --since 12w
  rung report --json | jq .verdict.sentence

Only your own addresses are measured: those of your git config and those you added with
`rung config me add`. Nothing leaves this machine.";

pub(crate) const ROLES: &str = "\
Examples:
  rung roles                                   all roles
  rung roles show staff
  rung roles compare tech_lead em
  rung roles diff TL4 TL5                      only what differs
  rung roles nearest EM5
  rung roles overlap --svg overlap.svg
  rung roles paths junior director
  rung roles diff \"Level 3\" \"Level 4\" --framework handbook/ladder.md";

pub(crate) const FRAMEWORK: &str = "\
Examples:
  rung framework import handbook/ladder.md               what was understood, skipped, guessed
  rung framework import handbook/ --as acme -o ladder    write it as ladder/acme.toml
  rung framework validate ladder                         every problem at once; for CI
  rung framework render ladder -o site                   pages to publish as they are
  rung framework diff ladder-2025.toml ladder.toml --assessed people.csv

A framework is Rung's own TOML, YAML or JSON (`rung help framework`), or any published one:
axis charts, points and titles, matrices in Markdown, HTML or CSV, tagged lists, front matter,
skill registries, weights and bands, time splits, responsibility tables.";

pub(crate) const EXPLAIN: &str = "\
Examples:
  rung explain 2026-11-12 --calendar me.ics    that day, minute by minute
  rung explain \"Payments sync\"                 every occurrence and the rule that decides
  rung explain 3f2c9e1                         one commit";

pub(crate) const EVIDENCE: &str = "\
Examples:
  rung evidence --git . --json | jq -r .commit
  rung evidence --calendar me.ics --from 2026-10-01 --to 2026-11-01

A window is [from, to): `--to` names the first day (or moment) that is not in it.";

pub(crate) const CLASSIFY: &str = "\
Examples:
  rung classify \"Payments <> Ledger sync\" --attendees 6
  cut -f1 titles.tsv | rung classify - --json";

pub(crate) const RULES: &str = "\
Examples:
  rung rules check rules.toml
  rung rules try rules.toml --calendar me.ics
  rung rules add --title '(?i)^platform <> ' --activity alignment --why 'weekly dependency call'";

pub(crate) const CORRECT: &str = "\
Examples:
  rung correct \"Platform <> Ledger\" alignment --series     shows the minutes it would move
  rung correct \"Platform <> Ledger\" alignment --series --because 'dependency call' --yes
  rung correct 3f2c9e1 design --yes                          one commit
  rung correct list
  rung correct undo c-3

Corrections are kept beside your settings, apart from what sources say: reading a source again
keeps them. Where an event comes back under another UID, Rung asks before it applies one.";

pub(crate) const FINDINGS: &str = "\
Examples:
  rung findings                                              each with its key
  rung findings snooze hybrid-load 2026-12-01 --because 'a colleague is on leave'
  rung findings dispute drift:people:2026-W30 --because 'the interviews were a one-off'
  rung findings undo hybrid-load";

pub(crate) const OWNERS: &str = "\
Examples:
  rung owners                                  counts by class of path, owners, what nobody is named for
  rung owners src/pay.rs docs/adr/0007.md      whose these are, and the line that says so
  git diff --name-only main | rung owners -
  rung owners --git ~/src/ledger --json | jq -r '.paths[] | select(.state == \"unmatched\") | .path'

Read as the forge would that the file is for: GitHub's rules, or GitLab's with sections.";

pub(crate) const PEOPLE: &str = "\
Examples:
  rung people list --git . --source github:deliveries --roster team/roster.toml
  rung people unmatched --git .                            what belongs to nobody, and how much it is
  rung people suggest --git .                              likenesses, with their reasons
  rung people link ines@home.example person:ines --because 'she told me'
  rung people unlink ines@home.example                     as it was before

A likeness never links anybody: `rung help people` tells which rules do.";

pub(crate) const LOG: &str = "\
Examples:
  rung log yesterday one_on_one 45m
  rung log 2026-11-12 coding 2h30m --start 9:30
  rung log yesterday admin 20m --whole         nothing is missing: use this day to calibrate
  rung log show";

pub(crate) const INIT: &str = "\
Example:
  rung init team && rung report --roster team/roster.toml --rules team/rules.toml";

pub(crate) const CONFIG: &str = "\
Examples:
  rung config show
  rung config me add ines@home.example";

pub(crate) const ORG: &str = "\
Examples:
  rung org show --example                      the example organisation in short
  rung org check --roster roster/              every problem, with file, line and mend
  rung org as-of 2026-03-01 ines               who Ines reported to and what she held that day
  rung org as-of 2026-03-01 ines --believed 2026-03-15    as it was believed then, before corrections
  rung org check --codeowners .github/CODEOWNERS --backstage catalog-info.yaml
  rung org diff 2026-01-01 2026-07-01          what changed
  rung org import people.csv                   what would be understood; -o DIR writes it
  rung org import ~/src/team --history -o roster    a git history becomes the days its statements held
  rung org rollup payments                     spans, layers, vacancies, teams without leads
  rung org render -o site/                     the same as pages

Structure alone: nothing here is measured of anybody. `rung help roster` shows the format.";

pub(crate) const TEAM: &str = "\
Examples:
  rung team map --example ledger               who carries what: unowned, contested, overload
  rung team split --example ledger             the least overload for 0 to 3 moves
  rung team show settlement                    people, roles, what their splits add up to
  rung team answer settlement ines             a blank answer, filled in before anybody else's is seen
  rung team answers settlement                 what all answered, once all have
  rung team contract settlement --html contract.html

Splits are suggestions from declared hours, wishes and eligibility; what is measured of people is never an input.";

pub(crate) const SERVE: &str = "\
Examples:
  rung serve                                   http://127.0.0.1:7420/, data in your data folder
  rung serve --data /var/lib/rung --listen 127.0.0.1:8080
  rung serve --listen 0.0.0.0:7420 --behind-tls      behind a proxy that speaks TLS

The first page makes its administrator. An administrator sets it up and reads nobody's weeks. An address that
others reach is refused without --behind-tls.";

pub(crate) const DEMO: &str = "\
Examples:
  rung demo                                    then open http://127.0.0.1:7420/
  rung demo --listen 127.0.0.1:0               any free port; it is printed

Logins are on its first page: a tech lead, a manager, a director, an engineer, an administrator.";

pub(crate) const BACKUP: &str = "\
Examples:
  rung backup /backups/rung-2026-11-25.bak     while the server runs; as of one moment
  rung verify /backups/rung-2026-11-25.bak     a byte that changed is told
  rung restore /backups/rung-2026-11-25.bak --data /var/lib/rung

A backup is readable by its owner alone. Restoring refuses to write over a database that is there.";

pub(crate) const DOCTOR: &str = "\
Examples:
  rung doctor
  rung doctor --data /var/lib/rung --json

Exit code 3 where something is wrong.";

pub(crate) const ERASE: &str = "\
Examples:
  rung erase ines                              says what would go
  rung erase ines --yes

People do this themselves on the page My data. What is done here stands in the access log, as of the command line.";
