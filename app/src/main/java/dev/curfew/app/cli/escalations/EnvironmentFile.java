package dev.curfew.app.cli.escalations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.curfew.analysis.escalation.Environment;
import dev.curfew.analysis.escalation.Environment.Existing;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what exists in an account; its fields are in docs/user/escalations.md. A field that is not there is not known;
/// one of the wrong type is refused, for guessing would make "absent" of "unknown".
final class EnvironmentFile {
    /// An environment lists what runs in one account: far fewer things than would fill this.
    private static final long BYTES_MAX = 64L << 20;

    private static final Messages MESSAGES = Messages.of(EnvironmentFile.class);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EnvironmentFile() {}

    static Environment read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new UsageProblem(MESSAGES.text("environment.large", file, BYTES_MAX));
            }
            return read(file, JSON.readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new UsageProblem(MESSAGES.text("environment.json", file, line), e);
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("unreadable", file), e);
        }
    }

    private static Environment read(Path file, JsonNode root) {
        require(file, root.isObject(), "$");
        return new Environment(
                list(file, root, "existingResources").map(nodes -> existing(file, nodes)),
                list(file, root, "ecsClusters").map(nodes -> clusters(file, nodes)),
                accessKeys(file, root.path("accessKeys")),
                passwords(file, root.path("loginProfile")));
    }

    private static Optional<JsonNode> list(Path file, JsonNode root, String name) {
        JsonNode node = root.path(name);
        require(file, node.isArray() || isAbsent(node), "$." + name);
        return isAbsent(node) ? Optional.empty() : Optional.of(node);
    }

    private static List<Existing> existing(Path file, JsonNode nodes) {
        List<Existing> existing = new ArrayList<>();
        for (JsonNode node : nodes) {
            JsonNode role = node.path("executionRole");
            String at = "$.existingResources[" + existing.size() + "]";
            require(file, node.path("arn").isTextual(), at + ".arn");
            require(file, role.isTextual() || isAbsent(role), at + ".executionRole");
            existing.add(new Existing(node.path("arn").asText(), role.asText("")));
        }
        return existing;
    }

    private static List<String> clusters(Path file, JsonNode nodes) {
        List<String> clusters = new ArrayList<>();
        for (JsonNode node : nodes) {
            require(file, node.isTextual(), "$.ecsClusters[" + clusters.size() + "]");
            clusters.add(node.asText());
        }
        return clusters;
    }

    private static Map<String, Integer> accessKeys(Path file, JsonNode node) {
        require(file, node.isObject() || isAbsent(node), "$.accessKeys");
        Map<String, Integer> keys = new HashMap<>();
        node.properties().forEach(field -> {
            require(file, field.getValue().isInt(), "$.accessKeys." + field.getKey());
            keys.put(field.getKey(), field.getValue().asInt());
        });
        return keys;
    }

    private static Map<String, Boolean> passwords(Path file, JsonNode node) {
        require(file, node.isObject() || isAbsent(node), "$.loginProfile");
        Map<String, Boolean> passwords = new HashMap<>();
        node.properties().forEach(field -> {
            require(file, field.getValue().isBoolean(), "$.loginProfile." + field.getKey());
            passwords.put(field.getKey(), field.getValue().asBoolean());
        });
        return passwords;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static void require(Path file, boolean holds, String path) {
        if (!holds) {
            throw new UsageProblem(MESSAGES.text("environment.field", file, path));
        }
    }
}
