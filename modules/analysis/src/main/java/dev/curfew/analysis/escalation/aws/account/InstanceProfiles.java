package dev.curfew.analysis.escalation.aws.account;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.curfew.model.estate.Identity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The instance profiles that hold a role, as its source document tells them.
final class InstanceProfiles {
    private static final String FIELD = "InstanceProfileList";
    private static final JsonFactory JSON = new JsonFactory();

    private InstanceProfiles() {}

    /// ARNs; empty where the document does not tell them, which is no proof that there are none.
    static Optional<List<String>> of(Identity role) {
        String document = role.provenance().document();
        if (!document.contains(FIELD)) {
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(document)) {
            return find(parser);
        } catch (IOException _) {
            // as good as not told
            return Optional.empty();
        }
    }

    private static Optional<List<String>> find(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean here = parser.currentName().equals(FIELD);
            JsonToken value = parser.nextToken();
            if (here && value == JsonToken.START_ARRAY) {
                return Optional.of(texts(parser));
            }
            parser.skipChildren();
        }
        return Optional.empty();
    }

    private static List<String> texts(JsonParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                texts.add(parser.getText());
            }
            parser.skipChildren();
        }
        return texts;
    }
}
