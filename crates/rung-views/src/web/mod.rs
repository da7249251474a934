//! Pages of the server. Data in, markup out; every one works without a script.
//!
//! | file | pages |
//! |---|---|
//! | [`door`] | set up, log in, invitation, what is held and who sees it |
//! | [`mirror`], [`day`], [`correct`], [`share`] | one's own weeks |
//! | [`mine`], [`account`] | my data; sessions, tokens, password |
//! | [`sources`] | connecting sources, a job |
//! | [`team`], [`people`] | a team's answers and declarations; people, search |
//! | [`admin`] | accounts, roster, framework, policy, access log |
//! | [`refused`] | what cannot be done |
//! | [`style`] | every part on one page |

pub mod account;
pub mod admin;
pub mod correct;
pub mod day;
pub mod door;
pub mod mine;
pub mod mirror;
mod parts;
pub mod people;
pub mod refused;
pub mod share;
pub mod sources;
pub mod style;
pub mod team;

use jiff::{civil::Date, tz::TimeZone};
use maud::Markup;

use crate::frame::{Body, Kind};

/// An id as one segment of a path.
pub fn part(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The Monday of a day's week.
fn monday(day: Date) -> Date {
    rung_model::week::Week::of(day).monday()
}

/// What pages with forms are drawn with.
#[derive(Clone, Copy, Debug)]
pub struct With<'a> {
    /// The zone moments are told in.
    pub zone: &'a TimeZone,
    /// What a form must send along.
    pub csrf: &'a str,
    /// Why the form was not taken, where it was not.
    pub said: Option<&'a str>,
}

/// A page of its own kind.
fn page(title: &str, description: &str, main: Markup) -> Body {
    Body { kind: Kind::Web, title: title.to_owned(), description: description.to_owned(), main, ..Body::default() }
}
