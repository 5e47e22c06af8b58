package dev.curfew.connector.openbao.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.record.AuditFile;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the audit file of a connected OpenBao, on this machine or where it was brought to.
public final class OpenBaoDeeds implements DeedLog {
    /// The setting that names the device, as in `bao audit list`.
    public static final String DEVICE = "audit-device";

    public static final String DEVICE_USUAL = "file";

    private static final Messages MESSAGES = Messages.of(OpenBaoDeeds.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENTITY = "entity/";
    private static final String TOKEN = "openbao.token";
    private static final int PROGRESS_EVERY = 10_000;

    /// Each is a question to the server.
    private static final int TOKENS_MAX = 500;

    private final BaoAccess access;

    public OpenBaoDeeds(BaoAccess access) {
        this.access = access;
    }

    @Override
    public Timeline of(EntityId who, List<Credential> its, Instant since, Progress progress)
            throws InterruptedException {
        Path file = AuditFile.of(
                access.connection(),
                MESSAGES.text("no-file", access.connection().name(), AuditFile.SETTING));
        String entity = who.nativeId().startsWith(ENTITY) ? who.nativeId().substring(ENTITY.length()) : "";
        List<Credential> tokens = its.stream()
                .filter(it -> it.kind().equals(TOKEN))
                .limit(TOKENS_MAX)
                .toList();
        if (entity.isEmpty() && tokens.isEmpty()) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("no-token", who.text()));
        }
        Trail trail = new Trail(hashes(tokens), entity, since);
        long unread = follow(file, trail, progress);
        return new Timeline(
                trail.deeds(),
                MESSAGES.text("record", file),
                // OpenBao answers nobody before it has written: a request that cannot be audited is refused
                Duration.ZERO,
                trail.from(),
                trail.gaps(
                        unread,
                        its.stream().filter(it -> it.kind().equals(TOKEN)).count() - tokens.size()));
    }

    /// The hash of each accessor, and what the accessor is of.
    private Map<String, String> hashes(List<Credential> tokens) throws InterruptedException {
        Map<String, String> hashes = new HashMap<>();
        String device = access.connection().settings().getOrDefault(DEVICE, DEVICE_USUAL);
        try (BaoSession session = access.reading()) {
            for (Credential token : tokens) {
                BaoAnswer answer = session.ask(
                        "sys/audit-hash/" + BaoPath.encode(device),
                        Map.of("input", token.id().nativeId()));
                if (!(answer instanceof BaoAnswer.Done done)) {
                    throw new SourceException(
                            SourceException.Kind.REFUSED, MESSAGES.text("no-hash", device, answer.words()));
                }
                hashes.put(hash(done), token.id().nativeId());
            }
        }
        return hashes;
    }

    private static String hash(BaoAnswer.Done done) {
        String hash = done.data().path("hash").asText();
        return hash.isEmpty() ? done.body().path("hash").asText() : hash;
    }

    /// @return how many lines could not be read
    private static long follow(Path file, Trail trail, Progress progress) throws InterruptedException {
        long unread = 0;
        try (AuditLines lines = new AuditLines(Files.newInputStream(file))) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (lines.number() % PROGRESS_EVERY == 0) {
                    progress.at(MESSAGES.text("stage"), lines.number(), -1);
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (trail.concerns(line.get()) && !read(line.get(), trail)) {
                    unread++;
                }
            }
            return unread + lines.tooLong();
        } catch (IOException e) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("unreadable", file), e);
        }
    }

    private static boolean read(String line, Trail trail) {
        try {
            JsonNode entry = JSON.readTree(line);
            trail.read(entry);
            return entry.isObject();
        } catch (JsonProcessingException _) {
            return false;
        }
    }
}
