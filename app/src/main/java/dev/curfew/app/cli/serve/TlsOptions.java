package dev.curfew.app.cli.serve;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.SecretFile;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.connector.http.Trust;
import dev.curfew.connector.http.tls.ClientCertificate;
import dev.curfew.governance.workload.Witness;
import dev.curfew.governance.workload.WorkloadTrust;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// By what the server is known, where it speaks TLS. Only then can workloads show certificates.
final class TlsOptions {
    private static final Messages MESSAGES = Messages.of(TlsOptions.class);

    /// Both, or neither.
    static final class Files {
        @Option(names = "--tls-certificate", paramLabel = "FILE", required = true)
        private Path certificate = Path.of("");

        @Option(names = "--tls-key", paramLabel = "FILE", required = true)
        private Path key = Path.of("");
    }

    @ArgGroup(exclusive = false)
    private @Nullable Files files;

    /// Null without TLS.
    ///
    /// @throws UsageProblem if a file cannot be read, or certificates are trusted and could not be shown
    @Nullable
    SSLContext context(List<WorkloadTrust> trusts) {
        String authorities = trusts.stream()
                .map(WorkloadTrust::witness)
                .filter(Witness.Authority.class::isInstance)
                .map(witness -> ((Witness.Authority) witness).caCertificates())
                .collect(Collectors.joining("\n"));
        if (files == null) {
            if (!authorities.isEmpty()) {
                throw new UsageProblem(MESSAGES.text("tls.needed"));
            }
            return null;
        }
        return context(files, authorities);
    }

    private static SSLContext context(Files files, String authorities) {
        try (Secret key = SecretFile.read(files.key)) {
            String chain = TextFile.read(files.certificate, Trust.PEM_CHARACTERS_MAX);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    ClientCertificate.of(chain, key).managers(),
                    authorities.isEmpty() ? new TrustManager[0] : new TrustManager[] {new Trust(authorities).manager()},
                    null);
            return context;
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(MESSAGES.text("tls.unreadable", files.certificate, files.key), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }
}
