package dev.curfew.connector.folder.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.connector.tree.Place;
import dev.curfew.connector.tree.Problem;

/// JSON as editors take it: with comments and trailing commas (JSONC, as VS Code's settings are).
final class LooseJson {
    private static final int DEPTH_MAX = 64;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build());

    private LooseJson() {}

    /// @throws MalformedException with line and column, and nothing of the text
    static JsonNode read(String text) {
        try {
            String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
            return MAPPER.readTree(bare);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            Place place = at == null
                    ? Place.document()
                    : new Place(null, "$", Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
            throw new MalformedException(Problem.UNREADABLE, place, "");
        }
    }
}
