//! Reading what lies at an address: the secret address of a calendar, and nothing else.
//!
//! Only `https:` (and `webcal:`, which means it), only addresses the whole world reaches: whoever names an address must not
//! make the server ask its own neighbours. Limited in size, time and redirections.

use std::{
    io::Read as _,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    time::Duration,
};

use ureq::{
    Agent,
    config::Config,
    http::Uri,
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::{DefaultConnector, NextTimeout},
    },
};

/// Largest answer, bytes.
const LARGEST: u64 = 32 << 20;
/// Longest wait.
const LONGEST: Duration = Duration::from_secs(30);

/// Why nothing was read.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// The address is none that may be read.
    #[error("the address is not one that may be read: {0}")]
    Address(&'static str),
    /// What lies there could not be read.
    #[error("what lies at the address could not be read: {0}")]
    Answer(String),
}

/// An address as it is asked for: `webcal:` is `https:`.
///
/// # Errors
/// [`FetchError::Address`] with what is wrong with it.
pub fn address(text: &str) -> Result<String, FetchError> {
    let text = text.trim();
    let secure = match text.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("webcal") => {
            format!("https://{rest}")
        }
        _ => return Err(FetchError::Address("give one that begins with https:// or webcal://")),
    };
    let uri: Uri = secure.parse().map_err(|_| FetchError::Address("it cannot be read as an address"))?;
    let authority = uri.authority().map(ToString::to_string).unwrap_or_default();
    if authority.contains('@') {
        return Err(FetchError::Address("it must hold no login"));
    }
    let host = uri.host().unwrap_or_default();
    match host.trim_matches(['[', ']']).parse::<IpAddr>() {
        Ok(ip) if !is_public(ip) => Err(FetchError::Address("it leads to this machine or its neighbours")),
        Err(_) if !host.contains('.') => Err(FetchError::Address("it names no host of the internet")),
        _ => Ok(secure),
    }
}

/// Reads what lies at an address.
///
/// # Errors
/// [`FetchError`], with what is wrong and never with the address, which is a secret.
pub fn fetch(text: &str) -> Result<Vec<u8>, FetchError> {
    let address = address(text)?;
    read(&agent(true), &address)
}

fn agent(https_only: bool) -> Agent {
    let config = Agent::config_builder()
        .https_only(https_only)
        .timeout_global(Some(LONGEST))
        .max_redirects(3)
        .proxy(None)
        .user_agent(concat!("rung/", env!("CARGO_PKG_VERSION")))
        .build();
    Agent::with_parts(config, DefaultConnector::default(), Public(DefaultResolver::default()))
}

fn read(agent: &Agent, address: &str) -> Result<Vec<u8>, FetchError> {
    let answer = |error: ureq::Error| FetchError::Answer(without_address(&error.to_string(), address));
    let response = agent.get(address).header("accept", "text/calendar, */*;q=0.1").call().map_err(answer)?;
    let mut bytes = Vec::new();
    let mut body = response.into_body().into_reader().take(LARGEST + 1);
    body.read_to_end(&mut bytes).map_err(|error| FetchError::Answer(error.to_string()))?;
    if bytes.len() as u64 > LARGEST {
        return Err(FetchError::Answer("it is larger than 32 MiB".to_owned()));
    }
    Ok(bytes)
}

fn without_address(said: &str, address: &str) -> String {
    let host = address.split("://").nth(1).unwrap_or_default().split('/').next().unwrap_or_default();
    said.replace(address, "the address").replace(host, "the host")
}

/// Resolves names, and forgets addresses that only this machine or its neighbours reach.
#[derive(Debug)]
struct Public(DefaultResolver);

impl Resolver for Public {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let all = self.0.resolve(uri, config, timeout)?;
        let mut public = self.empty();
        all.iter().filter(|address| is_public(address.ip())).for_each(|address| public.push(*address));
        if public.is_empty() { Err(ureq::Error::HostNotFound) } else { Ok(public) }
    }
}

/// Whether the whole world reaches an address.
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => ip.to_ipv4_mapped().map_or_else(|| is_public_v6(ip), is_public_v4),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let protocol = a == 192 && b == 0 && c == 0;
    let measuring = a == 198 && (18..20).contains(&b);
    !(ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_broadcast()
        || ip.is_documentation()
        || ip.is_multicast()
        || a == 0
        || a >= 240
        || shared
        || protocol
        || measuring)
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, ..] = ip.segments();
    // Only what is given out to the world (2000::/3), without documentation, and without what carries other addresses.
    let global = a & 0xe000 == 0x2000;
    let documentation = a == 0x2001 && b == 0x0db8;
    let carries = a == 0x2002 || a == 0x2001 && b < 0x0200;
    global && !documentation && !carries
}

#[cfg(test)]
mod tests {
    use std::{io::Write, net::TcpListener};

    use super::*;

    #[test]
    fn only_addresses_of_the_whole_world_are_asked() {
        for good in ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "8.8.8.8"] {
            assert!(is_public(good.parse().unwrap()), "{good}");
        }
        let bad = [
            "127.0.0.1",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2001::1",
            "ff02::1",
            "64:ff9b::7f00:1",
        ];
        for bad in bad {
            assert!(!is_public(bad.parse().unwrap()), "{bad}");
        }
    }

    #[test]
    fn an_address_is_read_as_it_is_meant_and_others_are_refused_with_why() {
        assert_eq!(address(" webcal://cal.example.org/a.ics ").unwrap(), "https://cal.example.org/a.ics");
        assert_eq!(address("HTTPS://cal.example.org/a").unwrap(), "https://cal.example.org/a");
        for bad in [
            "http://cal.example.org/a.ics",
            "file:///etc/passwd",
            "cal.example.org",
            "https://localhost/a",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://user:word@cal.example.org/",
            "https://169.254.169.254/latest",
            "ftp://a.example/",
            "",
        ] {
            assert!(matches!(address(bad), Err(FetchError::Address(_))), "{bad}");
        }
    }

    #[test]
    fn a_name_that_leads_to_this_machine_is_not_found() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://localhost:{}/own.ics", listener.local_addr().unwrap().port());
        let refused = read(&agent(false), &address).unwrap_err();
        assert!(refused.to_string().contains("could not be read"), "{refused}");
        assert!(!refused.to_string().contains("own.ics"), "the address is a secret");
    }

    #[test]
    fn what_is_read_is_what_lies_there() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut asked = [0; 1024];
            let read = stream.read(&mut asked).unwrap();
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\nconnection: close\r\n\r\nhello").unwrap();
            String::from_utf8_lossy(&asked[..read]).into_owned()
        });
        // The same without the rule on addresses, which would refuse a server of this test.
        let agent: Agent = Agent::config_builder().timeout_global(Some(LONGEST)).build().into();
        assert_eq!(read(&agent, &format!("http://127.0.0.1:{port}/own.ics")).unwrap(), b"hello");
        assert!(server.join().unwrap().starts_with("GET /own.ics HTTP/1.1"));
    }
}
