package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.analysis.escalation.aws.policy.ManagedPolicy;
import java.util.List;

/// What was read of AWS: of one account, or of several.
///
/// @param actors users, roles and groups, by ARN
/// @param policies managed ones, attached or not, by ARN
public record Account(List<Actor> actors, List<ManagedPolicy> policies) {
    public Account {
        actors = List.copyOf(actors);
        policies = List.copyOf(policies);
    }

    public List<Actor> groups() {
        return actors.stream().filter(Actor::isGroup).toList();
    }
}
