package dev.curfew.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.connector.aws.details.AccountFile;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsFileConnectorTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:14:09Z");

    @TempDir
    private Path folder;

    @Test
    void readsTheFileAndTellsWhatItCannotTell() throws Exception {
        Observation observation = observe(write(AccountFile.GOOD).toUri());

        assertThat(observation.facts().stream().map(Fact::key))
                .containsExactly(
                        "arn:aws:iam::111122223333:role/deploy",
                        "arn:aws:iam::111122223333:user/ops/ci",
                        "arn:aws:iam::111122223333:policy/read",
                        "arn:aws:iam::111122223333:policy/read#v1",
                        "arn:aws:iam::111122223333:role/deploy#trust",
                        "arn:aws:iam::111122223333:role/deploy | aws.assume-role"
                                + " | arn:aws:iam::111122223333:role/deploy#trust",
                        "arn:aws:iam::111122223333:root");
        assertThat(observation.coverage())
                .extracting(coverage -> coverage.scope() + " " + coverage.state() + " " + coverage.items())
                .containsExactly(
                        "users READ 1",
                        "groups READ 0",
                        "roles READ 1",
                        "policies READ 1",
                        "account READ 1",
                        "policy-resources READ 0",
                        "access-keys SKIPPED 0",
                        "access-key-last-used SKIPPED 0",
                        "passwords SKIPPED 0");
        assertThat(observation.coverage())
                .filteredOn(coverage -> coverage.state() == CoverageState.SKIPPED)
                .extracting(Coverage::detail)
                .doesNotContain("");
    }

    @Test
    void twoReadingsOfOneFileAreEqual() throws Exception {
        URI file = write(AccountFile.GOOD).toUri();

        assertThat(observe(file)).isEqualTo(observe(file));
    }

    @Test
    void refusesABadFileByNameLineAndPathWithoutQuotingIt() throws Exception {
        Path file = write(AccountFile.with("\"UserName\": \"ci\"", "\"UserName\": [\"canary\"]"));

        assertThatThrownBy(() -> observe(file.toUri()))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.MALFORMED))
                .hasCauseInstanceOf(MalformedException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("line 5, column 19, at $.UserDetailList[0].UserName: expected a text")
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://iam.amazonaws.com/", "file:relative", "mailto:a@b.c", "file:///no/such/file"})
    void saysThatThereIsNoSuchFile(String address) {
        assertThatThrownBy(() -> observe(URI.create(address)))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(SourceException.Kind.UNREACHABLE));
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> observe(folder.toUri())).isInstanceOf(SourceException.class);
    }

    @Test
    void neitherActsNorProbes() {
        AwsFileConnector connector = new AwsFileConnector(InstantSource.fixed(NOW));
        Connection connection = connection(folder.toUri());

        assertThat(connector.issuer(connection, new NoSecrets())).isEmpty();
        assertThat(connector.revoker(connection, new NoSecrets())).isEmpty();
        assertThat(connector.probe(connection, new NoSecrets())).isEmpty();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("account.json"), text);
    }

    private static Observation observe(URI address) throws InterruptedException {
        return new AwsFileConnector(InstantSource.fixed(NOW))
                .observer(connection(address), new NoSecrets())
                .observe(Progress.SILENT);
    }

    private static Connection connection(URI address) {
        return new Connection(new SourceName("audit"), AwsFileConnector.KIND.id(), address, false, NOW, Map.of());
    }
}
