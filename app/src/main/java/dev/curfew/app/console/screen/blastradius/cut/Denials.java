package dev.curfew.app.console.screen.blastradius.cut;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Denies that would take a hop away from whoever makes it. Kubernetes has none.
final class Denials {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String AWS = "aws.";
    private static final String OPENBAO = "openbao.";

    private Denials() {}

    static Optional<PlannedChange> of(SnapshotIndex index, IdentityId maker, Hop hop) {
        String kind = index.identity(maker).map(it -> it.kind()).orElse("");
        if (kind.startsWith(AWS)) {
            return aws(hop).map(text -> new PlannedChange.AddDeny(maker, "aws.policy", text));
        }
        if (kind.startsWith(OPENBAO)) {
            return openBao(hop).map(text -> new PlannedChange.AddDeny(maker, "openbao.acl", text));
        }
        return Optional.empty();
    }

    private static Optional<String> aws(Hop hop) {
        List<String> actions = Arrays.stream(hop.actions().split(",\\s*"))
                .filter(action -> action.contains(":"))
                .toList();
        if (actions.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode statement = MAPPER.createObjectNode().put("Effect", "Deny");
        ArrayNode denied = statement.putArray("Action");
        actions.forEach(denied::add);
        ArrayNode resources = statement.putArray("Resource");
        String arn = hop.to().nativeId();
        // who can make itself administrator does so on something else than the account
        boolean one = arn.startsWith("arn:") && !arn.endsWith(":root");
        resources.add(one ? arn : "*");
        if (one && hop.to() instanceof ResourceId) {
            resources.add(arn + "/*");
        }
        ObjectNode document = MAPPER.createObjectNode().put("Version", "2012-10-17");
        document.putArray("Statement").add(statement);
        return Optional.of(document.toString());
    }

    /// The same pattern as the one that decided: deny on it beats everything else on it.
    private static Optional<String> openBao(Hop hop) {
        return hop.decision().decidedBy().stream()
                .map(DecidingStatement::label)
                .filter(path -> !path.isEmpty() && !path.contains("\"") && !path.contains("\\"))
                .findFirst()
                .map(path -> "path \"" + path + "\" {\n  capabilities = [\"deny\"]\n}\n");
    }
}
