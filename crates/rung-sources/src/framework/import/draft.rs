//! A framework as it is being imported: finds or makes records, keeps ids unique, and knows what was taken.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    path::Path,
};

use rung_model::{
    framework::{Cell, Dimension, DimensionKind, Framework, Position, Provenance, Role},
    problem::{Problem, Severity},
};

use super::{
    Imported,
    naming::{clean, plain, slug},
    page::Page,
    report::Report,
    washed::wash,
};

/// What is being made.
#[derive(Debug)]
pub(super) struct Draft {
    /// The framework so far. Importers may push records of the other tables themselves.
    pub(super) framework: Framework,
    /// The importer at work; set by the driver.
    pub(super) shape: &'static str,
    /// Files by the shape they were read as.
    shapes: BTreeMap<&'static str, Vec<String>>,
    notes: Vec<Problem>,
    taken: HashSet<usize>,
    ids: HashSet<(&'static str, String)>,
    numbers: HashMap<(&'static str, String), usize>,
    /// The highest rank of each role.
    ranks: HashMap<String, u32>,
    known: HashMap<(&'static str, String), String>,
}

impl Draft {
    /// An empty framework called as the user wishes, or as the path is.
    pub(super) fn new(path: &Path, id: Option<&str>) -> Self {
        let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let framework = Framework {
            id: id.map_or_else(|| slug(&stem), str::to_owned),
            name: id.unwrap_or_default().to_owned(),
            version: "1".to_owned(),
            from: Provenance::at(path.file_name().map_or(stem, |name| name.to_string_lossy().into_owned()), 1),
            ..Framework::default()
        };
        Self {
            framework,
            shape: "",
            shapes: BTreeMap::new(),
            notes: Vec::new(),
            taken: HashSet::new(),
            ids: HashSet::new(),
            numbers: HashMap::new(),
            ranks: HashMap::new(),
            known: HashMap::new(),
        }
    }

    /// Says that a file has the shape at work. Call it once for each file of which anything is taken.
    pub(super) fn recognise(&mut self, page: &Page) {
        let files = self.shapes.entry(self.shape).or_default();
        if !files.contains(&page.file) {
            files.push(page.file.clone());
        }
    }

    /// Whether a file was read as one of these shapes.
    pub(super) fn is_of(&self, page: &Page, shapes: &[&str]) -> bool {
        shapes.iter().any(|shape| self.shapes.get(shape).is_some_and(|files| files.contains(&page.file)))
    }

    /// Marks a block, list item, table cell or tree node as understood. A list item does not stand for the items
    /// below it, a block of a list or table does not stand for its items or cells, and a node of a list or map does not
    /// stand for what is in it: take those too, or use [`super::left`]'s `take_all`.
    pub(super) fn take<T>(&mut self, thing: &T) {
        self.taken.insert(std::ptr::from_ref(thing).addr());
    }

    /// Whether it was taken, by this importer or one before.
    pub(super) fn is_taken<T>(&self, thing: &T) -> bool {
        self.taken.contains(&std::ptr::from_ref(thing).addr())
    }

    /// Text without hidden characters; those are counted page by page.
    pub(super) fn text(&mut self, text: &str) -> String {
        clean(text).0
    }

    /// Says that something was read with a guess: nothing is lost.
    pub(super) fn guess(&mut self, file: &str, line: usize, what: impl Into<String>, mend: impl Into<String>) {
        self.notes.push(Problem::new(Severity::Note, file, "guessed", what, mend).at_line(line));
    }

    /// Says that something is there and was not understood.
    pub(super) fn skip(&mut self, file: &str, line: usize, what: impl Into<String>, mend: impl Into<String>) {
        self.notes.push(Problem::new(Severity::Warning, file, "skipped", what, mend).at_line(line));
    }

    /// Says that something is wrong in the source; `check` is a kebab-case name of its own.
    pub(super) fn note(&mut self, problem: Problem) {
        self.notes.push(problem);
    }

    /// An id for a record of a table that no other record of it has: the slug of `name`, numbered where it is taken.
    pub(super) fn id(&mut self, table: &'static str, name: &str) -> String {
        let base = slug(name);
        let mut id = base.clone();
        while !self.ids.insert((table, id.clone())) {
            let n = self.numbers.entry((table, base.clone())).or_insert(1);
            *n += 1;
            id = format!("{base}-{n}");
        }
        id
    }

    /// Keeps an id the source gives, where it is free; else as [`Draft::id`].
    pub(super) fn id_given(&mut self, table: &'static str, id: &str, name: &str) -> String {
        let given = clean(id).0;
        if !given.is_empty() && self.ids.insert((table, given.clone())) {
            return given;
        }
        self.id(table, name)
    }

    /// The id of the role of this name, compared without case; made where there is none.
    pub(super) fn role(&mut self, name: &str, file: &str, line: usize) -> String {
        let name = self.text(name);
        let key = ("role", plain(&name));
        if let Some(id) = self.known.get(&key) {
            return id.clone();
        }
        let id = self.id("role", &name);
        self.known.insert(key, id.clone());
        let from = Provenance::at(file, line);
        self.framework.roles.push(Role { id: id.clone(), name, from, ..Role::default() });
        id
    }

    /// The role with this id, to fill in more.
    pub(super) fn role_mut(&mut self, id: &str) -> Option<&mut Role> {
        self.framework.roles.iter_mut().rev().find(|role| role.id == id)
    }

    /// The id of a role's position of this name; made where there is none, with the next rank where none is given.
    /// Its id is the slug of its name, with the role's before it where another role has the same.
    pub(super) fn position(&mut self, role: &str, name: &str, rank: Option<u32>, file: &str, line: usize) -> String {
        let name = self.text(name);
        let key = ("position", format!("{role}\n{}", plain(&name)));
        if let Some(id) = self.known.get(&key) {
            return id.clone();
        }
        let free = !self.ids.contains(&("position", slug(&name)));
        let id = if free { self.id("position", &name) } else { self.id("position", &format!("{role} {name}")) };
        self.new_position(key, id, role, name, rank, Provenance::at(file, line))
    }

    /// As [`Draft::position`], with the short code the source gives as its id, where that is free.
    pub(super) fn position_given(
        &mut self,
        role: &str,
        code: &str,
        name: &str,
        rank: Option<u32>,
        file: &str,
        line: usize,
    ) -> String {
        let name = self.text(name);
        let key = ("position", format!("{role}\n{}", plain(&name)));
        if let Some(id) = self.known.get(&key) {
            return id.clone();
        }
        let id = self.id_given("position", code, &format!("{role} {name}"));
        self.new_position(key, id, role, name, rank, Provenance::at(file, line))
    }

    fn new_position(
        &mut self,
        key: (&'static str, String),
        id: String,
        role: &str,
        name: String,
        rank: Option<u32>,
        from: Provenance,
    ) -> String {
        self.known.insert(key, id.clone());
        let most = self.ranks.entry(role.to_owned()).or_default();
        let rank = rank.unwrap_or(most.saturating_add(1));
        *most = rank.max(*most);
        self.framework.positions.push(Position {
            id: id.clone(),
            role: role.to_owned(),
            rank,
            titles: vec![name],
            from,
            ..Position::default()
        });
        id
    }

    /// The position with this id, to fill in more.
    pub(super) fn position_mut(&mut self, id: &str) -> Option<&mut Position> {
        self.framework.positions.iter_mut().rev().find(|position| position.id == id)
    }

    /// The id of the dimension of this name in this group; made where there is none.
    pub(super) fn dimension(
        &mut self,
        name: &str,
        group: Option<&str>,
        kind: DimensionKind,
        file: &str,
        line: usize,
    ) -> String {
        let name = self.text(name);
        let group = group.map(|group| self.text(group)).filter(|group| !group.is_empty());
        let key = ("dimension", format!("{}\n{}", group.as_deref().map(plain).unwrap_or_default(), plain(&name)));
        if let Some(id) = self.known.get(&key) {
            return id.clone();
        }
        let id = self.id("dimension", &name);
        self.known.insert(key, id.clone());
        let from = Provenance::at(file, line);
        self.framework.dimensions.push(Dimension { id: id.clone(), name, group, kind, from, ..Dimension::default() });
        id
    }

    /// Makes one more dimension even where one of this name is there: a label that stands twice is kept apart
    /// (`mastery`, `mastery-2`), with a note.
    pub(super) fn dimension_again(
        &mut self,
        name: &str,
        group: Option<&str>,
        kind: DimensionKind,
        file: &str,
        line: usize,
    ) -> String {
        let name = self.text(name);
        let group = group.map(|group| self.text(group)).filter(|group| !group.is_empty());
        let id = self.id("dimension", &name);
        let what = format!("`{name}` stands here again and is kept apart as `{id}`");
        let mend = "if it is the same, give both one name and one row; if not, name them apart";
        self.note(Problem::new(Severity::Warning, file, "duplicate-label", what, mend).at_line(line));
        let from = Provenance::at(file, line);
        self.framework.dimensions.push(Dimension { id: id.clone(), name, group, kind, from, ..Dimension::default() });
        id
    }

    /// A new cell of a position and a dimension, to be filled in.
    pub(super) fn cell(&mut self, position: &str, dimension: &str, file: &str, line: usize) -> Option<&mut Cell> {
        let id = self.id("cell", &format!("{position} {dimension}"));
        self.framework.cells.push(Cell {
            id,
            position: position.to_owned(),
            dimension: dimension.to_owned(),
            from: Provenance::at(file, line),
            ..Cell::default()
        });
        self.framework.cells.last_mut()
    }

    /// The import as it is handed out.
    pub(super) fn finish(mut self, pages: &[Page], mut problems: Vec<Problem>) -> Imported {
        if self.framework.name.is_empty() {
            self.framework.name = super::naming::framework_name(pages).unwrap_or_else(|| self.framework.id.clone());
        }
        self.framework.name = self.text(&self.framework.name.clone());
        wash(&mut self.framework);
        for page in pages.iter().filter(|page| page.hidden > 0) {
            let characters = if page.hidden == 1 { "hidden character was" } else { "hidden characters were" };
            let what = format!("{} {characters} taken out of the texts", page.hidden);
            let mend = "nothing to do; the texts read as before";
            self.notes.push(Problem::new(Severity::Note, page.file.clone(), "hidden-characters", what, mend));
        }
        let hidden = pages.iter().map(|page| page.hidden).sum();
        problems.append(&mut self.notes);
        problems.sort_by(|a, b| (&a.file, a.line, a.check).cmp(&(&b.file, b.line, b.check)));
        problems.dedup();
        let report = Report::of(&self.framework, pages, self.shapes, &problems, hidden);
        Imported { framework: self.framework, report, problems }
    }
}
