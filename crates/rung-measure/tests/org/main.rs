//! The organisation as of a day, what is said of it, and what may be published of its people.

mod attack;
mod publish;
mod view;
