package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was created, changed and revoked by day, over days with readings and days without.
class VelocityTest {
    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void aFolder() throws IOException {
        folder = Files.createDirectory(home.resolve("checkout"));
        secret("first");
        on(16).run("init");
        read(16);
    }

    private CommandBench on(int day) {
        return new CommandBench(
                home, Clock.fixed(Instant.parse("2026-11-%02dT09:00:00Z".formatted(day)), ZoneOffset.UTC));
    }

    private void secret(String name) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve(name)).resolve(".env"), "DB_PASSWORD=Vd7-quiet-" + name + "\n");
    }

    private void read(int day) {
        Answer answer = on(day).json("import", "folder", folder.toString(), "--name", "checkout");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }

    private static List<String> of(Answer answer, String field) {
        return answer.items()
                .valueStream()
                .map(it -> it.path(field).asText("null"))
                .toList();
    }

    @Test
    void aDayWithoutAReadingIsUnknownAndWhatCameThenIsToldOfTheNextReadingWithSinceWhen() throws IOException {
        secret("second");
        read(17);
        secret("third");
        secret("fourth");
        read(20);
        Files.delete(folder.resolve("first/.env"));
        read(21);

        Answer answer = on(22).json("velocity", "--days", "8");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(of(answer, "day")).startsWith("2026-11-15").endsWith("2026-11-22");
        assertThat(of(answer, "created")).containsExactly("null", "null", "1", "null", "null", "2", "0", "null");
        assertThat(of(answer, "gone")).containsExactly("null", "null", "0", "null", "null", "0", "1", "null");
        assertThat(of(answer, "movedSince"))
                .containsExactly("null", "null", "null", "null", "null", "2026-11-17T09:00:00Z", "null", "null");
        assertThat(of(answer, "revoked")).containsOnly("0");
        assertThat(answer.err()).contains("A day is unknown where no scope was read whole");
        JsonNode read = answer.items().path(2);
        assertThat(read.path("scopesCompared").asInt())
                .isEqualTo(read.path("scopes").asInt());
        assertThat(on(22).run("velocity").out()).contains("unknown", "compared with 2026-11-17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "93", "-1"})
    void onlyDaysThatCanBeLookedAtAreTaken(String days) {
        Answer answer = on(17).run("velocity", "--days", days);

        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("1 to 92");
    }
}
