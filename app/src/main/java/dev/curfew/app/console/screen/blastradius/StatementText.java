package dev.curfew.app.console.screen.blastradius;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.curfew.app.console.component.text.PrettyJson;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.evaluation.DecidingStatement;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;
import java.util.Optional;

/// The text of a statement that decided, cut out of its policy.
final class StatementText {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> LISTS = List.of("Statement", "rules", "statements");

    private StatementText() {}

    /// Empty where the policy is not in the snapshot.
    static Optional<String> of(SnapshotIndex index, SourceName source, DecidingStatement statement) {
        return policy(index, source, statement.policy()).map(policy -> cut(policy.text(), statement));
    }

    /// A statement names its policy by name or id.
    private static Optional<Policy> policy(SnapshotIndex index, SourceName source, String named) {
        List<Policy> policies = index.snapshot().policies();
        return policies.stream()
                .filter(it -> it.id().text().equals(named)
                        || (it.id().source().equals(source)
                                && (it.id().nativeId().equals(named)
                                        || it.name().equals(named))))
                .findFirst()
                .or(() -> policies.stream()
                        .filter(it ->
                                it.id().nativeId().equals(named) || it.name().equals(named))
                        .findFirst());
    }

    /// AWS keeps statements under `Statement` (one may stand without a list), Kubernetes rules under `rules`, stated
    /// rights theirs under `statements`; OpenBao's HCL is cut by its `path`. What cannot be cut is shown whole.
    private static String cut(String text, DecidingStatement statement) {
        try {
            JsonNode root = MAPPER.readTree(text);
            JsonNode list =
                    LISTS.stream().filter(root::has).findFirst().map(root::path).orElse(MissingNode.getInstance());
            if (list.isObject()) {
                return PrettyJson.of(list.toString());
            }
            return list.has(statement.statement())
                    ? PrettyJson.of(list.get(statement.statement()).toString())
                    : PrettyJson.of(text);
        } catch (JsonProcessingException e) {
            return stanza(text, statement.label());
        }
    }

    private static String stanza(String hcl, String path) {
        int start = path.isEmpty() ? -1 : hcl.indexOf("path \"" + path + "\"");
        int end = start < 0 ? -1 : hcl.indexOf("\n}", start);
        return end < 0 ? hcl.strip() : hcl.substring(start, end + 2);
    }
}
