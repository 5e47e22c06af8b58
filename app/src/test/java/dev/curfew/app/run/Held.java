package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.testbed.Answer;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.kubernetes.Kubernetes;
import dev.curfew.testbed.postgres.PostgreSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A window's credential at its target, as the target itself tells of it.
interface Held {
    /// A target's own clock and cache, and the way there.
    Duration GRACE = Duration.ofSeconds(15);

    Window window();

    /// When the target lets nobody in with it any more; empty where it is not there.
    Optional<Instant> end();

    default boolean isGone() {
        return end().isEmpty();
    }

    /// Never later than approved, and not there after that where the target ends it.
    default void assertNotLonger() {
        end().ifPresent(end -> assertThat(end).as(window().id()).isBeforeOrEqualTo(window().endsAt()));
    }

    /// @param file that its value was written to
    record Window(String id, Instant endsAt, Path file) {
        String value() {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void assertNotOver() {
            assertThat(Instant.now()).as(id + " still works").isBefore(endsAt.plus(GRACE));
        }
    }

    /// A login; VALID UNTIL lets nobody in anew, and Curfew drops it.
    record OfPostgres(PostgreSql server, Window window) implements Held {
        @Override
        public Optional<Instant> end() {
            List<List<String>> found = server.query(
                    "postgres",
                    "SELECT ceil(extract(epoch FROM rolvaliduntil))::bigint FROM pg_roles WHERE rolname = 'curfew-"
                            + window.id() + "'");
            return found.stream().findFirst().map(row -> Instant.ofEpochSecond(Long.parseLong(row.getFirst())));
        }
    }

    /// A token, ended by its explicit_max_ttl.
    record OfOpenBao(OpenBao openBao, Window window) implements Held {
        @Override
        public Optional<Instant> end() {
            Answer answer = openBao.call("POST", "auth/token/lookup", Map.of("token", window.value()));
            if (answer.status() != 200) {
                return Optional.empty();
            }
            window.assertNotOver();
            return Optional.of(Instant.parse(answer.text("/data/expire_time")));
        }
    }

    /// A requested token, which says itself how long it holds, of an account that Curfew deletes.
    record OfKubernetes(Kubernetes kubernetes, Window window) implements Held {
        /// Sixty seconds for clocks and ten for which an answer is kept.
        private static final Duration TAKEN_AFTER_EXP = Duration.ofSeconds(70);

        @Override
        public Optional<Instant> end() {
            int status = kubernetes
                    .call("GET", "/api/v1/namespaces/curfew/configmaps", Map.of(), window.value())
                    .status();
            if (status == 401) {
                return Optional.empty();
            }
            assertThat(status).as(window.id()).isEqualTo(200);
            window.assertNotOver();
            return Optional.of(Instant.ofEpochSecond(expiry()).plus(TAKEN_AFTER_EXP));
        }

        private long expiry() {
            try {
                return new ObjectMapper()
                        .readTree(Base64.getUrlDecoder().decode(window.value().split("\\.", -1)[1]))
                        .path("exp")
                        .asLong();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
