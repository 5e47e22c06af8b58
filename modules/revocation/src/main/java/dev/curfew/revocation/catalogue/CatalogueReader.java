package dev.curfew.revocation.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.model.revocation.Action;
import dev.curfew.revocation.catalogue.Revocability.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `revocability.json`. It is ours and in our own jar, so a fault in it is a fault of the build.
final class CatalogueReader {
    private static final String RESOURCE = "revocability.json";

    private CatalogueReader() {}

    static Catalogue packaged() {
        try (InputStream in = CatalogueReader.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not packaged beside " + CatalogueReader.class);
            }
            return read(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Catalogue read(JsonNode document) {
        List<Revocability> records = new ArrayList<>();
        document.path("credentials").forEach(node -> records.add(record(node)));
        return new Catalogue(records);
    }

    private static Revocability record(JsonNode node) {
        return new Revocability(
                text(node, "kind"),
                variant(node.path("variantOf")),
                text(node, "name"),
                node.has("issuedBy") ? text(node, "issuedBy") : null,
                node.has("sessionsOf") ? text(node, "sessionsOf") : null,
                node.path("byNameOnly").asBoolean(),
                actions(node.path("actions")),
                marked(node.path("actions"), "deletes"),
                marked(node.path("actions"), "momentary"),
                undos(node.path("actions")),
                node.path("makesAnew").asBoolean(),
                text(node, "byId"),
                text(node, "endsMinted"),
                text(node, "staysAlive"),
                duration(node, "staysAliveAtMost"),
                duration(node, "refusedWithin"),
                text(node, "expiry"),
                node.path("expiryEnforced").asBoolean(),
                text(node, "cite"));
    }

    private static @Nullable Variant variant(JsonNode node) {
        return node.isObject() ? new Variant(text(node, "kind"), text(node, "attribute"), text(node, "value")) : null;
    }

    private static List<Action> actions(JsonNode nodes) {
        List<Action> actions = new ArrayList<>();
        nodes.forEach(node -> actions.add(
                new Action(text(node, "code"), node.path("reversible").asBoolean())));
        return actions;
    }

    private static Set<String> marked(JsonNode nodes, String mark) {
        Set<String> codes = new LinkedHashSet<>();
        nodes.forEach(node -> {
            if (node.path(mark).asBoolean()) {
                codes.add(text(node, "code"));
            }
        });
        return codes;
    }

    private static Map<String, String> undos(JsonNode nodes) {
        Map<String, String> undos = new LinkedHashMap<>();
        nodes.forEach(node -> {
            if (node.has("undo")) {
                undos.put(text(node, "code"), text(node, "undo"));
            }
        });
        return undos;
    }

    private static @Nullable Duration duration(JsonNode node, String name) {
        return node.has(name) ? Duration.parse(text(node, name)) : null;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException("no " + name + " in " + node);
        }
        return value.asText();
    }
}
