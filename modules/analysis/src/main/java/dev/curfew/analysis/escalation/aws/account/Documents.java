package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.escalation.aws.policy.Compiled;
import dev.curfew.analysis.escalation.aws.policy.IndexedPolicy;
import dev.curfew.analysis.escalation.aws.policy.KnownPolicies;
import dev.curfew.analysis.escalation.aws.policy.ManagedPolicy;
import dev.curfew.analysis.escalation.aws.policy.ManagedPolicy.Version;
import dev.curfew.analysis.escalation.aws.policy.Rights.Held;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The policies of a snapshot, each sorted by actions once. Equal policies of equal names are the same object. Safe for
/// use by many threads.
final class Documents {
    private static final String POLICY = "aws.policy";
    private static final String VERSION = "aws.policy-version";

    private final SnapshotIndex index;
    private final Compiled compiled;
    private final Map<Text, Optional<IndexedPolicy>> indexed = new ConcurrentHashMap<>();
    private final Map<PolicyId, ManagedPolicy> managed = new ConcurrentHashMap<>();
    private final Map<PolicyId, List<Policy>> versions = new HashMap<>();

    private record Text(String name, String text) {}

    Documents(SnapshotIndex index) {
        this.index = index;
        this.compiled = new Compiled(index);
        for (Policy policy : index.snapshot().policies()) {
            if (policy.kind().equals(VERSION)) {
                String arn = policy.id().nativeId();
                PolicyId of = new PolicyId(policy.source(), arn.substring(0, arn.lastIndexOf('#')));
                versions.computeIfAbsent(of, _ -> new ArrayList<>()).add(policy);
            }
        }
    }

    /// Empty where nobody read it: what is not known grants nothing here, and is told by the snapshot's coverage.
    Optional<Held> held(PolicyId id) {
        return document(id).map(document -> new Held(document, managed(id)));
    }

    /// One that could say anything where nobody read it: for policies that limit.
    IndexedPolicy orUnread(PolicyId id, String name) {
        Policy policy = index.policy(id).orElse(null);
        return (policy == null ? KnownPolicies.find(id.nativeId()) : indexed(name, policy))
                .orElseGet(() -> new IndexedPolicy(PolicyDocument.unread(name, name), name));
    }

    /// Null for an inline policy.
    @Nullable
    ManagedPolicy managed(PolicyId id) {
        return id.nativeId().contains("#") ? null : managed.computeIfAbsent(id, this::readManaged);
    }

    /// Those that were read or are attached, by ARN.
    List<ManagedPolicy> allManaged() {
        for (Policy policy : index.snapshot().policies()) {
            if (policy.kind().equals(POLICY)) {
                managed(policy.id());
            }
        }
        return managed.values().stream()
                .sorted(Comparator.comparing(ManagedPolicy::arn))
                .toList();
    }

    private ManagedPolicy readManaged(PolicyId id) {
        List<Version> others = versions.getOrDefault(id, List.of()).stream()
                .sorted(Comparator.comparing(policy -> policy.id().nativeId()))
                .map(policy -> new Version(
                        policy.id().nativeId().substring(id.nativeId().length() + 1),
                        indexed(policy.name(), policy).orElse(null)))
                .toList();
        return new ManagedPolicy(id.nativeId(), document(id).orElse(null), others);
    }

    private Optional<IndexedPolicy> document(PolicyId id) {
        Policy policy = index.policy(id).orElse(null);
        return policy == null ? KnownPolicies.find(id.nativeId()) : indexed(policy.name(), policy);
    }

    private Optional<IndexedPolicy> indexed(String name, Policy policy) {
        return indexed.computeIfAbsent(
                new Text(name, policy.text()),
                _ -> compiled.document(policy.id()).indexed(name));
    }
}
