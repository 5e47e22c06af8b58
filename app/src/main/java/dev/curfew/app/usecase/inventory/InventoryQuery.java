package dev.curfew.app.usecase.inventory;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.analysis.finding.Findings;
import dev.curfew.analysis.finding.noted.Noted;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.inventory.Inventory;
import dev.curfew.analysis.inventory.InventoryRow;
import dev.curfew.app.usecase.estate.EntityFilter;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lists what is in the estate, with what is to be looked at.
public final class InventoryQuery {
    private final Estate estate;
    private final Supplier<EstateGraph> access;
    private final Supplier<Noted> noted;
    private final InstantSource clock;
    private @Nullable Looked looked;

    /// @param access the access graph of the newest snapshot
    /// @param noted what the workspace knows that no snapshot holds
    public InventoryQuery(Estate estate, Supplier<EstateGraph> access, Supplier<Noted> noted, InstantSource clock) {
        this.estate = estate;
        this.access = access;
        this.noted = noted;
        this.clock = clock;
    }

    /// The findings of one snapshot: they cost a walk of the whole access graph.
    private record Looked(
            SnapshotIndex index,
            Noted noted,
            List<Finding> all,
            Map<EntityId, List<Finding>> byEntity,
            Set<SourceName> credentialsUnread) {}

    /// Sorted by id.
    public List<InventoryLine> list(EntityFilter filter) {
        Looked findings = looked();
        return new Inventory(findings.index())
                .rows().stream()
                        .filter(row -> filter.accepts(row.id(), row.kind(), row.name(), row.owner()))
                        .map(row -> line(findings, row))
                        .toList();
    }

    /// All findings, worst first, those about a source as a whole too.
    public List<Finding> findings() {
        return looked().all();
    }

    /// Empty if the estate holds no such thing.
    public Optional<EntityDetail> detail(EntityId id) {
        Looked findings = looked();
        SnapshotIndex index = findings.index();
        return switch (id) {
            case IdentityId it -> index.identity(it).map(found -> identity(findings, found));
            case CredentialId it -> index.credential(it).map(found -> credential(findings, found));
            case PolicyId it -> index.policy(it).map(found -> plain(it, found));
            case ResourceId it -> index.resource(it).map(found -> plain(it, found));
        };
    }

    private static EntityDetail identity(Looked findings, Identity identity) {
        SnapshotIndex index = findings.index();
        InventoryRow row = new Inventory(index).row(identity);
        return new EntityDetail(
                identity.id(),
                identity,
                Optional.of(line(findings, row)),
                index.credentialsOf(identity.id()),
                held(index, identity.id()));
    }

    private static EntityDetail credential(Looked findings, Credential credential) {
        SnapshotIndex index = findings.index();
        Optional<InventoryLine> line = credential.holder() == null
                ? Optional.of(line(findings, new Inventory(index).row(credential)))
                : Optional.empty();
        return new EntityDetail(
                credential.id(), credential, line, index.childrenOf(credential.id()), held(index, credential.id()));
    }

    private static EntityDetail plain(EntityId id, Fact fact) {
        return new EntityDetail(id, fact, Optional.empty(), List.of(), List.of());
    }

    private static List<EntityDetail.Held> held(SnapshotIndex index, EntityId subject) {
        List<EntityDetail.Held> held = new ArrayList<>();
        Set<EntityId> seen = new LinkedHashSet<>();
        Deque<EntityId> open = new ArrayDeque<>(List.of(subject));
        while (!open.isEmpty()) {
            EntityId holder = open.pop();
            if (seen.add(holder)) {
                index.grantsOf(holder)
                        .forEach(grant -> held.add(new EntityDetail.Held(holder, grant, index.policy(grant.policy()))));
                if (holder instanceof IdentityId identity) {
                    open.addAll(index.groupsOf(identity));
                }
            }
        }
        return held;
    }

    private static InventoryLine line(Looked findings, InventoryRow row) {
        return new InventoryLine(
                row,
                findings.byEntity().getOrDefault(row.id(), List.of()),
                !findings.credentialsUnread().contains(row.id().source()));
    }

    private synchronized Looked looked() {
        Noted besides = noted.get();
        Looked before = looked;
        if (before != null
                && before.index() == estate.current()
                && before.noted().equals(besides)) {
            return before;
        }
        EstateGraph graph = access.get();
        List<Finding> all = Findings.of(graph, besides, clock.instant());
        Map<EntityId, List<Finding>> byEntity = all.stream()
                .filter(finding -> finding.entity() != null)
                .collect(Collectors.groupingBy(InventoryQuery::entity));
        Looked now = new Looked(
                graph.index(),
                besides,
                all,
                byEntity,
                CredentialScopes.unread(graph.index().snapshot()));
        looked = now;
        return now;
    }

    private static EntityId entity(Finding finding) {
        EntityId entity = finding.entity();
        if (entity == null) {
            throw new IllegalArgumentException("a finding about a source");
        }
        return entity;
    }
}
