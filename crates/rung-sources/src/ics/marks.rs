//! What an event says about itself: cancelled, private, how its time shows.

use jiff::civil::Time;
use rung_model::occurrence::Busy;

use super::moment::Moment;

/// How Outlook shows the time of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// `FREE`.
    Free,
    /// `TENTATIVE`.
    Tentative,
    /// `BUSY`.
    Busy,
    /// `OOF`.
    OutOfOffice,
    /// `WORKINGELSEWHERE`.
    Elsewhere,
}

/// What a calendar marks an event as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// `STATUS:CANCELLED`.
    pub(crate) cancelled: bool,
    /// `STATUS:TENTATIVE`.
    pub(crate) tentative: bool,
    /// `CLASS` other than `PUBLIC`.
    pub(crate) private: bool,
    /// `TRANSP:TRANSPARENT`.
    pub(crate) transparent: bool,
    /// `X-MICROSOFT-CDO-ALLDAYEVENT` on an event from midnight to midnight.
    pub(crate) whole_days: bool,
    /// `X-MICROSOFT-CDO-BUSYSTATUS`.
    pub(crate) shown: Option<Shown>,
    /// `X-MICROSOFT-CDO-INTENDEDSTATUS`.
    pub(crate) intended: Option<Shown>,
    /// The kind a calendar gives an event of its own: focus time, out of office.
    pub(crate) kind: Option<Busy>,
}

impl Marks {
    /// Takes a property of a vendor.
    pub(crate) fn vendor(&mut self, name: &str, value: &str) {
        let value = value.trim();
        match name.to_ascii_uppercase().as_str() {
            "X-MICROSOFT-CDO-BUSYSTATUS" => self.shown = shown(value),
            "X-MICROSOFT-CDO-INTENDEDSTATUS" => self.intended = shown(value),
            "X-MICROSOFT-CDO-ALLDAYEVENT" | "X-FUNAMBOL-ALLDAY" => self.whole_days = truth(value),
            "X-GOOGLE-EVENT-TYPE" | "X-GOOGLE-EVENTTYPE" | "X-EVENT-TYPE" => self.kind = kind(value),
            _ => {}
        }
    }

    /// Keeps "all day" only where start and end are midnights.
    pub(crate) fn settle(&mut self, start: &Moment, end: Option<&Moment>) {
        let midnight = |moment: &Moment| moment.at.time() == Time::midnight();
        self.whole_days &= midnight(start) && end.is_none_or(midnight);
    }

    /// How the owner's time shows.
    pub(crate) fn busy(&self) -> Busy {
        if let Some(kind) = self.kind {
            return kind;
        }
        match self.shown.or(self.intended) {
            Some(Shown::OutOfOffice) => Busy::OutOfOffice,
            Some(Shown::Elsewhere) => Busy::Elsewhere,
            Some(Shown::Free) => Busy::Free,
            _ if self.transparent => Busy::Free,
            Some(Shown::Busy | Shown::Tentative) | None => Busy::Busy,
        }
    }
}

fn shown(value: &str) -> Option<Shown> {
    match value.to_ascii_uppercase().as_str() {
        "FREE" => Some(Shown::Free),
        "TENTATIVE" => Some(Shown::Tentative),
        "BUSY" => Some(Shown::Busy),
        "OOF" => Some(Shown::OutOfOffice),
        "WORKINGELSEWHERE" => Some(Shown::Elsewhere),
        _ => None,
    }
}

fn kind(value: &str) -> Option<Busy> {
    match value.to_ascii_lowercase().replace(['-', '_'], "").as_str() {
        "focustime" => Some(Busy::Focus),
        "outofoffice" => Some(Busy::OutOfOffice),
        "workinglocation" => Some(Busy::Free),
        _ => None,
    }
}

fn truth(value: &str) -> bool {
    value.eq_ignore_ascii_case("true") || value == "1"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn busy(properties: &[(&str, &str)], transparent: bool) -> Busy {
        let mut marks = Marks { transparent, ..Marks::default() };
        for (name, value) in properties {
            marks.vendor(name, value);
        }
        marks.busy()
    }

    #[test]
    fn time_shows_as_the_calendar_says() {
        assert_eq!(busy(&[], false), Busy::Busy);
        assert_eq!(busy(&[], true), Busy::Free);
        assert_eq!(busy(&[("X-MICROSOFT-CDO-BUSYSTATUS", "OOF")], false), Busy::OutOfOffice);
        assert_eq!(busy(&[("X-MICROSOFT-CDO-BUSYSTATUS", "OOF")], true), Busy::OutOfOffice);
        assert_eq!(busy(&[("X-MICROSOFT-CDO-BUSYSTATUS", "WORKINGELSEWHERE")], false), Busy::Elsewhere);
        assert_eq!(busy(&[("x-microsoft-cdo-intendedstatus", "FREE")], false), Busy::Free);
        assert_eq!(
            busy(&[("X-MICROSOFT-CDO-INTENDEDSTATUS", "FREE"), ("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY")], false),
            Busy::Busy
        );
        assert_eq!(busy(&[("X-GOOGLE-EVENT-TYPE", "focusTime")], false), Busy::Focus);
    }
}
