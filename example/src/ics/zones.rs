//! Zone definitions as the two programs write them.

use crate::clock::City;

/// The zone as Google writes it: an IANA name.
pub(super) const fn google(city: City) -> &'static str {
    match city {
        City::Berlin => {
            "BEGIN:VTIMEZONE
             TZID:Europe/Berlin
             X-LIC-LOCATION:Europe/Berlin
             BEGIN:DAYLIGHT
             TZOFFSETFROM:+0100
             TZOFFSETTO:+0200
             TZNAME:GMT+2
             DTSTART:19700329T020000
             RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
             END:DAYLIGHT
             BEGIN:STANDARD
             TZOFFSETFROM:+0200
             TZOFFSETTO:+0100
             TZNAME:GMT+1
             DTSTART:19701025T030000
             RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
             END:STANDARD
             END:VTIMEZONE"
        }
        City::NewYork => {
            "BEGIN:VTIMEZONE
             TZID:America/New_York
             X-LIC-LOCATION:America/New_York
             BEGIN:DAYLIGHT
             TZOFFSETFROM:-0500
             TZOFFSETTO:-0400
             TZNAME:EDT
             DTSTART:19700308T020000
             RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
             END:DAYLIGHT
             BEGIN:STANDARD
             TZOFFSETFROM:-0400
             TZOFFSETTO:-0500
             TZNAME:EST
             DTSTART:19701101T020000
             RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
             END:STANDARD
             END:VTIMEZONE"
        }
    }
}

/// Outlook's name of a zone.
pub(super) const fn outlook_name(city: City) -> &'static str {
    match city {
        City::Berlin => "W. Europe Standard Time",
        City::NewYork => "Eastern Standard Time",
    }
}

/// The zone as Outlook writes it: a Windows name, rules that begin in 1601.
pub(super) const fn outlook(city: City) -> &'static str {
    match city {
        City::Berlin => {
            "BEGIN:VTIMEZONE
             TZID:W. Europe Standard Time
             BEGIN:STANDARD
             DTSTART:16011028T030000
             RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
             TZOFFSETFROM:+0200
             TZOFFSETTO:+0100
             END:STANDARD
             BEGIN:DAYLIGHT
             DTSTART:16010325T020000
             RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
             TZOFFSETFROM:+0100
             TZOFFSETTO:+0200
             END:DAYLIGHT
             END:VTIMEZONE"
        }
        City::NewYork => {
            "BEGIN:VTIMEZONE
             TZID:Eastern Standard Time
             BEGIN:STANDARD
             DTSTART:16011104T020000
             RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
             TZOFFSETFROM:-0400
             TZOFFSETTO:-0500
             END:STANDARD
             BEGIN:DAYLIGHT
             DTSTART:16010311T020000
             RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
             TZOFFSETFROM:-0500
             TZOFFSETTO:-0400
             END:DAYLIGHT
             END:VTIMEZONE"
        }
    }
}

/// A zone only this organisation's server knows by name; its rules must be read from the file.
pub(super) const CUSTOM: &str = "BEGIN:VTIMEZONE
    TZID:Customized Time Zone
    BEGIN:STANDARD
    DTSTART:16010101T030000
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010101T020000
    RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    END:DAYLIGHT
    END:VTIMEZONE";
