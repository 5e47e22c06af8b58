package dev.curfew.connector.openbao.audit;

import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.api.BaoUser;
import dev.curfew.connector.record.AuditFile;
import dev.curfew.connector.record.RecordLog;
import dev.curfew.connector.record.line.JsonLines;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the audit file of a connected OpenBao, on this machine or where it was brought to.
public final class OpenBaoDeeds implements DeedLog {
    /// The setting that names the device, as in `bao audit list`.
    public static final String DEVICE = "audit-device";

    public static final String DEVICE_USUAL = "file";

    private static final Messages MESSAGES = Messages.of(OpenBaoDeeds.class);
    private static final String TIME = "time";
    private static final String ENTITY = "entity/";
    private static final String TOKEN = "openbao.token";

    /// Each is a question to the server.
    private static final int TOKENS_MAX = 500;

    private final BaoAccess access;
    private final InstantSource clock;

    public OpenBaoDeeds(BaoAccess access, InstantSource clock) {
        this.access = access;
        this.clock = clock;
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
        String login = BaoUser.of(who.nativeId()).map(BaoUser::loginPath).orElse("");
        if (entity.isEmpty() && tokens.isEmpty() && login.isEmpty()) {
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("no-token", who.text()));
        }
        long unasked = its.stream().filter(it -> it.kind().equals(TOKEN)).count() - tokens.size();
        Trail trail = new Trail(hashes(tokens), entity, login, since, unasked);
        // OpenBao answers nobody before it has written: a request that cannot be audited is refused
        return new RecordLog<>(new JsonLines(TIME, _ -> true), file, clock)
                .follow(trail, MESSAGES.text("called"), Duration.ZERO, since, progress);
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
}
