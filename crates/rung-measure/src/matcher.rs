//! Rules as people write them, compiled once and asked many times.

use std::{collections::HashMap, sync::Arc};

use regex::Regex;
use rung_model::{
    evidence::{EvidenceId, Verb},
    kind::Kind,
    problem::{Problem, Severity},
    rule::{Level, Match, Rule},
};

use crate::{facts::Facts, glob::regex_of_glob, memo::Memo};

/// One rule, compiled.
#[derive(Debug)]
pub(crate) struct Compiled {
    /// Id of the rule.
    pub id: Arc<str>,
    /// Where it comes from.
    pub origin: Arc<str>,
    /// Where it stands in the order of precedence.
    pub level: Level,
    /// What a match is recognised as.
    pub set: Kind,
    when: Match,
    title: Option<usize>,
    organizer: Option<usize>,
    path: Option<Regex>,
    verb: Option<Verb>,
}

/// All rules of a person, in order of precedence.
#[derive(Debug)]
pub(crate) struct Matcher {
    rules: Vec<Compiled>,
    /// Rules that name a series or an occurrence, by UID.
    by_uid: HashMap<String, Vec<usize>>,
    /// Rules that name one fact.
    by_fact: HashMap<EvidenceId, Vec<usize>>,
    /// All others.
    general: Vec<usize>,
    titles: Vec<Regex>,
    organizers: Vec<Regex>,
    organizer_memo: Memo<Hits>,
}

/// Which of several regular expressions match a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hits(Box<[bool]>);

impl Hits {
    fn of(patterns: &[Regex], text: &str) -> Self {
        Self(patterns.iter().map(|pattern| pattern.is_match(text)).collect())
    }

    fn has(&self, at: usize) -> bool {
        self.0.get(at).copied().unwrap_or(false)
    }
}

fn problem(rule: &Rule, check: &'static str, what: String, mend: &str) -> Problem {
    let (file, line) = match rule.origin.rsplit_once(':') {
        Some((file, line)) => line.parse().map_or((rule.origin.as_str(), None), |line| (file, Some(line))),
        None => (rule.origin.as_str(), None),
    };
    let found = Problem::new(Severity::Error, file, check, what, mend).of_item(rule.id.clone());
    line.map_or(found.clone(), |line| found.at_line(line))
}

/// Adds `pattern` to `all` and says where; a bad one becomes a problem.
fn add(
    rule: &Rule,
    key: &str,
    pattern: Option<&str>,
    all: &mut Vec<Regex>,
    problems: &mut Vec<Problem>,
) -> Option<usize> {
    match Regex::new(pattern?) {
        Ok(regex) => {
            all.push(regex);
            Some(all.len() - 1)
        }
        Err(error) => {
            let text = error.to_string();
            let last = text.lines().last().unwrap_or_default().trim_start_matches("error: ").trim();
            problems.push(problem(
                rule,
                "bad-regex",
                format!("`{key}` is not a regular expression: {last}"),
                "correct the expression; a sign such as `(`, `[`, `+` or `?` meant literally needs a `\\` in front",
            ));
            None
        }
    }
}

/// True where `name` is the whole name of the place, or its last part: `ledger` for `harbour/ledger`.
fn is_called(place: &str, name: &str) -> bool {
    place == name || place.rsplit_once('/').is_some_and(|(_, last)| last == name)
}

impl Matcher {
    /// Compiles `rules`; within a level, earlier in the list beats later.
    ///
    /// # Errors
    /// Every bad regular expression, bad glob and unknown verb, each with the rule's origin.
    pub(crate) fn new(mut rules: Vec<Rule>) -> Result<Self, Vec<Problem>> {
        rules.sort_by_key(|rule| rule.level);
        let mut problems = Vec::new();
        let (mut titles, mut organizers) = (Vec::new(), Vec::new());
        let (mut by_uid, mut general) = (HashMap::<String, Vec<usize>>::new(), Vec::new());
        let mut by_fact: HashMap<EvidenceId, Vec<usize>> = HashMap::new();
        let mut compiled = Vec::with_capacity(rules.len());
        for (at, rule) in rules.into_iter().enumerate() {
            let title = add(&rule, "title", rule.when.title.as_deref(), &mut titles, &mut problems);
            let organizer = add(&rule, "organizer", rule.when.organizer.as_deref(), &mut organizers, &mut problems);
            let path = match rule.when.path.as_deref().map(regex_of_glob) {
                Some(Ok(path)) => Some(path),
                Some(Err(why)) => {
                    let mend = "write a glob such as `docs/adr/**` or `*.{md,rst}`";
                    problems.push(problem(&rule, "bad-glob", format!("`path` is not a glob: {why}"), mend));
                    None
                }
                None => None,
            };
            let verb = rule.when.verb.as_deref().and_then(|id| {
                let verb = Verb::from_id(id);
                if verb.is_none() {
                    let mend = "use committed, merged, opened, reviewed, commented, deployed, acknowledged, edited_doc, \
                                moved_issue, attended or logged_work";
                    problems.push(problem(
                        &rule,
                        "unknown-verb",
                        format!("`verb` is `{id}`, which nothing does"),
                        mend,
                    ));
                }
                verb
            });
            let uid = rule.when.series.as_ref().or(rule.when.occurrence.as_ref().map(|(uid, _)| uid));
            match uid {
                _ if rule.when.fact.is_some() => {
                    rule.when.fact.into_iter().for_each(|fact| by_fact.entry(fact).or_default().push(at));
                }
                Some(uid) => by_uid.entry(uid.clone()).or_default().push(at),
                None if rule.when == Match::default() => {}
                None => general.push(at),
            }
            compiled.push(Compiled {
                id: rule.id.into(),
                origin: rule.origin.into(),
                level: rule.level,
                set: rule.set,
                when: rule.when,
                title,
                organizer,
                path,
                verb,
            });
        }
        if problems.is_empty() {
            let organizer_memo = Memo::default();
            Ok(Self { rules: compiled, by_uid, by_fact, general, titles, organizers, organizer_memo })
        } else {
            Err(problems)
        }
    }

    /// Which title conditions `title` meets.
    pub(crate) fn title_hits(&self, title: &str) -> Hits {
        Hits::of(&self.titles, title)
    }

    /// The first rule that matches.
    pub(crate) fn first(&self, facts: &Facts<'_>, title: Option<&Hits>) -> Option<&Compiled> {
        let own = facts.occurrence.and_then(|o| self.by_uid.get(&o.uid)).map(Vec::as_slice).unwrap_or_default();
        let first_of = |numbers: &[usize]| {
            numbers.iter().copied().find(|&at| self.rules.get(at).is_some_and(|rule| self.holds(rule, facts, title)))
        };
        let of_fact = facts.id.and_then(|id| self.by_fact.get(&id)).map(Vec::as_slice).unwrap_or_default();
        let best = [of_fact, own, &self.general].into_iter().filter_map(first_of).min();
        best.and_then(|at| self.rules.get(at))
    }

    fn organized_by(&self, facts: &Facts<'_>, pattern: usize) -> bool {
        let organizer = facts.occurrence.and_then(|o| o.organizer.as_ref()?.address.as_deref());
        organizer
            .is_some_and(|address| self.organizer_memo.of(address, || Hits::of(&self.organizers, address)).has(pattern))
    }

    /// True where every condition of the rule holds; the cheap ones are asked first.
    fn holds(&self, rule: &Compiled, facts: &Facts<'_>, title: Option<&Hits>) -> bool {
        let when = &rule.when;
        let occurrence = facts.occurrence;
        rule.title.is_none_or(|at| title.is_some_and(|hits| hits.has(at)))
            && when.fact.is_none_or(|fact| facts.id == Some(fact))
            && rule.verb.is_none_or(|verb| facts.verb == Some(verb))
            && when.attendees.is_none_or(|span| facts.humans.is_some_and(|n| span.holds(n)))
            && when.recurring.is_none_or(|recurring| occurrence.is_some_and(|o| o.recurring == recurring))
            && when.series.as_ref().is_none_or(|uid| occurrence.is_some_and(|o| o.uid == *uid))
            && when.minutes.is_none_or(|span| facts.minutes().is_some_and(|n| span.holds(n)))
            && when.repository.as_ref().is_none_or(|name| facts.place().is_some_and(|place| is_called(place, name)))
            && when.label.as_ref().is_none_or(|label| facts.has_label(label))
            && when.category.as_ref().is_none_or(|wanted| {
                let same = |category: &String| category.trim().eq_ignore_ascii_case(wanted.trim());
                occurrence.filter(|o| !o.private).is_some_and(|o| o.categories.iter().any(same))
            })
            && rule.organizer.is_none_or(|at| self.organized_by(facts, at))
            && rule.path.as_ref().is_none_or(|path| {
                let paths = facts.commit.and_then(|c| c.paths.as_deref()).unwrap_or_default();
                !paths.is_empty() && paths.iter().all(|p| path.is_match(p))
            })
            && when
                .occurrence
                .as_ref()
                .is_none_or(|(uid, day)| occurrence.is_some_and(|o| o.uid == *uid) && facts.day() == Some(*day))
            && when.external.is_none_or(|external| facts.external() == Some(external))
            && when.relation.is_none_or(|relation| facts.relation() == Some(relation))
    }
}
