//! A title as plain words: lower case, no accents, no plurals, no hyphens.
//!
//! `"Re: Post-mortems – 1:1s w/ Zoë"` becomes `postmortem oneonone with zoe`.

use std::borrow::Cow;

/// Spellings of several words that are read as one.
const JOINED: &[(&[&str], &str)] = &[
    (&["one", "on", "one"], "oneonone"),
    (&["one", "to", "one"], "oneonone"),
    (&["one", "one"], "oneonone"),
    (&["go", "no", "go"], "gonogo"),
    (&["ask", "me", "anything"], "ama"),
    (&["out", "of", "office"], "ooo"),
    (&["out", "of", "the", "office"], "ooo"),
    (&["paid", "time", "off"], "pto"),
    (&["work", "from", "home"], "wfh"),
    (&["working", "from", "home"], "wfh"),
    (&["scrum", "of", "scrum"], "sos"),
    (&["pull", "request"], "pr"),
    (&["merge", "request"], "pr"),
    (&["stand", "up"], "standup"),
    (&["post", "mortem"], "postmortem"),
    (&["pre", "mortem"], "premortem"),
    (&["on", "call"], "oncall"),
    (&["on", "boarding"], "onboarding"),
    (&["on", "site"], "onsite"),
    (&["all", "hand"], "allhand"),
    (&["town", "hall"], "townhall"),
    (&["check", "in"], "checkin"),
    (&["kick", "off"], "kickoff"),
    (&["hand", "over"], "handover"),
    (&["hand", "off"], "handover"),
    (&["handoff"], "handover"),
    (&["off", "site"], "offsite"),
    (&["catch", "up"], "catchup"),
    (&["touch", "base"], "touchbase"),
    (&["touch", "point"], "touchbase"),
    (&["road", "map"], "roadmap"),
    (&["back", "log"], "backlog"),
    (&["head", "count"], "headcount"),
    (&["white", "board"], "whiteboard"),
    (&["whiteboarding"], "whiteboard"),
    (&["go", "live"], "golive"),
    (&["roll", "out"], "rollout"),
    (&["cut", "over"], "cutover"),
    (&["sign", "off"], "signoff"),
    (&["time", "sheet"], "timesheet"),
    (&["brown", "bag"], "brownbag"),
    (&["day", "off"], "dayoff"),
    (&["time", "off"], "timeoff"),
    (&["pick", "up"], "pickup"),
    (&["drop", "off"], "dropoff"),
    (&["war", "room"], "warroom"),
    (&["follow", "up"], "followup"),
    (&["skip", "level"], "skiplevel"),
    (&["e", "mail"], "email"),
    (&["meet", "up"], "meetup"),
    (&["hack", "day"], "hackathon"),
    (&["hack", "week"], "hackathon"),
    (&["walk", "through"], "walkthrough"),
    (&["table", "top"], "tabletop"),
    (&["fail", "over"], "failover"),
    (&["look", "back"], "lookback"),
    (&["onboard"], "onboarding"),
    (&["take", "home"], "takehome"),
    (&["read", "out"], "readout"),
    (&["show", "case"], "showcase"),
    (&["steer", "co"], "steerco"),
    (&["tech", "talk"], "techtalk"),
    (&["cross", "team"], "crossteam"),
    (&["cross", "functional"], "crossteam"),
    (&["cross", "org"], "crossteam"),
    (&["cross", "squad"], "crossteam"),
    (&["cross", "department"], "crossteam"),
    (&["cross", "group"], "crossteam"),
    (&["inter", "team"], "crossteam"),
    (&["interteam"], "crossteam"),
    (&["crossfunctional"], "crossteam"),
    (&["xfn"], "crossteam"),
    (&["bi", "weekly"], "biweekly"),
    (&["bi", "monthly"], "bimonthly"),
    (&["mid", "year"], "midyear"),
    (&["year", "end"], "yearend"),
    (&["end", "of", "year"], "yearend"),
    (&["un", "conference"], "unconference"),
    (&["de", "brief"], "debrief"),
    (&["debriefing"], "debrief"),
    (&["retrospective"], "retro"),
    (&["mentorship"], "mentoring"),
    (&["refactor"], "refactoring"),
    (&["organisation"], "organization"),
    (&["organisational"], "organizational"),
    (&["prioritisation"], "prioritization"),
    (&["programme"], "program"),
    (&["labour"], "labor"),
    (&["mtg"], "meeting"),
    (&["convo"], "conversation"),
    (&["perf"], "performance"),
    (&["arch"], "architecture"),
    (&["mgr"], "manager"),
    (&["eng"], "engineering"),
    (&["promo"], "promotion"),
    (&["comp"], "compensation"),
    (&["recs"], "req"),
];

/// One letter without its accent, lower case; `None` where it is not Latin.
fn plain(letter: char) -> Option<&'static str> {
    const ASCII: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
    let lower = letter.to_lowercase().next()?;
    if let Some(at) = ASCII.find(lower) {
        return ASCII.get(at..=at);
    }
    Some(match lower {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'ı' => "i",
        'ł' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ß' => "ss",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ţ' | 'ť' | 'ț' | 'þ' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

/// The word without a plural `s`. Words it would spoil are left alone.
pub(crate) fn singular(word: &str) -> Cow<'_, str> {
    const KEEP: &[&str] = &[
        "aws",
        "canvas",
        "chaos",
        "christmas",
        "devops",
        "dns",
        "gas",
        "ios",
        "sales",
        "sas",
        "series",
        "sos",
        "species",
        "xmas",
    ];
    let spoilt = word.len() < 3 || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is");
    if spoilt || KEEP.contains(&word) {
        return Cow::Borrowed(word);
    }
    match word.strip_suffix("ies") {
        Some(stem) if stem.len() > 2 => Cow::Owned(format!("{stem}y")),
        _ => Cow::Borrowed(word.strip_suffix('s').unwrap_or(word)),
    }
}

/// Splits a title into raw words; punctuation separates, apostrophes do not.
fn raw_words(title: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut letters = title.chars().peekable();
    while let Some(letter) = letters.next() {
        if let Some(text) = plain(letter) {
            word.push_str(text);
            continue;
        }
        if matches!(letter, '\'' | '’' | '‘' | '`' | '´') {
            let possessive = letters.peek().is_some_and(|next| next.eq_ignore_ascii_case(&'s'));
            if possessive && !word.is_empty() {
                letters.next();
            }
            continue;
        }
        // A letter of another script stays a word of its own, so that it counts as unknown.
        if letter.is_alphanumeric() {
            word.push(letter);
            continue;
        }
        if letter == '/' && word == "w" {
            word.push_str("ith");
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Reads `1:1`, `1-1`, `1on1`, `1 on 1`, `1x1`, `121` as one word.
fn join_one_on_one(words: &mut Vec<String>) {
    let mut at = 0;
    while let Some(this) = words.get(at) {
        let (next, after) = (words.get(at + 1), words.get(at + 2));
        let is_one = |word: Option<&String>| word.is_some_and(|w| w == "1" || w == "1s");
        let taken =
            if matches!(this.as_str(), "1on1" | "1on1s" | "1o1" | "1x1" | "1x1s" | "1to1" | "o3" | "121" | "121s") {
                1
            } else if this == "1" && is_one(next) {
                2
            } else if this == "1"
                && next.is_some_and(|w| matches!(w.as_str(), "on" | "x" | "to" | "o" | "2"))
                && is_one(after)
            {
                3
            } else {
                0
            };
        if taken > 0 {
            words.splice(at..at + taken, [String::from("oneonone")]);
        }
        at += 1;
    }
}

/// The words of a title, ready for phrases to be looked up in.
pub(crate) fn words(title: &str) -> Vec<String> {
    let mut words = raw_words(title);
    join_one_on_one(&mut words);
    for word in &mut words {
        *word = singular(word).into_owned();
    }
    let mut joined = Vec::with_capacity(words.len());
    let mut rest = words.as_slice();
    while let Some(first) = rest.first() {
        let found = JOINED
            .iter()
            .filter(|(parts, _)| rest.len() >= parts.len() && parts.iter().zip(rest).all(|(part, word)| part == word))
            .max_by_key(|(parts, _)| parts.len());
        let taken = if let Some((parts, whole)) = found {
            joined.push((*whole).to_owned());
            parts.len()
        } else {
            joined.push(first.clone());
            1
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(title: &str) -> String {
        words(title).join(" ")
    }

    #[test]
    fn spellings_meet_in_one_word() {
        for title in
            ["1:1", "1-1", "1on1", "1-on-1", "1 on 1s", "One on One", "one-to-one", "121", "1:1s", "1x1", "1–1"]
        {
            assert_eq!(read(title), "oneonone", "{title}");
        }
        assert_eq!(read("Post-mortems"), "postmortem");
        assert_eq!(read("Stand–up"), "standup");
        assert_eq!(read("Rétrospectives w/ Zoë's team"), "retro with zoe team");
        assert_eq!(read("Go/No-Go"), "gonogo");
    }

    #[test]
    fn words_that_only_look_plural_stay() {
        assert_eq!(read("Status of the process: sales, analysis, focus"), "status of the process sales analysis focus");
    }

    #[test]
    fn other_scripts_stay_unknown_words() {
        assert_eq!(read("レトロ 🎉"), "レトロ");
    }
}
