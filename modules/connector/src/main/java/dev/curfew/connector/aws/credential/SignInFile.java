package dev.curfew.connector.aws.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.curfew.connector.aws.call.AwsAnswer;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsService;
import dev.curfew.connector.http.Call;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The sign-in that `aws sso login` left in its cache. One that is over is renewed where that program registered for
/// it, and written back as its own libraries do: a renewal may be had once only, so here one at a time asks for it.
///
/// <https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html>
///
/// @param profile whose sign-in it is
record SignInFile(Path file, String profile, InstantSource clock) {
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "accessToken";
    private static final String END = "expiresAt";
    private static final String RENEWAL = "refreshToken";
    private static final String CLIENT = "clientId";
    private static final String CLIENT_SECRET = "clientSecret";

    /// @param there where it was signed in
    /// @throws dev.curfew.model.port.SourceException if nobody is signed in any more
    Secret token(AwsClient there) throws InterruptedException {
        ReentrantLock lock = LOCKS.computeIfAbsent(file, _ -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            ObjectNode cached = object(SharedFiles.text(file)).orElseThrow(this::over);
            return isAhead(cached.path(END)) ? Secret.of(cached.path(TOKEN).asText()) : renewed(cached, there);
        } finally {
            lock.unlock();
        }
    }

    private Secret renewed(ObjectNode cached, AwsClient there) throws InterruptedException {
        boolean registered = isAhead(cached.path("registrationExpiresAt"))
                && !cached.path(RENEWAL).asText().isEmpty();
        if (!registered) {
            throw over();
        }
        // before it is asked for: a renewal that cannot be written is lost
        Path fresh = beside();
        try {
            ObjectNode made = ask(cached, there);
            Instant end = clock.instant().plusSeconds(made.path("expiresIn").asLong());
            cached.put(TOKEN, made.path(TOKEN).asText());
            cached.put(END, end.truncatedTo(ChronoUnit.SECONDS).toString());
            if (!made.path(RENEWAL).asText().isEmpty()) {
                cached.put(RENEWAL, made.path(RENEWAL).asText());
            }
            write(cached, fresh);
            return Secret.of(made.path(TOKEN).asText());
        } finally {
            delete(fresh);
        }
    }

    /// What was renewed.
    private ObjectNode ask(ObjectNode cached, AwsClient there) throws InterruptedException {
        byte[] order = CanonicalJson.bytes(Map.of(
                CLIENT,
                cached.path(CLIENT).asText(),
                CLIENT_SECRET,
                cached.path(CLIENT_SECRET).asText(),
                RENEWAL,
                cached.path(RENEWAL).asText(),
                "grantType",
                "refresh_token"));
        AwsAnswer answer = there.unsigned(
                AwsService.SSO_OIDC, oidc -> Call.of("POST", oidc, "token").body("application/json", order));
        if (!(answer instanceof AwsAnswer.Done done)) {
            throw NoKey.after(answer, "sso.over", profile);
        }
        return object(done.body())
                .filter(made -> !made.path(TOKEN).asText().isEmpty())
                .orElseThrow(() -> NoKey.because("sso.unreadable"));
    }

    private boolean isAhead(JsonNode moment) {
        try {
            return clock.instant().isBefore(Instant.parse(moment.asText()));
        } catch (DateTimeException _) {
            return false;
        }
    }

    /// The parser's message quotes what it met.
    private static Optional<ObjectNode> object(String text) {
        try {
            return JSON.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private RuntimeException over() {
        return NoKey.because("sso.over", profile);
    }

    /// A new file, which only its owner may read.
    private Path beside() {
        try {
            return Files.createTempFile(file.getParent(), ".sign-in", ".json");
        } catch (IOException _) {
            throw NoKey.because("sso.unwritable", profile, file);
        }
    }

    private static void delete(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException _) {
            // only its owner may read it
        }
    }

    /// Puts it in the old one's place.
    private void write(ObjectNode cached, Path fresh) {
        try {
            Files.write(fresh, cached.toString().getBytes(StandardCharsets.UTF_8));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            throw NoKey.because("sso.unwritten", profile, file);
        }
    }
}
