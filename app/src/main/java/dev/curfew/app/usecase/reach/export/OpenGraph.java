package dev.curfew.app.usecase.reach.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.curfew.analysis.graph.part.GraphPart;
import dev.curfew.analysis.graph.part.PartEdge;
import dev.curfew.model.id.EntityId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes BloodHound OpenGraph: nodes with up to three kinds, edges of one kind, both with properties of lower-case
/// names whose values are texts or lists of texts (bloodhound.specterops.io/opengraph/developer/schema).
final class OpenGraph {
    /// Whatever BloodHound is to draw alike, and to forget alike.
    private static final String OURS = "Curfew";

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private OpenGraph(JsonGenerator json) {
        this.json = json;
    }

    static void write(GraphPart part, OutputStream out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            new OpenGraph(json).write(part);
        }
    }

    private void write(GraphPart part) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("metadata");
        json.writeStringField("source_kind", OURS);
        json.writeEndObject();
        json.writeObjectFieldStart("graph");
        json.writeArrayFieldStart("nodes");
        for (EntityId id : part.entities()) {
            node(NodeFacts.of(part.index(), id));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("edges");
        for (PartEdge edge : part.edges()) {
            edge(new EdgeFacts(edge), part.compared());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void node(NodeFacts node) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("id", node.id().text());
        json.writeArrayFieldStart("kinds");
        if (!node.kind().isEmpty()) {
            json.writeString(pascal(node.kind()));
        }
        json.writeString(OURS + pascal(node.type()));
        json.writeEndArray();
        json.writeObjectFieldStart("properties");
        for (Map.Entry<String, String> property : node.properties().entrySet()) {
            json.writeStringField(property.getKey(), property.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void edge(EdgeFacts edge, boolean compared) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("kind", OURS + pascal(edge.how()));
        end("start", edge.from());
        end("end", edge.to());
        json.writeObjectFieldStart("properties");
        json.writeStringField("level", edge.level());
        json.writeStringField("certainty", edge.certainty());
        json.writeStringField("actions", edge.actions());
        list("via", edge.via());
        list("statements", edge.statements());
        list("conditions", edge.conditions());
        if (compared) {
            json.writeStringField("fate", edge.fate());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void end(String name, String id) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("match_by", "id");
        json.writeStringField("value", id);
        json.writeEndObject();
    }

    private void list(String name, List<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }

    /// Kinds are words in Pascal case without signs between: `aws.access-key` is `AwsAccessKey`.
    private static String pascal(String words) {
        StringBuilder pascal = new StringBuilder(words.length());
        for (String word : words.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                pascal.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return pascal.toString();
    }
}
