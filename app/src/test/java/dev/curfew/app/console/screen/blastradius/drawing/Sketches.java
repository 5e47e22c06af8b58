package dev.curfew.app.console.screen.blastradius.drawing;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.sketch.Fate;
import dev.curfew.analysis.sketch.Sketch;
import dev.curfew.analysis.sketch.SketchEdge;
import dev.curfew.analysis.sketch.SketchNode;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.evaluation.Evaluation;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Made-up sketches of the shape that a reach has: a start, its policies, what they lead to, some of that leading on.
public final class Sketches {
    private static final String SOURCE = "bench";
    private static final int POLICIES_OF_AN_IDENTITY = 3;

    private Sketches() {}

    /// @param nodes about as many, in layers that fan out
    public static Sketch of(int nodes, long seed) {
        Random random = new Random(seed);
        List<SketchNode> all = new ArrayList<>();
        List<SketchEdge> edges = new ArrayList<>();
        List<SketchNode> identities = new ArrayList<>();
        SketchNode start = node(IdentityId.of(SOURCE, "role/start"), 0, "aws.role", random);
        all.add(start);
        identities.add(start);
        while (all.size() < nodes) {
            SketchNode holder = identities.get(random.nextInt(identities.size()));
            for (int i = 0; i < POLICIES_OF_AN_IDENTITY && all.size() < nodes; i++) {
                SketchNode policy = node(
                        PolicyId.of(SOURCE, "policy/policy-" + all.size()), holder.layer() + 1, "aws.policy", random);
                all.add(policy);
                edges.add(edge(holder, policy, HopKind.HOLDS));
                int targets = 2 + random.nextInt(6);
                for (int target = 0; target < targets && all.size() < nodes; target++) {
                    boolean leadsOn = random.nextInt(4) == 0;
                    EntityId id = leadsOn
                            ? IdentityId.of(SOURCE, "role/service-" + all.size())
                            : ResourceId.of(SOURCE, "secret/prod/service-" + all.size() + "/database");
                    SketchNode reached =
                            node(id, policy.layer() + 1, leadsOn ? "aws.role" : "aws.secretsmanager", random);
                    all.add(reached);
                    edges.add(edge(policy, reached, leadsOn ? HopKind.ASSUMES : HopKind.READS));
                    if (leadsOn) {
                        identities.add(reached);
                    }
                }
                // ways that meet again
                if (random.nextInt(3) == 0) {
                    SketchNode other = all.get(random.nextInt(all.size()));
                    if (other.layer() > policy.layer()) {
                        edges.add(edge(policy, other, HopKind.WRITES));
                    }
                }
            }
        }
        return new Sketch(all, edges);
    }

    private static SketchNode node(EntityId id, int layer, String kind, Random random) {
        String name = id.nativeId().substring(id.nativeId().indexOf('/') + 1);
        Sensitivity sensitivity = random.nextInt(10) == 0 ? Sensitivity.HIGH : Sensitivity.UNKNOWN;
        return new SketchNode(id.text(), layer, name, kind, sensitivity, Certainty.CERTAIN, Fate.KEPT, List.of(id), "");
    }

    public static SketchEdge edge(SketchNode from, SketchNode to, HopKind kind) {
        Hop hop = new Hop(
                from.members().getFirst(), to.members().getFirst(), kind, "", new Evaluation.Allowed(List.of()));
        return new SketchEdge(from.key(), to.key(), kind, Certainty.CERTAIN, Fate.KEPT, List.of(hop));
    }
}
