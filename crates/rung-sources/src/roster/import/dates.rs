//! Days as HR systems write them; a column whose order of day and month nothing tells is not guessed at.

use jiff::civil::Date;

/// Which of the first two numbers is the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoDay {
    /// It is not on any calendar.
    Impossible,
    /// Day and month could be either way round.
    Undecided,
}

/// The order that some text of a column settles; `None` where none does, or they speak against each other.
pub(super) fn order<'t>(texts: impl Iterator<Item = &'t str>) -> Option<Order> {
    let (mut day, mut month) = (false, false);
    for text in texts {
        let Some([first, second, _]) = numbers(text).filter(|_| !year_first(text)) else { continue };
        day |= first > 12;
        month |= second > 12;
    }
    match (day, month) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// A day; an empty text is none.
pub(super) fn day(text: &str, order: Option<Order>) -> Result<Option<Date>, NoDay> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let date = |year: i64, month: i64, day: i64| {
        let year = if year < 100 { year + 2000 } else { year };
        let parts = (i16::try_from(year).ok(), i8::try_from(month).ok(), i8::try_from(day).ok());
        let (Some(year), Some(month), Some(day)) = parts else { return Err(NoDay::Impossible) };
        Date::new(year, month, day).map(Some).map_err(|_| NoDay::Impossible)
    };
    if year_first(text) {
        let [year, month, day] = numbers(text.get(..10).unwrap_or(text)).ok_or(NoDay::Impossible)?;
        return date(year, month, day);
    }
    if let Some(found) = named_month(text) {
        return date(found.0, found.1, found.2);
    }
    let [first, second, year] = numbers(text).ok_or(NoDay::Impossible)?;
    match order {
        // Day points are written in places that put the day first.
        _ if text.contains('.') => date(year, second, first),
        Some(Order::DayFirst) => date(year, second, first),
        Some(Order::MonthFirst) => date(year, first, second),
        None if first == second => date(year, first, second),
        None => Err(NoDay::Undecided),
    }
}

fn year_first(text: &str) -> bool {
    let digits = text.trim().chars().take_while(char::is_ascii_digit).count();
    digits == 4
}

/// Three numbers between `/`, `-` or `.`.
fn numbers(text: &str) -> Option<[i64; 3]> {
    let parts: Vec<i64> =
        text.trim().split(['/', '-', '.']).map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    parts.try_into().ok()
}

/// "3 Mar 2024", "03-Mar-2024", "Mar 3, 2024", "March 3, 2024".
fn named_month(text: &str) -> Option<(i64, i64, i64)> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '/' | '.'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let [a, b, year] = <[String; 3]>::try_from(words).ok()?;
    let month =
        |word: &str| MONTHS.iter().position(|month| word.len() >= 3 && word.starts_with(month)).map(|at| at as i64 + 1);
    let year = year.parse().ok()?;
    match (month(&a), month(&b)) {
        (Some(month), None) => Some((year, month, b.parse().ok()?)),
        (None, Some(month)) => Some((year, month, a.parse().ok()?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thirteenth_settles_the_column_and_nothing_is_guessed() {
        assert_eq!(order(["03/04/2025", "13/12/2024"].into_iter()), Some(Order::DayFirst));
        assert_eq!(order(["03/04/2025", "12/13/2024"].into_iter()), Some(Order::MonthFirst));
        assert_eq!(order(["13/12/2024", "12/13/2024"].into_iter()), None);
        assert_eq!(order(["03/04/2025", "2024-12-31"].into_iter()), None);
        let date = |text| Date::strptime("%Y-%m-%d", text).ok();
        assert_eq!(day("03/04/2025", Some(Order::DayFirst)), Ok(date("2025-04-03")));
        assert_eq!(day("03/04/2025", Some(Order::MonthFirst)), Ok(date("2025-03-04")));
        assert_eq!(day("03/04/2025", None), Err(NoDay::Undecided));
        assert_eq!(day("04/04/2025", None), Ok(date("2025-04-04")));
        for text in ["2025-04-03", "3 Apr 2025", "03-Apr-2025", "April 3, 2025", "03.04.2025", "2025-04-03T00:00:00Z"] {
            assert_eq!(day(text, None), Ok(date("2025-04-03")), "{text}");
        }
        for text in ["31/02/2025", "2025-02-31", "soon", "12", "1/2/3/4", "0000-00-00"] {
            assert!(day(text, Some(Order::DayFirst)).is_err(), "{text}");
        }
        assert_eq!(day(" ", None), Ok(None));
    }
}
