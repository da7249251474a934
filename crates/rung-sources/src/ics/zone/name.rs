//! From what a file writes as `TZID` to a name the zone database knows.

use jiff::tz::{TimeZone, db};

use super::windows;

/// The zone a written name stands for, with its IANA name: an IANA name, one
/// behind a vendor's prefix (`/freeassociation.sourceforge.net/Europe/Berlin`),
/// a Windows name, or a display name (`(UTC+01:00) Amsterdam, Berlin, Rome`).
pub(super) fn resolve(written: &str) -> Option<(String, TimeZone)> {
    let written = written.trim().trim_matches(['"', '\'']).trim();
    database(written)
        .or_else(|| written.strip_prefix('/').and_then(behind_prefix))
        .or_else(|| windows::iana(written).and_then(database))
        .or_else(|| display(written))
        .or_else(|| behind_prefix(written))
}

/// A name of the zone database itself.
fn database(name: &str) -> Option<(String, TimeZone)> {
    if name.is_empty() || name.len() > 64 || name.contains("..") {
        return None;
    }
    let tz = TimeZone::get(name).ok()?;
    let iana = tz.iana_name().unwrap_or(name).to_owned();
    Some((iana, tz))
}

/// The longest tail after a slash that is a zone name of two or more parts
/// (one part alone would take "Company/Standard/EST" for a zone).
fn behind_prefix(path: &str) -> Option<(String, TimeZone)> {
    let mut tail = path;
    while tail.contains('/') {
        if let Some(found) = database(tail) {
            return Some(found);
        }
        tail = tail.split_once('/')?.1;
    }
    None
}

/// A display name: an offset in brackets, then cities or a region.
fn display(written: &str) -> Option<(String, TimeZone)> {
    let (offset, rest) = bracketed(written);
    let rest = rest.trim();
    for &(region, iana) in REGIONS {
        if rest.eq_ignore_ascii_case(region) || strip_country(rest).eq_ignore_ascii_case(region) {
            return database(iana);
        }
    }
    let standard = format!("{} Standard Time", rest.trim_end_matches(" Time"));
    if let Some(found) = windows::iana(&standard).and_then(database) {
        return Some(found);
    }
    let found = rest.split([',', ';', ':']).map(str::trim).find_map(city);
    found.or_else(|| {
        let seconds = offset?;
        let tz = TimeZone::fixed(jiff::tz::Offset::from_seconds(seconds).ok()?);
        Some((fixed_name(seconds), tz))
    })
}

/// `Etc/GMT-1` for one hour east; a bare offset where the hours are not whole.
fn fixed_name(seconds: i32) -> String {
    if seconds == 0 {
        "Etc/UTC".to_owned()
    } else if seconds % 3600 == 0 {
        format!("Etc/GMT{:+}", -seconds / 3600)
    } else {
        format!("{}{:02}:{:02}", if seconds < 0 { '-' } else { '+' }, seconds.abs() / 3600, seconds.abs() / 60 % 60)
    }
}

/// Splits `(UTC+01:00) Berlin` or `GMT +0100 (Standard) / Berlin` into offset and rest.
fn bracketed(written: &str) -> (Option<i32>, &str) {
    let (inside, rest) = match written.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        Some(split) => split,
        None if is_offset(written) => (written, written.rsplit_once('/').map_or("", |(_, city)| city)),
        None => return (None, written),
    };
    (offset_seconds(inside), rest)
}

fn is_offset(text: &str) -> bool {
    text.get(..3).is_some_and(|head| head.eq_ignore_ascii_case("utc") || head.eq_ignore_ascii_case("gmt"))
}

/// Seconds east of UTC from `UTC+01:00`, `GMT-05.00`, `GMT +0100 (Standard)`, `UTC`.
fn offset_seconds(text: &str) -> Option<i32> {
    if !is_offset(text) {
        return None;
    }
    let rest = text.get(3..)?.trim_start();
    let sign = match rest.chars().next() {
        None => return Some(0),
        Some('+') => 1,
        Some('-' | '\u{2212}') => -1,
        Some(_) => return None,
    };
    let digits: String = rest
        .chars()
        .skip(1)
        .skip_while(|c| c.is_whitespace())
        .take_while(|c| c.is_ascii_digit() || matches!(c, ':' | '.'))
        .filter(char::is_ascii_digit)
        .collect();
    let (hours, minutes) = if digits.len() > 2 { digits.split_at(digits.len() - 2) } else { (digits.as_str(), "0") };
    let seconds = hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60;
    (seconds <= 18 * 3600).then_some(sign * seconds)
}

/// "Pacific Time (US & Canada)" and "Pacific Time (US and Canada); Tijuana" are one region.
fn strip_country(rest: &str) -> &str {
    rest.split_once('(').map_or(rest, |(region, _)| region).trim()
}

/// The first zone of the database whose last part is this city.
fn city(name: &str) -> Option<(String, TimeZone)> {
    if name.len() < 3 {
        return None;
    }
    let wanted = name.replace(' ', "_");
    let mut zones: Vec<String> = db()
        .available()
        .map(|zone| zone.as_str().to_owned())
        .filter(|zone| zone.rsplit_once('/').is_some_and(|(_, last)| last.eq_ignore_ascii_case(&wanted)))
        .collect();
    zones.sort();
    zones.first().and_then(|zone| database(zone))
}

/// Regions in display names that are neither a city nor a Windows name less "Standard Time".
const REGIONS: &[(&str, &str)] = &[
    ("Alaska", "America/Anchorage"),
    ("Arizona", "America/Phoenix"),
    ("Atlantic Time", "America/Halifax"),
    ("Brasilia", "America/Sao_Paulo"),
    ("Canberra, Melbourne, Sydney", "Australia/Sydney"),
    ("Central America", "America/Guatemala"),
    ("Central Time", "America/Chicago"),
    ("Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata"),
    ("Coordinated Universal Time", "Etc/UTC"),
    ("Eastern Time", "America/New_York"),
    ("Greenwich Mean Time", "Europe/London"),
    ("Greenwich Mean Time: Dublin, Edinburgh, Lisbon, London", "Europe/London"),
    ("Dublin, Edinburgh, Lisbon, London", "Europe/London"),
    ("Hawaii", "Pacific/Honolulu"),
    ("Indiana", "America/Indiana/Indianapolis"),
    ("Islamabad, Karachi", "Asia/Karachi"),
    ("Astana, Dhaka", "Asia/Dhaka"),
    ("Mid-Atlantic", "Etc/GMT+2"),
    ("Mountain Time", "America/Denver"),
    ("Newfoundland", "America/St_Johns"),
    ("Pacific Time", "America/Los_Angeles"),
    ("Saskatchewan", "America/Regina"),
    ("West Central Africa", "Africa/Lagos"),
];

#[cfg(test)]
mod tests {
    use super::resolve;

    #[track_caller]
    fn stands_for(written: &str, iana: &str) {
        assert_eq!(resolve(written).map(|(name, _)| name).as_deref(), Some(iana), "{written}");
    }

    #[test]
    fn names_resolve() {
        stands_for("Europe/Berlin", "Europe/Berlin");
        stands_for("europe/berlin", "Europe/Berlin");
        stands_for("\"Pacific Standard Time\"", "America/Los_Angeles");
        stands_for("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin");
        stands_for("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "Europe/Berlin");
        stands_for("/mozilla.org/20070129_1/America/Argentina/Cordoba", "America/Argentina/Cordoba");
        stands_for("/softwarestudio.org/Olson_20011030_5/America/New_York", "America/New_York");
        stands_for("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam");
        stands_for("(GMT+01.00) Sarajevo, Skopje, Warsaw", "Europe/Sarajevo");
        stands_for("(UTC-08:00) Pacific Time (US & Canada)", "America/Los_Angeles");
        stands_for("(GMT-08.00) Pacific Time (US and Canada); Tijuana", "America/Los_Angeles");
        stands_for("(UTC) Coordinated Universal Time", "Etc/UTC");
        stands_for("(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "Europe/London");
        stands_for("GMT +0100 (Standard) / GMT +0200 (Daylight)", "Etc/GMT-1");
        stands_for("Eastern", "America/New_York");
    }

    #[test]
    fn what_is_no_zone_stays_unresolved() {
        for written in ["", "Customized Time Zone 1", "Mars/Olympus", "../../etc/passwd", "(local)", "/"] {
            assert_eq!(resolve(written).map(|(name, _)| name), None, "{written}");
        }
    }
}
