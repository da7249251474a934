//! `log`: a day by hand.

use std::{fs, path::Path};

use jiff::civil::Date;
use rung_model::{
    activity::Activity,
    days::LoggedDay,
    kind::{Kind, NotCounted},
    problem::{Problem, Severity},
};
use rung_sources::days;

use crate::error::AppError;

/// One entry to add.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The day.
    pub date: Date,
    /// What it was.
    pub kind: Kind,
    /// Minutes, 1 to 1,440.
    pub minutes: u32,
    /// Local start, minutes after midnight.
    pub start: Option<u16>,
    /// A note.
    pub note: Option<String>,
    /// True where the day is now logged whole.
    pub whole: bool,
}

/// Reads `45m`, `1h30m`, `2h`, `1.5h` or `1:30`.
///
/// # Errors
/// [`AppError::BadValue`] for anything else, for nothing, and for more than a day.
pub fn duration(text: &str) -> Result<u32, AppError> {
    let bad = |why: &str| AppError::BadValue { option: "DURATION", value: text.to_owned(), why: why.to_owned() };
    let minutes = if let Some((hours, minutes)) = text.split_once(':') {
        hours.parse::<f64>().ok().zip(minutes.parse::<f64>().ok().filter(|m| *m < 60.0)).map(|(h, m)| h * 60.0 + m)
    } else {
        let (hours, rest) = text.split_once('h').unwrap_or(("0", text));
        let minutes = rest.strip_suffix('m').unwrap_or(if rest.is_empty() { "0" } else { "?" });
        hours.parse::<f64>().ok().zip(minutes.parse::<f64>().ok()).map(|(h, m)| h * 60.0 + m)
    };
    match minutes {
        Some(m) if m.is_finite() && (1.0..=1440.0).contains(&m) => Ok(m.round() as u32),
        Some(_) => Err(bad("an entry has 1 minute to 24 hours")),
        None => Err(bad("give a length such as 45m, 1h30m, 1.5h or 1:30")),
    }
}

/// Reads an activity's machine name, or what is not counted (`ooo`, `personal`, `travel`).
///
/// # Errors
/// [`AppError::BadValue`] listing the names.
pub fn kind(text: &str) -> Result<Kind, AppError> {
    let name = text.trim().to_lowercase().replace(['-', ' '], "_");
    Activity::from_id(&name)
        .map(Kind::Activity)
        .or_else(|| NotCounted::from_id(&name).map(Kind::NotCounted))
        .ok_or_else(|| AppError::BadValue {
            option: "ACTIVITY",
            value: text.to_owned(),
            why: format!(
                "give one of {}",
                Activity::ALL.iter().map(|activity| activity.id()).collect::<Vec<_>>().join(", ")
            ),
        })
}

/// Adds an entry to the days file, keeping what stands in it, comments included. Makes the file where there is none.
///
/// # Errors
/// [`AppError::Inputs`] where the file has errors in it (it is left as it is), [`AppError::File`] where it
/// cannot be read or written.
pub fn add(file: &Path, entry: &Entry) -> Result<(), AppError> {
    let failed = |cause| AppError::File { path: file.display().to_string(), cause };
    let text = match fs::read_to_string(file) {
        Ok(text) => {
            let (_, problems) = days::read(file);
            refuse(problems)?;
            text
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(cause) => return Err(failed(cause)),
    };
    let addition = days::Addition {
        date: entry.date,
        kind: entry.kind,
        minutes: entry.minutes,
        start: entry.start,
        note: entry.note.as_deref(),
        whole: entry.whole,
    };
    let text = days::append(&text, &addition);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(file, text).map_err(failed)
}

/// The days of a days file, oldest first.
///
/// # Errors
/// [`AppError::Inputs`] with all problems.
pub fn show(file: &Path) -> Result<Vec<LoggedDay>, AppError> {
    let (mut logged, problems) = days::read(file);
    refuse(problems)?;
    logged.sort_by_key(|day| day.date);
    Ok(logged)
}

fn refuse(problems: Vec<Problem>) -> Result<(), AppError> {
    if problems.iter().any(|p| p.severity == Severity::Error) {
        return Err(AppError::Inputs(problems));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_as_people_write_them() {
        for (text, minutes) in [("45m", 45), ("1h30m", 90), ("2h", 120), ("1.5h", 90), ("1:30", 90), ("0:05", 5)] {
            assert_eq!(duration(text).unwrap(), minutes, "{text}");
        }
        for text in ["", "45", "h", "m", "0m", "25h", "1:75", "-1h", "NaNh", "infh", "1h30"] {
            assert!(duration(text).unwrap_err().to_string().starts_with("DURATION"), "{text}");
        }
    }

    #[test]
    fn activities_are_named_with_any_word_break() {
        assert_eq!(kind("one-on-one").unwrap(), Kind::Activity(Activity::OneOnOne));
        assert_eq!(kind("OOO").unwrap(), Kind::NotCounted(NotCounted::Ooo));
        assert!(kind("working").unwrap_err().to_string().contains("code_review"));
    }
}
