//! Recognition from end to end: titles, evidence, rules, relations.

#[cfg(test)]
mod evidence;
#[cfg(test)]
mod relation;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod support;
#[cfg(test)]
mod titles;
