package dev.curfew.connector.fuzz;

import dev.curfew.connector.aws.AwsFileConnector;
import dev.curfew.connector.aws.call.AwsKeyText;
import dev.curfew.connector.aws.details.AccountDetails;
import dev.curfew.connector.aws.details.AccountDetailsXml;
import dev.curfew.connector.aws.trail.CloudTrailDeeds;
import dev.curfew.connector.cartography.CartographyConnector;
import dev.curfew.connector.folder.FolderConnector;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.connector.kubernetes.audit.KubernetesDeeds;
import dev.curfew.connector.kubernetes.config.Logins;
import dev.curfew.connector.kubernetes.file.KubernetesFileConnector;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.audit.OpenBaoDeeds;
import dev.curfew.connector.openbao.audit.OpenBaoUses;
import dev.curfew.connector.opengraph.OpenGraphConnector;
import dev.curfew.connector.people.PeopleConnector;
import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgLimits;
import dev.curfew.connector.postgres.log.PostgresDeeds;
import dev.curfew.connector.postgres.log.sql.Statement;
import dev.curfew.connector.tickets.TicketsConnector;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.testbed.fuzz.Parsers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every parser of this module that reads a file, a record, or what somebody sends. The fuzzer runs it in a process of
/// its own.
public final class ParserFuzz {
    private static final InstantSource CLOCK = InstantSource.fixed(FuzzedFiles.NOW);
    private static final Http HTTP = new Http(HttpSettings.DEFAULTS, Clock.systemUTC());
    private static final FuzzedFiles FILES = new FuzzedFiles();
    private static final FuzzedSignals SIGNALS = new FuzzedSignals();
    private static final Connector FOLDER = new FolderConnector(CLOCK);

    static final Parsers PARSERS = new Parsers(List.of(SourceException.class, MalformedException.class))
            .bytes('A', input -> FILES.file(new AwsFileConnector(CLOCK), input, Map.of()))
            .text('X', input -> AccountDetailsXml.read(input, new AccountDetails.Builder()))
            .text('I', input -> AwsKeyText.parse(Secret.of(input)).ifPresent(key -> key.close()))
            .bytes('K', input -> FILES.file(new KubernetesFileConnector(CLOCK), input, Map.of()))
            .text('k', ParserFuzz::kubeconfig)
            .bytes('G', input -> FILES.file(new OpenGraphConnector(CLOCK), input, Map.of()))
            .bytes('C', input -> FILES.file(new CartographyConnector(CLOCK), input, Map.of()))
            .text('P', input -> FILES.table(new PeopleConnector(CLOCK), input))
            .text('T', input -> FILES.table(new TicketsConnector(CLOCK), input))
            .bytes('O', ParserFuzz::codeOwners)
            .bytes('M', input -> FILES.inFolder(FOLDER, "servers/.mcp.json", input))
            .bytes('S', input -> FILES.inFolder(FOLDER, "subagent/.claude/agents/a.md", input))
            .bytes('s', input -> FILES.inFolder(FOLDER, "settings/.claude/settings.json", input))
            .bytes('a', input -> FILES.inFolder(FOLDER, "card/agent-card.json", input))
            .bytes('E', input -> FILES.inFolder(FOLDER, "variables/.env", input))
            .bytes('Y', input -> FILES.inFolder(FOLDER, "pipeline/.github/workflows/ci.yml", input))
            .bytes('p', input -> FILES.inFolder(FOLDER, "text/chain.pem", input))
            .bytes('D', input -> FILES.inFolder(FOLDER, "binary/file", input))
            .bytes('B', ParserFuzz::openBaoAudit)
            .bytes('N', ParserFuzz::kubernetesAudit)
            .bytes('L', input -> postgresLog("postgresql.csv", input))
            .bytes('l', input -> postgresLog("postgresql.json", input))
            .text('Q', Statement::of)
            .bytes('R', ParserFuzz::cloudTrail)
            .bytes('h', SIGNALS::hub)
            .bytes('H', SIGNALS::own)
            .bytes('V', SIGNALS::token)
            .text('v', SIGNALS::anyToken);

    private ParserFuzz() {}

    /// The fuzzer's entry, by this name.
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        PARSERS.read(input);
    }

    private static void kubeconfig(String text) throws IOException, InterruptedException {
        try (Secret secret = Secret.of(text)) {
            Connection connection = FILES.recorded("kubernetes", "none", new byte[0]);
            new Logins(CLOCK).own(secret, connection).credential().close();
        }
    }

    private static void codeOwners(byte[] input) throws IOException, InterruptedException {
        FILES.inFolder(FOLDER, "owned/a/b/aa/ab/a/b/.mcp.json", "{\"mcpServers\":{}}".getBytes(StandardCharsets.UTF_8));
        FILES.inFolder(FOLDER, "owned/CODEOWNERS", input);
    }

    private static void openBaoAudit(byte[] input) throws IOException, InterruptedException {
        Connection connection = FILES.recorded("openbao", "audit.log", input);
        FILES.deeds(new OpenBaoDeeds(new BaoAccess(HTTP, connection, FILES.secrets()), CLOCK), "entity/e-1");
        new OpenBaoUses(connection, CLOCK)
                .of(new PolicyId(FuzzedFiles.SOURCE, "policy/ci"), Set.of(), Instant.EPOCH, Progress.SILENT);
    }

    private static void kubernetesAudit(byte[] input) throws IOException, InterruptedException {
        Connection connection = FILES.recorded("kubernetes", "kubernetes.log", input);
        FILES.deeds(new KubernetesDeeds(connection, CLOCK), "serviceaccount/shop/ci/u-1");
    }

    private static void postgresLog(String name, byte[] input) throws IOException, InterruptedException {
        Connection connection = FILES.recorded("postgres", name, input);
        PgAccess access = new PgAccess(connection, FILES.secrets(), PgLimits.DEFAULT);
        FILES.deeds(new PostgresDeeds(connection, access, CLOCK), "role/ci");
    }

    private static void cloudTrail(byte[] input) throws IOException, InterruptedException {
        Connection connection = FILES.recorded("aws-file", "trail.json", input);
        FILES.deeds(new CloudTrailDeeds(connection, CLOCK), "arn:aws:iam::111122223333:user/ci");
    }
}
