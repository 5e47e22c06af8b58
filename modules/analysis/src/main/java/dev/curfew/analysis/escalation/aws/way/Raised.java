package dev.curfew.analysis.escalation.aws.way;

import dev.curfew.analysis.escalation.aws.account.Account;
import dev.curfew.analysis.escalation.aws.account.Administration;
import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.analysis.escalation.aws.policy.KnownPolicies;
import dev.curfew.analysis.escalation.aws.policy.ManagedPolicy;
import dev.curfew.analysis.escalation.aws.zone.Names;
import dev.curfew.analysis.escalation.aws.zone.Population;
import dev.curfew.analysis.escalation.aws.zone.Powers;
import dev.curfew.analysis.escalation.aws.zone.Zone;
import dev.curfew.analysis.escalation.catalogue.Entry;
import dev.curfew.analysis.escalation.catalogue.Way.Raise;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whose rights somebody can widen so that they make an administrator.
public final class Raised {
    private final Changes changes;
    private final Population population;
    private final List<ManagedPolicy> policies;
    private final Names policyArns;
    private final BitSet notFull = new BitSet();
    private final IdentityHashMap<IndexedPolicy, Zone> withPolicy = new IdentityHashMap<>();
    private final Map<Rewriting, Zone> oddly = new HashMap<>();
    private @Nullable Holders holders;

    /// @param may the policies of which new versions can be written
    /// @param odd the odd holders of these whose place can be taken
    private record Rewriting(Zone may, BitSet odd) {}

    public Raised(Changes changes, Account account, Population population) {
        this.changes = changes;
        this.population = population;
        this.policies =
                account.policies().stream().filter(ManagedPolicy::isCustomers).toList();
        this.policyArns = new Names(policies.stream().map(ManagedPolicy::arn).toList());
        for (int i = 0; i < policies.size(); i++) {
            notFull.set(i, !policies.get(i).isFull());
        }
    }

    /// @param entered those whose place can be taken
    Zone zone(Powers powers, Raise way, Zone entered) {
        boolean user = way.entry() == Entry.ACCESS_KEY;
        Zone changeable = entered.within(user ? population.users() : population.changeableRoles());
        return switch (way.change()) {
            case PUT ->
                changeable
                        .and(powers.on(user ? "iam:PutUserPolicy" : "iam:PutRolePolicy"))
                        .and(with(KnownPolicies.EVERYTHING));
            case ATTACH -> changeable.and(attached(powers, user ? "iam:AttachUserPolicy" : "iam:AttachRolePolicy"));
            case NEW_VERSION -> changeable.and(newVersion(powers, changeable));
            case OTHER_VERSION, JOIN -> throw new IllegalArgumentException("raises nobody: " + way.change());
        };
    }

    private Zone attached(Powers powers, String action) {
        Zone found = attached(powers, action, Changes.administrator(powers.actor()), KnownPolicies.EVERYTHING);
        if (powers.dependsOn(action, "iam:policyarn")) {
            for (ManagedPolicy policy : changes.attachable(powers.actor())) {
                IndexedPolicy says = policy.policy();
                found = says == null ? found : found.or(attached(powers, action, policy.arn(), says));
            }
        }
        return found;
    }

    private Zone attached(Powers powers, String action, String arn, IndexedPolicy says) {
        Zone may = powers.on(action, Map.of("iam:PolicyARN", List.of(arn)));
        return may.isEmpty() ? may : may.and(with(says));
    }

    /// Those whom the policy would make administrators.
    private Zone with(IndexedPolicy policy) {
        return withPolicy.computeIfAbsent(
                policy,
                it -> population.those(
                        population.changeable(),
                        holder -> Administration.after(holder, holder.rights().with(it))
                                .verdict()
                                .level()));
    }

    private Zone newVersion(Powers powers, Zone entered) {
        Zone may = powers.on("iam:CreatePolicyVersion", policyArns)
                .and(Zone.of(notFull).or(powers.on("iam:DeletePolicyVersion", policyArns)));
        if (may.isEmpty()) {
            return may;
        }
        Holders holding = holders();
        Zone through = new Zone(holding.plain(may.certain()), holding.plain(may.any()));
        BitSet odd = (BitSet) holding.odd(may.any()).clone();
        odd.and(entered.any());
        return through.or(oddly.computeIfAbsent(
                new Rewriting(may, odd),
                it -> population.those(it.odd(), holder -> holding.newVersions(population.number(holder), it.may()))));
    }

    private Holders holders() {
        Holders known = holders;
        if (known == null) {
            known = new Holders(population, policies);
            holders = known;
        }
        return known;
    }
}
