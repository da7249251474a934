//! The lines of a file as rules, with everything that is wrong with them.

use std::path::Path;

use rung_model::problem::{Problem, Severity};

use super::{
    line::{behind, words},
    owner::Owner,
    pattern::Pattern,
    section::heading,
};
use crate::strict::without_hidden;

/// GitHub reads no larger file, bytes.
const LARGEST: usize = 3 << 20;

/// By whose rules a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// GitHub, and those that follow it.
    GitHub,
    /// GitLab: sections, exclusions, roles.
    GitLab,
}

impl Dialect {
    /// That of the folder a file stands in, else that of what only GitLab knows.
    pub fn of(path: &Path, text: &str) -> Self {
        match path.parent().and_then(Path::file_name).and_then(|name| name.to_str()) {
            Some(".github") => return Self::GitHub,
            Some(".gitlab") => return Self::GitLab,
            _ => {}
        }
        let has_heading = text.lines().any(|line| heading(line).is_some_and(|heading| heading.is_ok()));
        let has_role =
            || text.lines().filter_map(words).any(|line| line.owners.iter().any(|own| own.starts_with("@@")));
        if has_heading || has_role() { Self::GitLab } else { Self::GitHub }
    }
}

/// A line that says who owns what.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) pattern: Pattern,
    pub(super) owners: Vec<Owner>,
    pub(super) line: usize,
    /// Number of its section; 0 before the first.
    pub(super) section: usize,
    /// It takes its paths out of its section.
    pub(super) excludes: bool,
}

/// The rules of a text.
pub(super) fn rules(file: &str, text: &str, dialect: Dialect) -> (Vec<Rule>, Vec<Problem>) {
    let mut reader = Reader {
        file,
        dialect,
        line: 0,
        rules: Vec::new(),
        problems: Vec::new(),
        sections: vec![String::new()],
        section: 0,
        defaults: Vec::new(),
    };
    if dialect == Dialect::GitHub && text.len() > LARGEST {
        let what = "it has more than 3 MB, and GitHub does not read it";
        let mend = "join lines by patterns that fit more";
        reader.problems.push(Problem::new(Severity::Warning, file, "too-large", what, mend));
    }
    for (at, line) in text.lines().enumerate() {
        reader.line = at + 1;
        reader.read(line);
    }
    (reader.rules, reader.problems)
}

struct Reader<'f> {
    file: &'f str,
    dialect: Dialect,
    line: usize,
    rules: Vec<Rule>,
    problems: Vec<Problem>,
    /// Names of sections in lower case, the unnamed one first.
    sections: Vec<String>,
    section: usize,
    defaults: Vec<Owner>,
}

impl Reader<'_> {
    fn tell(&mut self, severity: Severity, check: &'static str, what: impl Into<String>, mend: &str) {
        self.problems.push(Problem::new(severity, self.file, check, what, mend).at_line(self.line));
    }

    fn read(&mut self, line: &str) {
        if self.dialect == Dialect::GitLab && self.heading(line) {
            return;
        }
        let Some(mut words) = words(line) else { return };
        let excludes = words.pattern.starts_with('!');
        if self.dialect == Dialect::GitHub && !self.github_knows(words.pattern) {
            return;
        }
        if excludes {
            words.pattern = words.pattern.get(1..).unwrap_or_default();
            words.owners.clear();
        }
        let pattern = match Pattern::read(words.pattern, self.dialect) {
            Ok(pattern) => pattern,
            Err(what) => {
                let mend = "write a path such as /docs/, a name such as apps/, or an ending such as *.js";
                return self.tell(Severity::Error, "bad-pattern", format!("{what}: {}", shown(words.pattern)), mend);
            }
        };
        if words.pattern.contains(['{', '}']) {
            let what = format!("braces stand for themselves and are no choice: {}", shown(words.pattern));
            self.tell(Severity::Note, "braces", what, "write a line for each of the choices");
        }
        let comment = if excludes { None } else { words.comment };
        let Some(mut owners) = self.owners(&words.owners, comment) else { return };
        if owners.is_empty() && !excludes {
            owners.clone_from(&self.defaults);
        }
        let (line, section) = (self.line, self.section);
        self.rules.push(Rule { pattern, owners, line, section, excludes });
    }

    /// Takes a line that is a heading.
    fn heading(&mut self, line: &str) -> bool {
        let Some(Ok(heading)) = heading(line) else {
            if heading(line).is_some() {
                let what = format!("the heading does not end like one and is read as a pattern: {}", shown(line));
                let mend = "write [Name], [Name][2] or ^[Name], then a space, then owners";
                self.tell(Severity::Warning, "bad-section", what, mend);
            }
            return false;
        };
        if let Some(number) = heading.approvals {
            let many = number.parse::<u32>();
            if !many.is_ok_and(|many| many >= 1) {
                let what = format!("`{}` is no number of approvals", shown(number));
                self.tell(Severity::Warning, "bad-approvals", what, "write a number from 1, such as [Docs][2]");
            } else if heading.optional {
                let what = "the section is optional, so its number of approvals has no effect";
                self.tell(Severity::Note, "optional-approvals", what, "take out the `^`, or the number");
            }
        }
        let name = heading.name.to_lowercase();
        self.section = self.sections.iter().position(|known| *known == name).unwrap_or_else(|| {
            self.sections.push(name);
            self.sections.len() - 1
        });
        let (words, comment) = behind(heading.rest);
        self.defaults = self.owners(&words, comment).unwrap_or_default();
        true
    }

    /// What of gitignore GitHub does not know; such lines it leaves out.
    fn github_knows(&mut self, pattern: &str) -> bool {
        let (check, what, mend) = if pattern.starts_with('!') {
            ("negation", "GitHub knows no `!`", "write the paths without owners: a line without owners takes them out")
        } else if pattern.starts_with("\\#") {
            ("escaped-hash", "GitHub knows no escaped `#`", "write `?` in its place")
        } else if has_bracket(pattern) {
            let mend = "write a backslash before a bracket of a name; for a range write a line for each name";
            ("character-range", "GitHub knows no ranges in brackets", mend)
        } else {
            return true;
        };
        self.tell(Severity::Error, check, format!("{what}, so the line is left out: {}", shown(pattern)), mend);
        false
    }

    /// The owners that words name. `None` where GitHub leaves the line out for a word that names nobody.
    fn owners(&mut self, words: &[&str], comment: Option<&str>) -> Option<Vec<Owner>> {
        let mut owners = Vec::new();
        let mut nobody = false;
        for word in words {
            match Owner::named(word, self.dialect) {
                Some(owner) => owners.push(owner),
                None => {
                    nobody = true;
                    let does = match self.dialect {
                        Dialect::GitHub => "the line is left out",
                        Dialect::GitLab => "it is left out",
                    };
                    let what = format!("`{}` is no @user, no @org/team and no address, so {does}", shown(word));
                    self.tell(Severity::Error, "bad-owner", what, "write @user, @org/team, or an address");
                }
            }
        }
        if self.dialect == Dialect::GitHub {
            return (!nobody).then_some(owners);
        }
        let hidden = comment.unwrap_or_default().split_whitespace();
        let hidden: Vec<Owner> = hidden.filter_map(|word| Owner::named(word, self.dialect)).collect();
        if !hidden.is_empty() {
            let what = "GitLab knows no comments behind owners, so owners named in this one count";
            self.tell(Severity::Warning, "comment-with-owners", what, "put the comment on a line of its own");
        }
        owners.extend(hidden);
        Some(owners)
    }
}

/// Whether a pattern holds a bracket that no backslash keeps.
fn has_bracket(pattern: &str) -> bool {
    let mut escaped = false;
    pattern.chars().any(|sign| {
        let bracket = matches!(sign, '[' | ']') && !escaped;
        escaped = sign == '\\' && !escaped;
        bracket
    })
}

/// At most so many letters of a text, for a message.
fn shown(text: &str) -> String {
    without_hidden(text).0.chars().take(60).collect()
}
