package dev.curfew.analysis.finding;

import dev.curfew.analysis.inventory.Inventory;
import dev.curfew.analysis.kind.Kinds;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The rules over one identity: whose it is, whether it is in use, what its tags promise.
final class IdentityRules {
    static final Set<Rule> FOUND = Set.of(
            Rule.AGENT_UNBOUND,
            Rule.ORPHAN,
            Rule.REUSED,
            Rule.STALE,
            Rule.BREAK_GLASS_UNTESTED,
            Rule.STANDING_EXCEPTION);

    private static final Kinds KINDS = Kinds.packaged();

    /// An agent with more tools than these is one nobody has thought about.
    private static final int TOOLS_MAX = 4;

    /// How the tags begin by which connectors say as whom somebody logs in where.
    private static final String LOGIN = "alias:";

    private final SnapshotIndex index;
    private final Inventory inventory;
    private final UnrunRules unrun;
    private final Instant now;
    private final FindingLimits limits;

    IdentityRules(SnapshotIndex index, Instant now, FindingLimits limits) {
        this.index = index;
        this.inventory = new Inventory(index);
        this.unrun = new UnrunRules(index, now);
        this.now = now;
        this.limits = limits;
    }

    List<Finding> look(Identity identity) {
        List<Finding> found = new ArrayList<>();
        if (!KINDS.isCollective(identity.kind()) && !KINDS.isProvidersOwn(identity)) {
            orphan(identity, found);
            stale(identity, found);
            agent(identity, found);
            logins(identity, found);
        }
        new PromiseRules(identity, now, limits).look(found);
        return found;
    }

    private static void orphan(Identity identity, List<Finding> found) {
        switch (identity.ownership()) {
            case Ownership.Owned _ -> {}
            case Ownership.OwnerGone gone ->
                found.add(Finding.about(
                                Rule.ORPHAN,
                                "gone",
                                Severity.HIGH,
                                identity,
                                identity.name(),
                                gone.owner(),
                                gone.evidence())
                        .on(gone.owner()));
            case Ownership.Unowned() ->
                found.add(Finding.about(Rule.ORPHAN, "unowned", Severity.MEDIUM, identity, identity.name()));
        }
    }

    /// Only where the evidence covers it: no record is not no use.
    private void stale(Identity identity, List<Finding> found) {
        Usage usage = inventory.row(identity).usage();
        if (!isInUse(usage)) {
            unrun.look(identity, found);
        }
        Instant created = identity.createdAt();
        if (created != null && created.isAfter(now.minus(limits.staleAfter()))) {
            return;
        }
        switch (usage) {
            case Usage.Seen seen -> {
                Duration idle =
                        Duration.between(seen.at(), now).minus(seen.quality().lagMax());
                if (idle.compareTo(limits.staleAfter()) > 0) {
                    found.add(Finding.about(
                            Rule.STALE,
                            "seen",
                            Severity.LOW,
                            identity,
                            identity.name(),
                            String.valueOf(Duration.between(seen.at(), now).toDays()),
                            seen.quality().record()));
                }
            }
            case Usage.NoneSeen none -> {
                if (none.quality().horizon().compareTo(limits.staleAfter()) >= 0) {
                    found.add(Finding.about(
                            Rule.STALE,
                            "never",
                            Severity.LOW,
                            identity,
                            identity.name(),
                            String.valueOf(none.quality().horizon().toDays()),
                            none.quality().record()));
                }
            }
            case Usage.NotObserved _ -> {}
        }
    }

    /// By whomever: a token may be used from anywhere.
    private boolean isInUse(Usage usage) {
        return usage instanceof Usage.Seen seen && seen.at().isAfter(now.minus(limits.staleAfter()));
    }

    /// One that several logins stand for: what it may is had by each of them.
    private static void logins(Identity identity, List<Finding> found) {
        List<String> logins = identity.tags().entrySet().stream()
                .filter(tag -> tag.getKey().startsWith(LOGIN))
                .map(tag -> tag.getKey().substring(LOGIN.length()) + tag.getValue())
                .toList();
        if (logins.size() > 1) {
            found.add(Finding.about(
                    Rule.REUSED,
                    "logins",
                    Severity.LOW,
                    identity,
                    identity.name(),
                    String.valueOf(logins.size()),
                    SecretRules.some(logins)));
        }
    }

    private void agent(Identity identity, List<Finding> found) {
        if (!identity.tags().getOrDefault("curfew:agent", "").equals("true")) {
            return;
        }
        if (!(identity.ownership() instanceof Ownership.Owned)) {
            found.add(Finding.about(Rule.AGENT_UNBOUND, "owner", Severity.HIGH, identity, identity.name()));
        }
        List<String> tools = Arrays.stream(
                        identity.tags().getOrDefault("curfew:agent-tools", "").split(",", -1))
                .map(String::strip)
                .filter(tool -> !tool.isEmpty())
                .toList();
        if (tools.size() > TOOLS_MAX) {
            found.add(Finding.about(
                    Rule.AGENT_UNBOUND,
                    "tools",
                    Severity.MEDIUM,
                    identity,
                    identity.name(),
                    String.valueOf(tools.size()),
                    String.join(", ", tools)));
        }
        boolean bounded = index.grantsOf(identity.id()).stream().anyMatch(it -> it.role() == GrantRole.BOUNDARY);
        if (!bounded && KINDS.isBoundable(identity.kind())) {
            found.add(Finding.about(Rule.AGENT_UNBOUND, "boundary", Severity.MEDIUM, identity, identity.name()));
        }
    }
}
