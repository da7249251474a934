//! The kinds of deliveries GitHub sends.

/// Deliveries that show work of a person.
pub(super) const USED: [&str; 15] = [
    "commit_comment",
    "deployment",
    "discussion",
    "discussion_comment",
    "gollum",
    "issue_comment",
    "issues",
    "pull_request",
    "pull_request_comment",
    "pull_request_review",
    "pull_request_review_comment",
    "pull_request_review_thread",
    "push",
    "release",
    "wiki",
];

/// Deliveries that are understood and say nothing about time spent on work.
const OTHERS: [&str; 62] = [
    "branch_protection_configuration",
    "branch_protection_rule",
    "check_run",
    "check_suite",
    "code_scanning_alert",
    "create",
    "custom_property",
    "custom_property_values",
    "delete",
    "dependabot_alert",
    "deploy_key",
    "deployment_protection_rule",
    "deployment_review",
    "deployment_status",
    "fork",
    "github_app_authorization",
    "installation",
    "installation_repositories",
    "installation_target",
    "issue_dependencies",
    "label",
    "marketplace_purchase",
    "member",
    "membership",
    "merge_group",
    "meta",
    "milestone",
    "org_block",
    "organization",
    "package",
    "page_build",
    "personal_access_token_request",
    "ping",
    "project",
    "project_card",
    "project_column",
    "projects_v2",
    "projects_v2_item",
    "projects_v2_status_update",
    "public",
    "registry_package",
    "repository",
    "repository_advisory",
    "repository_dispatch",
    "repository_import",
    "repository_ruleset",
    "repository_vulnerability_alert",
    "secret_scanning_alert",
    "secret_scanning_alert_location",
    "secret_scanning_scan",
    "security_advisory",
    "security_and_analysis",
    "sponsorship",
    "star",
    "status",
    "sub_issues",
    "team",
    "team_add",
    "watch",
    "workflow_dispatch",
    "workflow_job",
    "workflow_run",
];

/// True for the name of a delivery.
pub(super) fn is_event(name: &str) -> bool {
    USED.contains(&name) || OTHERS.contains(&name)
}

/// The name of a delivery, also where a feed of events writes it as `PullRequestReviewEvent`, or Gitea with an answer
/// at its end: `pull_request_review_approved`.
pub(super) fn of_events(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 4);
    for (at, letter) in name.trim().trim_end_matches("Event").chars().enumerate() {
        if letter.is_uppercase() && at > 0 {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    let spelled = match snake.as_str() {
        "pull_request_review_approved"
        | "pull_request_review_rejected"
        | "pull_request_approved"
        | "pull_request_rejected" => "pull_request_review",
        "pull_request_review_comment" => "pull_request_review_comment",
        "pull_request_comment" => "issue_comment",
        "pull_request_assign" | "pull_request_label" | "pull_request_milestone" | "pull_request_sync" => "pull_request",
        "issue_assign" | "issue_label" | "issue_milestone" | "issue" => "issues",
        "wiki" => "gollum",
        known => known,
    };
    spelled.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_feeds_and_of_gitea_are_those_of_deliveries() {
        assert_eq!(of_events("PullRequestReviewEvent"), "pull_request_review");
        assert_eq!(of_events("pull_request_review_approved"), "pull_request_review");
        assert_eq!(of_events("IssuesEvent"), "issues");
        assert_eq!(of_events("push"), "push");
        assert!(OTHERS.is_sorted() && USED.is_sorted());
    }
}
