package dev.curfew.analysis.escalation.aws.account;

import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.PolicyDocumentReader;
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
import org.jspecify.annotations.Nullable;

/// The policies of a snapshot, each compiled once. Equal policies of equal names are the same object.
final class Documents {
    private static final String POLICY = "aws.policy";
    private static final String VERSION = "aws.policy-version";

    private final SnapshotIndex index;
    private final Map<Text, Optional<IndexedPolicy>> compiled = new HashMap<>();
    private final Map<PolicyId, ManagedPolicy> managed = new HashMap<>();
    private final Map<PolicyId, List<Policy>> versions = new HashMap<>();

    private record Text(String name, String text) {}

    Documents(SnapshotIndex index) {
        this.index = index;
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
        return (policy == null ? KnownPolicies.find(id.nativeId()) : compiled(name, policy.text()))
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
                        compiled(policy.name(), policy.text()).orElse(null)))
                .toList();
        return new ManagedPolicy(id.nativeId(), document(id).orElse(null), others);
    }

    private Optional<IndexedPolicy> document(PolicyId id) {
        Policy policy = index.policy(id).orElse(null);
        return policy == null ? KnownPolicies.find(id.nativeId()) : compiled(policy.name(), policy.text());
    }

    private Optional<IndexedPolicy> compiled(String name, String text) {
        return compiled.computeIfAbsent(new Text(name, text), Documents::compile);
    }

    private static Optional<IndexedPolicy> compile(Text text) {
        try {
            return Optional.of(new IndexedPolicy(PolicyDocumentReader.read(text.name(), text.text()), text.text()));
        } catch (PolicySyntaxException _) {
            // as good as not read
            return Optional.empty();
        }
    }
}
