//! Files as people write them: tables in any order, odd spacing, every way to write a table, comments everywhere.

use proptest::prelude::*;

/// Pieces of a file; each `@` is a place where a comment may stand, each `~` a number of its own.
const PIECES: [&str; 12] = [
    "@\n[[role]] @\n@\nname   =  'Lead ~ # no' @\n\n\n@\nid='lead~'\naliases = [ @\n  'a', @\n\n  @\n 'b # no' @\n] @\n",
    "[[split]]\nrole = 'lead'\nbasis='synthesis'\n@\nk = 10 @\n\n@\n[split.people] @\n@\nmean = 0.2 @\n@\n[split.strategy]\nmean=0.3 @\n\
     [split.building]\nmean=0.5\n@\n",
    "[[split]]\nrole='x'\nbasis = 'synthesis'\n@\npeople.mean=0.2 @\n@\nstrategy . mean = 0.8 @\n@\n  people.min = 0.1\n",
    "  [[ scale ]] @\n  levels=[{n=1,name='one # no'}, @\n {n=2, name=\"two\"}, @\n] @\n  id = 's~' @\n",
    "[[scale]]\nid = 's~'\n@\n[[scale.levels]] @\n@\nn=1\nname='a' @\n\n@\n[[scale.levels]]\nname='''b # no'''\nn=2\n",
    "[[cell]]\nx-more = { a = [1, 2], 'b c' = 1.50 } @\ncriteria = [\n  { text = 't', examples = ['e', @\n 'f'] }, @\n]\ntext = \"\"\"\n many # no\n \
     lines\"\"\" @\nid = 'c~'\ndimension='d'\nposition='p'\n",
    "[[gate]]\n\"id\" = 'g~'\n'requires' = { a = 1, @\n 'b c' = 2, @\n}\n",
    "[[position]]\nid=\"p~\"\nrole='lead'\nrank=0x1\n[position.requires] @\n@\n\"a b\" = 1 @\nc = 2\n",
    "[[role]]\nid = 'r~'\nname='x' @\n[role.\"x-odd key\"] @\na = 1\n@\n[role.'x-odd key'.deeper]\nb = [ @\n 1, 2 ]\n",
    "# apart ~\n\n@\n\n@\n[[dimension]]\nid = 'd~' @\nname = \"\"\"d\"\"\"\nkind = 'axis'\n\n\n",
    "[['norm']]\nid = 'n~'\ntext = 'a \"quote\" # no'\nsource = \"\\u00e4\"\n@\n",
    "[[responsibility]]\nowner = []\nid = 'o~'\nname = 'o'\nstated = ['A1', @\n'A2']\n[responsibility.source_bucket]\nA1 = 'people' @\n",
];
/// How a file may start.
const STARTS: [&str; 4] = [
    "@\n\n@\n[framework]\nversion='1' @\nname='n'\n@\nid = 'f'\n",
    "@\nx-top = [ @\n 1, 2 ] @\nframework = { version = '1', id = 'f', name = 'n' } @\n\n",
    "@\nframework.id = 'f' @\n@\nframework.name = 'n'\nframework.version = '1' @\n",
    "'x-top key' = 1 @\n[framework] @\nid='f'\nname='n'\nversion='1'\nx-a.b = 1 @\n@\n[framework.x-sub] @\n@\na=1\n",
];

/// A file that TOML reads, with a comment at about half of the places.
pub(super) fn file() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..8);
    let comments = prop::collection::vec(any::<bool>(), 120);
    (prop::sample::select(STARTS.to_vec()), pieces, comments, any::<bool>()).prop_map(
        |(start, pieces, comments, windows)| {
            let mut text = String::new();
            let mut comments = comments.into_iter();
            for (n, c) in (start.to_owned() + &pieces.concat()).chars().enumerate() {
                match c {
                    '@' if comments.next() == Some(true) => text.push_str(&format!("# c{n} is \"here\"")),
                    '@' => {}
                    '~' => text.push_str(&n.to_string()),
                    _ => text.push(c),
                }
            }
            if windows { text.replace('\n', "\r\n") } else { text }
        },
    )
}
