package dev.curfew.connector.aws.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.aws.AwsFileConnector;
import dev.curfew.connector.aws.ConnectedAccount;
import dev.curfew.connector.aws.NoSecrets;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.Requirements;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// AWS's own Python library, which comes with moto, exports an account as its command line would; what the file tells
/// must be what the account tells live.
@WithMoto
class FileAndLiveMotoTest {
    private static final String EXPORT = """
        import boto3, json, sys
        iam = boto3.client('iam', endpoint_url=sys.argv[1], region_name='us-east-1',
                           aws_access_key_id='AKIAIOSFODNN7EXAMPLE', aws_secret_access_key='none')
        details = iam.get_account_authorization_details()
        details.pop('ResponseMetadata')
        with open(sys.argv[2], 'w') as out:
            json.dump(details, out, indent=4, default=lambda moment: moment.isoformat())
        """;

    @TempDir
    private Path folder;

    @Test
    void tellTheSame(Moto moto) throws Exception {
        moto.reset();
        new SeededAccount(moto).seed();
        Path file = folder.resolve("account.json");
        export(moto.endpoint(), file);

        Observation live = live(moto.endpoint());
        Observation fromFile = fromFile(file);

        assertThat(fromFile.facts()).isEqualTo(withoutCredentials(live));
        assertThat(fromFile.facts()).hasSizeGreaterThan(30);
    }

    private static void export(URI endpoint, Path file) throws IOException, InterruptedException {
        Path python = Cache.ofUser().environment(Requirements.MOTO).resolve("bin/python");
        Process process = new ProcessBuilder(python.toString(), "-c", EXPORT, endpoint.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /// A file does not tell of keys and passwords.
    private static List<Fact> withoutCredentials(Observation observation) {
        return observation.facts().stream()
                .flatMap(fact -> fact instanceof Credential ? Stream.empty() : Stream.of(fact))
                .toList();
    }

    private static Observation live(URI endpoint) throws InterruptedException {
        try (ConnectedAccount connected = new ConnectedAccount(endpoint, HttpSettings.DEFAULTS)) {
            return connected.reading("AKIAIOSFODNN7EXAMPLE nonenone").observe();
        }
    }

    private static Observation fromFile(Path file) throws InterruptedException {
        Connection connection = new Connection(
                new SourceName("prod"), AwsFileConnector.KIND.id(), file.toUri(), false, Instant.EPOCH, Map.of());
        return new AwsFileConnector(Clock.systemUTC())
                .observer(connection, new NoSecrets())
                .observe(Progress.SILENT);
    }
}
