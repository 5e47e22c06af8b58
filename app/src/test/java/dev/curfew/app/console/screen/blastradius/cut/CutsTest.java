package dev.curfew.app.console.screen.blastradius.cut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.graph.whatif.WhatIf;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.screen.blastradius.document.Excerpt;
import dev.curfew.app.console.screen.blastradius.document.Excerpts;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Over the sample estate: AWS, OpenBao, Kubernetes.
class CutsTest {

    @SuppressWarnings("NullAway") // there before any test
    private static SampleWorkspace workspace;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        workspace = SampleWorkspace.filled();
    }

    @AfterAll
    static void close() throws IOException {
        workspace.close();
    }

    private final EstateGraph graph = workspace.desk().reach().access();
    private final SnapshotIndex index = graph.index();

    private List<Hop> path(String from, String to) {
        EntityId start = index.resolve(from).getFirst();
        return graph.reach(start).reached().stream()
                .filter(it -> it.target().nativeId().endsWith(to))
                .map(Reached::path)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDecidingStatementIsFoundAtItsLines() {
        List<Hop> path = path("arn:aws:iam::111122223333:role/ci-deployer", "prod/ledger/database");

        Excerpt excerpt = new Excerpts(index).of(path.getLast()).getFirst();

        assertThat(excerpt.policy().name()).isEqualTo("ci-deploy");
        assertThat(excerpt.label()).isEqualTo("Secrets");
        assertThat(excerpt.text()).contains("secretsmanager:GetSecretValue").doesNotContain("Ship");
        assertThat(excerpt.document().lines().toList().get(excerpt.first() - 1)).startsWith("▸");
    }

    @Test
    void aGrantIsNoStatement() {
        List<Hop> path = path("arn:aws:iam::111122223333:role/ci-deployer", "prod/ledger/database");

        assertThat(path.getFirst().kind()).isEqualTo(HopKind.HOLDS);
        assertThat(new Excerpts(index).of(path.getFirst())).isEmpty();
    }

    /// Every cut that is offered, on every kind of step of the sample, takes the step away from its maker, or leaves
    /// another way.
    @Test
    void whatIsOfferedAsACutIsOne() {
        Set<String> seen = new HashSet<>();
        for (var identity : index.snapshot().identities()) {
            for (Reached reached : graph.reach(identity.id()).reached()) {
                List<Hop> path = reached.path();
                int last = path.size() - 1;
                String sort = identity.kind() + " " + path.get(last).kind() + " " + reached.kind();
                if (path.size() <= 2 && seen.add(sort)) {
                    checkCuts(sort, identity.id(), path);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(8);
    }

    private void checkCuts(String sort, IdentityId maker, List<Hop> path) {
        for (Cut cut : new Cuts(index).of(path, path.size() - 1)) {
            WhatIf whatIf = WhatIf.of(graph, List.of(cut.change()));

            assertThat(WhatIf.impossible(index, List.of(cut.change())))
                    .as(sort + ": " + cut)
                    .isEmpty();
            boolean sameStep = whatIf.after().graph().nodes() > 0
                    && whatIf.after().reach(maker).reached().stream()
                            .anyMatch(it -> it.path().equals(path));
            assertThat(sameStep).as(sort + ": " + cut.words()).isFalse();
        }
    }

    @Test
    void aCredentialIsEndedAndItsHolderIsWhatCanBeRevoked() {
        EntityId key = index.resolve("AKIASAMPLEBATCH000000").getFirst();
        List<Hop> path = graph.reach(key).reached().getFirst().path();

        assertThat(new Cuts(index).of(path, 0))
                .extracting(Cut::change)
                .containsExactly(new PlannedChange.EndCredential((dev.curfew.model.id.CredentialId) key));
        assertThat(new Cuts(index).revocable(path, 0)).contains(key);
    }
}
