//! The URL map: every path, the right it needs, and the page behind it. What is not in a table here does not exist; a
//! path cannot be added without saying who may open it.

use rung_app::access::{Object, Verb};

pub(crate) use super::guard::{Guard, Method, Whom};
use super::{
    answer::Done,
    ask::Ask,
    pages::{account, admin, door, me, organisation, own, roles, shared, teams},
};

/// A path.
pub(crate) struct Route {
    /// How.
    pub(crate) method: Method,
    /// Where; parts in braces are named.
    pub(crate) path: &'static str,
    /// Who may.
    pub(crate) guard: Guard,
    /// What is done.
    pub(crate) run: fn(&Ask<'_>) -> Done,
}

const fn get(path: &'static str, guard: Guard, run: fn(&Ask<'_>) -> Done) -> Route {
    Route { method: Method::Get, path, guard, run }
}

const fn post(path: &'static str, guard: Guard, run: fn(&Ask<'_>) -> Done) -> Route {
    Route { method: Method::Post, path, guard, run }
}

const fn read(object: Object, whom: Whom) -> Guard {
    Guard::Table(Verb::Read, object, whom)
}

const fn write(object: Object, whom: Whom) -> Guard {
    Guard::Table(Verb::Write, object, whom)
}

use Guard::{Account, Administrator, Open};
use Object::{AccessLog, Declared, Erasure, Framework, Policy, RawItems, Reading, Structure, TeamSplit, WeeklySplit};
use Whom::{Oneself, Organisation, Person, Team};

/// Every page.
pub(crate) const PAGES: &[Route] = &[
    get("/", Open, door::home),
    get("/healthz", Open, door::healthz),
    get("/assets/{file}", Open, door::asset),
    get("/setup", Open, door::set_up),
    post("/setup", Open, door::setting_up),
    get("/login", Open, door::log_in),
    post("/login", Open, door::logging_in),
    post("/logout", Account, door::logging_out),
    get("/invitation/{secret}", Open, door::invitation),
    post("/invitation/{secret}", Open, door::accepting),
    get("/privacy", Open, door::privacy),
    post("/privacy", Account, door::welcomed),
    get("/style", Account, door::style),
    get("/me", read(Reading, Oneself), me::reading),
    get("/me/weeks", read(WeeklySplit, Oneself), me::weeks),
    get("/me/week/{day}", read(RawItems, Oneself), me::week),
    get("/me/day/{day}", read(RawItems, Oneself), me::day),
    get("/me/correct", read(RawItems, Oneself), me::correct),
    post("/me/correct", write(WeeklySplit, Oneself), me::correcting),
    get("/me/corrections", read(RawItems, Oneself), me::corrections),
    post("/me/corrections/undo", write(WeeklySplit, Oneself), me::undoing),
    post("/me/findings", write(WeeklySplit, Oneself), me::answering),
    get("/me/log", read(RawItems, Oneself), me::log),
    post("/me/log", write(WeeklySplit, Oneself), me::logging),
    get("/me/shared", read(Reading, Oneself), shared::list),
    post("/me/shared", write(WeeklySplit, Oneself), shared::sharing),
    post("/me/shared/revoke", write(WeeklySplit, Oneself), shared::revoking),
    get("/snapshots/{snapshot}", read(Reading, Oneself), shared::open),
    get("/me/sources", read(RawItems, Oneself), own::sources),
    post("/me/sources", write(RawItems, Oneself), own::connecting),
    post("/me/sources/again", write(RawItems, Oneself), own::again),
    post("/me/sources/remove", write(RawItems, Oneself), own::removing),
    get("/jobs/{job}", Account, own::job),
    get("/my-data", read(AccessLog, Oneself), own::data),
    get("/my-data/export", read(Erasure, Oneself), own::export),
    get("/my-data/weeks.csv", read(WeeklySplit, Oneself), own::weeks_csv),
    get("/my-data/erase", write(Erasure, Oneself), own::erase),
    post("/my-data/erase", write(Erasure, Oneself), own::erasing),
    post("/my-data/measured", write(WeeklySplit, Oneself), own::measured),
    get("/account", Account, account::account),
    get("/account/prove", Account, account::prove),
    post("/account/prove", Account, account::proving),
    post("/account/sessions/end", Account, account::ending_session),
    post("/account/tokens", Account, account::making_token),
    post("/account/tokens/end", Account, account::ending_token),
    post("/account/password", Account, account::changing_password),
    get("/roles", read(Framework, Organisation), roles::first),
    get("/roles/", read(Framework, Organisation), roles::index),
    get("/roles/{*path}", read(Framework, Organisation), roles::page),
    get("/teams", read(Structure, Organisation), organisation::tree),
    get("/teams/{team}", read(Declared, Team), teams::team),
    get("/teams/{team}/answers", read(Declared, Team), teams::answers),
    post("/teams/{team}/answers", write(Declared, Team), teams::answering),
    post("/teams/{team}/answers/clear", write(Declared, Team), teams::clearing),
    get("/teams/{team}/declare", read(Declared, Team), teams::declare),
    post("/teams/{team}/declare", write(Declared, Team), teams::declaring),
    get("/teams/{team}/contract", read(Declared, Team), teams::contract),
    get("/teams/{team}/evidence", read(TeamSplit, Team), teams::evidence),
    get("/organisation", read(Structure, Organisation), organisation::rollup),
    get("/organisation/roster.csv", read(Structure, Organisation), organisation::roster_csv),
    get("/people", read(Structure, Organisation), organisation::people),
    get("/people/{person}", read(Structure, Person), organisation::person),
    get("/search", read(Structure, Organisation), organisation::search),
    get("/policy", read(Policy, Organisation), admin::policy),
    post("/policy", write(Policy, Organisation), admin::announcing),
    get("/admin", Administrator, admin::first),
    get("/admin/accounts", Administrator, admin::accounts),
    post("/admin/accounts", Administrator, admin::inviting),
    post("/admin/accounts/invite-again", Administrator, admin::inviting_again),
    post("/admin/accounts/close", Administrator, admin::closing),
    post("/admin/accounts/open", Administrator, admin::opening),
    get("/admin/sources", Administrator, own::shared_sources),
    post("/admin/sources", Administrator, own::connecting_shared),
    post("/admin/sources/again", Administrator, own::again),
    post("/admin/sources/remove", Administrator, own::removing),
    get("/admin/roster", write(Structure, Organisation), admin::roster),
    post("/admin/roster/try", write(Structure, Organisation), admin::trying_roster),
    post("/admin/roster", write(Structure, Organisation), admin::keeping_roster),
    get("/admin/roster/file", write(Structure, Organisation), admin::roster_file),
    post("/admin/roster/file", write(Structure, Organisation), admin::writing_roster_file),
    get("/admin/framework", write(Framework, Organisation), admin::framework),
    post("/admin/framework/try", write(Framework, Organisation), admin::trying_framework),
    post("/admin/framework", write(Framework, Organisation), admin::publishing),
    post("/admin/framework/withdraw", write(Framework, Organisation), admin::withdrawing),
    get("/admin/log", read(AccessLog, Organisation), admin::log),
];
