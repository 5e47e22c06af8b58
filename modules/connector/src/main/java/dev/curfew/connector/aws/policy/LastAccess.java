package dev.curfew.connector.aws.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// AWS's report of when each service that a policy allows was last used, by anybody who holds it: what
/// `aws iam get-service-last-accessed-details` prints for a report on the policy's ARN.
///
/// @param madeAt when AWS began to make it
/// @param services when each was last used; empty for one that was not
record LastAccess(Instant madeAt, Map<String, Optional<Instant>> services) {
    /// How the file is called, behind the policy's name.
    static final String ENDING = ".last-accessed.json";

    private static final Messages MESSAGES = Messages.of(LastAccess.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A service has some hundred bytes, and there are some four hundred.
    private static final long BYTES_MAX = 4 << 20;

    /// Empty where there is no such file.
    ///
    /// @throws SourceException if it is not whole
    static Optional<LastAccess> of(Path folder, String policy) {
        Path file = folder.resolve(policy + ENDING);
        return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private static LastAccess read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("report.part", file));
            }
            JsonNode report = JSON.readTree(file.toFile());
            boolean whole = report.path("JobStatus").asText().equals("COMPLETED")
                    && !report.path("IsTruncated").asBoolean()
                    && report.path("ServicesLastAccessed").isArray();
            Optional<Instant> madeAt = instant(report.path("JobCreationDate"));
            if (!whole || madeAt.isEmpty()) {
                throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("report.part", file));
            }
            Map<String, Optional<Instant>> services = new TreeMap<>();
            report.path("ServicesLastAccessed")
                    .forEach(service -> services.put(
                            service.path("ServiceNamespace").asText(), instant(service.path("LastAuthenticated"))));
            return new LastAccess(madeAt.get(), services);
        } catch (IOException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("report.part", file), e);
        }
    }

    /// The command line writes an offset.
    private static Optional<Instant> instant(JsonNode text) {
        try {
            return Json.instant(text)
                    .or(() -> Optional.of(text.asText())
                            .filter(each -> !each.isEmpty())
                            .map(each -> OffsetDateTime.parse(each).toInstant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
