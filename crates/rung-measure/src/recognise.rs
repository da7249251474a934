//! Recognition: what kind of work a piece of evidence is, and which rule says so.
//!
//! ```text
//! own corrections > personal > team > organisation > declared category > structure > title lexicon
//! ```
//! The first rule that matches wins; where none does, the answer is an honest
//! "unclassified" with its reason (MEASURE section 3). A private title is never read.

use std::{collections::BTreeSet, sync::Arc};

use jiff::tz::TimeZone;
use rung_model::{
    activity::Activity,
    evidence::{Evidence, Object, RoleInEvent},
    kind::{Kind, NotCounted},
    occurrence::{Busy, Occurrence, Rsvp},
    problem::Problem,
    roster::Roster,
    rule::{Level, Relation, Rule},
    time_entry::TimeEntry,
    work_item::WorkItem,
};

use crate::{
    builtin::{BuiltIn, BuiltInNames},
    declared::declared,
    facts::{Facts, Owner},
    lexicon::{Abstention, Humans, Lexicon, Sense, Verdict, plain_words},
    matcher::{Hits, Matcher},
    memo::Memo,
    recognition::Recognition,
    relation::Lines,
    seniority, structural,
};

/// Letters of a title that are read; the rest of a longer one is ignored.
const LONGEST_TITLE: usize = 400;

/// Whose evidence it is. Everything may be absent.
#[derive(Clone, Debug, Default)]
pub struct Context<'a> {
    /// People, lines and teams; without it a 1:1 is read from its title.
    pub roster: Option<&'a Roster>,
    /// The owner's person id in the roster.
    pub me: Option<&'a str>,
    /// The owner's addresses.
    pub addresses: &'a [String],
    /// The owner's zone, for the day of an event; without it each event is read in its own.
    pub zone: Option<TimeZone>,
}

/// What was worked out for one title.
#[derive(Debug)]
struct TitleReading {
    hits: Hits,
    /// By [`Humans`].
    verdicts: [Verdict; 4],
    /// Names someone of the roster who is not the owner.
    names_another: bool,
}

/// Recognises the evidence of one owner.
///
/// Built once, then asked for each row. It remembers what it worked out for a title, behind a
/// lock, so one recogniser serves many threads; what it remembers is a pure function of the
/// title, so the answers depend on nothing else.
#[derive(Debug)]
pub struct Recogniser {
    common: Arc<Common>,
    owner: Owner,
    /// The owner's person id, where the roster knows them.
    me: Option<String>,
    /// Words of the owner's own name.
    own_name: Vec<String>,
    titles: Memo<TitleReading>,
}

/// What is the same for every owner.
#[derive(Debug)]
struct Common {
    matcher: Matcher,
    roster: Option<Roster>,
    lines: Option<Arc<Lines>>,
    /// Words of the names of everyone in the roster.
    names: BTreeSet<String>,
    built_in: BuiltInNames,
}

impl Recogniser {
    /// Compiles `rules` for the owner in `context`. Within a level earlier rules win.
    ///
    /// # Errors
    /// Every bad regular expression, bad glob and unknown verb, each with the file and line of its rule.
    pub fn new(rules: Vec<Rule>, context: Context<'_>) -> Result<Self, Vec<Problem>> {
        let common = Common {
            matcher: Matcher::new(rules)?,
            roster: context.roster.cloned(),
            lines: context.roster.map(|roster| Arc::new(Lines::of(roster))),
            names: context.roster.map(names).unwrap_or_default(),
            built_in: BuiltInNames::new(),
        };
        Ok(Self::with(Arc::new(common), context.me, context.addresses, context.zone))
    }

    /// The same rules and roster for another owner; compiled once for all of them.
    #[must_use]
    pub fn of_owner(&self, me: &str, addresses: &[String], zone: Option<TimeZone>) -> Self {
        Self::with(Arc::clone(&self.common), Some(me), addresses, zone)
    }

    fn with(common: Arc<Common>, me: Option<&str>, addresses: &[String], zone: Option<TimeZone>) -> Self {
        let lines = common.lines.clone();
        let me = lines.as_ref().and_then(|lines| lines.find(me, addresses));
        let person = common.roster.as_ref().and_then(|roster| roster.people.get(me?));
        let mut addresses = addresses.to_vec();
        addresses.extend(person.iter().flat_map(|person| person.addresses.iter().cloned()));
        Self {
            me: person.map(|person| person.id.clone()),
            own_name: person.map(|person| plain_words(&person.name)).unwrap_or_default(),
            owner: Owner { lines, me, addresses, zone },
            titles: Memo::default(),
            common,
        }
    }

    /// What a piece of evidence is.
    pub fn recognise(&self, evidence: &Evidence) -> Recognition {
        if let Object::Logged(logged) = &evidence.object {
            let origin = format!("{}:{}", logged.file, logged.line).into();
            return Recognition { origin, ..self.built_in(logged.kind, BuiltIn::Logged) };
        }
        let facts = Facts::of(&self.owner, evidence);
        let title = facts.title.map(|title| self.read(title));
        if let Some(answer) = self.by_rule(&facts, title.as_deref()) {
            return answer;
        }
        match &evidence.object {
            Object::Commit(commit) => {
                let (kind, rule) = structural::of_commit(evidence.verb, commit);
                self.built_in(kind, rule)
            }
            Object::Occurrence(occurrence) => self.occurrence(&facts, occurrence, evidence.role, title.as_deref()),
            Object::Item(event) => self.on_item(evidence, &event.item),
            Object::Entry(entry) => self.entry(evidence, entry, title.as_deref()),
            Object::Logged(_) => self.built_in(Kind::Unclassified, BuiltIn::NoTitle),
        }
    }

    /// What a title alone is, at an event of `attendees` humans, the owner included.
    pub fn classify(&self, title: &str, attendees: Option<u32>) -> Recognition {
        let facts = Facts::of_title(&self.owner, title, attendees);
        let reading = self.read(title);
        self.by_rule(&facts, Some(&reading)).unwrap_or_else(|| self.by_title(&reading, attendees, false))
    }

    fn by_rule(&self, facts: &Facts<'_>, title: Option<&TitleReading>) -> Option<Recognition> {
        let rule = self.common.matcher.first(facts, title.map(|reading| &reading.hits))?;
        Some(Recognition {
            kind: rule.set,
            level: rule.level,
            rule: Arc::clone(&rule.id),
            origin: Arc::clone(&rule.origin),
        })
    }

    fn occurrence(
        &self,
        facts: &Facts<'_>,
        occurrence: &Occurrence,
        role: RoleInEvent,
        title: Option<&TitleReading>,
    ) -> Recognition {
        if !occurrence.private
            && let Some(kind) = declared(&occurrence.categories)
        {
            return self.built_in(kind, BuiltIn::Category);
        }
        if occurrence.busy == Busy::OutOfOffice {
            return self.built_in(Kind::NotCounted(NotCounted::Ooo), BuiltIn::OutOfOffice);
        }
        if occurrence.private {
            return self.built_in(Kind::Unclassified, BuiltIn::Private);
        }
        if occurrence.busy == Busy::Focus {
            return self.built_in(Kind::NotCounted(NotCounted::Focus), BuiltIn::FocusTime);
        }
        let runs = role == RoleInEvent::Organizer || occurrence.rsvp == Rsvp::Organizer;
        let read = |title: &TitleReading| self.by_title(title, facts.humans, runs);
        let answer = if facts.whole_days() {
            let away = title.map(read).filter(|answer| matches!(answer.kind, Kind::NotCounted(_)));
            away.unwrap_or_else(|| {
                let (kind, rule) = structural::of_whole_days();
                self.built_in(kind, rule)
            })
        } else if let Some((kind, rule)) = self.of_two(facts, title) {
            self.built_in(kind, rule)
        } else {
            title.map_or_else(|| self.built_in(Kind::Unclassified, BuiltIn::NoTitle), read)
        };
        let leave = answer.kind == Kind::NotCounted(NotCounted::Ooo) && &*answer.rule != "lexicon/public-holiday";
        let others = leave && (role == RoleInEvent::Attendee || title.is_some_and(|title| title.names_another));
        if others { self.built_in(Kind::NotCounted(NotCounted::Excluded), BuiltIn::OthersLeave) } else { answer }
    }

    fn on_item(&self, evidence: &Evidence, item: &WorkItem) -> Recognition {
        let own = item.author.as_deref().is_some_and(|author| author.key() == evidence.actor.key());
        let (kind, rule) = structural::of_item(evidence.verb, item, own);
        self.built_in(kind, rule)
    }

    /// A time entry: what its tags declare, else the work item it is booked on, else its own words.
    fn entry(&self, evidence: &Evidence, entry: &TimeEntry, title: Option<&TitleReading>) -> Recognition {
        let tags: Vec<String> = entry.tags.iter().chain(&entry.project).map(|tag| tag.to_string()).collect();
        if let Some(kind) = declared(&tags) {
            return self.built_in(kind, BuiltIn::Category);
        }
        if let Some(item) = &entry.item {
            let answer = self.on_item(evidence, item);
            if answer.kind != Kind::Unclassified {
                return answer;
            }
        }
        let by_title = title.map(|title| self.by_title(title, None, false));
        let words = by_title.filter(|answer| answer.kind != Kind::Unclassified).or_else(|| {
            let project = entry.project.as_deref()?;
            Some(self.by_title(&self.read(project), None, false))
        });
        words.unwrap_or_else(|| {
            let rule = if title.is_some() { BuiltIn::NothingKnown } else { BuiltIn::NoTitle };
            self.built_in(Kind::Unclassified, rule)
        })
    }

    /// The structural rule of two humans, where it applies.
    fn of_two(&self, facts: &Facts<'_>, title: Option<&TitleReading>) -> Option<structural::Conclusion> {
        // Without the owner in a roster nobody's line is known: the title decides.
        let (roster, me, lines) = (self.common.roster.as_ref()?, self.me.as_deref()?, self.owner.lines.as_ref()?);
        let relation: Relation = facts.relation()?;
        let says = title.and_then(|title| match title.verdicts.get(Humans::Two as usize) {
            Some(Verdict::Says(_, sense)) => Some(*sense),
            _ => None,
        });
        structural::of_two(relation, says, || {
            let other = lines.at_address(facts.other()?.address.as_deref()?)?;
            seniority::compare(roster, me, &roster.people.get(other)?.id, facts.day()?)
        })
    }

    fn read(&self, title: &str) -> Arc<TitleReading> {
        self.titles.of(title, || {
            let lexicon = Lexicon::built_in();
            let end = title.char_indices().nth(LONGEST_TITLE).map_or(title.len(), |(at, _)| at);
            let short = title.get(..end).unwrap_or(title);
            let read = lexicon.read(short);
            let humans = [Humans::Unknown, Humans::One, Humans::Two, Humans::Many];
            TitleReading {
                hits: self.common.matcher.title_hits(title),
                verdicts: humans.map(|humans| lexicon.verdict(&read, humans)),
                names_another: plain_words(short)
                    .iter()
                    .any(|word| self.common.names.contains(word) && !self.own_name.contains(word)),
            }
        })
    }

    fn by_title(&self, title: &TitleReading, attendees: Option<u32>, runs: bool) -> Recognition {
        match title.verdicts.get(Humans::counted(attendees) as usize) {
            Some(Verdict::Says(rule, sense)) => Recognition {
                kind: kind_of(*sense, runs),
                level: Level::Lexicon,
                rule: Arc::clone(rule),
                origin: Arc::clone(&self.common.built_in.origin),
            },
            Some(Verdict::Abstains(Abstention::Disagreement)) => {
                self.built_in(Kind::Unclassified, BuiltIn::Disagreement)
            }
            Some(Verdict::Abstains(Abstention::TwoMeanings)) => self.built_in(Kind::Unclassified, BuiltIn::TwoMeanings),
            Some(Verdict::Abstains(Abstention::OtherScript)) => self.built_in(Kind::Unclassified, BuiltIn::OtherScript),
            Some(Verdict::Abstains(Abstention::NothingKnown)) | None => {
                self.built_in(Kind::Unclassified, BuiltIn::NothingKnown)
            }
        }
    }

    fn built_in(&self, kind: Kind, rule: BuiltIn) -> Recognition {
        Recognition {
            kind,
            level: rule.level(),
            rule: self.common.built_in.id(rule),
            origin: Arc::clone(&self.common.built_in.origin),
        }
    }
}

/// What a sense is for this owner: a ritual is run by its organizer, others take part.
fn kind_of(sense: Sense, runs: bool) -> Kind {
    match sense {
        Sense::Activity(activity) => Kind::Activity(activity),
        Sense::Ritual if runs => Kind::Activity(Activity::RitualRunning),
        Sense::Ritual => Kind::Activity(Activity::RitualTakingPart),
        Sense::Not(not) => Kind::NotCounted(not),
        Sense::Doubt | Sense::Name => Kind::Unclassified,
    }
}

/// Words of the names of everyone in the roster; short ones are left out.
fn names(roster: &Roster) -> BTreeSet<String> {
    let words = roster.people.iter().flat_map(|person| plain_words(&person.name));
    words.filter(|word| word.len() > 2).collect()
}
