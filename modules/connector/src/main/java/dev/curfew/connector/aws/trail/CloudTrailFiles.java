package dev.curfew.connector.aws.trail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.record.Entries;
import dev.curfew.connector.record.RecordForm;
import java.io.IOException;
import java.io.InputStream;

/// `{"Records":[…]}`, as CloudTrail puts it into a bucket.
final class CloudTrailFiles implements RecordForm<JsonNode> {
    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    @Override
    public Entries<JsonNode> open(InputStream in) throws IOException {
        return new CloudTrailEntries(JSON.createParser(in));
    }

    /// Digests, insights and reports of last access lie beside the logs, and are none.
    @Override
    public boolean holds(String path) {
        return (path.endsWith(".json") || path.endsWith(".json.gz"))
                && !path.contains("CloudTrail-Digest")
                && !path.contains("CloudTrail-Insight")
                && !path.endsWith(".last-accessed.json");
    }
}
