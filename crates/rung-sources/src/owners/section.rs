//! A heading of GitLab: `^[Docs][2] @team`.

/// What a heading says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Heading<'l> {
    /// Its name; sections of one name, whatever the case, are one.
    pub(super) name: &'l str,
    /// Nobody has to approve.
    pub(super) optional: bool,
    /// How many have to, as written.
    pub(super) approvals: Option<&'l str>,
    /// The owners of entries that name none, and what follows.
    pub(super) rest: &'l str,
}

/// The heading of a line that starts like one; `Err` where it does not end like one.
pub(super) fn heading(line: &str) -> Option<Result<Heading<'_>, ()>> {
    let line = line.trim();
    let (optional, inner) = match line.strip_prefix("^[") {
        Some(inner) => (true, inner),
        None => (false, line.strip_prefix('[')?),
    };
    let parsed = || {
        let (name, rest) = inner.split_once(']').filter(|(name, _)| !name.trim().is_empty())?;
        let (approvals, rest) = match rest.strip_prefix('[') {
            Some(inner) => inner.split_once(']').map(|(number, rest)| (Some(number), rest))?,
            None => (None, rest),
        };
        let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
        ends.then(|| Heading { name: name.trim(), optional, approvals, rest })
    };
    Some(parsed().ok_or(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_every_form() {
        let is = |name, optional, approvals, rest| Some(Ok(Heading { name, optional, approvals, rest }));
        assert_eq!(heading("[Docs]"), is("Docs", false, None, ""));
        assert_eq!(heading("^[Docs of it] @a @b"), is("Docs of it", true, None, " @a @b"));
        assert_eq!(heading("[Docs][2] @a"), is("Docs", false, Some("2"), " @a"));
        assert_eq!(heading("[Docs"), Some(Err(())));
        assert_eq!(heading("[]"), Some(Err(())));
        assert_eq!(heading("[Docs]{2} @a"), Some(Err(())));
        assert_eq!(heading("docs/[a]"), None);
    }
}
