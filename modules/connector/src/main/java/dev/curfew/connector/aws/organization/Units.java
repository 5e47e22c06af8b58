package dev.curfew.connector.aws.organization;

import dev.curfew.connector.aws.call.AwsJsonCall;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Problem;
import dev.curfew.connector.tree.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// An organization's units and accounts, from its root down.
final class Units {
    private static final String TOKEN = "NextToken";

    private final Asking asking;
    private final String partition;
    private final String organization;
    private final List<Member> members = new ArrayList<>();
    private final Set<String> policyTypes = new TreeSet<>();

    private Units(Asking asking, String partition, String organization) {
        this.asking = asking;
        this.partition = partition;
        this.organization = organization;
    }

    static Units read(Asking asking, String partition, String organization) throws Unanswered, InterruptedException {
        Units units = new Units(asking, partition, organization);
        for (Node each : list(asking, "ListRoots", Map.of(), "Roots")) {
            Reading root = Reading.of(each);
            root.list("PolicyTypes", Reading::of).stream()
                    .filter(type -> type.text("Status").equals("ENABLED"))
                    .forEach(type -> units.policyTypes.add(type.text("Type")));
            units.below(List.of(root.text("Id")));
        }
        return units;
    }

    static List<Node> list(Asking asking, String action, Map<String, Object> parameters, String list)
            throws Unanswered, InterruptedException {
        return asking.all(Asking.pages(new AwsJsonCall(AwsService.ORGANIZATIONS, action, parameters), list, TOKEN));
    }

    /// AWS nests units five deep at most.
    private void below(List<String> path) throws Unanswered, InterruptedException {
        Map<String, Object> parent = Map.of("ParentId", path.getLast());
        for (Node each : list(asking, "ListAccountsForParent", parent, "Accounts")) {
            members.add(member(Reading.of(each), path));
        }
        for (Node each : list(asking, "ListOrganizationalUnitsForParent", parent, "OrganizationalUnits")) {
            String id = Reading.of(each).text("Id");
            if (path.contains(id)) {
                throw new MalformedException(Problem.DUPLICATE, each.place(), "Id");
            }
            below(further(path, id));
        }
    }

    private Member member(Reading account, List<String> path) {
        String id = account.text("Id");
        return new Member(
                "arn:" + partition + ":iam::" + id + ":root",
                id,
                account.optionalText("Name").orElse(id),
                account.optionalText("Status").orElse(""),
                organization,
                further(path, id));
    }

    private static List<String> further(List<String> path, String id) {
        return Stream.concat(path.stream(), Stream.of(id)).toList();
    }

    List<Member> members() {
        return members;
    }

    /// The types of policy that are in force.
    Set<String> policyTypes() {
        return policyTypes;
    }
}
