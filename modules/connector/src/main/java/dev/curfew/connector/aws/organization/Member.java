package dev.curfew.connector.aws.organization;

import java.util.List;

/// An account of an organization.
///
/// @param arn of the resource that stands for it: `arn:aws:iam::111122223333:root`
/// @param status as AWS has it: `ACTIVE`, `SUSPENDED`
/// @param path ids of the root, of each unit below it, and of the account
record Member(String arn, String id, String name, String status, List<String> path) {
    Member {
        path = List.copyOf(path);
    }
}
