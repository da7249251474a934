//! What follows from the structure of a fact: two humans and a reporting line, a path class,
//! a mark the calendar itself sets (MEASURE sections 3 and 4).

use std::cmp::Ordering;

use rung_model::{
    activity::Activity,
    bucket::Bucket,
    commit::{Commit, PathClasses},
    evidence::Verb,
    kind::{Kind, NotCounted},
    rule::Relation,
    work_item::{WorkItem, WorkItemKind},
};

use crate::{builtin::BuiltIn, labels, lexicon::Sense};

/// What a rule of structure concludes.
pub(crate) type Conclusion = (Kind, BuiltIn);

/// A commit or a review: by the classes of the paths it touches.
pub(crate) fn of_commit(verb: Verb, commit: &Commit) -> Conclusion {
    let classes = commit.classes;
    let records = PathClasses::DECISIONS.with(PathClasses::DESIGN);
    let (activity, rule) = if verb == Verb::Reviewed {
        (Activity::CodeReview, BuiltIn::Review)
    } else if classes.only(records) {
        (Activity::Design, BuiltIn::DesignPaths)
    } else if classes.only(records.with(PathClasses::DOCS)) {
        (Activity::TechnicalDocs, BuiltIn::DocumentPaths)
    } else if classes.only(PathClasses::TESTS) {
        (Activity::Testing, BuiltIn::TestPaths)
    } else if classes.only(PathClasses::INFRASTRUCTURE) {
        (Activity::Release, BuiltIn::InfrastructurePaths)
    } else {
        (Activity::Coding, BuiltIn::Commit)
    };
    (Kind::Activity(activity), rule)
}

/// Something done on a work item, or time booked on it (MEASURE section 3: "issue label").
///
/// A pull request is code review to all but its author, and coding to its author; an issue goes by its
/// labels, then by its type. An issue of a forge that says nothing is triage: helping users is what its
/// comments are for. One of a tracker that says nothing stays unclassified: a story may be anything.
pub(crate) fn of_item(verb: Verb, item: &WorkItem, own: bool) -> Conclusion {
    let activity = |activity, rule| (Kind::Activity(activity), rule);
    match (verb, item.kind) {
        (Verb::Reviewed, _) => activity(Activity::CodeReview, BuiltIn::Review),
        (Verb::Deployed, _) | (_, WorkItemKind::Release | WorkItemKind::Deployment) => {
            activity(Activity::Release, BuiltIn::OnRelease)
        }
        (Verb::Acknowledged, _) | (_, WorkItemKind::Incident) => activity(Activity::Incident, BuiltIn::OnIncident),
        (Verb::EditedDoc, _) | (_, WorkItemKind::Document) => activity(Activity::TechnicalDocs, BuiltIn::OnDocument),
        (_, WorkItemKind::PullRequest) if own => activity(Activity::Coding, BuiltIn::OnPullRequest),
        (_, WorkItemKind::PullRequest) => activity(Activity::CodeReview, BuiltIn::OnPullRequest),
        (_, WorkItemKind::Issue | WorkItemKind::Discussion) => {
            if let Some(found) = labels::of_labels(&item.labels) {
                activity(found, BuiltIn::ItemLabel)
            } else if let Some(type_name) = &item.type_name {
                labels::of_type(type_name)
                    .map_or((Kind::Unclassified, BuiltIn::UntoldItem), |found| activity(found, BuiltIn::ItemType))
            } else {
                activity(Activity::Support, BuiltIn::Triage)
            }
        }
    }
}

/// Two humans, one of them the owner.
///
/// On the reporting line the structure decides, unless the title names work that is no talk
/// between the two (building, hiring, being away) or, on the senior side, a closer word for it
/// (feedback, coaching, onboarding). Beside the line the title decides where it can;
/// `senior` compares the owner with the other for mentoring. `None` leaves it to the title.
pub(crate) fn of_two(
    relation: Relation,
    title: Option<Sense>,
    senior: impl FnOnce() -> Option<Ordering>,
) -> Option<Conclusion> {
    let activity = match title {
        Some(Sense::Not(_)) => return None,
        Some(Sense::Activity(activity)) => Some(activity),
        Some(Sense::Ritual | Sense::Doubt | Sense::Name) | None => None,
    };
    let talk = matches!(activity, Some(Activity::OneOnOne | Activity::OneOnOneUp));
    let other_work = activity.is_some_and(|a| a.default_bucket() == Bucket::Building || a == Activity::Hiring);
    let closer_word = matches!(activity, Some(Activity::Feedback | Activity::Coaching | Activity::Onboarding));
    let up = |rule| Some((Kind::Activity(Activity::OneOnOneUp), rule));
    match relation {
        Relation::Report | Relation::SkipReport if other_work || closer_word => None,
        Relation::Report => Some((Kind::Activity(Activity::OneOnOne), BuiltIn::TwoWithReport)),
        Relation::SkipReport => Some((Kind::Activity(Activity::OneOnOne), BuiltIn::TwoWithSkipReport)),
        Relation::Manager if other_work => None,
        Relation::Manager => up(BuiltIn::TwoWithManager),
        Relation::Peer | Relation::OffLine if activity == Some(Activity::Coaching) => match senior()? {
            Ordering::Greater => Some((Kind::Activity(Activity::Coaching), BuiltIn::Mentor)),
            Ordering::Less => Some((Kind::Activity(Activity::Learning), BuiltIn::Mentee)),
            Ordering::Equal => None,
        },
        Relation::Peer if talk || title.is_none() => up(BuiltIn::TwoWithPeer),
        Relation::OffLine if talk => up(BuiltIn::TwoOffLine),
        // Not with a report, for the roster knows those; with whom, it cannot say.
        Relation::External if talk => Some((Kind::Unclassified, BuiltIn::TwoWithStranger)),
        Relation::Peer | Relation::OffLine | Relation::Unknown | Relation::External => None,
    }
}

/// An entry of whole days is no meeting: only what it says about being away is read.
pub(crate) const fn of_whole_days() -> Conclusion {
    (Kind::NotCounted(NotCounted::Excluded), BuiltIn::WholeDays)
}
