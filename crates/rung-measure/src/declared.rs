//! A category the event itself carries, where it names an activity.

use rung_model::{
    activity::Activity,
    bucket::Bucket,
    kind::{Kind, NotCounted},
};

/// Categories of calendar programs that mean time kept out of the split.
const ABSENCES: &[(&str, NotCounted)] =
    &[("holiday", NotCounted::Ooo), ("vacation", NotCounted::Ooo), ("out of office", NotCounted::Ooo)];

fn kind_of(category: &str) -> Option<Kind> {
    let text = category.trim();
    let id: String = text.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).collect();
    let bucket_named = || {
        let is = |b: &&Bucket| b.id() == id || b.name().eq_ignore_ascii_case(text);
        let bucket = Bucket::SPLIT.iter().find(is)?;
        let mut weights = [0.0; 4];
        *weights.get_mut(bucket.index())? = 1.0;
        Some(Kind::Weights(weights))
    };
    let activity = || {
        let is = |a: &&Activity| a.id() == id || a.name().eq_ignore_ascii_case(text);
        Activity::ALL.iter().find(is).copied().map(Kind::Activity)
    };
    let absence = || {
        let named = ABSENCES.iter().find(|(name, _)| text.eq_ignore_ascii_case(name)).map(|(_, not)| *not);
        named.or_else(|| NotCounted::from_id(&id)).map(Kind::NotCounted)
    };
    activity().or_else(absence).or_else(bucket_named)
}

/// What the categories of an event declare: an activity, a bucket, or time not counted, by machine
/// name or by the name people read. `None` where none does, or where two disagree.
pub(crate) fn declared(categories: &[String]) -> Option<Kind> {
    let mut kinds = categories.iter().filter_map(|category| kind_of(category));
    let first = kinds.next()?;
    kinds.all(|kind| kind == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_that_name_work_count_and_colours_do_not() {
        let of = |texts: &[&str]| declared(&texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&["code_review"]), Some(Kind::Activity(Activity::CodeReview)));
        assert_eq!(of(&["Red category", " code review "]), Some(Kind::Activity(Activity::CodeReview)));
        assert_eq!(of(&["Holiday"]), Some(Kind::NotCounted(NotCounted::Ooo)));
        assert_eq!(of(&["People"]), Some(Kind::Weights([0.0, 1.0, 0.0, 0.0])));
        assert_eq!(of(&["Hiring", "Coding"]), None);
        assert_eq!(of(&["Business"]), None);
        assert_eq!(of(&[]), None);
    }
}
