//! Setting up, logging in and out, invitations, sessions, tokens.

use rung_model::roster::At;
use rung_store::{
    access::Entry,
    account::{self, Account},
    invitation, organisation,
    session::{self, Session},
    token::{self, Token},
};

use super::{Caller, Moment, Noted, ORG, Refused, Server, Way, allowed};
use crate::{
    access::{About, Object, Verb},
    dice::{hex, sum_of},
};

/// A session that is not used ends after this, seconds.
pub const IDLE: i64 = 12 * 3_600;
/// Any session ends after this, seconds.
pub const LONGEST: i64 = 14 * 86_400;
/// So long is a password that was given good for what needs it, seconds.
pub const PROVEN: i64 = 15 * 60;
/// An invitation holds so long, seconds.
const INVITED: i64 = 7 * 86_400;

/// What a browser says of itself, in a few words that are worth showing on the page of sessions.
fn agent_in_words(agent: &str) -> String {
    const BROWSERS: [(&str, &str); 4] =
        [("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrom", "Chromium"), ("Safari/", "Safari")];
    const SYSTEMS: [(&str, &str); 5] =
        [("Android", "Android"), ("iPhone", "iPhone"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];
    let named = |names: &'static [(&str, &str)]| names.iter().find(|(mark, _)| agent.contains(mark)).map(|one| one.1);
    match (named(&BROWSERS), named(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(browser), None) => browser.to_owned(),
        _ => "a program".to_owned(),
    }
}

/// An account as others see it: no hash, no times of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountLine {
    /// Its id.
    pub id: String,
    /// What one logs in with.
    pub login: String,
    /// The person of the roster.
    pub person: Option<String>,
    /// Their name.
    pub name: Option<String>,
    /// `administrator`, `works council`, `human resources of ...`, joined; empty for none.
    pub rights: Vec<String>,
    /// True where an invitation is open.
    pub invited: bool,
    /// True where it was closed.
    pub deactivated: bool,
}

/// A session, to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionLine {
    /// The first digits of its sum.
    pub id: String,
    /// True for the one that asks.
    pub own: bool,
    /// What the browser calls itself.
    pub agent: String,
    /// When it began, epoch seconds.
    pub created: i64,
    /// When it was last used.
    pub seen: i64,
}

/// An API token, to show: never its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenLine {
    /// Its id.
    pub id: String,
    /// What it is for.
    pub name: String,
    /// True where it may change things.
    pub writes: bool,
    /// When it ends, epoch seconds.
    pub expires: i64,
    /// When it was last used.
    pub used: Option<i64>,
}

/// What an administrator gives a new account.
#[derive(Clone, Debug, Default)]
pub struct NewAccount {
    /// What one logs in with.
    pub login: String,
    /// Id of the person in the roster.
    pub person: Option<String>,
    /// Sets the server up.
    pub administrator: bool,
    /// Of the works council.
    pub council: bool,
    /// Human resources of this team and all under it; `*` is everybody.
    pub scope: Option<String>,
}

fn login_of(text: &str) -> Result<String, Refused> {
    let login = text.trim().to_lowercase();
    let plain = login.chars().all(|c| !c.is_whitespace() && !c.is_control());
    if login.is_empty() || login.len() > 200 || !plain || !login.contains('@') {
        return Err(Refused::field("login", "give an e-mail address"));
    }
    Ok(login)
}

impl Server {
    /// Sets the organisation up with its administrator, who is logged in. Once.
    ///
    /// # Errors
    /// [`Refused::NotThere`] where that was done already; [`Refused::Field`].
    pub fn set_up(
        &self,
        moment: &Moment,
        name: &str,
        zone: &str,
        login: &str,
        password: &str,
        agent: &str,
    ) -> Result<String, Refused> {
        if self.organisation()?.is_some() {
            return Err(Refused::NotThere);
        }
        let name = name.trim();
        if name.is_empty() || name.chars().count() > 200 {
            return Err(Refused::field("organisation", "give its name, of 200 characters at most"));
        }
        if jiff::tz::TimeZone::get(zone).is_err() {
            return Err(Refused::field("zone", "give an IANA name such as Europe/Berlin"));
        }
        let login = login_of(login)?;
        let password = self.hashing.hash(password, &login, &moment.dice)?;
        let now = moment.seconds();
        let own = Account {
            id: moment.dice.id(),
            login,
            person: None,
            password: Some(password),
            administrator: true,
            council: false,
            scope: None,
            measured: true,
            created: now,
            welcomed: None,
            deactivated: None,
        };
        let done = self.db.write(|tx| {
            if organisation::get(tx, ORG)?.is_some() {
                return Ok(false);
            }
            organisation::found(tx, ORG, name, zone, now)?;
            account::add(tx, ORG, &own)?;
            Ok(true)
        })?;
        if !done {
            return Err(Refused::NotThere);
        }
        self.begin(moment, &own.id, agent)
    }

    fn begin(&self, moment: &Moment, account: &str, agent: &str) -> Result<String, Refused> {
        let secret = moment.dice.secret();
        let now = moment.seconds();
        let own = Session {
            token: sum_of(&secret),
            account: account.to_owned(),
            agent: agent_in_words(agent),
            created: now,
            seen: now,
            proven: now,
        };
        self.db.write(|tx| session::begin(tx, ORG, &own))?;
        Ok(secret)
    }

    /// Logs in: the secret of a new session.
    ///
    /// # Errors
    /// [`Refused::WrongPassword`] also for a login nobody has, one without a password, and a closed one;
    /// [`Refused::Wait`].
    pub fn log_in(
        &self,
        moment: &Moment,
        login: &str,
        password: &str,
        address: &str,
        agent: &str,
    ) -> Result<String, Refused> {
        let login = login.trim().to_lowercase();
        let now = moment.seconds();
        self.tries.allow(&login, address, now)?;
        let found = self.db.read(|tx| account::by_login(tx, ORG, &login))?;
        let hash = found.as_ref().and_then(|account| account.password.as_deref());
        let right = self.hashing.verify(password, hash)?;
        let may = found.filter(|account| right && account.deactivated.is_none());
        let Some(own) = may.filter(|own| self.is_in(own, moment).unwrap_or(false)) else {
            self.tries.failed(&login, address, now);
            return Err(Refused::WrongPassword);
        };
        self.tries.succeeded(&login);
        self.begin(moment, &own.id, agent)
    }

    /// Whether an account may be used today: its person is here, or it is of no person.
    fn is_in(&self, own: &Account, moment: &Moment) -> Result<bool, Refused> {
        let Some(person) = own.person.as_deref().filter(|_| !own.administrator) else { return Ok(true) };
        let opened = self.opened()?;
        let view = opened.view(At::day(self.today(moment)?));
        Ok(view.person(person).is_some_and(|person| view.people[person].here))
    }

    /// Who calls with the secret of a session; nobody where it does not hold (any more).
    pub fn by_session(&self, moment: &Moment, secret: &str) -> Result<Caller, Refused> {
        let (sum, now) = (sum_of(secret), moment.seconds());
        let nobody = self.nobody(moment)?;
        let found = self.db.read(|tx| {
            let Some(own) = session::get(tx, ORG, &sum)? else { return Ok(None) };
            Ok(account::get(tx, ORG, &own.account)?.map(|account| (own, account)))
        })?;
        let Some((own, account)) = found else { return Ok(nobody) };
        let over = own.seen + IDLE < now || own.created + LONGEST < now;
        if over || account.deactivated.is_some() || !self.is_in(&account, moment)? {
            return Ok(nobody);
        }
        if own.seen + 60 < now {
            self.db.write(|tx| session::touch(tx, ORG, &sum, now))?;
        }
        Ok(Caller { account: Some(account), session: Some(own), ..nobody })
    }

    /// Who calls with an API token; nobody where it does not hold.
    pub fn by_token(&self, moment: &Moment, secret: &str) -> Result<Caller, Refused> {
        let (sum, now) = (sum_of(secret), moment.seconds());
        let nobody = Caller { way: Way::Api, ..self.nobody(moment)? };
        let found = self.db.read(|tx| {
            let Some(own) = token::get(tx, ORG, &sum, now)? else { return Ok(None) };
            Ok(account::get(tx, ORG, &own.account)?.map(|account| (own, account)))
        })?;
        let Some((own, account)) = found else { return Ok(nobody) };
        if account.deactivated.is_some() || !self.is_in(&account, moment)? {
            return Ok(nobody);
        }
        if own.used.is_none_or(|used| used + 60 < now) {
            self.db.write(|tx| token::touch(tx, ORG, &own.id, now))?;
        }
        Ok(Caller { account: Some(account), token: Some(own), ..nobody })
    }

    /// Nobody who is logged in.
    pub fn nobody(&self, moment: &Moment) -> Result<Caller, Refused> {
        Ok(Caller { open_framework: self.switch("open-framework", moment)?, ..Caller::default() })
    }

    /// Ends the caller's session.
    pub fn log_out(&self, caller: &Caller) -> Result<(), Refused> {
        if let Some(own) = &caller.session {
            self.db.write(|tx| session::end(tx, ORG, &own.token))?;
        }
        Ok(())
    }

    /// Takes the password again, for what needs it.
    ///
    /// # Errors
    /// [`Refused::WrongPassword`], [`Refused::Wait`], [`Refused::LogIn`].
    pub fn prove(&self, caller: &Caller, moment: &Moment, password: &str, address: &str) -> Result<(), Refused> {
        let (Some(own), Some(session)) = (&caller.account, &caller.session) else { return Err(Refused::LogIn) };
        let now = moment.seconds();
        self.tries.allow(&own.login, address, now)?;
        if !self.hashing.verify(password, own.password.as_deref())? {
            self.tries.failed(&own.login, address, now);
            return Err(Refused::WrongPassword);
        }
        self.tries.succeeded(&own.login);
        Ok(self.db.write(|tx| session::prove(tx, ORG, &session.token, now))?)
    }

    /// That the password was given lately.
    ///
    /// # Errors
    /// [`Refused::Prove`] where it was not; a token never proves anything.
    pub fn proven(&self, caller: &Caller, moment: &Moment) -> Result<(), Refused> {
        let lately = caller.session.as_ref().is_some_and(|own| own.proven + PROVEN >= moment.seconds());
        if lately { Ok(()) } else { Err(Refused::Prove) }
    }

    /// Changes the caller's password and ends their other sessions.
    ///
    /// # Errors
    /// [`Refused::Prove`], [`Refused::Field`].
    pub fn change_password(&self, caller: &Caller, moment: &Moment, password: &str) -> Result<(), Refused> {
        self.proven(caller, moment)?;
        let (Some(own), Some(session)) = (&caller.account, &caller.session) else { return Err(Refused::LogIn) };
        let hash = self.hashing.hash(password, &own.login, &moment.dice)?;
        self.db.write(|tx| {
            account::set_password(tx, ORG, &own.id, &hash)?;
            session::end_others(tx, ORG, &own.id, &session.token)
        })?;
        self.note(
            caller,
            moment,
            Noted { act: "write", object: "password", subject: caller.person().unwrap_or(""), detail: "" },
        )
    }

    /// The caller's sessions, newest first.
    pub fn sessions(&self, caller: &Caller) -> Result<Vec<SessionLine>, Refused> {
        let own = caller.session.as_ref().map(|own| own.token);
        let line = |one: Session| SessionLine {
            id: session_id(&one),
            own: own == Some(one.token),
            agent: one.agent,
            created: one.created,
            seen: one.seen,
        };
        Ok(self.all_sessions(caller)?.into_iter().map(line).collect())
    }

    fn all_sessions(&self, caller: &Caller) -> Result<Vec<Session>, Refused> {
        let Some(own) = &caller.account else { return Err(Refused::LogIn) };
        Ok(self.db.read(|tx| session::of_account(tx, ORG, &own.id))?)
    }

    /// Ends one of the caller's sessions, by the first digits of its sum.
    pub fn end_session(&self, caller: &Caller, id: &str) -> Result<(), Refused> {
        let ended =
            self.all_sessions(caller)?.into_iter().find(|own| session_id(own) == id).ok_or(Refused::NotThere)?;
        Ok(self.db.write(|tx| session::end(tx, ORG, &ended.token))?)
    }

    /// The caller's API tokens.
    pub fn tokens(&self, caller: &Caller) -> Result<Vec<TokenLine>, Refused> {
        let Some(own) = &caller.account else { return Err(Refused::LogIn) };
        let all = self.db.read(|tx| token::of_account(tx, ORG, &own.id))?;
        let line = |one: Token| TokenLine {
            id: one.id,
            name: one.name,
            writes: one.writes,
            expires: one.expires,
            used: one.used,
        };
        Ok(all.into_iter().map(line).collect())
    }

    /// Makes an API token; its secret is shown once.
    ///
    /// # Errors
    /// [`Refused::Prove`]; [`Refused::Field`] for a name or days that do not do.
    pub fn make_token(
        &self,
        caller: &Caller,
        moment: &Moment,
        name: &str,
        writes: bool,
        days: i64,
    ) -> Result<String, Refused> {
        self.proven(caller, moment)?;
        let Some(own) = &caller.account else { return Err(Refused::LogIn) };
        if name.trim().is_empty() || name.chars().count() > 100 {
            return Err(Refused::field("name", "say what it is for, in 100 characters at most"));
        }
        if !(1..=365).contains(&days) {
            return Err(Refused::field("days", "give 1 to 365 days"));
        }
        let secret = format!("rung_{}", moment.dice.secret());
        let now = moment.seconds();
        let one = Token {
            id: moment.dice.id(),
            token: sum_of(&secret),
            account: own.id.clone(),
            name: name.trim().to_owned(),
            writes,
            made: now,
            expires: now + days * 86_400,
            used: None,
        };
        self.db.write(|tx| token::add(tx, ORG, &one))?;
        self.note(
            caller,
            moment,
            Noted { act: "write", object: "token", subject: caller.person().unwrap_or(""), detail: &one.name },
        )?;
        Ok(secret)
    }

    /// Ends one of the caller's tokens.
    pub fn end_token(&self, caller: &Caller, id: &str) -> Result<(), Refused> {
        let Some(own) = &caller.account else { return Err(Refused::LogIn) };
        if self.db.write(|tx| token::end(tx, ORG, &own.id, id))? { Ok(()) } else { Err(Refused::NotThere) }
    }

    /// Notes that the caller read what is held and who sees it.
    pub fn welcome(&self, caller: &Caller, moment: &Moment) -> Result<(), Refused> {
        let Some(own) = &caller.account else { return Err(Refused::LogIn) };
        Ok(self.db.write(|tx| account::welcome(tx, ORG, &own.id, moment.seconds()))?)
    }

    /// That the caller is an administrator.
    pub(crate) fn administers(&self, caller: &Caller) -> Result<(), Refused> {
        match &caller.account {
            Some(own) if own.administrator => Ok(()),
            Some(_) => Err(Refused::NotThere),
            None => Err(Refused::LogIn),
        }
    }

    /// Every account, for an administrator.
    pub fn accounts(&self, caller: &Caller, moment: &Moment) -> Result<Vec<AccountLine>, Refused> {
        self.administers(caller)?;
        let (all, open) =
            self.db.read(|tx| Ok((account::all(tx, ORG)?, invitation::open(tx, ORG, moment.seconds())?)))?;
        let opened = self.opened()?;
        let name = |id: &str| opened.roster.person(id).map_or_else(|| id.to_owned(), |own| own.name.clone());
        Ok(all
            .into_iter()
            .map(|own| AccountLine {
                name: own.person.as_deref().map(name),
                rights: rights(&own),
                invited: open.contains(&own.id),
                deactivated: own.deactivated.is_some(),
                id: own.id,
                login: own.login,
                person: own.person,
            })
            .collect())
    }

    /// Makes an account, and the secret of its invitation, which is shown once.
    ///
    /// # Errors
    /// [`Refused::NotThere`] for who is no administrator; [`Refused::Field`].
    pub fn invite(&self, caller: &Caller, moment: &Moment, new: &NewAccount) -> Result<String, Refused> {
        self.administers(caller)?;
        let opened = self.opened()?;
        let view = opened.view(At::day(self.today(moment)?));
        if let Some(person) = &new.person
            && view.person(person).is_none()
        {
            return Err(Refused::field("person", "nobody of the roster has this id"));
        }
        if let Some(scope) = new.scope.as_deref().filter(|scope| *scope != "*")
            && view.team(scope).is_none()
        {
            return Err(Refused::field("scope", "there is no such team; `*` is everybody"));
        }
        let now = moment.seconds();
        let own = Account {
            id: moment.dice.id(),
            login: login_of(&new.login)?,
            person: new.person.clone(),
            password: None,
            administrator: new.administrator,
            council: new.council,
            scope: new.scope.clone(),
            measured: true,
            created: now,
            welcomed: None,
            deactivated: None,
        };
        let secret = moment.dice.secret();
        let line = Entry {
            actor: caller.name(),
            way: caller.way.id(),
            act: "write",
            object: "account",
            subject: own.person.as_deref().unwrap_or(""),
            detail: &own.login,
        };
        let taken = self.db.write(|tx| {
            if let Some(person) = &own.person
                && account::of_person(tx, ORG, person)?.is_some()
            {
                return Ok(true);
            }
            account::add(tx, ORG, &own)?;
            invitation::add(tx, ORG, &sum_of(&secret), &own.id, now, now + INVITED)?;
            rung_store::access::note(tx, ORG, &line, now)?;
            Ok(false)
        })?;
        if taken {
            return Err(Refused::field("person", "they have an account already"));
        }
        Ok(secret)
    }

    /// Makes a new invitation for an account that is there: for who forgot the password.
    pub fn invite_again(&self, caller: &Caller, moment: &Moment, id: &str) -> Result<String, Refused> {
        self.administers(caller)?;
        let secret = moment.dice.secret();
        let now = moment.seconds();
        let own = self.db.read(|tx| account::get(tx, ORG, id))?.ok_or(Refused::NotThere)?;
        self.db.write(|tx| invitation::add(tx, ORG, &sum_of(&secret), &own.id, now, now + INVITED))?;
        let subject = own.person.as_deref().unwrap_or("");
        self.note(caller, moment, Noted { act: "write", object: "invitation", subject, detail: &own.login })?;
        Ok(secret)
    }

    /// The login an invitation is for.
    ///
    /// # Errors
    /// [`Refused::NotThere`] where it does not hold (any more).
    pub fn invited(&self, moment: &Moment, secret: &str) -> Result<String, Refused> {
        let found = self.db.read(|tx| {
            let Some(id) = invitation::account(tx, ORG, &sum_of(secret), moment.seconds())? else { return Ok(None) };
            account::get(tx, ORG, &id)
        })?;
        found.filter(|own| own.deactivated.is_none()).map(|own| own.login).ok_or(Refused::NotThere)
    }

    /// Takes an invitation up with a first password, and logs in.
    pub fn accept(&self, moment: &Moment, secret: &str, password: &str, agent: &str) -> Result<String, Refused> {
        let login = self.invited(moment, secret)?;
        let hash = self.hashing.hash(password, &login, &moment.dice)?;
        let sum = sum_of(secret);
        let id = self.db.write(|tx| {
            let Some(id) = invitation::account(tx, ORG, &sum, moment.seconds())? else { return Ok(None) };
            account::set_password(tx, ORG, &id, &hash)?;
            invitation::take(tx, ORG, &sum)?;
            Ok(Some(id))
        })?;
        self.begin(moment, &id.ok_or(Refused::NotThere)?, agent)
    }

    /// Closes an account, which ends its sessions at once, or opens it again.
    ///
    /// # Errors
    /// [`Refused::Field`] for one's own: a server needs an administrator.
    pub fn set_open(&self, caller: &Caller, moment: &Moment, id: &str, open: bool) -> Result<(), Refused> {
        self.administers(caller)?;
        if caller.name() == id {
            return Err(Refused::field("account", "one cannot close one's own account; another administrator can"));
        }
        let own = self.db.read(|tx| account::get(tx, ORG, id))?.ok_or(Refused::NotThere)?;
        self.db.write(|tx| account::set_deactivated(tx, ORG, id, (!open).then_some(moment.seconds())))?;
        let subject = own.person.as_deref().unwrap_or("");
        let detail = if open { "opened" } else { "closed" };
        self.note(caller, moment, Noted { act: "write", object: "account", subject, detail })
    }

    /// Names of accounts by id, for showing the access log: the person's name, else the login.
    pub fn names(&self) -> Result<std::collections::BTreeMap<String, String>, Refused> {
        let opened = self.opened()?;
        let all = self.db.read(|tx| account::all(tx, ORG))?;
        let name = |own: &Account| {
            let person = own.person.as_deref().and_then(|id| opened.roster.person(id));
            person.map_or_else(|| own.login.clone(), |person| person.name.clone())
        };
        Ok(all.iter().map(|own| (own.id.clone(), name(own))).collect())
    }

    /// What the caller is called: their name in the roster, else their login; empty for nobody.
    pub fn called(&self, caller: &Caller) -> Result<String, Refused> {
        let Some(account) = &caller.account else { return Ok(String::new()) };
        let Some(person) = &account.person else { return Ok(account.login.clone()) };
        let opened = self.opened()?;
        Ok(opened.roster.person(person).map_or_else(|| account.login.clone(), |own| own.name.clone()))
    }

    /// That the caller may see what belongs to the whole organisation in this regard.
    pub fn may_organisation(
        &self,
        caller: &Caller,
        moment: &Moment,
        verb: Verb,
        object: Object,
    ) -> Result<(), Refused> {
        let opened = self.opened()?;
        let view = opened.view(At::day(self.today(moment)?));
        allowed(caller, verb, object, About::Organisation, &view).map(drop)
    }
}

fn rights(own: &Account) -> Vec<String> {
    let mut all = Vec::new();
    if own.administrator {
        all.push("administrator".to_owned());
    }
    if own.council {
        all.push("works council".to_owned());
    }
    match own.scope.as_deref() {
        Some("*") => all.push("human resources of everybody".to_owned()),
        Some(team) => all.push(format!("human resources of {team}")),
        None => {}
    }
    all
}

/// What a session is called on its page: never its secret.
fn session_id(own: &Session) -> String {
    hex(&own.token[..6])
}
