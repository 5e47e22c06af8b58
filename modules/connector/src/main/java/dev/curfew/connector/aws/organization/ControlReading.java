package dev.curfew.connector.aws.organization;

import dev.curfew.connector.aws.call.AwsJsonCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.CanonicalJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the policies of one type and what they are attached to. All of them or none: a level of which only the
/// denying half is known would seem to deny everything.
final class ControlReading {
    private final SourceName source;
    private final Asking asking;
    private final ControlType type;
    private final List<Fact> found = new ArrayList<>();

    ControlReading(SourceName source, Asking asking, ControlType type) {
        this.source = source;
        this.asking = asking;
        this.type = type;
    }

    /// @param bound the accounts that control policies bind
    /// @return how many policies there are
    long read(List<Member> bound, FactSet facts) throws Unanswered, InterruptedException {
        List<Node> listed = Units.list(asking, "ListPolicies", Map.of("Filter", type.name()), "Policies");
        for (Node each : listed) {
            policy(Reading.of(each), bound);
        }
        facts.addAll(found);
        return listed.size();
    }

    private void policy(Reading summary, List<Member> bound) throws Unanswered, InterruptedException {
        String id = summary.text("Id");
        PolicyId policy = new PolicyId(source, summary.text("Arn"));
        Reading described = Reading.of(
                asking.one(new AwsJsonCall(AwsService.ORGANIZATIONS, "DescribePolicy", Map.of("PolicyId", id)))
                        .require("Policy"));
        found.add(new Policy(
                policy,
                type.kind(),
                summary.text("Name"),
                described.text("Content"),
                provenance("DescribePolicy", Map.of("PolicyId", id))));
        Set<String> targets = targets(id);
        bound.forEach(member -> attach(policy, targets, member));
    }

    private Set<String> targets(String policy) throws Unanswered, InterruptedException {
        Set<String> targets = new HashSet<>();
        for (Node each : Units.list(asking, "ListTargetsForPolicy", Map.of("PolicyId", policy), "Targets")) {
            targets.add(Reading.of(each).text("TargetId"));
        }
        return targets;
    }

    /// The level is named by the way to it, so that the root's comes first.
    private void attach(PolicyId policy, Set<String> targets, Member member) {
        for (int level = 0; level < member.path().size(); level++) {
            String target = member.path().get(level);
            if (targets.contains(target)) {
                found.add(new Grant(
                        new ResourceId(source, member.arn()),
                        policy,
                        type.role(),
                        String.join("/", member.path().subList(0, level + 1)),
                        provenance(
                                "ListTargetsForPolicy",
                                Map.of("Policy", policy.nativeId(), "TargetId", target, "Account", member.id()))));
            }
        }
    }

    private Provenance provenance(String origin, Map<String, String> document) {
        return new Provenance(type.scope(), origin, CanonicalJson.text(document));
    }
}
