package dev.curfew.analysis.escalation.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The kinds of way through AWS IAM, each with its prerequisites.
public sealed interface Way {
    String PASS_ROLE = "iam:PassRole";

    /// One's own rights are widened.
    ///
    /// @param of `user`, `role`, `group` or `policy`: what is changed
    record OwnRights(Change change, String of) implements Way {}

    /// Somebody else's place is taken, who is an administrator or can become one.
    record Become(Entry entry) implements Way {}

    /// Somebody else's rights are widened, then the place is taken.
    record Raise(Change change, Entry entry) implements Way {}

    /// A new role is made that lets its maker in, and given everything.
    ///
    /// @param change how it is given everything
    record NewRole(Change change) implements Way {}

    /// A role is handed to a service, which acts as it.
    ///
    /// @param services as trust policies name them; any of them
    /// @param instanceProfile whether the role has to be in one
    /// @param existing what is changed, where nothing new is made
    /// @param cluster whether an ECS cluster has to exist, in which something new is started
    record PassRole(
            List<String> services,
            boolean instanceProfile,
            List<Launch> launches,
            @Nullable Target existing,
            boolean cluster)
            implements Way {
        public PassRole {
            services = List.copyOf(services);
            launches = List.copyOf(launches);
        }
    }

    /// Something that runs as a role is made to act for somebody else.
    ///
    /// @param services what the role trusts where nobody says what exists
    /// @param instanceProfile whether the role has to be in one then
    /// @param roleNeeds actions without which the role's machine cannot be reached this way
    record UseExisting(
            Target target,
            List<String> services,
            boolean instanceProfile,
            List<Launch> launches,
            List<String> roleNeeds)
            implements Way {
        public UseExisting {
            services = List.copyOf(services);
            launches = List.copyOf(launches);
            roleNeeds = List.copyOf(roleNeeds);
        }
    }

    /// One role is handed to the service, and may assume another, as which the work is done.
    record StackSet(
            List<String> services,
            List<Launch> launches,
            @Nullable Target existing) implements Way {
        public StackSet {
            services = List.copyOf(services);
            launches = List.copyOf(launches);
        }
    }

    /// The actions without which nobody goes this way; a role is assumed without, by who is named in its trust policy.
    default Set<String> actions(List<String> permissions) {
        Set<String> actions = new LinkedHashSet<>(permissions);
        actions.remove("sts:AssumeRole");
        return actions;
    }
}
