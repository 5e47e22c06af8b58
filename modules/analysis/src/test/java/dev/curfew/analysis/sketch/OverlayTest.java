package dev.curfew.analysis.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.Estate;
import dev.curfew.analysis.graph.estate.EstateGraph;
import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.graph.whatif.WhatIf;
import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private final Estate estate = Estate.of("bao");
    private final IdentityId role = estate.identity("openbao.approle", "approle/approle/app");
    private final ResourceId one = estate.resource("openbao.path", "path/secret/one", Sensitivity.HIGH);
    private final ResourceId two = estate.resource("openbao.path", "path/secret/two", Sensitivity.HIGH);
    private final PolicyId both = estate.acl("both", read("one") + read("two"));
    private final PolicyId single = estate.acl("single", read("one"));

    private static String read(String name) {
        return "path \"secret/" + name + "\" { capabilities = [\"read\"] }\n";
    }

    @Test
    void whatIsCutIsLostWithAllThatHangsOnIt() {
        estate.grant(role, both);

        assertThat(fates(new PlannedChange.Detach(role, both)))
                .containsOnly(
                        Map.entry(both + " > " + one, Fate.LOST),
                        Map.entry(both + " > " + two, Fate.LOST),
                        Map.entry(role + " > " + both, Fate.LOST));
    }

    @Test
    void whatIsStillReachedByAnotherWayIsKeptAndTheWayThatGoesIsNot() {
        estate.grant(role, both).grant(role, single);

        assertThat(fates(new PlannedChange.Detach(role, both)))
                .contains(
                        Map.entry(role + " > " + both, Fate.LOST),
                        Map.entry(both + " > " + two, Fate.LOST),
                        Map.entry(role + " > " + single, Fate.KEPT),
                        Map.entry(single + " > " + one, Fate.KEPT));
    }

    @Test
    void aDenyCutsWhatItsPolicyStillSays() {
        Estate aws = estate.and("aws");
        IdentityId user = aws.identity("aws.user", "arn:aws:iam::111122223333:user/u");
        aws.resource("aws.s3", "arn:aws:s3:::bucket", Sensitivity.HIGH);
        PolicyId allow = aws.aws("arn:aws:iam::111122223333:policy/p", statement("Allow"));
        aws.grant(user, allow);

        assertThat(fates(user, new PlannedChange.AddDeny(user, "aws.policy", document(statement("Deny")))))
                .containsEntry(user + " > " + allow, Fate.KEPT)
                .containsEntry(allow + " > aws:arn:aws:s3:::bucket", Fate.LOST);
    }

    private static String statement(String effect) {
        return "{'Effect':'" + effect + "','Action':'s3:GetObject','Resource':'arn:aws:s3:::bucket/*'}";
    }

    private static String document(String statement) {
        return ("{'Version':'2012-10-17','Statement':[" + statement + "]}").replace('\'', '"');
    }

    @Test
    void whatComesIsGained() {
        estate.grant(role, single);

        assertThat(fates(new PlannedChange.AddException(role, both, "")))
                .contains(
                        Map.entry(both + " > " + two, Fate.GAINED),
                        Map.entry(role + " > " + both, Fate.GAINED),
                        Map.entry(role + " > " + single, Fate.KEPT));
    }

    private Map<String, Fate> fates(PlannedChange change) {
        return fates(role, change);
    }

    private Map<String, Fate> fates(EntityId start, PlannedChange change) {
        SnapshotIndex index = estate.index();
        WhatIf whatIf = WhatIf.of(EstateGraph.of(index, new BlastRadius(index)), List.of(change));
        List<List<Hop>> before = paths(start, whatIf.before());
        List<List<Hop>> after = paths(start, whatIf.after());
        Overlay overlay =
                new Overlay(List.of(start), Direction.FORWARD, whatIf.before(), before, whatIf.after(), after);
        List<List<Hop>> all = new ArrayList<>(after);
        all.addAll(before);
        Map<String, Fate> fates = new TreeMap<>();
        all.forEach(path -> path.forEach(hop -> fates.put(hop.from() + " > " + hop.to(), overlay.of(hop))));
        return fates;
    }

    private static List<List<Hop>> paths(EntityId start, EstateGraph graph) {
        return graph.reach(start).reached().stream().map(Reached::path).toList();
    }
}
