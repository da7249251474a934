//! Which elements matter, and as what.

/// An element as the builder knows it; names that mean the same are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::document) enum Tag {
    /// `p`.
    Paragraph,
    /// `h1` to `h6`.
    Heading(u8),
    /// `ul`, `menu`.
    Bullets,
    /// `ol`.
    Numbers,
    /// `dl`.
    Definitions,
    /// A term with its descriptions; has no name in a page.
    Entry,
    /// `li`.
    Item,
    /// `dt`.
    Term,
    /// `dd`.
    Description,
    /// `table`.
    Table,
    /// `caption`.
    Caption,
    /// `thead`, `tbody`, `tfoot`; whether it is the head.
    Group(bool),
    /// `tr`.
    Row,
    /// `td`, `th`; whether it is a heading.
    Cell(bool),
    /// `b`, `strong`.
    Bold,
    /// `s`, `strike`, `del`.
    Strike,
    /// `a`.
    Link,
    /// `pre`.
    Code,
    /// `summary`: the visible title of what is folded away.
    Summary,
    /// What is not part of the page's words, by name; whether its words are counted.
    Skip(&'static str, bool),
    /// `title`.
    Title,
    /// `div`.
    Div,
    /// `span`.
    Span,
    /// `main`, `body`: begins the page proper.
    Main,
    /// Any other element that begins on a line of its own.
    Block,
    /// Any other element within a line.
    Inline,
    /// `br`.
    Break,
    /// `hr`.
    Rule,
    /// `img`.
    Image,
    /// An element that has no content and means nothing here.
    Void,
}

impl Tag {
    /// The element of a name in small letters.
    pub(in crate::document) fn of(name: &[u8]) -> Self {
        match name {
            b"p" => Self::Paragraph,
            [b'h', level @ b'1'..=b'6'] => Self::Heading(level - b'0'),
            b"ul" | b"menu" => Self::Bullets,
            b"ol" => Self::Numbers,
            b"dl" => Self::Definitions,
            b"li" => Self::Item,
            b"dt" => Self::Term,
            b"dd" => Self::Description,
            b"table" => Self::Table,
            b"caption" => Self::Caption,
            b"thead" => Self::Group(true),
            b"tbody" | b"tfoot" => Self::Group(false),
            b"tr" => Self::Row,
            b"td" => Self::Cell(false),
            b"th" => Self::Cell(true),
            b"b" | b"strong" => Self::Bold,
            b"s" | b"strike" | b"del" => Self::Strike,
            b"a" => Self::Link,
            b"pre" => Self::Code,
            b"summary" => Self::Summary,
            b"title" => Self::Title,
            b"div" => Self::Div,
            b"span" => Self::Span,
            b"main" | b"body" => Self::Main,
            b"br" => Self::Break,
            b"hr" => Self::Rule,
            b"img" | b"image" => Self::Image,
            b"wbr" | b"input" | b"col" | b"colgroup" | b"link" | b"meta" | b"base" | b"source" | b"track"
            | b"embed" | b"area" | b"param" => Self::Void,
            _ => Self::skipped(name).unwrap_or_else(|| Self::other(name)),
        }
    }

    fn skipped(name: &[u8]) -> Option<Self> {
        const NEVER_WORDS: &[&str] = &[
            "script", "style", "svg", "math", "template", "noscript", "iframe", "textarea", "select", "datalist",
            "canvas", "object", "video", "audio",
        ];
        const AROUND_THE_PAGE: &[&str] = &["nav", "footer", "aside"];
        let find = |names: &[&'static str]| names.iter().copied().find(|known| known.as_bytes() == name);
        let never = find(NEVER_WORDS).map(|known| Self::Skip(known, false));
        never.or_else(|| find(AROUND_THE_PAGE).map(|known| Self::Skip(known, true)))
    }

    fn other(name: &[u8]) -> Self {
        match name {
            b"address" | b"article" | b"blockquote" | b"center" | b"details" | b"dialog" | b"dir" | b"fieldset"
            | b"figcaption" | b"figure" | b"form" | b"header" | b"hgroup" | b"html" | b"head" | b"legend"
            | b"listing" | b"section" | b"search" | b"xmp" => Self::Block,
            _ if name.contains(&b'-') => Self::Block,
            _ => Self::Inline,
        }
    }

    /// Whether it stands within a line.
    pub(in crate::document) fn is_inline(self) -> bool {
        matches!(self, Self::Bold | Self::Strike | Self::Link | Self::Span | Self::Inline | Self::Title)
    }
}

/// The attributes that matter.
#[derive(Clone, Debug, Default)]
pub(in crate::document) struct Attributes {
    /// Where a link leads.
    pub(in crate::document) href: Option<String>,
    /// What an image shows.
    pub(in crate::document) alt: Option<String>,
    /// How many columns a cell covers.
    pub(in crate::document) colspan: Option<String>,
    /// How many rows a cell covers.
    pub(in crate::document) rowspan: Option<String>,
    /// The role that stands for another element.
    pub(in crate::document) role: Option<String>,
    /// Looks.
    pub(in crate::document) style: Option<String>,
    /// The first number of a list.
    pub(in crate::document) start: Option<String>,
    /// Whether the tag closes itself.
    pub(in crate::document) closed: bool,
}

impl Attributes {
    /// The element its role makes of a `div` or `span`, and of any other none.
    pub(super) fn tag_of_role(&self) -> Option<Tag> {
        Some(match self.role.as_deref()?.trim() {
            "table" | "grid" | "treegrid" => Tag::Table,
            "row" => Tag::Row,
            "cell" | "gridcell" => Tag::Cell(false),
            "columnheader" | "rowheader" => Tag::Cell(true),
            "list" => Tag::Bullets,
            "listitem" => Tag::Item,
            "navigation" | "contentinfo" | "complementary" => Tag::Skip("role", true),
            _ => return None,
        })
    }

    /// Whether its style says bold.
    pub(super) fn is_bold(&self) -> bool {
        let weight = self.property("font-weight");
        weight.is_some_and(|weight| {
            weight.starts_with("bold") || matches!(weight.get(..3), Some("600" | "700" | "800" | "900"))
        })
    }

    /// Whether its style says struck through.
    pub(super) fn is_struck(&self) -> bool {
        let property = self.property("text-decoration").or_else(|| self.property("text-decoration-line"));
        property.is_some_and(|value| value.contains("line-through"))
    }

    fn property(&self, name: &str) -> Option<&str> {
        let mut pairs = self.style.as_deref()?.split(';').filter_map(|pair| pair.split_once(':'));
        pairs.find(|(key, _)| key.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }
}
