package dev.curfew.app.cli.workload;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.CaFile;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.governance.workload.Witness;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// Who is trusted: an issuer of tokens, or a certificate authority.
final class WitnessOptions {

    static final class Issuer {
        @Option(names = "--issuer", paramLabel = "URL", required = true)
        private URI address = URI.create("");

        @Option(names = "--audience", paramLabel = "TEXT", required = true)
        private String audience = "";

        @Option(names = "--ca-file", paramLabel = "FILE", descriptionKey = "workload.ca-file")
        private @Nullable Path caFile;

        @Option(names = "--allow-private-addresses", descriptionKey = "allow-private-addresses")
        private boolean privateAllowed;
    }

    static final class Ways {
        @ArgGroup(exclusive = false)
        private @Nullable Issuer issuer;

        @Option(names = "--client-ca", paramLabel = "FILE", required = true)
        private @Nullable Path clientCa;
    }

    @ArgGroup(multiplicity = "1")
    private Ways way = new Ways();

    /// @throws UsageProblem if the address is no server's, or a file holds no certificates
    Witness witness() {
        Issuer issuer = way.issuer;
        Path clientCa = way.clientCa;
        if (issuer == null) {
            return new Witness.Authority(clientCa == null ? "" : CaFile.read(clientCa));
        }
        try {
            Endpoint.of(issuer.address, false);
        } catch (SourceException e) {
            throw new UsageProblem(String.valueOf(e.getMessage()), e);
        }
        if (issuer.audience.isBlank()) {
            throw new UsageProblem(Messages.of(WitnessOptions.class).text("no-audience"));
        }
        return new Witness.Issuer(
                issuer.address,
                issuer.audience,
                issuer.caFile == null ? "" : CaFile.read(issuer.caFile),
                issuer.privateAllowed);
    }
}
