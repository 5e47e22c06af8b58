package dev.curfew.connector.kubernetes.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.timeline.DeedKind;
import java.util.Set;

/// What an event was, as far as verb and object tell.
final class EventKind {
    private static final int MADE = 201;

    /// Questions that are put by making an object which is not kept.
    private static final Set<String> QUESTIONS = Set.of(
            "selfsubjectaccessreviews",
            "selfsubjectrulesreviews",
            "subjectaccessreviews",
            "localsubjectaccessreviews",
            "selfsubjectreviews",
            "tokenreviews");

    /// Whoever is let in there acts with what the pod, the node or the service has.
    private static final Set<String> DOORS = Set.of("exec", "attach", "portforward", "proxy");

    private EventKind() {}

    static DeedKind of(AuditEvent event) {
        JsonNode object = event.object();
        String resource = object.path("resource").asText();
        String part = object.path("subresource").asText();
        if (DOORS.contains(part)) {
            return DeedKind.BECAME;
        }
        if (QUESTIONS.contains(resource)) {
            return DeedKind.READ;
        }
        return switch (event.verb()) {
            case "create", "post" -> isPart(part) ? DeedKind.CHANGED : DeedKind.CREATED;
            // A patch that is applied makes what is not there yet.
            case "update", "patch", "put" -> event.code() == MADE ? DeedKind.CREATED : DeedKind.CHANGED;
            case "delete", "deletecollection" -> DeedKind.DELETED;
            default -> isSecret(object) ? DeedKind.READ_SECRET : DeedKind.READ;
        };
    }

    /// `pods/binding`, `pods/eviction` change what is there; `serviceaccounts/token` makes one.
    private static boolean isPart(String part) {
        return !part.isEmpty() && !part.equals("token");
    }

    /// A list, and a watch, hold the values of all.
    private static boolean isSecret(JsonNode object) {
        return object.path("resource").asText().equals("secrets")
                && object.path("apiGroup").asText().isEmpty();
    }
}
