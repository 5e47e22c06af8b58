package dev.curfew.analysis.finding;

import dev.curfew.analysis.kind.Kinds;
import dev.curfew.analysis.kind.RanBy;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The rule over identities that workloads run as: none does, and what they hold is left behind. Said only where
/// everything that runs was read.
final class UnrunRules {
    private static final Kinds KINDS = Kinds.packaged();

    /// Whoever sets up a workload makes what it runs as before.
    private static final Duration GRACE = Duration.ofDays(1);

    private static final String OF_WINDOW = "curfew:receipt";

    private record In(SourceName source, String tag) {}

    private final SnapshotIndex index;
    private final Instant now;
    private final Map<In, Set<String>> running = new HashMap<>();

    UnrunRules(SnapshotIndex index, Instant now) {
        this.index = index;
        this.now = now;
    }

    void look(Identity identity, List<Finding> found) {
        Optional<RanBy> by = KINDS.ranBy(identity.kind());
        Instant created = identity.createdAt();
        boolean settled = created == null || created.isBefore(now.minus(GRACE));
        if (settled
                && !isKept(identity.tags())
                && by.filter(it -> isLeft(identity, it)).isPresent()) {
            List<Credential> lasting = lasting(identity);
            List<String> held = held(identity, lasting);
            if (!held.isEmpty()) {
                Severity severity = lasting.isEmpty() ? Severity.LOW : Severity.MEDIUM;
                found.add(Finding.about(
                        Rule.STALE, "unrun", severity, identity, identity.name(), SecretRules.some(held)));
            }
        }
    }

    /// Nothing runs as these, and each has an end or a use of its own.
    private static boolean isKept(Map<String, String> tags) {
        return tags.containsKey(OF_WINDOW) || Marks.isOwn(tags) || Marks.isBreakGlass(tags);
    }

    private boolean isLeft(Identity identity, RanBy by) {
        return !identity.name().startsWith(by.outside())
                && index.wholeScopes(identity.source()).containsAll(by.scopes())
                && !running(identity.source(), by.tag()).contains(identity.name());
    }

    private Set<String> running(SourceName source, String tag) {
        return running.computeIfAbsent(new In(source, tag), in -> {
            Set<String> names = new HashSet<>();
            for (Resource resource : index.snapshot().resources()) {
                String name = resource.tags().get(in.tag());
                if (name != null && resource.source().equals(in.source())) {
                    names.add(name);
                }
            }
            return names;
        });
    }

    /// What works without anything running: not what is asked for anew each time, of which there is no list.
    private List<Credential> lasting(Identity identity) {
        return index.credentialsOf(identity.id()).stream()
                .filter(Credential::active)
                .filter(it -> !"false".equals(it.attributes().get("listed")))
                .toList();
    }

    private List<String> held(Identity identity, List<Credential> lasting) {
        Stream<String> policies = index.grantsOf(identity.id()).stream()
                .map(Grant::policy)
                .distinct()
                .map(id -> index.policy(id).map(Policy::name).orElseGet(id::nativeId));
        List<String> held = new ArrayList<>(policies.toList());
        lasting.forEach(it -> held.add(it.name()));
        return held;
    }
}
