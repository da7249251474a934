//! Whose time may be measured in personal mode (PRIVACY P20): one's own.

use rung_model::identity::key;

use crate::error::AppError;

/// Addresses known to be the user's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// From git's configuration.
    pub from_git: Vec<String>,
    /// Added deliberately with `rung config me add`.
    pub added: Vec<String>,
}

/// The addresses a report is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Me {
    /// All of them, as keys of accounts, without repeats.
    pub addresses: Vec<String>,
    /// Those that were added by hand: stamped on the report.
    pub added: Vec<String>,
}

impl Own {
    /// Everything known to be the user's, git first, as keys of accounts, without repeats.
    pub fn all(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for address in self.from_git.iter().chain(&self.added) {
            let address = as_key(address);
            if !all.contains(&address) {
                all.push(address);
            }
        }
        all
    }

    /// The addresses to measure: those named, or all of one's own where none is named.
    ///
    /// # Errors
    /// [`AppError::ForeignAddress`] for a named address that is not known to be the user's.
    pub fn choose(&self, named: &[String]) -> Result<Me, AppError> {
        let own = self.all();
        let mut addresses = Vec::new();
        for address in named {
            let address = as_key(address);
            if !own.contains(&address) {
                return Err(AppError::ForeignAddress { address, own });
            }
            if !addresses.contains(&address) {
                addresses.push(address);
            }
        }
        if addresses.is_empty() {
            addresses = own;
        }
        let in_git = |a: &String| self.from_git.iter().any(|g| g.eq_ignore_ascii_case(a));
        let added = addresses.iter().filter(|a| !in_git(a)).cloned().collect();
        Ok(Me { addresses, added })
    }
}

/// An address or account as accounts write it: the case of an id stays.
fn as_key(text: &str) -> String {
    key::normal(text).unwrap_or_else(|| text.trim().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> Own {
        Own { from_git: vec!["Ada@harbour.example".into()], added: vec!["ada@home.example".into()] }
    }

    #[test]
    fn p20_without_a_name_all_own_addresses_are_measured_and_added_ones_are_stamped() {
        let me = own().choose(&[]).unwrap();
        assert_eq!(me.addresses, ["ada@harbour.example", "ada@home.example"]);
        assert_eq!(me.added, ["ada@home.example"]);
    }

    #[test]
    fn p20_a_colleagues_address_is_refused() {
        let refused = own().choose(&["boris@harbour.example".into()]).unwrap_err();
        assert!(matches!(&refused, AppError::ForeignAddress { address, .. } if address == "boris@harbour.example"));
        assert!(refused.hints().iter().any(|h| h.contains("rung config me add boris@harbour.example")));
    }

    #[test]
    fn p20_one_of_ones_own_may_be_named_in_any_case() {
        assert_eq!(own().choose(&["ADA@Harbour.example".into()]).unwrap().addresses, ["ada@harbour.example"]);
    }
}
