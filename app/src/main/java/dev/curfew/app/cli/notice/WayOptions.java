package dev.curfew.app.cli.notice;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.CaFile;
import dev.curfew.app.cli.option.SecretFile;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.notice.MailAddress;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.notice.Carrier;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// How notices go: one of three ways.
final class WayOptions {
    private static final Messages MESSAGES = Messages.of(WayOptions.class);

    /// A host, or an IPv6 address in brackets; and a port.
    private static final Pattern SERVER = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+):(\\d{1,5})");

    private static final int PORT_MAX = 65_535;

    static final class Webhook {
        @Option(names = "--webhook", paramLabel = "URL", required = true)
        private URI address = URI.create("");

        @Option(names = "--secret-file", paramLabel = "FILE", required = true)
        private Path secretFile = Path.of("");
    }

    static final class Receiver {
        @Option(names = "--mail-to", paramLabel = "ADDRESS", required = true)
        private String to = "";

        @Option(names = "--mail-to-owners", required = true)
        private boolean owners;
    }

    static final class Mail {
        @ArgGroup(multiplicity = "1")
        private Receiver receiver = new Receiver();

        @Option(names = "--mail-from", paramLabel = "ADDRESS", required = true)
        private String from = "";

        @Option(names = "--smtp", paramLabel = "HOST:PORT", required = true)
        private String server = "";

        @Option(names = "--user", paramLabel = "NAME")
        private String user = "";

        @Option(names = "--password-file", paramLabel = "FILE")
        private @Nullable Path passwordFile;
    }

    static final class Ways {
        @Option(names = "--desktop", required = true)
        private boolean desktop;

        @ArgGroup(exclusive = false)
        private @Nullable Webhook webhook;

        @ArgGroup(exclusive = false)
        private @Nullable Mail mail;
    }

    @ArgGroup(multiplicity = "1")
    private Ways ways = new Ways();

    @Option(names = "--ca-file", paramLabel = "FILE", descriptionKey = "notice.ca-file")
    private @Nullable Path caFile;

    @Option(names = "--allow-private-addresses", descriptionKey = "allow-private-addresses")
    private boolean privateAllowed;

    /// @throws UsageProblem for what is no address, or no server's
    Carrier.Way way() {
        String ca = caFile == null ? "" : CaFile.read(caFile);
        if (ways.webhook != null) {
            return webhook(ways.webhook.address, ca, privateAllowed);
        }
        if (ways.mail != null) {
            return mail(ways.mail, ca, privateAllowed);
        }
        if (!ways.desktop) {
            throw new IllegalStateException("one of the three is asked for");
        }
        return new Carrier.Way.Desktop();
    }

    private static Carrier.Way webhook(URI address, String ca, boolean privateAllowed) {
        try {
            Endpoint.of(address, false);
        } catch (SourceException e) {
            throw new UsageProblem(String.valueOf(e.getMessage()), e);
        }
        return new Carrier.Way.Webhook(address, ca, privateAllowed);
    }

    private static Carrier.Way mail(Mail mail, String ca, boolean privateAllowed) {
        Matcher server = SERVER.matcher(mail.server);
        if (!server.matches() || Integer.parseInt(server.group(2)) > PORT_MAX) {
            throw new UsageProblem(MESSAGES.text("server", mail.server));
        }
        Receiver receiver = mail.receiver;
        for (String address : receiver.owners ? List.of(mail.from) : List.of(mail.from, receiver.to)) {
            if (!MailAddress.isOne(address)) {
                throw new UsageProblem(MESSAGES.text("address", address));
            }
        }
        if (mail.user.isEmpty() != (mail.passwordFile == null)) {
            throw new UsageProblem(MESSAGES.text("login"));
        }
        String host = server.group(1).replace("[", "").replace("]", "");
        return new Carrier.Way.Mail(
                host, Integer.parseInt(server.group(2)), mail.user, mail.from, receiver.to, ca, privateAllowed);
    }

    /// The caller closes it; null where the way needs none.
    ///
    /// @throws UsageProblem if its file cannot be read, or it is too short
    @Nullable
    Secret secret() {
        if (ways.webhook != null) {
            return SecretFile.signing(ways.webhook.secretFile);
        }
        return ways.mail == null || ways.mail.passwordFile == null ? null : SecretFile.read(ways.mail.passwordFile);
    }
}
