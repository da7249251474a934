//! My data: what is held about one, who looked, export, erase, not being measured (PRIVACY P10-P13, P17).

use std::fmt::Write as _;

use rung_store::{
    access::{self, Line},
    account, document, erase, evidence, ledger, snapshot, source,
};

use super::{Caller, Moment, Noted, ORG, Refused, Server, day_of};
use crate::access::{Object, Verb};

/// Longest page of the access log.
const LINES: i64 = 100;

/// One kind of thing that is held about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// What.
    pub what: &'static str,
    /// How much of it, in words.
    pub amount: String,
    /// From where.
    pub from: String,
    /// What for.
    pub purpose: &'static str,
    /// Who sees it.
    pub visible_to: &'static str,
    /// Until when.
    pub until: String,
}

/// A line of the access log, to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    /// Its number.
    pub number: i64,
    /// When, epoch seconds.
    pub at: i64,
    /// Id of the account.
    pub actor: String,
    /// `web`, `api` or `command`.
    pub way: String,
    /// What was done, in words.
    pub words: String,
}

impl Looked {
    fn of(line: Line) -> Self {
        let words = match (line.act.as_str(), line.detail.as_str()) {
            ("read", _) => format!("read: {}", line.object),
            ("write", "") => format!("changed: {}", line.object),
            ("write", detail) => format!("changed: {} ({detail})", line.object),
            ("share", "taken back") => "took a snapshot back".to_owned(),
            ("share", "") => "shared a snapshot".to_owned(),
            ("share", to) => format!("shared a snapshot with {to}"),
            ("export", _) => "took everything out".to_owned(),
            ("erase", _) => "erased everything".to_owned(),
            (act, _) => format!("{act}: {}", line.object),
        };
        Self { number: line.number, at: line.at, actor: line.actor, way: line.way, words }
    }
}

fn day_in_words(day: jiff::civil::Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

fn count(number: i64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

impl Server {
    /// Everything that is held about the caller, with purpose, who sees it, and until when.
    pub fn held(&self, caller: &Caller, moment: &Moment) -> Result<Vec<Held>, Refused> {
        let (opened, person) = self.self_only(caller, moment, Verb::Read, Object::Reading)?;
        let id = person.as_str();
        let (facts, raw, weeks, documents, shared, sources, read) = self.db.read(|tx| {
            Ok((
                evidence::extent(tx, ORG, id)?,
                evidence::raw_extent(tx, ORG, id)?,
                ledger::extent(tx, ORG, id)?,
                document::of_owner(tx, ORG, id)?,
                snapshot::made_by(tx, ORG, id)?,
                source::of(tx, ORG, id)?,
                source::descriptions(tx, ORG, id)?,
            ))
        })?;
        let shared_sources = read.iter().filter(|(id, _)| !sources.iter().any(|own| own.id == *id)).count() as i64;
        let from = |sources: &[source::Source]| {
            let names: Vec<&str> = sources.iter().map(|one| one.name.as_str()).collect();
            let mut all: Vec<String> = names.into_iter().map(str::to_owned).collect();
            if shared_sources > 0 {
                all.push(count(shared_sources, "source of the organisation", "sources of the organisation"));
            }
            all.join(", ")
        };
        let months = self.months(moment)?;
        let kept = format!("{months} months after the day they are about");
        let zone = self.zone()?;
        let until = raw.1.and_then(|at| jiff::Timestamp::from_second(at).ok()).map(|at| zone.to_datetime(at).date());
        let roster = opened.roster.person(id).map_or(0, |own| own.addresses.len() + own.accounts.len());
        let mut all = vec![
            Held {
                what: "Your place in the organisation",
                amount: count(roster as i64, "address or account", "addresses and accounts"),
                from: "the roster".to_owned(),
                purpose: "to tell teams, reporting lines, roles and whose work is whose",
                visible_to: "everybody who can log in",
                until: "as long as the roster says it".to_owned(),
            },
            Held {
                what: "Raw items: titles, attendees, text",
                amount: count(raw.0, "item", "items"),
                from: from(&sources),
                purpose: "so that you can correct what an event was",
                visible_to: "you alone",
                until: until.map_or_else(
                    || "nothing is held".to_owned(),
                    |day| format!("14 days after they were first read, the last until {}", day_in_words(day)),
                ),
            },
            Held {
                what: "Facts without words: when, and what kind of work",
                amount: facts.map_or_else(
                    || "none".to_owned(),
                    |(rows, first, last)| {
                        format!(
                            "{}, {} to {}",
                            count(rows, "fact", "facts"),
                            day_in_words(day_of(first)),
                            day_in_words(day_of(last))
                        )
                    },
                ),
                from: from(&sources),
                purpose: "to work out your own reading",
                visible_to: "you alone",
                until: kept.clone(),
            },
            Held {
                what: "Weekly minutes by kind of work",
                amount: weeks.map_or_else(|| "none".to_owned(), |(weeks, ..)| count(weeks, "week", "weeks")),
                from: "the facts above".to_owned(),
                purpose: "your reading; figures of at least five people together",
                visible_to: "you; others only summed over five people or more",
                until: kept,
            },
        ];
        for one in &documents {
            let (what, purpose) = match one.name.as_str() {
                "corrections.toml" => ("Your corrections", "to read your weeks as you say they were"),
                "answers.toml" => ("Your answers to findings", "to show a finding as you want it shown"),
                "days.toml" => ("Days you logged", "to see what no source sees"),
                _ => ("Your own rules", "to recognise your events"),
            };
            all.push(Held {
                what,
                amount: count(one.version, "version", "versions"),
                from: "you".to_owned(),
                purpose,
                visible_to: "you alone",
                until: "until you erase it".to_owned(),
            });
        }
        if !shared.is_empty() {
            all.push(Held {
                what: "Snapshots you shared",
                amount: count(shared.len() as i64, "snapshot", "snapshots"),
                from: "you".to_owned(),
                purpose: "to show what you chose to whom you chose",
                visible_to: "those you named, until the day you named or you take it back",
                until: "what it showed goes with that day".to_owned(),
            });
        }
        Ok(all)
    }

    /// Who looked at, or did, anything about the caller, newest first; before a line's number for the next page.
    pub fn who_looked(&self, caller: &Caller, moment: &Moment, before: Option<i64>) -> Result<Vec<Looked>, Refused> {
        let (_, person) = self.self_only(caller, moment, Verb::Read, Object::AccessLog)?;
        let lines = self.db.read(|tx| access::about(tx, ORG, &person, before.unwrap_or(i64::MAX), LINES))?;
        Ok(lines.into_iter().map(Looked::of).collect())
    }

    /// The whole access log, for administrator and works council; that they looked is itself a line.
    pub fn access_log(&self, caller: &Caller, moment: &Moment, before: Option<i64>) -> Result<Vec<Looked>, Refused> {
        let account = caller.account.as_ref().ok_or(Refused::LogIn)?;
        if !account.administrator && !account.council {
            return Err(Refused::NotThere);
        }
        self.note(caller, moment, Noted { act: "read", object: "access log", subject: "", detail: "" })?;
        let mut lines = self.db.read(|tx| access::all(tx, ORG, before.unwrap_or(i64::MAX), LINES))?;
        // Metadata: that something was done, not its words.
        lines.iter_mut().filter(|line| !line.subject.is_empty()).for_each(|line| line.detail.clear());
        Ok(lines.into_iter().map(Looked::of).collect())
    }

    /// Everything that is held about the caller as one JSON document.
    ///
    /// # Errors
    /// [`Refused::Prove`].
    pub fn export(&self, caller: &Caller, moment: &Moment) -> Result<serde_json::Value, Refused> {
        self.proven(caller, moment)?;
        let (opened, person) = self.self_only(caller, moment, Verb::Read, Object::Erasure)?;
        let id = person.as_str();
        let (documents, weeks, facts, raw, shared, looked) = self.db.read(|tx| {
            Ok((
                document::of_owner(tx, ORG, id)?,
                ledger::of_person(tx, ORG, id)?,
                evidence::lines(tx, ORG, id)?,
                evidence::raw(tx, ORG, id, moment.seconds())?,
                snapshot::made_by(tx, ORG, id)?,
                access::about(tx, ORG, id, i64::MAX, i64::MAX)?,
            ))
        })?;
        let view = opened.view(rung_model::roster::At::day(self.today(moment)?));
        let place = view.person(id).map(|at| crate::wire::v1::org::Person::of(&opened, &view, at));
        let raw: Vec<_> = raw.iter().filter_map(|(_, body)| rung_sources::cache::fact_from_bytes(body)).collect();
        let titles: Vec<_> = raw
            .iter()
            .map(|fact| serde_json::json!({ "id": fact.id.to_string(), "what": crate::explain::evidence_name(fact) }))
            .collect();
        let line = |line: &ledger::Line| {
            serde_json::json!({
                "week": day_of(line.week).to_string(), "part": line.part, "activity": line.activity,
                "minutes": [line.low, line.point, line.high],
            })
        };
        let fact = |fact: &evidence::Brief| {
            serde_json::json!({
                "id": crate::dice::hex(&fact.id), "day": day_of(fact.day).to_string(), "source": fact.source,
                "activity": fact.activity, "minutes": fact.minutes,
            })
        };
        let seen = |line: &Line| serde_json::json!({ "at": line.at, "by": line.actor, "way": line.way, "act": line.act, "object": line.object });
        let document = |one: &document::Document| serde_json::json!({ "name": one.name, "version": one.version, "text": one.body });
        let snap = |one: &snapshot::Snapshot| serde_json::json!({ "id": one.id, "made": one.made, "expires": one.expires, "shows": one.fields, "body": one.body });
        let all = serde_json::json!({
            "version": 1,
            "person": id,
            "made": moment.now.to_string(),
            "place": place,
            "documents": documents.iter().map(document).collect::<Vec<_>>(),
            "weeks": weeks.iter().map(line).collect::<Vec<_>>(),
            "facts": facts.iter().map(fact).collect::<Vec<_>>(),
            "items": titles,
            "snapshots": shared.iter().map(snap).collect::<Vec<_>>(),
            "who_looked": looked.iter().map(seen).collect::<Vec<_>>(),
        });
        self.note(caller, moment, Noted { act: "export", object: "everything", subject: id, detail: "" })?;
        Ok(all)
    }

    /// The caller's weeks as CSV: a line a week and activity.
    pub fn weeks_csv(&self, caller: &Caller, moment: &Moment) -> Result<String, Refused> {
        let (_, person) = self.self_only(caller, moment, Verb::Read, Object::WeeklySplit)?;
        let weeks = self.db.read(|tx| ledger::of_person(tx, ORG, &person))?;
        let mut out = String::from("week,part,activity,low_minutes,minutes,high_minutes\n");
        for line in weeks {
            let _ = writeln!(
                out,
                "{},{},{},{:.1},{:.1},{:.1}",
                day_of(line.week),
                cell(&line.part),
                cell(&line.activity),
                line.low,
                line.point,
                line.high
            );
        }
        Ok(out)
    }

    /// Erases what is held about the caller: what was measured, what they wrote, what they shared. The roster is the
    /// organisation's and stays; the account stays, so that they see that it is gone.
    ///
    /// # Errors
    /// [`Refused::Prove`].
    pub fn erase(&self, caller: &Caller, moment: &Moment) -> Result<usize, Refused> {
        self.proven(caller, moment)?;
        let (_, person) = self.self_only(caller, moment, Verb::Write, Object::Erasure)?;
        let rows = self.db.write(|tx| erase::person(tx, ORG, &person))?;
        self.kept().mirrors.remove(&person);
        self.note(caller, moment, Noted { act: "erase", object: "everything", subject: &person, detail: "" })?;
        Ok(rows)
    }

    /// Whether the caller is measured; turning it off erases what was (P17). Nobody else is told.
    pub fn set_measured(&self, caller: &Caller, moment: &Moment, measured: bool) -> Result<(), Refused> {
        let (_, person) = self.self_only(caller, moment, Verb::Write, Object::WeeklySplit)?;
        let own = caller.account.as_ref().ok_or(Refused::LogIn)?;
        self.db.write(|tx| {
            account::set_measured(tx, ORG, &own.id, measured)?;
            if measured { Ok(0) } else { erase::measured(tx, ORG, &person) }
        })?;
        self.kept().mirrors.remove(&person);
        Ok(())
    }
}

/// A cell of a CSV file no spreadsheet takes for a formula.
pub fn cell(text: &str) -> String {
    let risky = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if risky { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        assert_eq!(cell("=cmd()"), "'=cmd()");
        assert_eq!(cell("@a,b"), "\"'@a,b\"");
        assert_eq!(cell("a \"word\""), "\"a \"\"word\"\"\"");
        assert_eq!(cell("plain"), "plain");
    }
}
