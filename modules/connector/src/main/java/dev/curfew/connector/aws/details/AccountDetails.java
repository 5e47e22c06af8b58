package dev.curfew.connector.aws.details;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was read of an account's authorization details.
///
/// @param present the lists that were there at all; an empty list is there
/// @param unreadable the lists of which an item could not be read, with the first reason; the rest of the list was
/// @param partial whether the source itself says that this is not all
public record AccountDetails(
        List<UserDetail> users,
        List<Holder> groups,
        List<RoleDetail> roles,
        List<PolicyDetail> policies,
        Set<Section> present,
        Map<Section, String> unreadable,
        boolean partial) {
    public AccountDetails {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
        roles = List.copyOf(roles);
        policies = List.copyOf(policies);
        unreadable = Map.copyOf(unreadable);
        present = Collections.unmodifiableSet(
                present.isEmpty() ? EnumSet.noneOf(Section.class) : EnumSet.copyOf(present));
    }

    public int size(Section section) {
        return switch (section) {
            case USERS -> users.size();
            case GROUPS -> groups.size();
            case ROLES -> roles.size();
            case POLICIES -> policies.size();
        };
    }

    /// Collects the lists as they are read.
    public static final class Builder {
        private final List<UserDetail> users = new ArrayList<>();
        private final List<Holder> groups = new ArrayList<>();
        private final List<RoleDetail> roles = new ArrayList<>();
        private final List<PolicyDetail> policies = new ArrayList<>();
        private final Set<Section> present = EnumSet.noneOf(Section.class);
        private final Map<Section, String> unreadable = new EnumMap<>(Section.class);
        private boolean partial;

        public void user(UserDetail user) {
            users.add(user);
        }

        public void group(Holder group) {
            groups.add(group);
        }

        public void role(RoleDetail role) {
            roles.add(role);
        }

        public void policy(PolicyDetail policy) {
            policies.add(policy);
        }

        public void present(Section section) {
            present.add(section);
        }

        public void unreadable(Section section, String reason) {
            unreadable.putIfAbsent(section, reason);
        }

        public void markPartial() {
            partial = true;
        }

        public AccountDetails build() {
            return new AccountDetails(users, groups, roles, policies, present, unreadable, partial);
        }
    }
}
