package dev.curfew.analysis.escalation.aws.policy;

import dev.curfew.analysis.escalation.catalogue.AwsCatalogue;
import dev.curfew.analysis.escalation.catalogue.Launch;
import dev.curfew.analysis.escalation.catalogue.Method;
import dev.curfew.analysis.escalation.catalogue.Way;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The actions that ways ask about, numbered. What a policy says of others is never looked at.
public final class Actions {
    /// No action and no resource has this name, so that only a wildcard matches it.
    public static final String ANYTHING = "~any~";

    /// Whatever is done.
    public static final String ANY_ACTION = ANYTHING + ":" + ANYTHING;

    /// Whatever it is done to.
    public static final String ANY_RESOURCE = "arn:aws:" + ANYTHING + ":::" + ANYTHING;

    /// What no method names, and some need besides or are judged by.
    private static final List<String> BESIDES = List.of(
            ANY_ACTION,
            "sts:AssumeRole",
            "iam:AddRoleToInstanceProfile",
            "iam:CreateInstanceProfile",
            "iam:DeleteAccessKey",
            "iam:DeletePolicyVersion",
            "iam:DeleteRolePermissionsBoundary",
            "iam:DeleteUserPermissionsBoundary");

    private static final List<String> ALL = new ArrayList<>();
    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    static {
        add(BESIDES);
        for (Method<Way> method : AwsCatalogue.packaged()) {
            add(method.permissions());
            switch (method.way()) {
                case Way.PassRole way -> addAll(way.launches());
                case Way.StackSet way -> addAll(way.launches());
                case Way.UseExisting way -> {
                    addAll(way.launches());
                    add(way.roleNeeds());
                    add(way.target().actions());
                }
                case Way.OwnRights _, Way.Become _, Way.Raise _, Way.NewRole _ -> {}
            }
        }
    }

    private Actions() {}

    private static void addAll(List<Launch> launches) {
        launches.forEach(launch -> add(launch.actions()));
    }

    private static void add(List<String> actions) {
        for (String action : actions) {
            if (NUMBERS.putIfAbsent(action, ALL.size()) == null) {
                ALL.add(action.toLowerCase(Locale.ROOT));
            }
        }
    }

    /// In lower case, by number.
    static List<String> all() {
        return ALL;
    }

    /// @param action as AWS writes it
    static int number(String action) {
        Integer number = NUMBERS.get(action);
        if (number == null) {
            throw new IllegalArgumentException("nobody said that ways ask about " + action);
        }
        return number;
    }

    /// The set of these actions, by number.
    public static BitSet set(Collection<String> actions) {
        BitSet set = new BitSet();
        actions.forEach(action -> set.set(number(action)));
        return set;
    }
}
