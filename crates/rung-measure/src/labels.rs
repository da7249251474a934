//! What labels and types of work items say about the kind of work.

use std::sync::Arc;

use rung_model::activity::Activity;

/// Words of labels and types that name a kind of work; the first row that any of them is in decides.
/// A word counts only as a whole word: `type: bug`, `kind/bug` and `bug` say the same, `debug` does not.
const WORDS: &[(Activity, &[&str])] = &[
    (Activity::Incident, &["incident", "outage", "postmortem", "sev0", "sev1", "sev2", "hotfix"]),
    (Activity::Hiring, &["hiring", "interview", "recruiting", "recruitment"]),
    (Activity::Onboarding, &["onboarding"]),
    (Activity::Design, &["design", "rfc", "adr", "architecture", "proposal", "kep"]),
    (Activity::Release, &["release", "deploy", "deployment", "rollout"]),
    (Activity::TechnicalDocs, &["documentation", "docs", "doc"]),
    (Activity::Testing, &["test", "tests", "testing", "flake", "flaky", "qa"]),
    (Activity::Support, &["bug", "defect", "regression", "support", "question", "triage", "crash", "problem"]),
    (Activity::Roadmap, &["epic", "initiative", "roadmap", "theme"]),
    (Activity::Process, &["retrospective", "process"]),
];

/// The activity a text names.
fn of_text(text: &str) -> Option<Activity> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    WORDS.iter().find(|(_, known)| words.iter().any(|word| known.contains(word))).map(|(activity, _)| *activity)
}

/// The activity that labels name; `None` where none does, or where two name different ones.
pub(crate) fn of_labels(labels: &[Arc<str>]) -> Option<Activity> {
    let mut named = labels.iter().filter_map(|label| of_text(label));
    let first = named.next()?;
    named.all(|activity| activity == first).then_some(first)
}

/// The activity a tracker's type names: a bug is support, an epic is roadmap; a story or task names none.
pub(crate) fn of_type(type_name: &str) -> Option<Activity> {
    of_text(type_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(texts: &[&str]) -> Vec<Arc<str>> {
        texts.iter().map(|text| Arc::from(*text)).collect()
    }

    #[test]
    fn a_word_counts_whole_and_in_any_spelling_of_labels() {
        for bug in ["bug", "kind/bug", "type: Bug", "Bug 🐛"] {
            assert_eq!(of_labels(&labels(&[bug])), Some(Activity::Support), "{bug}");
        }
        assert_eq!(of_labels(&labels(&["debug-build"])), None);
        assert_eq!(of_labels(&labels(&["sig/node", "kind/documentation"])), Some(Activity::TechnicalDocs));
    }

    #[test]
    fn labels_that_disagree_say_nothing() {
        assert_eq!(of_labels(&labels(&["bug", "hiring"])), None);
        assert_eq!(of_labels(&labels(&["bug", "regression"])), Some(Activity::Support));
        assert_eq!(of_labels(&[]), None);
    }

    #[test]
    fn a_story_may_be_anything_and_an_epic_is_planning() {
        assert_eq!(of_type("Story"), None);
        assert_eq!(of_type("Sub-task"), None);
        assert_eq!(of_type("Epic"), Some(Activity::Roadmap));
        assert_eq!(of_type("Bug"), Some(Activity::Support));
    }
}
