//! Rules files: conditions, outcomes, levels and their mistakes.

use rung_model::{
    activity::Activity,
    kind::{Kind, NotCounted},
    rule::{Level, Relation, Rule},
};
use rung_sources::rules::read;

use crate::{Written, checks};

fn of(text: &str, level: Level) -> (Vec<Rule>, Vec<(usize, &'static str)>) {
    let file = Written::new("rules.toml", text);
    let (rules, problems) = read(&file.path(), level);
    (rules, checks(&problems))
}

/// The example of MEASURE section 3.
#[test]
fn the_published_example_is_read() {
    let (rules, problems) = of(
        "[[rule]]\nid = \"r-12\"\nmatch = { title = \"(?i)^platform <> \", attendees = \"2..8\", external = false }\n\
         set = { activity = \"alignment\" }\nwhy = \"weekly dependency call\"\n",
        Level::Personal,
    );
    assert_eq!(problems, []);
    let rule = &rules[0];
    assert_eq!((rule.level, rule.set), (Level::Personal, Kind::Activity(Activity::Alignment)));
    assert_eq!(rule.when.attendees.map(|span| (span.min, span.max)), Some((2, 8)));
    assert_eq!(rule.when.external, Some(false));
    assert_eq!(rule.origin, "rules.toml:1");
}

#[test]
fn every_condition_and_outcome_can_be_said() {
    let (rules, problems) = of(
        r#"
[[rule]]
id = "all"
match = { title = "x", attendees = 3, external = true, organizer = "@h", category = "Red", series = "u", relation = "off_line", recurring = true, minutes = "..30", verb = "merged", path = "a/**", repository = "ledger" }
set = { weights = { strategy = 0.7, people = 0.3 } }
[[rule]]
id = "one"
match.occurrence = { uid = "u", day = 2026-02-28 }
set.exclude = true
[[rule]]
id = "own"
match = { series = "u" }
set = { activity = "ooo" }
"#,
        Level::Personal,
    );
    assert_eq!(problems, []);
    assert_eq!(rules[0].set, Kind::Weights([0.7, 0.3, 0.0, 0.0]));
    assert_eq!(rules[0].when.relation, Some(Relation::OffLine));
    let levels: Vec<Level> = rules.iter().map(|rule| rule.level).collect();
    assert_eq!(levels, [Level::Series, Level::Occurrence, Level::Series]);
    assert_eq!(rules[1].set, Kind::NotCounted(NotCounted::Excluded));
}

#[test]
fn a_team_file_may_not_speak_for_a_person() {
    let text = |level: &str| format!("[[rule]]\nid = 'a'\nmatch = {{ series = 'u' }}\nset.exclude = true\n{level}\n");
    assert_eq!(of(&text(""), Level::Team).0[0].level, Level::Team);
    assert_eq!(of(&text("level = 'organisation'"), Level::Team).0[0].level, Level::Organisation);
    for level in ["occurrence", "series", "personal"] {
        let (rules, problems) = of(&text(&format!("level = '{level}'")), Level::Organisation);
        assert_eq!((rules.len(), problems), (0, vec![(5, "level-of-a-person")]));
    }
}

#[test]
fn a_rule_with_a_mistake_is_left_out_and_every_mistake_is_told() {
    let file = Written::new(
        "rules.toml",
        r#"[[rule]]
id = "a"
match = { titel = "x" }
set = { activity = "alignement" }
[[rule]]
match = {}
set = {}
[[rule]]
id = "b"
match = { title = "(", attendees = "8..2", relation = "boss", verb = "commited" }
set = { weights = { strategy = 0.7, peeple = 0.3 } }
level = "global"
[[rule]]
id = "c"
match = { minutes = 30 }
set = { activity = "admin", exclude = true }
[[rule]]
id = "d"
match = { minutes = 30 }
set = { exclude = false }
[[rule]]
id = "e"
match = { path = " " }
set = { exclude = true }
[[rule]]
id = "f"
match = { minutes = 30 }
set = { exclude = true }
[[rule]]
id = "f"
match = { minutes = 30 }
set = { exclude = true }
"#,
    );
    let (rules, problems) = read(&file.path(), Level::Personal);
    assert_eq!(rules.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>(), ["f"]);
    insta::assert_snapshot!(file.shown(&problems), @r#"
    rules.toml:3: error[unknown-key]: rule `a`: the key `titel` is not known here. To mend it: did you mean `title`? If not, use one of title, attendees, external, organizer, category, series, occurrence, relation, recurring, minutes, verb, path, repository, label.
    rules.toml:4: error[unknown-activity]: rule `a`: `alignement` is no activity. To mend it: did you mean `alignment`? If not, use one of coding, code_review, design, testing, release, incident, support, technical_docs, pairing, ritual_taking_part, vision, roadmap, alignment, status, capacity, customer, one_on_one_up, one_on_one, coaching, feedback, hiring, onboarding, team_building, process, ritual_running, learning, admin, ooo, personal, travel, focus, unclassified.
    rules.toml:5: error[missing-key]: rule: `id` is missing. To mend it: add the key `id`.
    rules.toml:6: error[empty-match]: rule: `match` names no condition, so it would match nothing. To mend it: give at least one of title, attendees, external, organizer, category, series, occurrence, relation, recurring, minutes, verb, path, repository, label.
    rules.toml:7: error[one-outcome]: rule: `set` names 0 of activity, weights and exclude. To mend it: give exactly one of them.
    rules.toml:10: error[bad-pattern]: rule `b`: `title` is no regular expression: unclosed group. To mend it: put a backslash before . ( ) [ ] { } + * ? | ^ $ that stand for themselves; in "..." write it twice.
    rules.toml:10: error[bad-range]: rule `b`: `attendees` is no range of whole numbers: 8..2. To mend it: write 3, "2..8", "2.." or "..8".
    rules.toml:10: error[unknown-relation]: rule `b`: `boss` is no relation. To mend it: use one of report, skip_report, manager, peer, off_line, unknown, external.
    rules.toml:10: error[unknown-verb]: rule `b`: `commited` is no verb of evidence. To mend it: did you mean `committed`? If not, use one of committed, merged, opened, reviewed, commented, deployed, acknowledged, edited_doc, moved_issue, attended, logged_work.
    rules.toml:11: error[unknown-key]: rule `b`: the key `peeple` is not known here. To mend it: did you mean `people`? If not, use one of strategy, people, building, other.
    rules.toml:11: error[weights-not-one]: rule `b`: the weights add up to 0.700, not to 1. To mend it: give shares of 0 to 1 that together make 1.
    rules.toml:12: error[unknown-level]: rule `b`: `global` is no level. To mend it: use one of occurrence, series, personal, team, organisation.
    rules.toml:16: error[one-outcome]: rule `c`: `set` names 2 of activity, weights and exclude. To mend it: give exactly one of them.
    rules.toml:20: error[exclude-false]: rule `d`: `exclude = false` says nothing. To mend it: take the rule out, or name an activity.
    rules.toml:23: error[empty-text]: rule `e`: `path` is empty. To mend it: give it a value or take it out.
    rules.toml:30: error[duplicate-rule]: rule `f`: the id is taken by rules.toml:25; this rule is left out. To mend it: give each rule its own id.
    "#);
}
