package dev.curfew.connector.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/// Reads what somebody else sent: a name twice, or anything after the end, makes it no JSON.
public final class StrictJson {
    private final ObjectMapper mapper;

    /// @param depthMax how deep it may be nested
    public StrictJson(int depthMax) {
        mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(depthMax)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /// Empty for what is no JSON.
    public Optional<JsonNode> read(byte[] bytes) {
        try {
            return Optional.of(mapper.readTree(bytes));
        } catch (IOException _) {
            // its words can quote what was sent
            return Optional.empty();
        }
    }

    /// Empty for what is no JSON object.
    public Optional<ObjectNode> object(byte[] bytes) {
        return read(bytes).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
    }
}
