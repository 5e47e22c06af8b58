package dev.curfew.analysis.graph.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.AccessGraph;
import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.graph.RandomEstate;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// One planned change upon the other, each graph out of the one before, with whatever its index handed on: against the
/// graph built of the facts alone.
class PlannedOracleTest {
    private static final int ESTATES = Integer.getInteger("curfew.estates", 250);
    private static final int CHANGES = 12;
    private static final String DENY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}";

    private record Content(List<EntityId> entities, List<Edge> edges) {}

    @Test
    void whatWouldBeIsWhatTheChangedFactsSayByThemselves() {
        int steps = 0;
        for (int seed = 0; seed < ESTATES; seed++) {
            Random random = new Random(seed);
            EstateGraph graph = anew(RandomEstate.of(seed).index().snapshot());
            List<Policy> others =
                    RandomEstate.of(seed + ESTATES).index().snapshot().policies();
            for (int i = 0; i < CHANGES; i++) {
                List<PlannedChange> changes = List.of(change(graph.index().snapshot(), others, random));
                WhatIf whatIf = WhatIf.of(graph, changes);

                assertThat(content(whatIf.after()))
                        .as("seed %d, change %d: %s", seed, i, changes)
                        .isEqualTo(content(anew(whatIf.after().index().snapshot())));
                steps += whatIf.lostSteps().size() + whatIf.gainedSteps().size();
                // every third is thought better of, and the same graph is asked again
                graph = i % 3 == 0 ? graph : whatIf.after();
            }
        }
        assertThat(steps).isGreaterThan(ESTATES * CHANGES);
    }

    private static PlannedChange change(Snapshot snapshot, List<Policy> others, Random random) {
        Grant grant = any(snapshot.grants(), random);
        Credential credential = any(snapshot.credentials(), random);
        Identity identity = any(snapshot.identities(), random);
        Identity aws = any(
                snapshot.identities().stream()
                        .filter(it -> it.kind().startsWith("aws."))
                        .toList(),
                random);
        Policy policy = any(snapshot.policies(), random);
        return switch (random.nextInt(6)) {
            case 0 -> new PlannedChange.EndCredential(credential.id());
            case 1 -> new PlannedChange.EndCredentialsOf(identity.id());
            case 2 -> new PlannedChange.Detach(grant.subject(), grant.policy());
            case 3 -> new PlannedChange.AddDeny(aws.id(), "aws.policy", DENY);
            case 4 -> {
                List<Policy> alike = others.stream()
                        .filter(it -> it.kind().equals(policy.kind()))
                        .toList();
                yield new PlannedChange.Narrow(
                        policy.id(), alike.isEmpty() ? "" : any(alike, random).text());
            }
            default -> new PlannedChange.AddException(identity.id(), policy.id(), "");
        };
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static EstateGraph anew(Snapshot snapshot) {
        SnapshotIndex index = new SnapshotIndex(snapshot);
        return EstateGraph.of(index, new BlastRadius(index));
    }

    private static Content content(EstateGraph estate) {
        AccessGraph graph = estate.graph();
        List<Edge> edges = new ArrayList<>();
        for (int arc = 0; arc < graph.edges(); arc++) {
            edges.add(graph.edge(arc));
        }
        return new Content(graph.entities(), edges);
    }
}
