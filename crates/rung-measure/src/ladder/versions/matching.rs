//! Which record of the new version is which of the old.

use std::{
    collections::{HashMap, VecDeque},
    hash::Hash,
};

use super::{
    super::similarity::{Wording, normalise, pair_up},
    record::Record,
};

/// How alike the words of two records must be to count as one that changed, 0-1 (Dice).
pub const SAME_FROM: f64 = 0.6;

/// What showed that two records are one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MatchedBy {
    /// The same id.
    Id,
    /// The same words, or all but the id the same.
    Text,
    /// The same name, where it has no words of its own or other ones.
    Name,
    /// Words at least [`SAME_FROM`] alike.
    Similarity(f64),
}

/// An old record's number, its new one's, and why.
pub(super) type Match = (usize, usize, MatchedBy);

/// Pairs the records of one table: by id, then all but the id, then the words (in the same place before elsewhere), then
/// the name, then similar words. Each record is in one pair at most.
pub(super) fn pairs(old: &[Record], new: &[Record]) -> Vec<Match> {
    let mut matching = Matching { old, new, of_old: vec![None; old.len()], taken: vec![false; new.len()] };
    matching.by(MatchedBy::Id, |record| Some(record.key.clone()));
    matching.by(MatchedBy::Text, |r| {
        let says = !r.text.is_empty() || !r.name.is_empty() || r.fields.len() > 1;
        says.then(|| (r.name.clone(), r.text.clone(), r.place.clone(), r.fields.clone()))
    });
    let words = |record: &Record| Some(normalise(&record.text)).filter(|text| !text.is_empty());
    matching.by(MatchedBy::Text, |record| Some((words(record)?, record.place.clone())));
    matching.by(MatchedBy::Text, words);
    matching.by(MatchedBy::Name, |record| Some((name(record)?, record.place.clone())));
    matching.by(MatchedBy::Name, name);
    matching.by_similarity();
    let found = matching.of_old.into_iter().enumerate();
    found.filter_map(|(old, to)| to.map(|(new, by)| (old, new, by))).collect()
}

fn name(record: &Record) -> Option<String> {
    Some(normalise(&record.name)).filter(|name| !name.is_empty())
}

struct Matching<'r> {
    old: &'r [Record],
    new: &'r [Record],
    of_old: Vec<Option<(usize, MatchedBy)>>,
    taken: Vec<bool>,
}

impl Matching<'_> {
    /// Pairs what is left by an equal key, in order where several have it.
    fn by<K: Eq + Hash>(&mut self, by: MatchedBy, key: impl Fn(&Record) -> Option<K>) {
        let mut waiting: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (number, record) in self.new.iter().enumerate() {
            if self.taken.get(number) == Some(&false)
                && let Some(key) = key(record)
            {
                waiting.entry(key).or_default().push_back(number);
            }
        }
        for (record, to) in self.old.iter().zip(&mut self.of_old).filter(|(_, to)| to.is_none()) {
            let found = key(record).and_then(|key| waiting.get_mut(&key)?.pop_front());
            if let Some(number) = found {
                *to = Some((number, by));
                self.taken.iter_mut().skip(number).take(1).for_each(|taken| *taken = true);
            }
        }
    }

    fn by_similarity(&mut self) {
        let open = |record: &Record| !record.text.is_empty() || !record.name.is_empty();
        let wording = |r: &Record| Wording::of(if r.text.is_empty() { &r.name } else { &r.text });
        let old: Vec<(usize, Wording)> = (self.old.iter().enumerate().zip(&self.of_old))
            .filter(|((_, record), to)| to.is_none() && open(record))
            .map(|((number, record), _)| (number, wording(record)))
            .collect();
        let new: Vec<(usize, Wording)> = (self.new.iter().enumerate().zip(&self.taken))
            .filter(|((_, record), taken)| !**taken && open(record))
            .map(|((number, record), _)| (number, wording(record)))
            .collect();
        let (old, of_old): (Vec<usize>, Vec<Wording>) = old.into_iter().unzip();
        let (new, of_new): (Vec<usize>, Vec<Wording>) = new.into_iter().unzip();
        for alike in pair_up(&of_old, &of_new, SAME_FROM) {
            if let (Some(a), Some(b)) = (old.get(alike.a), new.get(alike.b)) {
                let to = Some((*b, MatchedBy::Similarity(alike.similarity)));
                self.of_old.iter_mut().skip(*a).take(1).for_each(|place| *place = to);
                self.taken.iter_mut().skip(*b).take(1).for_each(|taken| *taken = true);
            }
        }
    }
}
