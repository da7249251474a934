//! Who is not a person: bots, coding agents, and the web address of a forge.
//!
//! Names are compared without case. A name that is also a human first name counts only
//! together with an address of the agent's maker.

/// A coding agent and the marks it leaves.
struct Agent {
    /// Names nobody else bears; each matches alone or followed by a blank, `(`, `:`, `-` or `/`.
    names: &'static [&'static str],
    /// Names that count in an `Assisted-by` trailer, where no address tells them from people.
    short: &'static [&'static str],
    /// Whole addresses, or domains where they start with `@`; a part before `+` is ignored.
    addresses: &'static [&'static str],
}

/// Coding agents by the trailers and accounts they are known to use.
const AGENTS: &[Agent] = &[
    Agent {
        names: &["claude code", "claude opus", "claude sonnet", "claude haiku", "claude fable", "anthropic claude"],
        short: &["claude"],
        addresses: &["@anthropic.com", "claude[bot]@users.noreply.github.com"],
    },
    Agent {
        names: &["github copilot", "copilot", "copilot-swe-agent"],
        short: &["copilot"],
        addresses: &[
            "copilot@users.noreply.github.com",
            "copilot@github.com",
            "copilot-swe-agent[bot]@users.noreply.github.com",
        ],
    },
    Agent {
        names: &["openai codex", "chatgpt", "chatgpt-codex-connector", "codex cli", "gpt-4", "gpt-4o", "gpt-5"],
        short: &["codex", "gpt"],
        addresses: &["codex@openai.com", "noreply@openai.com"],
    },
    Agent { names: &["cursor agent", "cursoragent"], short: &["cursor"], addresses: &["cursoragent@cursor.com"] },
    Agent {
        names: &["devin ai", "devin-ai-integration", "devin-ai-integration[bot]"],
        short: &["devin"],
        addresses: &["devin-ai-integration[bot]@users.noreply.github.com", "@cognition.ai"],
    },
    Agent { names: &["aider"], short: &[], addresses: &["aider@aider.chat", "noreply@aider.chat"] },
    Agent {
        names: &[
            "google-labs-jules",
            "google-labs-jules[bot]",
            "gemini cli",
            "gemini-cli",
            "gemini code assist",
            "gemini-code-assist",
        ],
        short: &["gemini", "jules"],
        addresses: &["google-labs-jules[bot]@users.noreply.github.com", "gemini-cli-agent@google.com"],
    },
    Agent { names: &["amp agent"], short: &["amp"], addresses: &["amp@ampcode.com", "noreply@ampcode.com"] },
    Agent { names: &["openhands"], short: &[], addresses: &["openhands@all-hands.dev"] },
    Agent { names: &["opencode"], short: &[], addresses: &["noreply@opencode.ai"] },
    Agent { names: &["qwen-coder", "qwen code"], short: &["qwen"], addresses: &["qwen-coder@alibabacloud.com"] },
    Agent { names: &["windsurf", "codeium"], short: &["cascade"], addresses: &["@codeium.com"] },
    Agent { names: &["factory-droid", "factory-droid[bot]"], short: &["droid"], addresses: &["@factory.ai"] },
    Agent { names: &["roo code", "cline", "kilo code", "sweep ai", "sweep-ai"], short: &[], addresses: &[] },
    Agent { names: &["amazon q developer", "kiro agent"], short: &["kiro"], addresses: &[] },
    Agent { names: &["warp agent"], short: &["warp"], addresses: &["agent@warp.dev"] },
    Agent { names: &["junie"], short: &[], addresses: &["junie@jetbrains.com"] },
];

/// Accounts of automation by whole name; every name or address login ending in `[bot]` is one too.
const BOTS: &[&str] = &[
    "allcontributors",
    "bors",
    "bors-servo",
    "buildbot",
    "codecov-io",
    "coveralls",
    "depfu",
    "dependabot",
    "dependabot-preview",
    "dependabot support",
    "github action",
    "github actions",
    "github-actions",
    "gitlab bot",
    "gitlab ci",
    "greenkeeper",
    "greenkeeperio-bot",
    "homu",
    "imgbot",
    "jenkins",
    "k8s-ci-robot",
    "kubernetes prow robot",
    "mergify",
    "netlify cms",
    "nix-infra-bot",
    "openshift-merge-robot",
    "pre-commit-ci",
    "project bot",
    "pull bot",
    "pyup-bot",
    "pyup.io bot",
    "renovate",
    "renovate bot",
    "rust-bors",
    "rustbot",
    "semantic-release-bot",
    "snyk bot",
    "snyk-bot",
    "step-security-bot",
    "stickler-ci",
    "the gitter badger",
    "travis ci",
    "web-flow",
    "weblate",
    "whitesource-bolt-for-github",
];

/// Addresses forges commit with for somebody who pressed a button on a page.
const FORGES: &[&str] = &[
    "noreply@github.com",
    "merge-button@github.com",
    "noreply@gitlab.com",
    "noreply@gitea.com",
    "noreply@codeberg.org",
];

/// True for automation: on the list, or named `something[bot]`. `name` and `address` in lower case.
pub(super) fn is_bot(name: &str, address: &str) -> bool {
    name.ends_with("[bot]") || login(address).ends_with("[bot]") || BOTS.contains(&name)
}

/// True for the account of a coding agent. `name` and `address` in lower case.
pub(super) fn is_agent(name: &str, address: &str) -> bool {
    AGENTS.iter().any(|agent| {
        agent.names.iter().any(|known| starts_word(name, known))
            || agent.addresses.iter().any(|known| at(address, known))
    })
}

/// True where the text of an `Assisted-by` trailer without an address names an agent, or
/// anything at all: people are credited there with an address. `value` in lower case.
pub(super) fn names_agent(value: &str) -> bool {
    AGENTS.iter().any(|agent| agent.names.iter().chain(agent.short).any(|known| has_word(value, known)))
}

/// True for the address a forge commits with on its pages. `address` in lower case.
pub(super) fn is_forge(address: &str) -> bool {
    FORGES.contains(&address)
}

/// The login of an address: before the `@`, after the number a forge puts in front.
fn login(address: &str) -> &str {
    let local = address.split_once('@').map_or(address, |(local, _)| local);
    local.split_once('+').map_or(local, |(_, login)| login)
}

fn at(address: &str, known: &str) -> bool {
    if known.starts_with('@') {
        return address.ends_with(known);
    }
    address == known || address.split_once('+').is_some_and(|(_, rest)| rest == known)
}

fn starts_word(text: &str, known: &str) -> bool {
    text.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '(', ':', '-', '/', '[']))
}

fn has_word(text: &str, known: &str) -> bool {
    text.match_indices(known).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + known.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bots_by_suffix_and_list() {
        assert!(is_bot("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com"));
        assert!(is_bot("release", "1+release[bot]@users.noreply.github.com"));
        assert!(is_bot("github actions", "actions@x.example"));
        assert!(!is_bot("ada abbott", "ada@x.example"));
        assert!(!is_bot("botond example", "botond@x.example"));
    }

    #[test]
    fn agents_and_people_with_their_names() {
        assert!(is_agent("claude", "noreply@anthropic.com"));
        assert!(is_agent("claude opus 4.1", ""));
        assert!(is_agent("aider (some-model)", "a@x.example"));
        assert!(is_agent("copilot", "198982749+copilot@users.noreply.github.com"));
        assert!(!is_agent("claude example", "claude@x.example"));
        assert!(!is_agent("devin example", "devin@x.example"));
        assert!(!is_agent("juniernst", "j@x.example"));
    }

    #[test]
    fn names_in_assisted_by() {
        assert!(names_agent("claude:some-model [tools]"));
        assert!(names_agent("gpt-5"));
        assert!(!names_agent("clauderic example"));
    }
}
