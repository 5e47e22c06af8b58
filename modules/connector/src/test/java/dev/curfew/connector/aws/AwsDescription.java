package dev.curfew.connector.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.Requirements;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The vendor's own description of one of its interfaces, which comes with the test bed (botocore).
public record AwsDescription(JsonNode service) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param name as botocore calls it, for example `sso-admin`
    public static AwsDescription of(String name, String version) throws IOException {
        Path home = Cache.ofUser().environment(Requirements.MOTO);
        try (Stream<Path> all = Files.walk(home.resolve("lib"), 4)) {
            Path data = all.filter(path -> path.endsWith("site-packages/botocore"))
                    .findFirst()
                    .orElseThrow();
            Path file = data.resolve("data/" + name + "/" + version + "/service-2.json.gz");
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                return new AwsDescription(JSON.readTree(in));
            }
        }
    }

    public JsonNode shape(String name) {
        return service.path("shapes").path(name);
    }

    public JsonNode operation(String action) {
        return service.path("operations").path(action);
    }

    /// What of a question the service would not take; none: it takes it.
    public List<String> problemsOfQuestion(String action, JsonNode question) {
        return problems(action, "input", question);
    }

    /// What of an answer the service would not tell; none: it could tell it.
    public List<String> problemsOfAnswer(String action, JsonNode answer) {
        return problems(action, "output", answer);
    }

    private List<String> problems(String action, String side, JsonNode value) {
        List<String> problems = new ArrayList<>();
        String shape = operation(action).path(side).path("shape").asText();
        compare(value, shape, action, problems);
        return problems;
    }

    private void compare(JsonNode value, String name, String at, List<String> problems) {
        JsonNode shape = shape(name);
        switch (shape.path("type").asText()) {
            case "structure" -> structure(value, shape, at, problems);
            case "list" -> {
                require(value.isArray(), at, name, problems);
                value.forEach(each -> compare(each, shape.at("/member/shape").asText(), at + "[]", problems));
            }
            case "map" -> require(value.isObject(), at, name, problems);
            case "string" -> text(value, shape, at, problems);
            case "boolean" -> require(value.isBoolean(), at, name, problems);
            case "integer" ->
                require(
                        value.isInt() && value.asInt() <= shape.path("max").asInt(Integer.MAX_VALUE),
                        at,
                        name,
                        problems);
            case "timestamp" -> require(value.isNumber(), at, name, problems);
            default -> problems.add(at + " is nowhere described");
        }
    }

    private void structure(JsonNode value, JsonNode shape, String at, List<String> problems) {
        require(value.isObject(), at, "an object", problems);
        for (JsonNode required : shape.path("required")) {
            require(value.has(required.asText()), at, required.asText(), problems);
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode member = shape.path("members").path(field.getKey());
            compare(field.getValue(), member.path("shape").asText(), at + "." + field.getKey(), problems);
        }
    }

    private static void text(JsonNode value, JsonNode shape, String at, List<String> problems) {
        require(value.isTextual(), at, "a text", problems);
        String pattern = shape.path("pattern").asText(".*");
        require(value.asText().matches("(?s)" + pattern), at, pattern, problems);
        JsonNode choices = shape.path("enum");
        if (!choices.isEmpty()) {
            require(
                    choices.valueStream().anyMatch(choice -> choice.asText().equals(value.asText())),
                    at,
                    choices.toString(),
                    problems);
        }
    }

    private static void require(boolean so, String at, String what, List<String> problems) {
        if (!so) {
            problems.add(at + " is not " + what);
        }
    }
}
