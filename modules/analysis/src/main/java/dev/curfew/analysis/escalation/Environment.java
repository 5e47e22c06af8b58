package dev.curfew.analysis.escalation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What exists in an AWS account besides its identities, as far as somebody says. What is not said is not known.
///
/// @param resources what runs as a role, all of it; empty: not said
/// @param clusters ARNs of the ECS clusters that take tasks, all of them; empty: not said
/// @param accessKeys how many each user has, by user name
/// @param passwords whether each user has a console password, by user name
public record Environment(
        Optional<List<Existing>> resources,
        Optional<List<String>> clusters,
        Map<String, Integer> accessKeys,
        Map<String, Boolean> passwords) {

    /// Nothing is said.
    public static final Environment UNKNOWN = new Environment(Optional.empty(), Optional.empty(), Map.of(), Map.of());

    public Environment {
        resources = resources.map(List::copyOf);
        clusters = clusters.map(List::copyOf);
        accessKeys = Map.copyOf(accessKeys);
        passwords = Map.copyOf(passwords);
    }

    /// Something that is there, and in use: a function that gets called, an instance that can be reached.
    ///
    /// @param role the ARN of the role, or of the instance profile, that it runs as; empty: not said, or none
    public record Existing(String arn, String role) {}
}
