//! `from`, `until`, `recorded` and `superseded` of a statement.

use rung_model::roster::Period;

use crate::strict::Table;

/// The two times of a statement.
pub(super) struct Times {
    /// The days it holds.
    pub(super) period: Period,
    /// The days it was believed.
    pub(super) known: Period,
}

impl Times {
    /// As the table states them; `None` after collecting what is wrong.
    pub(super) fn of(table: &Table<'_>) -> Option<Self> {
        let period = table.period();
        let known = Period { from: table.date("recorded"), until: table.date("superseded") };
        let wrong =
            (table.has("recorded") && known.from.is_none()) || (table.has("superseded") && known.until.is_none());
        if let (Some(from), Some(until)) = (known.from, known.until)
            && until < from
        {
            let what = format!("it was superseded on {until}, before it was recorded on {from}");
            let mend = "`superseded` is the day a correction took its place: make it later than `recorded`";
            table.refuse("superseded", "record-backwards", what, mend);
            return None;
        }
        (!wrong).then_some(Self { period: period?, known })
    }
}
