//! The checks, each a small named function over the whole house.

mod directions;
mod files;
mod glossary;
mod marks;
mod names;
mod privacy;
mod readme;

use crate::house::House;

/// One check: complaints, each with file (and line where there is one), what is wrong and how to mend it.
pub(crate) type Check = fn(&House) -> Vec<String>;

/// All checks.
pub(crate) const ALL: &[Check] = &[
    files::opens_with_purpose,
    files::lengths,
    directions::members_use_only_what_they_may,
    directions::sources_know_only_what_they_may,
    names::banned,
    marks::unfinished,
    marks::machine_paths,
    glossary::words_exist,
    privacy::rules_have_tests,
    readme::commands_are_tested,
];
