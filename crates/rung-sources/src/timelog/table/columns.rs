//! Which column of a table says what, by the names that tools and people give them.

use csv::StringRecord;

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The day, or the day of the start.
    Day,
    /// The day of the end.
    EndDay,
    /// When it starts: a time, or a day with a time.
    Start,
    /// When it ends.
    End,
    /// How long, in any spelling.
    Length,
    /// How long, in minutes.
    Minutes,
    /// How long, in hours.
    Hours,
    /// How long, in seconds.
    Seconds,
    /// What was done.
    Words,
    /// More about what was done, used where the words are empty.
    MoreWords,
    /// The project.
    Project,
    /// Tags or categories.
    Tags,
    /// Whose entry.
    Person,
    /// The second part of a name that has two columns.
    LastName,
    /// Their address.
    Address,
    /// Understood, and of no use here.
    Ignored,
}

/// Names in lower case, words parted by one space.
const NAMES: &[(Column, &[&str])] = &[
    (Column::Day, &["date", "day", "start date", "work date", "datum", "tag der arbeit", "spent date", "date started"]),
    (Column::EndDay, &["end date", "stop date", "enddatum"]),
    (
        Column::Start,
        &[
            "start",
            "start time",
            "started",
            "started at",
            "start at",
            "from",
            "begin",
            "begins",
            "time in",
            "clock in",
            "in",
            "start datetime",
            "von",
            "beginn",
            "startzeit",
        ],
    ),
    (
        Column::End,
        &[
            "end",
            "end time",
            "ended",
            "ended at",
            "end at",
            "to",
            "until",
            "stop",
            "stop time",
            "stopped",
            "finish",
            "finished",
            "time out",
            "clock out",
            "out",
            "end datetime",
            "bis",
            "ende",
            "endzeit",
        ],
    ),
    (
        Column::Length,
        &[
            "duration",
            "duration h",
            "time spent",
            "spent",
            "length",
            "time",
            "duration hh mm",
            "dauer",
            "worked",
            "total",
        ],
    ),
    (
        Column::Minutes,
        &["minutes", "minute", "mins", "min", "duration minutes", "duration min", "minuten", "time minutes"],
    ),
    (
        Column::Hours,
        &["hours", "hour", "hrs", "h", "duration decimal", "duration hours", "decimal hours", "stunden", "time hours"],
    ),
    (Column::Seconds, &["seconds", "secs", "duration seconds", "duration s"]),
    (
        Column::Words,
        &["description", "title", "what", "summary", "subject", "work description", "beschreibung", "entry", "comment"],
    ),
    (
        Column::MoreWords,
        &[
            "note",
            "notes",
            "task",
            "task name",
            "activity",
            "comments",
            "details",
            "remark",
            "bemerkung",
            "notiz",
            "aufgabe",
        ],
    ),
    (Column::Project, &["project", "project name", "projekt"]),
    (Column::Tags, &["tags", "tag", "category", "categories", "label", "labels", "type", "kategorie"]),
    (
        Column::Person,
        &["person", "user", "user name", "username", "name", "employee", "member", "who", "first name", "mitarbeiter"],
    ),
    (Column::LastName, &["last name", "surname"]),
    (Column::Address, &["email", "e mail", "mail", "user email", "email address", "address"]),
    (
        Column::Ignored,
        &[
            "client",
            "billable",
            "amount",
            "currency",
            "rate",
            "billable rate",
            "billable amount",
            "id",
            "group",
            "hours rounded",
            "invoiced",
            "approved",
            "project code",
        ],
    ),
];

/// The columns of one table.
#[derive(Debug)]
pub(super) struct Columns {
    list: Vec<Option<Column>>,
}

impl Columns {
    /// The columns that a row names, were it the head.
    pub(super) fn of(head: &StringRecord) -> Self {
        Self { list: head.iter().map(named).collect() }
    }

    /// True where a row can say how long it is and when.
    pub(super) fn tell_time(&self) -> bool {
        let has = |column| self.list.contains(&Some(column));
        let length = [Column::Length, Column::Minutes, Column::Hours, Column::Seconds].into_iter().any(has);
        (has(Column::Day) && (length || has(Column::Start))) || (has(Column::Start) && (length || has(Column::End)))
    }

    /// How many columns the head has.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The first cell of this column that says anything, without white space around it.
    pub(super) fn cell<'r>(&self, column: Column, row: &'r StringRecord) -> &'r str {
        self.cells(column, row).next().unwrap_or_default()
    }

    /// The cells of every column of this sort that say anything.
    pub(super) fn cells<'r>(&self, column: Column, row: &'r StringRecord) -> impl Iterator<Item = &'r str> {
        let own = self.list.iter().zip(row.iter()).filter(move |(own, _)| **own == Some(column));
        own.map(|(_, cell)| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// Names of the head that say nothing to Rung.
    pub(super) fn unknown<'h>(&self, head: &'h StringRecord) -> impl Iterator<Item = &'h str> {
        let unknown = self.list.iter().zip(head.iter()).filter(|(column, _)| column.is_none());
        unknown.map(|(_, name)| name.trim()).filter(|name| !name.is_empty())
    }
}

fn named(name: &str) -> Option<Column> {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let plain = words.join(" ");
    let known = NAMES.iter().find(|(_, names)| names.contains(&plain.as_str())).map(|(column, _)| *column);
    known.or_else(|| plain.starts_with("amount ").then_some(Column::Ignored))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_many_tools_are_known() {
        let head = |text: &str| Columns::of(&StringRecord::from(text.split(',').collect::<Vec<_>>())).list;
        use Column::*;
        let toggl = "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)";
        let expected = [
            Person, Address, Ignored, Project, MoreWords, Words, Ignored, Day, Start, EndDay, End, Length, Tags,
            Ignored,
        ];
        assert_eq!(head(toggl), expected.map(Some));
        assert_eq!(head("DATE,Hours, First Name,last_name"), [Day, Hours, Person, LastName].map(Some));
        assert_eq!(head("Datum,Von,Bis,Dauer,Colour"), [Some(Day), Some(Start), Some(End), Some(Length), None]);
        assert_eq!(head("Duration (h),Duration (decimal),E-Mail"), [Length, Hours, Address].map(Some));
    }

    #[test]
    fn no_name_stands_twice() {
        let mut names: Vec<&str> = NAMES.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
