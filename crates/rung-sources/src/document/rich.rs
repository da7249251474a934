//! Running text: plain words, with the bold lead and the links known.

/// Running text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rich {
    /// The words: white space folded, entities decoded, hidden characters kept.
    pub(crate) text: String,
    /// The bold run at the very start; always the beginning of `text`, and all of it if all is bold.
    pub(crate) lead: Option<String>,
    /// The links, in order.
    pub(crate) links: Vec<Link>,
    /// The source text, markup included.
    pub(crate) raw: String,
    /// Whether all of it is struck through.
    pub(crate) struck: bool,
}

/// A link: its words and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// Its words.
    pub(crate) text: String,
    /// Its address as written.
    pub(crate) href: String,
}

impl Rich {
    /// Whether there is nothing but bold text, as in a heading written `**Level 3**`.
    pub(crate) fn all_bold(&self) -> bool {
        self.lead.as_deref() == Some(self.text.as_str())
    }

    /// What follows the lead, or all where there is no lead.
    pub(crate) fn after_lead(&self) -> &str {
        self.lead.as_deref().and_then(|lead| self.text.strip_prefix(lead)).unwrap_or(&self.text).trim_start()
    }
}
