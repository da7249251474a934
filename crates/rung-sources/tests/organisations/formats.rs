//! Formats of published organisations, on small invented ones.

use rung_sources::roster::import::Format;

use crate::{of, told};

fn parts(own: &rung_sources::roster::import::Imported) -> Vec<(&str, &str, Option<&str>)> {
    own.roster.memberships.iter().map(|m| (m.person.as_str(), m.team.as_str(), m.part.as_deref())).collect()
}

#[test]
fn people_and_teams_of_toml() {
    let (_folder, own) = of(
        None,
        &[
            ("people/Ines.toml", "name = 'Ines Aldana'\ngithub = 'Ines-A'\ngithub-id = 7\nemail = 'Ines@h.example'\n"),
            ("people/bo.toml", "name = 'Bo Falk'\ngithub = 'bofalk'\nemail = false\n"),
            (
                "teams/core.toml",
                "name = 'core'\n[people]\nleads = ['ines-a']\nmembers = ['Ines-A', { github = 'bofalk', roles = ['x'] }, 'ghost']\nalumni = ['bofalk']\nincluded-teams = ['wg-x']\n",
            ),
            (
                "teams/wg-x.toml",
                "name = 'wg-x'\nsubteam-of = 'core'\nkind = 'working-group'\n[people]\nleads = []\nmembers = ['bofalk']\n[website]\nname = 'Working group X'\n",
            ),
            ("teams/archive/old.toml", "name = 'old'\n[people]\nleads = []\nmembers = []\n"),
        ],
    );
    assert_eq!(own.format, Format::RustTeam);
    assert_eq!(parts(&own), [("ines-a", "core", Some("lead")), ("bofalk", "core", None), ("bofalk", "wg-x", None)]);
    assert_eq!(own.former, [("bofalk".to_owned(), "core".to_owned())]);
    let open: Vec<(&str, &str)> = own.unresolved.iter().map(|one| (one.item.as_str(), one.wanted.as_str())).collect();
    assert_eq!(open, [("member of `core`", "ghost")]);
    let teams: Vec<(&str, Option<&str>)> =
        own.roster.teams.iter().map(|t| (t.name.as_str(), t.parent.as_deref())).collect();
    assert_eq!(teams, [("core", None), ("Working group X", Some("core"))]);
    assert_eq!(own.roster.people[0].accounts, ["github.com:7"]);
    // Who leads a team stands in its list of members as well: that is said, and counted once.
    assert_eq!(told(&own.duplicates), [(4, "overlapping-membership")]);
}

#[test]
fn groups_with_chairs_and_tech_leads() {
    let text = "sigs:\n  - dir: sig-tides\n    name: Tides\n    leadership:\n      chairs:\n        - github: InesA\n          name: Ines Aldana\n          company: H\n      tech_leads:\n        - github: inesa\n          name: Ines Aldana\n        - github: bo\n          name: Bo Falk\n      emeritus_leads:\n        - github: old\n          name: Old Hand\n    subprojects:\n      - name: gauges\n        owners:\n          - https://h.example/OWNERS\nworkinggroups:\n  - dir: wg-x\n    name: X\n    leadership:\n      chairs:\n        - github: bo\n          name: Bo Falk\nusergroups: []\n";
    let (_folder, own) = of(None, &[("sigs.yaml", text)]);
    assert_eq!(own.format, Format::K8sSigs);
    assert_eq!(own.roster.people.len(), 3);
    assert_eq!(
        parts(&own),
        [
            ("inesa", "sig-tides", Some("chair, tech lead")),
            ("bo", "sig-tides", Some("tech lead")),
            ("bo", "wg-x", Some("chair"))
        ]
    );
    let held: Vec<(&str, &str, &str)> =
        own.roster.holdings.iter().map(|h| (h.person.as_str(), h.position.as_str(), h.basis.id())).collect();
    assert_eq!(held, [("inesa", "tech_lead", "declared"), ("bo", "tech_lead", "declared")]);
    assert_eq!(own.former, [("old".to_owned(), "sig-tides".to_owned())]);
    let teams: Vec<(&str, Option<&str>, Option<&str>)> =
        own.roster.teams.iter().map(|t| (t.id.as_str(), t.parent.as_deref(), t.kind.as_deref())).collect();
    assert_eq!(
        teams,
        [
            ("sig-tides", None, Some("special interest group")),
            ("sig-tides-gauges", Some("sig-tides"), Some("subproject")),
            ("wg-x", None, Some("working group")),
        ]
    );
    assert_eq!(own.problems, []);
}

#[test]
fn organisations_with_teams_within_teams() {
    let org = "name: Harbour\nadmins:\n- ruth\nmembers:\n- ines\n- \"249\"\nteams:\n  tides:\n    description: T\n    maintainers:\n    - ruth\n    members:\n    - ines\n    teams:\n      gauges:\n        members:\n        - guest\n";
    let (_folder, own) =
        of(None, &[("org.yaml", org), ("sig-x/teams.yaml", "teams:\n  x:\n    members:\n    - ines\n")]);
    assert_eq!(own.format, Format::K8sOrg);
    assert_eq!(own.roster.organisation.as_deref(), Some("Harbour"));
    assert_eq!(own.roster.people.iter().map(|p| p.id.as_str()).collect::<Vec<_>>(), ["ruth", "ines", "249", "guest"]);
    assert_eq!(
        parts(&own),
        [
            ("ruth", "tides", Some("maintainer")),
            ("ines", "tides", None),
            ("guest", "gauges", None),
            ("ines", "x", None)
        ]
    );
    assert_eq!(own.roster.team("gauges").and_then(|t| t.parent.as_deref()), Some("tides"));
    // Two organisations side by side: each is a team, since their teams share names.
    let other = "name: Coast\nmembers:\n- bo\nteams:\n  tides:\n    members:\n    - bo\n";
    let (_folder, own) = of(Some(Format::K8sOrg), &[("harbour/org.yaml", org), ("coast/org.yaml", other)]);
    let of_coast: Vec<_> = parts(&own).into_iter().filter(|(_, team, _)| team.starts_with("coast")).collect();
    assert_eq!(of_coast, [("bo", "coast", None), ("bo", "coast/tides", None)]);
    assert!(parts(&own).contains(&("ruth", "harbour", Some("admin"))));
    let tides: Vec<&str> = own.roster.teams.iter().filter(|t| t.name == "tides").map(|t| t.id.as_str()).collect();
    assert_eq!((tides, own.duplicates.len()), (vec!["coast/tides", "harbour/tides"], 0));
}

#[test]
fn owners_of_a_folder_tree() {
    let (_folder, own) = of(
        None,
        &[
            ("OWNERS_ALIASES", "aliases:\n  tide-leads:\n  - ines\n  - bo\n"),
            ("OWNERS", "approvers:\n- ruth\n- tide-leads\nreviewers:\n- ruth\nemeritus_approvers:\n- old\n"),
            ("docs/plain.md", "x"),
            (
                "src/deep/OWNERS",
                "filters:\n  \".*\":\n    reviewers:\n    - ines\noptions:\n  no_parent_owners: true\n",
            ),
            ("src/gauges/OWNERS", "approvers: [bo]\n"),
        ],
    );
    assert_eq!(own.format, Format::Owners);
    let teams: Vec<(&str, Option<&str>)> =
        own.roster.teams.iter().map(|t| (t.name.as_str(), t.parent.as_deref())).collect();
    assert_eq!(teams, [("tide-leads", None), (".", None), ("src/deep", None), ("src/gauges", Some("root"))]);
    assert_eq!(
        parts(&own),
        [
            ("ines", "alias-tide-leads", None),
            ("bo", "alias-tide-leads", None),
            ("ruth", "root", Some("approver, reviewer")),
            ("ines", "root/src/deep", Some("reviewer")),
            ("bo", "root/src/gauges", Some("approver")),
        ]
    );
    assert_eq!(own.former, [("old".to_owned(), "root".to_owned())]);
    assert_eq!(own.unused.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_catalogue_with_users_groups_and_owned_components() {
    let text = "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata:\n  name: payments\nspec:\n  type: area\n  children: [ledger]\n---\napiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: ledger}\nspec:\n  type: team\n  children: []\n  members: [ines]\n---\napiVersion: backstage.io/v1alpha1\nkind: User\nmetadata: {name: ines}\nspec:\n  profile: {displayName: Ines Aldana, email: ines@h.example}\n  memberOf: [ledger, group:default/nowhere]\n---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: pay}\nspec: {owner: group:ledger}\n---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: lost}\nspec: {owner: legder}\n---\napiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: {name: x}\n";
    let (_folder, own) = of(Some(Format::Backstage), &[("catalog-info.yaml", text)]);
    assert_eq!((own.roster.people.len(), own.roster.teams.len()), (1, 2));
    assert_eq!(parts(&own), [("ines", "ledger", None)]);
    assert_eq!(own.roster.team("ledger").and_then(|t| t.parent.as_deref()), Some("payments"));
    assert_eq!(own.owned, [("component:default/pay".to_owned(), "ledger".to_owned())]);
    let open: Vec<(&str, &str)> = own.unresolved.iter().map(|one| (one.item.as_str(), one.wanted.as_str())).collect();
    assert_eq!(
        open,
        [
            ("group of `user:default/ines`", "group:default/nowhere"),
            ("owner of `component:default/lost`", "group:default/legder")
        ]
    );
    assert_eq!(own.unresolved[1].candidates, ["ledger"]);
    assert_eq!(own.unused, [("entity of the kind location".to_owned(), 1)]);
}
