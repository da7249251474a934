//! One repository: its changes played onto a main line, its kept branches, its files on disk.

use std::{collections::BTreeMap, fs, path::Path};

use gix::{ObjectId, actor::Signature as GitSignature, date::Time, objs::Commit};
use jiff::Timestamp;

use super::{objects::Objects, pack::pack, tree::Files};
use crate::{
    ExampleError,
    diary::Place,
    history::{Change, Landing, Piece, Signature},
};

/// What `.mailmap` says: the only place that knows Priya Raman's second address.
const MAILMAP: &str = "Priya Raman <priya.raman@harbourline.example> <priya@tidewater-mail.example>";

/// The line of development, with the states branches may start from.
struct Line {
    objects: Objects,
    branches: BTreeMap<String, ObjectId>,
    main: Vec<(Timestamp, ObjectId, Files)>,
    landed: BTreeMap<String, String>,
}

/// Writes a repository of these changes, in the order they land, to `directory`: a bare one where
/// its name ends in `.git`, else one with a work tree, whose branches are read too. Gives the commit on the main line
/// that each branch became.
pub(crate) fn write(directory: &Path, changes: &[Change]) -> Result<BTreeMap<String, String>, ExampleError> {
    let bare = directory.extension().is_some_and(|extension| extension == "git");
    let inner = if bare { directory.to_path_buf() } else { directory.join(".git") };
    let mut line =
        Line { objects: Objects::default(), branches: BTreeMap::new(), main: Vec::new(), landed: BTreeMap::new() };
    for change in changes {
        line.land(change)?;
    }
    let pack = pack(&line.objects)?;
    let packs = inner.join("objects").join("pack");
    for folder in [&packs, &inner.join("refs").join("heads"), &inner.join("refs").join("tags")] {
        fs::create_dir_all(folder).map_err(ExampleError::at(folder))?;
    }
    let mut references = String::from("# pack-refs with: peeled fully-peeled sorted \n");
    for (branch, id) in &line.branches {
        references.push_str(&format!("{id} refs/heads/{branch}\n"));
    }
    let config = format!("[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = {bare}\n");
    let files: [(_, &[u8]); 5] = [
        (inner.join("HEAD"), b"ref: refs/heads/main\n"),
        (inner.join("config"), config.as_bytes()),
        (inner.join("packed-refs"), references.as_bytes()),
        (packs.join(format!("pack-{}.pack", pack.name)), &pack.pack),
        (packs.join(format!("pack-{}.idx", pack.name)), &pack.index),
    ];
    for (path, bytes) in files {
        fs::write(&path, bytes).map_err(ExampleError::at(path))?;
    }
    if let (false, Some((.., files))) = (bare, line.main.last()) {
        files.check_out(directory)?;
    }
    Ok(line.landed)
}

impl Line {
    fn land(&mut self, change: &Change) -> Result<(), ExampleError> {
        match &change.landing {
            Landing::Direct => {
                for piece in &change.pieces {
                    self.on_main(piece, None, &change.lands)?;
                }
            }
            Landing::Rebased(by, keeps_branch) => {
                if *keeps_branch {
                    self.branch(change)?;
                }
                for piece in &change.pieces {
                    self.on_main(piece, Some(by), &change.lands)?;
                }
            }
            Landing::Merged(by) => self.merge(change, by)?,
            Landing::Squashed(by, keeps_branch) => {
                if *keeps_branch {
                    self.branch(change)?;
                }
                self.squash(change, by)?;
            }
        }
        if let Some((_, tip, _)) = self.main.last() {
            self.branches.insert("main".to_owned(), *tip);
            self.landed.insert(change.branch.clone(), tip.to_string());
        }
        Ok(())
    }

    /// The newest state of main no younger than `moment`.
    fn base(&self, moment: Timestamp) -> (Option<ObjectId>, Files) {
        let upto = self.main.partition_point(|(lands, ..)| *lands <= moment);
        let state = upto.checked_sub(1).and_then(|place| self.main.get(place));
        state.map_or((None, Files::default()), |(_, tip, files)| (Some(*tip), files.clone()))
    }

    fn on_main(&mut self, piece: &Piece, by: Option<&Signature>, lands: &Timestamp) -> Result<(), ExampleError> {
        let (parent, mut files) = self.base(Timestamp::MAX);
        touch(&mut self.objects, &mut files, piece)?;
        let message = message(&piece.subject, &piece.trailers);
        let tip = self.commit(&mut files, parent, &piece.author, by.unwrap_or(&piece.author), message)?;
        self.main.push((*lands, tip, files));
        Ok(())
    }

    /// The change on a branch of its own, as its author committed it; its tip.
    fn branch(&mut self, change: &Change) -> Result<Option<ObjectId>, ExampleError> {
        let begins = change.pieces.first().map_or(change.lands, |piece| piece.author.at);
        let (mut tip, mut files) = self.base(begins);
        for piece in &change.pieces {
            touch(&mut self.objects, &mut files, piece)?;
            let own: Vec<String> = piece.trailers.iter().filter(|t| !t.starts_with("Reviewed-by")).cloned().collect();
            let message = message(&piece.subject, &own);
            tip = Some(self.commit(&mut files, tip, &piece.author, &piece.author, message)?);
        }
        if let (Some(tip), false) = (tip, matches!(change.landing, Landing::Merged(_))) {
            self.branches.insert(change.branch.clone(), tip);
        }
        Ok(tip)
    }

    fn merge(&mut self, change: &Change, by: &Signature) -> Result<(), ExampleError> {
        let side = self.branch(change)?;
        let (parent, mut files) = self.base(Timestamp::MAX);
        for piece in &change.pieces {
            touch(&mut self.objects, &mut files, piece)?;
        }
        let message = message(&format!("Merge branch '{}'", change.branch), &[]);
        let parents = parent.into_iter().chain(side);
        let tip = self.commit(&mut files, parents, by, by, message)?;
        self.main.push((change.lands, tip, files));
        Ok(())
    }

    fn squash(&mut self, change: &Change, by: &Signature) -> Result<(), ExampleError> {
        let (parent, mut files) = self.base(Timestamp::MAX);
        for piece in &change.pieces {
            touch(&mut self.objects, &mut files, piece)?;
        }
        let Some(last) = change.pieces.last() else { return Ok(()) };
        let number = change.branch.split('-').next().unwrap_or_default();
        let list: String = change.pieces.iter().map(|piece| format!("* {}\n\n", piece.subject)).collect();
        let mut trailers: Vec<String> = change.pieces.iter().flat_map(|piece| piece.trailers.clone()).collect();
        trailers.push(format!("Reviewed-by: {} <{}>", by.name, by.address));
        trailers.dedup();
        let message = format!("{} (#{number})\n\n{list}{}\n", last.subject, trailers.join("\n"));
        let author = Signature { at: by.at, ..last.author.clone() };
        let tip = self.commit(&mut files, parent, &author, by, message)?;
        self.main.push((change.lands, tip, files));
        Ok(())
    }

    fn commit(
        &mut self,
        files: &mut Files,
        parents: impl IntoIterator<Item = ObjectId>,
        author: &Signature,
        committer: &Signature,
        message: String,
    ) -> Result<ObjectId, ExampleError> {
        let tree = files.keep(&mut self.objects)?;
        let commit = Commit {
            tree,
            parents: parents.into_iter().collect(),
            author: signature(author),
            committer: signature(committer),
            encoding: None,
            message: message.into(),
            extra_headers: Vec::new(),
        };
        self.objects.keep(&commit)
    }
}

fn signature(of: &Signature) -> GitSignature {
    GitSignature {
        name: of.name.as_str().into(),
        email: of.address.as_str().into(),
        time: Time { seconds: of.at.as_second(), offset: of.offset },
    }
}

fn message(subject: &str, trailers: &[String]) -> String {
    if trailers.is_empty() { format!("{subject}\n") } else { format!("{subject}\n\n{}\n", trailers.join("\n")) }
}

/// Changes the file a piece is about, chosen by its subject.
fn touch(objects: &mut Objects, files: &mut Files, piece: &Piece) -> Result<(), ExampleError> {
    let topic: String = piece.subject.split(' ').skip(1).collect::<Vec<_>>().join("_");
    let (folder, name) = match piece.place {
        Place::Code => ("src", format!("{topic}.rs")),
        Place::Tests => ("tests", format!("{topic}.rs")),
        Place::Decisions => ("docs/adr", format!("{}.md", topic.replace('_', "-"))),
        Place::Docs => ("docs", format!("{}.md", topic.replace('_', "-"))),
        Place::Lock => ("", "Cargo.lock".to_owned()),
    };
    if !files.has(".mailmap") {
        files.append(objects, "", ".mailmap", MAILMAP)?;
        files.append(objects, "", "README.md", "# Harbourline payments, an invented repository")?;
    }
    let line = format!("// {} {}", piece.author.at, piece.subject);
    files.append(objects, folder, &name, &line)
}
