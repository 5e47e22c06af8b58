package dev.curfew.app.console.screen.blastradius.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Statements in JSON: AWS keeps them under `Statement` (one may stand without a list), Kubernetes' rules under
/// `rules`, rights that a source states under `statements`, OpenBao's paths under `path` by their names.
final class JsonStatements {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String AWS = "Statement";
    private static final List<String> LISTS = List.of("rules", "statements");
    private static final String OPENBAO = "path";

    private JsonStatements() {}

    /// Empty for a text that is not JSON, or has no such statement.
    static Optional<Lines> lines(String text, int statement) {
        return tree(text).flatMap(root -> pointer(root, statement)).flatMap(pointer -> lines(text, pointer));
    }

    private static Optional<JsonNode> tree(String text) {
        try {
            return Optional.of(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonPointer> pointer(JsonNode root, int statement) {
        JsonNode aws = root.path(AWS);
        if (aws.isObject()) {
            return statement == 0 ? Optional.of(JsonPointer.compile("/" + AWS)) : Optional.empty();
        }
        if (aws.has(statement)) {
            return Optional.of(JsonPointer.compile("/" + AWS + "/" + statement));
        }
        for (String list : LISTS) {
            if (root.path(list).has(statement)) {
                return Optional.of(JsonPointer.compile("/" + list + "/" + statement));
            }
        }
        return path(root, statement)
                .map(name -> JsonPointer.empty().appendProperty(OPENBAO).appendProperty(name));
    }

    private static Optional<String> path(JsonNode root, int statement) {
        Iterator<String> names = root.path(OPENBAO).fieldNames();
        for (int i = 0; i < statement && names.hasNext(); i++) {
            names.next();
        }
        return names.hasNext() ? Optional.of(names.next()) : Optional.empty();
    }

    private static Optional<Lines> lines(String text, JsonPointer wanted) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            int first = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean there = parser.getParsingContext().pathAsPointer().equals(wanted);
                if (there && token == JsonToken.START_OBJECT) {
                    first = parser.currentTokenLocation().getLineNr();
                } else if (there && token == JsonToken.END_OBJECT && first > 0) {
                    return Optional.of(
                            new Lines(first, parser.currentTokenLocation().getLineNr()));
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text without the statement; empty where there is none.
    static Optional<String> without(String text, int statement) {
        Optional<JsonNode> root = tree(text);
        Optional<JsonPointer> pointer = root.flatMap(it -> pointer(it, statement));
        if (root.isEmpty() || pointer.isEmpty()) {
            return Optional.empty();
        }
        JsonNode parent = root.get().at(pointer.get().head());
        String last = pointer.get().last().getMatchingProperty();
        if (parent instanceof ArrayNode list) {
            list.remove(statement);
        } else if (last.equals(AWS) && parent instanceof ObjectNode document) {
            document.putArray(AWS);
        } else if (parent instanceof ObjectNode paths) {
            paths.remove(last);
        }
        return Optional.of(root.get().toString());
    }
}
