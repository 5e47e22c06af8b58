package dev.curfew.connector.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.aws.AwsConnector;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.memory.MemorySecrets;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Answers as the IAM API Reference has them ("GenerateServiceLastAccessedDetails", "GetServiceLastAccessedDetails");
/// moto makes no such reports.
class LiveLastAccessTest {
    private static final String GENERATED = """
            <GenerateServiceLastAccessedDetailsResponse><GenerateServiceLastAccessedDetailsResult>
            <JobId>eb7d31c8-1</JobId></GenerateServiceLastAccessedDetailsResult>
            </GenerateServiceLastAccessedDetailsResponse>""";

    private final MockWebServer iam = new MockWebServer();
    private final Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
    private Duration waited = Duration.ZERO;

    @BeforeEach
    void start() throws IOException {
        iam.start();
    }

    @AfterEach
    void stop() {
        http.close();
        iam.close();
    }

    private static String report(String status, String more) {
        return "<GetServiceLastAccessedDetailsResponse><GetServiceLastAccessedDetailsResult><JobStatus>" + status
                + "</JobStatus><JobCreationDate>2026-11-30T12:00:00.008Z</JobCreationDate>" + more
                + "</GetServiceLastAccessedDetailsResult></GetServiceLastAccessedDetailsResponse>";
    }

    private static String page(String service, String used, String next) {
        return "<IsTruncated>" + !next.isEmpty() + "</IsTruncated>"
                + (next.isEmpty() ? "" : "<Marker>" + next + "</Marker>")
                + "<ServicesLastAccessed><member><ServiceNamespace>" + service + "</ServiceNamespace>" + used
                + "</member></ServicesLastAccessed>";
    }

    private void answers(int status, String... bodies) {
        for (String body : bodies) {
            iam.enqueue(new MockResponse.Builder().code(status).body(body).build());
        }
    }

    private LastAccess ask() throws InterruptedException {
        Connection connection = new Connection(
                new SourceName("prod"), AwsConnector.KIND.id(), iam.url("/").uri(), false, Instant.EPOCH, Map.of());
        MemorySecrets secrets = new MemorySecrets();
        secrets.put(
                connection.readSecret(), Secret.of("AKIAIOSFODNN7EXAMPLE canarySECRETcanarySECRETcanarySECRET0000"));
        Account account = new Account(connection, secrets, http, Clock.systemUTC());
        return new LiveLastAccess(account, time -> waited = waited.plus(time)).of("arn:aws:iam::111122223333:policy/p");
    }

    @Test
    void waitsForTheReportAndReadsAllOfItsPages() throws Exception {
        answers(
                200,
                GENERATED,
                report("IN_PROGRESS", ""),
                report("COMPLETED", page("s3", "<LastAuthenticated>2026-11-29T00:00:00Z</LastAuthenticated>", "more")),
                report("COMPLETED", page("ses", "", "")));

        LastAccess report = ask();

        assertThat(report.madeAt()).isEqualTo(Instant.parse("2026-11-30T12:00:00.008Z"));
        assertThat(report.services())
                .isEqualTo(Map.of("s3", Optional.of(Instant.parse("2026-11-29T00:00:00Z")), "ses", Optional.empty()));
        assertThat(waited).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aReportThatNeverComesIsNotTakenForOneWithoutUse() {
        answers(200, GENERATED);
        for (int i = 0; i < 10; i++) {
            answers(200, report("IN_PROGRESS", ""));
        }

        assertThatThrownBy(this::ask).isInstanceOf(SourceException.class).hasMessageContaining("IN_PROGRESS");
        assertThat(waited).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aRefusalSaysWhichRightIsWanted() {
        answers(403, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>");

        assertThatThrownBy(this::ask)
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("AccessDenied")
                .hasMessageContaining("iam:GenerateServiceLastAccessedDetails");
    }
}
