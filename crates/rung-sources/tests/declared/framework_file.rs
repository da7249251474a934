//! Frameworks of a team's own: the same tables, and what is told about mistakes in them.

use rung_model::{activity::Activity, bucket::Bucket};
use rung_sources::framework::read;

use crate::{Written, checks};

const SMALL: &str = "[framework]\nid = 'small'\nname = 'Small'\nversion = '3'\n\
    [[role]]\nid = 'lead'\nname = 'Lead'\ntrack = 'ic'\nfamily = 'technical'\ndefinition = 'Leads.'\nno_duties = 'none'\n\
    [[split]]\nrole = 'lead'\nstrategy = { mean = 0.3 }\npeople = { mean = 0.2 }\nbuilding = { mean = 0.5 }\nk = 10\n\
    basis = 'synthesis'\n\
    [[activity]]\nid = 'hiring'\nweights = { people = 0.5, building = 0.5 }\n";

#[test]
fn a_small_framework_is_read_from_a_file() {
    let file = Written::new("framework.toml", SMALL);
    let (framework, problems) = read(&file.path());
    assert_eq!(problems, []);
    assert_eq!((framework.id.as_str(), framework.version.as_str(), framework.roles.len()), ("small", "3", 1));
    assert_eq!(framework.activities.weights(Activity::Hiring), [0.0, 0.5, 0.5, 0.0]);
    assert_eq!(framework.activities.bucket(Activity::Coding), Bucket::Building);
}

#[test]
fn a_bad_framework_is_told_everything_at_once() {
    let file = Written::new(
        "framework.toml",
        format!(
            "{SMALL}{}",
            r#"
[[role]]
id = "lead"
name = "Boss"
track = "manager"
family = "technical"
definition = "x"
[[role]]
id = "head"
name = "lead"
track = "management"
stands_for_family = true
definition = "x"
[[split]]
role = "haed"
strategy = { mean = 0.3 }
people = { mean = 0.2 }
building = { mean = 0.6 }
k = 0
basis = "sourced"
[[split]]
role = "haed"
strategy = { mean = 0.3 }
people = { mean = 0.2 }
building = { mean = 0.5 }
k = 10
basis = "sourced"
source = "Q"
[[hands_on]]
role = "lead"
min = 0.7
max = 0.3
basis = "synthesis"
[[responsibility]]
id = "d"
name = "Do"
bucket = "peeple"
owner = ["lead"]
stated = []
[[responsibility]]
id = "e"
name = "Do"
bucket = "people"
owner = ["led"]
shared = true
stated = ["Q1"]
source_bucket = { Q2 = "people" }
traces = ["codding"]
[[skill]]
id = "s"
name = "S"
bucket = "people"
levels = { lead = 5, laed = 2 }
[[edge]]
from = "lead"
to = "lead"
years = { min = 5, max = 3 }
[[position]]
id = "L1"
role = "lead"
rank = 1
requires = { technology = 3 }
[[dimension]]
id = "system"
name = "System"
scale = "sistem"
[[norm]]
id = "n"
text = "x"
[[activity]]
id = "hiring"
bucket = "people"
"#
        ),
    );
    let (_, problems) = read(&file.path());
    insta::assert_snapshot!(file.shown(&problems), @r#"
    framework.toml:5: error[duties-or-none]: role `lead`: it has duties and says it has none. To mend it: take `no_duties` out.
    framework.toml:23: error[duplicate-id]: role `lead`: the same stands at framework.toml:5 already. To mend it: keep one of the two.
    framework.toml:26: error[unknown-value]: role `lead`: `manager` is no track. To mend it: use one of ic, management, product, programme.
    framework.toml:29: error[duties-or-none]: role `head`: it has no duties and does not say so. To mend it: add duties, or no_duties = "why there are none".
    framework.toml:29: error[family-missing]: role `head`: it stands for its family and names none. To mend it: add family = "...".
    framework.toml:29: error[name-twice]: role `head`: `lead` already leads to the role `lead`. To mend it: give it another name or alias.
    framework.toml:35: error[split-not-one]: split `haed`: the shares add up to 1.100, not to 1. To mend it: make strategy, people and building add up to 1.
    framework.toml:35: error[unknown-role]: split: the role `haed` is not defined. To mend it: did you mean `head`? If not, add a [[role]] with this id.
    framework.toml:40: error[bad-concentration]: split `haed`: the concentration k is not above 0. To mend it: give a number such as 20.
    framework.toml:41: error[source-missing]: split `haed`: it says it is sourced and names no source. To mend it: add source = "KEY", or say basis = "synthesis".
    framework.toml:42: error[unknown-role]: split: the role `haed` is not defined. To mend it: did you mean `head`? If not, add a [[role]] with this id.
    framework.toml:42: error[unknown-source]: split `haed`: the source of `Q` is not listed. To mend it: add a [[source]] with this key, title and by.
    framework.toml:52: error[range-backwards]: hands_on `lead`: the range runs from 0.7 down to 0.3. To mend it: swap min and max.
    framework.toml:58: error[unknown-value]: responsibility `d`: `peeple` is no bucket. To mend it: did you mean `people`? If not, use one of strategy, people, building, other.
    framework.toml:61: error[owners-and-sharing]: responsibility `e`: it has 1 owner. To mend it: name two or more owners of a shared duty, one of an exclusive one (shared = false).
    framework.toml:61: error[unknown-role]: responsibility `e`: the role `led` is not defined. To mend it: did you mean `lead`? If not, add a [[role]] with this id.
    framework.toml:61: error[unknown-source]: responsibility `e`: the source of `Q1` is not listed. To mend it: add a [[source]] with this key, title and by.
    framework.toml:68: error[unknown-statement]: responsibility `e`: `Q2` is not among the statements of this duty. To mend it: did you mean `Q1`? If not, add it to `stated`, or take it out.
    framework.toml:69: error[unknown-activity]: responsibility `e`: `codding` is no activity. To mend it: did you mean `coding`? If not, use one of coding, code_review, design, testing, release, incident, support, technical_docs, pairing, ritual_taking_part, vision, roadmap, alignment, status, capacity, customer, one_on_one_up, one_on_one, coaching, feedback, hiring, onboarding, team_building, process, ritual_running, learning, admin.
    framework.toml:70: error[unknown-role]: skill `s`: the role `laed` is not defined. To mend it: did you mean `lead`? If not, add a [[role]] with this id.
    framework.toml:74: error[out-of-range]: skill `s`: `lead` is out of range. To mend it: give a whole number from 0 to 4.
    framework.toml:75: error[step-to-itself]: edge from `lead`: it leads where it starts. To mend it: name another `to`.
    framework.toml:78: error[range-backwards]: edge `lead`: 5 to 3 years are no duration. To mend it: give least and most years; where nobody says, leave `years` out.
    framework.toml:79: error[unknown-dimension]: position `L1`: the dimension `technology` is not defined. To mend it: add a [[dimension]] with this id.
    framework.toml:84: error[unknown-scale]: dimension `system`: the scale `sistem` is not defined. To mend it: add a [[scale]] with this id.
    framework.toml:88: error[missing-key]: norm `n`: `source` is missing. To mend it: add the key `source`.
    framework.toml:91: error[duplicate-id]: activity `hiring`: the same stands at framework.toml:19 already. To mend it: keep one of the two.
    "#);
}

#[test]
fn an_empty_framework_says_so() {
    let file = Written::new("framework.toml", "");
    assert_eq!(checks(&read(&file.path()).1), [(0, "empty-framework")]);
}
