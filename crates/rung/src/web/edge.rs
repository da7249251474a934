//! Request in, answer out. Here a session or a token becomes a caller, a form proves that it is one of this server's,
//! and every answer gets its headers. What is denied and what is absent leave here looking the same.

use std::{collections::BTreeMap, net::SocketAddr, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, DefaultBodyLimit, FromRequest, Multipart, RawPathParams, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
    routing::{MethodFilter, on},
};
use jiff::Timestamp;
use rung_app::{
    dice::{Dice, hex, sum_of},
    server::{Caller, Moment, Refused, Way, sources::LARGEST},
};
use rung_views::web::refused;

use super::{
    Site,
    answer::Answer,
    api,
    ask::{Ask, File},
    routes::{Guard, Method, PAGES, Route},
};

/// Largest body: a file and what a form says beside it.
const BODY: usize = LARGEST + (64 << 10);
/// Largest body that is no form with a file.
const SMALL: usize = 4 << 20;

/// Forbids whatever does not come from this server, and anything inline.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Whether pages or programs are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum For {
    People,
    Programs,
}

/// The router: every row of the tables, and nothing else.
pub(super) fn router(site: Arc<Site>) -> Router {
    let mut router = Router::new();
    for (route, of) in
        PAGES.iter().map(|route| (route, For::People)).chain(api::ALL.iter().map(|one| (&one.route, For::Programs)))
    {
        let filter = match route.method {
            Method::Get => MethodFilter::GET,
            Method::Post => MethodFilter::POST,
            Method::Delete => MethodFilter::DELETE,
        };
        let run = move |site: State<Arc<Site>>,
                        parts: RawPathParams,
                        from: ConnectInfo<SocketAddr>,
                        request: Request| async move {
            answer(site.0, Some(route), of, &parts, from.0, request).await
        };
        router = router.route(route.path, on(filter, run));
    }
    let nowhere = |site: State<Arc<Site>>, from: ConnectInfo<SocketAddr>, request: Request| async move {
        let of = if request.uri().path().starts_with("/api/") { For::Programs } else { For::People };
        nothing(site.0, of, from.0, request).await
    };
    let no_method = |site: State<Arc<Site>>, from: ConnectInfo<SocketAddr>, request: Request| async move {
        let path = request.uri().path().to_owned();
        if !path.starts_with("/api/") {
            return nothing(site.0, For::People, from.0, request).await;
        }
        let mut response = dressed(api::no_such_method(), None, site.0.behind_tls, false);
        if let Ok(allow) = HeaderValue::from_str(&api::allowed(&path)) {
            response.headers_mut().insert(header::ALLOW, allow);
        }
        response
    };
    router.fallback(nowhere).method_not_allowed_fallback(no_method).layer(DefaultBodyLimit::max(BODY)).with_state(site)
}

async fn nothing(site: Arc<Site>, of: For, from: SocketAddr, request: Request) -> Response {
    respond(site, None, of, BTreeMap::new(), from, request).await
}

async fn answer(
    site: Arc<Site>,
    route: Option<&'static Route>,
    of: For,
    parts: &RawPathParams,
    from: SocketAddr,
    request: Request,
) -> Response {
    let parts = parts.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    respond(site, route, of, parts, from, request).await
}

/// What a request brings, read whole.
struct Brought {
    path: String,
    raw_query: String,
    query: Vec<(String, String)>,
    headers: HeaderMap,
    form: Vec<(String, String)>,
    files: BTreeMap<String, File>,
    body: Vec<u8>,
    writes: bool,
}

async fn respond(
    site: Arc<Site>,
    route: Option<&'static Route>,
    of: For,
    parts: BTreeMap<String, String>,
    from: SocketAddr,
    request: Request,
) -> Response {
    let forever = route.is_some_and(|route| route.path == "/assets/{file}");
    let brought = match brought(request).await {
        Ok(brought) => brought,
        Err(status) => return bare(status),
    };
    let tls = site.behind_tls;
    let done = tokio::task::spawn_blocking(move || handle(&site, route, of, parts, from, brought)).await;
    match done {
        Ok((answer, pre)) => dressed(answer, pre.as_deref(), tls, forever),
        Err(_) => bare(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

async fn brought(request: Request) -> Result<Brought, StatusCode> {
    let headers = request.headers().clone();
    let path = request.uri().path().to_owned();
    let pairs = |bytes: &[u8]| form_urlencoded::parse(bytes).into_owned().collect::<Vec<_>>();
    let raw_query = request.uri().query().unwrap_or_default().to_owned();
    let query = pairs(request.uri().query().unwrap_or_default().as_bytes());
    let writes = !matches!(*request.method(), axum::http::Method::GET | axum::http::Method::HEAD);
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_owned();
    let mut brought =
        Brought { path, raw_query, query, headers, form: Vec::new(), files: BTreeMap::new(), body: Vec::new(), writes };
    if !writes {
        return Ok(brought);
    }
    if kind.starts_with("multipart/form-data") {
        let mut fields = Multipart::from_request(request, &()).await.map_err(|_| StatusCode::BAD_REQUEST)?;
        while let Some(field) = fields.next_field().await.map_err(|error| error.status())? {
            let name = field.name().unwrap_or_default().to_owned();
            let file = field.file_name().map(str::to_owned);
            let bytes = field.bytes().await.map_err(|error| error.status())?.to_vec();
            match file {
                Some(file) => {
                    brought.files.insert(name, File { name: file, bytes });
                }
                None => brought.form.push((name, String::from_utf8_lossy(&bytes).into_owned())),
            }
        }
        return Ok(brought);
    }
    let bytes = axum::body::to_bytes(request.into_body(), SMALL).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    if kind.starts_with("application/x-www-form-urlencoded") {
        brought.form = pairs(&bytes);
    }
    brought.body = bytes.to_vec();
    Ok(brought)
}

/// Answers a request. Beside the answer: what the browser is to be known by before it is logged in, where that is new.
fn handle(
    site: &Site,
    route: Option<&'static Route>,
    of: For,
    parts: BTreeMap<String, String>,
    from: SocketAddr,
    brought: Brought,
) -> (Answer, Option<String>) {
    let moment = moment(site);
    let text = |name: HeaderName| brought.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let cookies = cookies(text(header::COOKIE));
    let session = cookies.get(cookie(site.behind_tls)).cloned();
    let known = cookies.get(before(site.behind_tls)).cloned();
    let pre = known.clone().unwrap_or_else(|| moment.dice.secret());
    let csrf = csrf_of(session.as_deref().unwrap_or(&pre));
    let bearer = text(header::AUTHORIZATION).strip_prefix("Bearer ").map(str::to_owned);
    let address =
        site.behind_tls.then(|| text(HeaderName::from_static("x-forwarded-for")).rsplit(',').next()).flatten();
    let address =
        address.map(str::trim).filter(|own| !own.is_empty()).map_or_else(|| from.ip().to_string(), str::to_owned);
    let caller = caller(site, &moment, of, session.as_deref(), bearer.as_deref());
    let honest = of == For::Programs && bearer.is_some() || same_site(&brought.headers, &csrf, &brought.form);
    let agent = text(header::USER_AGENT).to_owned();
    let mut ask = Ask {
        site,
        caller: Caller::default(),
        name: String::new(),
        moment,
        back: match brought.raw_query.as_str() {
            "" => brought.path.clone(),
            query => format!("{}?{query}", brought.path),
        },
        writes: brought.writes,
        origin: format!("{}://{}", if site.behind_tls { "https" } else { "http" }, text(header::HOST)),
        path: brought.path,
        parts,
        query: brought.query,
        form: brought.form,
        files: brought.files,
        csrf,
        address,
        agent,
        body: brought.body,
    };
    let done = caller.and_then(|caller| {
        ask.name = site.server.called(&caller)?;
        ask.caller = caller;
        let Some(route) = route else {
            return Err(if ask.caller.account.is_some() { Refused::NotThere } else { Refused::LogIn });
        };
        route.guard.ask(&ask)?;
        if brought.writes && !honest {
            return Err(Refused::field(
                "form",
                "it was not sent from a page of this server, or the page was open too long; open it again",
            ));
        }
        if of == For::Programs {
            api::check(route.path, &ask)?;
        }
        (route.run)(&ask)
    });
    let open = route.is_some_and(|route| route.guard == Guard::Open);
    let new = (open && known.is_none() && session.is_none()).then_some(pre);
    (done.unwrap_or_else(|refused| refusal(&ask, of, &refused)), new)
}

fn moment(site: &Site) -> Moment {
    let now = crate::surroundings::now();
    let now = Timestamp::from_second(now.as_second() + site.shift).unwrap_or(now);
    Moment { now, dice: Dice::new(crate::surroundings::chance()) }
}

fn caller(
    site: &Site,
    moment: &Moment,
    of: For,
    session: Option<&str>,
    bearer: Option<&str>,
) -> Result<Caller, Refused> {
    match (of, bearer, session) {
        (For::Programs, Some(token), _) => site.server.by_token(moment, token),
        (For::Programs, None, Some(secret)) => Ok(Caller { way: Way::Api, ..site.server.by_session(moment, secret)? }),
        (For::People, _, Some(secret)) => site.server.by_session(moment, secret),
        (_, _, None) => site.server.nobody(moment),
    }
}

fn cookies(header: &str) -> BTreeMap<String, String> {
    let pairs = header.split(';').filter_map(|pair| pair.trim().split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// The name of a session's cookie.
const fn cookie(tls: bool) -> &'static str {
    if tls { "__Host-rung" } else { "rung" }
}

/// The name of the cookie one has before.
const fn before(tls: bool) -> &'static str {
    if tls { "__Host-rung-before" } else { "rung-before" }
}

/// What forms of a session send along.
pub(super) fn csrf_of(secret: &str) -> String {
    hex(&sum_of(&format!("form of {secret}"))[..16])
}

/// Whether a change was asked for from a page of this server: by its origin, and by what only such a page knows.
fn same_site(headers: &HeaderMap, csrf: &str, form: &[(String, String)]) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let site = text("sec-fetch-site").is_none_or(|from| from == "same-origin" || from == "none");
    let origin = text("origin").is_none_or(|origin| {
        let host = text("host").unwrap_or_default();
        origin.split_once("://").is_some_and(|(_, own)| own == host)
    });
    let sent = form.iter().find(|(name, _)| name == "csrf").map_or("", |(_, value)| value.as_str());
    site && origin
        && sent.len() == csrf.len()
        && sent.bytes().zip(csrf.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

/// Why not, as a page or as a problem document.
fn refusal(ask: &Ask<'_>, of: For, refused: &Refused) -> Answer {
    if of == For::Programs {
        return api::problem(refused);
    }
    let (status, title) = match refused {
        Refused::LogIn => {
            // A form cannot be sent again by opening its address.
            let to = if ask.path == "/" || ask.writes {
                String::new()
            } else {
                format!("?to={}", rung_views::web::part(&ask.back))
            };
            return Answer::to(format!("/login{to}"));
        }
        Refused::Prove => {
            // What was a form comes back to the page it stands on.
            let page = if ask.path.starts_with("/account/") { "/account" } else { ask.back.as_str() };
            return Answer::to(format!("/account/prove?to={}", rung_views::web::part(page)));
        }
        Refused::NotThere => (404, "There is nothing here"),
        Refused::Wait { .. } => (429, "Wait a little"),
        Refused::WrongPassword => (403, "That was not it"),
        Refused::Meanwhile => (409, "Somebody was faster"),
        Refused::Field { .. } | Refused::Problems(_) => (422, "That was not done"),
        Refused::App(rung_app::error::AppError::NoSuch { .. }) => (404, "There is nothing here"),
        Refused::App(_) => (422, "That was not done"),
        Refused::Store(_) => (500, "Something failed here"),
    };
    let lines: Vec<String> = match refused {
        Refused::Problems(problems) => problems.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    let why = if status == 500 {
        "What you asked for was not done. Whoever looks after this server finds more in its log.".to_owned()
    } else {
        format!("{refused}.")
    };
    if status == 500 {
        crate::terminal::print::complain(&format!("error: {}: {refused}", ask.path));
    }
    Answer::page_of(status, ask, &refused::refused(title, &why, &refused.hints(), &lines))
}

/// An answer with the headers that all have.
fn dressed(answer: Answer, pre: Option<&str>, tls: bool, asset: bool) -> Response {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.append(name, value);
        }
    };
    put(header::CONTENT_TYPE, answer.kind);
    put(header::CONTENT_SECURITY_POLICY, POLICY);
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::REFERRER_POLICY, "same-origin");
    put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    put(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    put(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()");
    put(header::X_FRAME_OPTIONS, "DENY");
    put(
        header::CACHE_CONTROL,
        if answer.forever && asset { "public, max-age=31536000, immutable" } else { "no-store" },
    );
    if tls {
        put(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    if let Some(to) = &answer.to {
        put(header::LOCATION, to);
    }
    if let Some(name) = &answer.save_as {
        put(header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""));
    }
    let secure = if tls { "; Secure" } else { "" };
    if let Some(secret) = &answer.session {
        let age = if secret.is_empty() { 0 } else { rung_app::server::accounts::LONGEST };
        put(
            header::SET_COOKIE,
            &format!("{}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}", cookie(tls)),
        );
    }
    if let Some(pre) = pre {
        put(
            header::SET_COOKIE,
            &format!("{}={pre}; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400{secure}", before(tls)),
        );
    }
    response
}

fn bare(status: StatusCode) -> Response {
    let mut response = Response::new(Body::from(format!("{}\n", status.canonical_reason().unwrap_or("failed"))));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    response
}
