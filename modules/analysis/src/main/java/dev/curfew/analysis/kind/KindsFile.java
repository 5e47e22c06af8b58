package dev.curfew.analysis.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.model.attribute.Sensitivity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads `kinds.json`. It is ours and in our own jar, so a fault in it is a fault of the build.
final class KindsFile {
    private static final String RESOURCE = "kinds.json";

    private final List<EntityKind> rows = new ArrayList<>();
    private final Map<String, String> others = new HashMap<>();
    private final Map<String, ValueForm> values = new HashMap<>();
    private final List<IdRule> ids = new ArrayList<>();

    private KindsFile() {}

    static Kinds packaged() {
        try (InputStream in = KindsFile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not packaged beside " + KindsFile.class);
            }
            return read(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Kinds read(JsonNode document) {
        KindsFile file = new KindsFile();
        document.path("providers").forEach(file::provider);
        return new Kinds(file.rows, file.others, file.values, file.ids);
    }

    private void provider(JsonNode section) {
        String provider = text(section, "provider");
        if (section.has("other")) {
            others.put(provider, text(section, "other"));
        }
        if (section.has("values")) {
            values.put(provider, ValueForm.valueOf(text(section, "values")));
        }
        for (JsonNode row : section.path("kinds")) {
            kind(provider, row);
        }
    }

    private void kind(String provider, JsonNode row) {
        String kind = text(row, "kind");
        if (!kind.startsWith(provider + ".")) {
            throw new IllegalArgumentException(kind + " is no kind of " + provider);
        }
        String name = text(row, "name");
        rows.add(new EntityKind(
                kind,
                name,
                row.has("several") ? text(row, "several") : Kinds.several(name),
                row.path("collective").asBoolean(),
                row.path("boundable").asBoolean(),
                row.path("rotatable").asBoolean(),
                row.path("providersOwn").asText(),
                row.has("ranBy") ? ranBy(row.path("ranBy")) : null));
        JsonNode unlisted = row.path("unlisted");
        if (unlisted.isObject()) {
            ids.add(IdRule.of(
                    kind,
                    text(unlisted, "id"),
                    unlisted.path("whole").asBoolean(),
                    IdRule.Naming.valueOf(text(unlisted, "called")),
                    Sensitivity.valueOf(unlisted.path("sensitivity").asText(Sensitivity.UNKNOWN.name()))));
        }
    }

    private static RanBy ranBy(JsonNode node) {
        List<String> scopes = new ArrayList<>();
        node.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        return new RanBy(text(node, "tag"), scopes, text(node, "outside"));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException("no " + name + " in " + node);
        }
        return value.asText();
    }
}
