package dev.curfew.analysis.narrowing.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.analysis.PolicySyntaxException;
import dev.curfew.analysis.aws.condition.value.Glob;
import dev.curfew.analysis.aws.document.PolicyDocumentReader;
import dev.curfew.analysis.narrowing.Cut;
import dev.curfew.analysis.narrowing.Exactness;
import dev.curfew.analysis.narrowing.Narrowed;
import dev.curfew.model.narrowing.Use;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Narrows an identity policy to the services that were used: what AWS's own report of last access tells for certain.
/// An
/// `Allow` loses the actions of services that nobody used; denials, `NotAction`, resources and conditions stay as they
/// are. So it can only lose, and what it loses nobody asked for.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html>
public final class AwsNarrowing {
    private static final Messages MESSAGES = Messages.of(AwsNarrowing.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Handing a role to a service is no call of its own: nothing records it, and others need it.
    private static final String PASS_ROLE = "iam:PassRole";

    /// Other services call it in their caller's name.
    private static final String KMS = "kms";

    private final String name;
    private final Set<String> services = new TreeSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final List<Cut> cuts = new ArrayList<>();

    private AwsNarrowing(String name, Collection<Use> uses) {
        this.name = name;
        uses.forEach(use -> services.add(service(use.operation())));
    }

    /// @param uses of `service:Action` or `service:*`
    public static Narrowed of(String name, String text, Collection<Use> uses) {
        return new AwsNarrowing(name, uses).narrow(text);
    }

    private Narrowed narrow(String text) {
        try {
            PolicyDocumentReader.read(name, text);
            if (!(JSON.readTree(text) instanceof ObjectNode document)) {
                return new Narrowed.Impossible(MESSAGES.text("unreadable", ""));
            }
            ArrayNode left = JSON.createArrayNode();
            statements(document.path("Statement")).forEach(each -> statement(each, left));
            if (cuts.isEmpty()) {
                return new Narrowed.Nothing(List.copyOf(notes));
            }
            if (left.valueStream().noneMatch(AwsNarrowing::allows)) {
                return new Narrowed.Impossible(MESSAGES.text("unused"));
            }
            ObjectNode narrower = document.deepCopy();
            narrower.set("Statement", left);
            String written = narrower.toString();
            Exactness exactness = new AwsComparison(name, text, written).over(services);
            return exactness.holds()
                    ? new Narrowed.Narrower(written, cuts, List.copyOf(notes), exactness)
                    : new Narrowed.Impossible(MESSAGES.text("inexact", exactness.widened(), exactness.lost()));
        } catch (PolicySyntaxException e) {
            return new Narrowed.Impossible(MESSAGES.text("unreadable", String.valueOf(e.getMessage())));
        } catch (JsonProcessingException e) {
            return new Narrowed.Impossible(
                    MESSAGES.text("unreadable", e.getClass().getSimpleName()));
        }
    }

    static List<JsonNode> statements(JsonNode node) {
        return node.isArray() ? node.valueStream().toList() : List.of(node);
    }

    private static boolean allows(JsonNode statement) {
        return statement.path("Effect").asText().equals("Allow");
    }

    private void statement(JsonNode statement, ArrayNode left) {
        if (!allows(statement) || !statement.has("Action")) {
            left.add(statement);
            if (allows(statement)) {
                notes.add(MESSAGES.text("note.not-action"));
            }
            return;
        }
        List<String> before = actions(statement.path("Action"));
        List<String> after =
                before.stream().flatMap(each -> kept(each).stream()).distinct().toList();
        if (after.equals(before)) {
            left.add(statement);
            return;
        }
        String sid = statement.path("Sid").asText();
        cuts.add(new Cut(sid.isEmpty() ? MESSAGES.text("statement", left.size() + cuts.size()) : sid, before, after));
        if (!after.isEmpty()) {
            ObjectNode narrower = statement.deepCopy();
            narrower.set("Action", JSON.valueToTree(after));
            left.add(narrower);
        }
    }

    static List<String> actions(JsonNode node) {
        return node.isArray() ? node.valueStream().map(JsonNode::asText).toList() : List.of(node.asText());
    }

    /// What of an action's pattern is kept.
    private List<String> kept(String action) {
        String service = service(action);
        if (action.equals("*") || action.equals("*:*")) {
            List<String> all =
                    new ArrayList<>(services.stream().map(each -> each + ":*").toList());
            if (!services.contains("iam")) {
                all.add(PASS_ROLE);
            }
            if (!services.contains(KMS)) {
                all.add(KMS + ":*");
            }
            notes.add(MESSAGES.text("note.indirect"));
            return all;
        }
        if (services.contains(service) || service.contains("*") || service.contains("?")) {
            return List.of(action);
        }
        if (service.equals(KMS)) {
            notes.add(MESSAGES.text("note.indirect"));
            return List.of(action);
        }
        boolean passes = service.equals("iam") && Glob.ofLowerCase(action).matches(PASS_ROLE.toLowerCase(Locale.ROOT));
        if (passes) {
            notes.add(MESSAGES.text("note.indirect"));
        }
        return passes ? List.of(PASS_ROLE) : List.of();
    }

    private static String service(String action) {
        int colon = action.indexOf(':');
        return (colon < 0 ? action : action.substring(0, colon)).toLowerCase(Locale.ROOT);
    }
}
