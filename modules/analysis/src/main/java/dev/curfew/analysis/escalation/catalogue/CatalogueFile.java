package dev.curfew.analysis.escalation.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// A catalogue in our own jar; a fault in it is a fault of the build.
final class CatalogueFile {
    private CatalogueFile() {}

    static JsonNode read(String resource) {
        try (InputStream in = CatalogueFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not packaged beside " + CatalogueFile.class);
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Words words(JsonNode node) {
        return new Words(text(node, "sentence"), texts(node, "cutBy"));
    }

    static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException("no " + name + " in " + node);
        }
        return value.asText();
    }

    /// None where there is no such list.
    static List<String> texts(JsonNode node, String name) {
        List<String> texts = new ArrayList<>();
        node.path(name).forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
