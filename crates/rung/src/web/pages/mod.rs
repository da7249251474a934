//! A page, a function: asks the server, hands the answer to a view.

pub(super) mod account;
pub(super) mod admin;
pub(super) mod door;
pub(super) mod me;
pub(super) mod organisation;
pub(super) mod own;
pub(super) mod roles;
pub(super) mod shared;
pub(super) mod teams;

use rung_app::server::Refused;

/// Where a form may lead to: a path of this server, and nothing that only looks like one.
fn own_path(to: &str) -> String {
    let path = to.split('?').next().unwrap_or_default();
    let plain = to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\r', '\n']) && !path.contains(':');
    if plain { to.to_owned() } else { "/".to_owned() }
}

/// What stands above a form that was not taken: its words, and nothing for what no form can mend.
fn said(refused: Refused) -> Result<String, Refused> {
    match refused {
        Refused::Field { .. } | Refused::WrongPassword | Refused::Wait { .. } | Refused::Meanwhile => {
            Ok(format!("{refused}."))
        }
        Refused::App(error) if !matches!(error, rung_app::error::AppError::NoSuch { .. }) => {
            let hints = error.hints();
            Ok(std::iter::once(error.to_string()).chain(hints).collect::<Vec<_>>().join(". "))
        }
        Refused::Problems(problems) => {
            Ok(problems.iter().take(20).map(ToString::to_string).collect::<Vec<_>>().join(" · "))
        }
        other => Err(other),
    }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn a_form_leads_nowhere_but_to_this_server() {
        for bad in
            ["", "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nb: c"]
        {
            assert_eq!(own_path(bad), "/", "{bad}");
        }
        assert_eq!(own_path("/me/day/2026-11-12"), "/me/day/2026-11-12");
    }
}
