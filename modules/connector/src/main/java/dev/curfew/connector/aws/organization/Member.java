package dev.curfew.connector.aws.organization;

import java.util.List;

/// An account of an organization.
///
/// @param arn of the resource that stands for it: `arn:aws:iam::111122223333:root`
/// @param status as AWS has it: `ACTIVE`, `SUSPENDED`
/// @param organization its id
/// @param path ids of the root, of each unit below it, and of the account
record Member(String arn, String id, String name, String status, String organization, List<String> path) {
    Member {
        path = List.copyOf(path);
    }

    /// The way to its unit as `aws:PrincipalOrgPaths` has it.
    ///
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-view-data-orgs.html#access_policies_access-advisor-viewing-orgs-entity-path>
    String unit() {
        return organization + "/" + String.join("/", path.subList(0, path.size() - 1)) + "/";
    }
}
