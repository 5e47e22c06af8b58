package dev.curfew.app.cli.signal;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.option.CaFile;
import dev.curfew.app.cli.option.SecretFile;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.signal.TransmitterKeys;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// How a sender proves that it is they: by a shared secret, or by keys of their own.
final class ProofOptions {
    private static final Messages MESSAGES = Messages.of(ProofOptions.class);

    /// A set of keys has some kilobytes.
    private static final long KEYS_BYTES_MAX = 64 * 1024;

    static final class Shared {
        @Option(names = "--webhook", paramLabel = "FORM", required = true, converter = EnvelopeText.class)
        private Sender.Envelope envelope = Sender.Envelope.CURFEW;

        @Option(names = "--secret-file", paramLabel = "FILE", required = true)
        private Path secretFile = Path.of("");
    }

    static final class Transmitter {
        @Option(names = "--issuer", paramLabel = "URL", required = true)
        private URI issuer = URI.create("");

        @Option(names = "--audience", paramLabel = "TEXT", required = true)
        private String audience = "";

        @Option(names = "--keys-file", paramLabel = "FILE")
        private @Nullable Path keysFile;

        @Option(names = "--ca-file", paramLabel = "FILE", descriptionKey = "signal.ca-file")
        private @Nullable Path caFile;
    }

    static final class Ways {
        @ArgGroup(exclusive = false)
        private @Nullable Shared shared;

        @ArgGroup(exclusive = false)
        private @Nullable Transmitter transmitter;
    }

    @ArgGroup(multiplicity = "1")
    private Ways ways = new Ways();

    /// @throws UsageProblem for what is no address, or a file that holds no keys or certificates
    Sender.Proof proof() {
        if (ways.shared != null) {
            return new Sender.Proof.Shared(ways.shared.envelope);
        }
        Transmitter transmitter = ways.transmitter;
        if (transmitter == null) {
            throw new IllegalStateException("one of the two is asked for");
        }
        try {
            Endpoint.of(transmitter.issuer, false);
        } catch (SourceException e) {
            throw new UsageProblem(String.valueOf(e.getMessage()), e);
        }
        if (transmitter.audience.isBlank()) {
            throw new UsageProblem(MESSAGES.text("no-audience"));
        }
        return new Sender.Proof.Transmitter(
                transmitter.issuer,
                transmitter.audience,
                transmitter.caFile == null ? "" : CaFile.read(transmitter.caFile),
                transmitter.keysFile == null ? "" : keys(transmitter.keysFile));
    }

    private static String keys(Path file) {
        try {
            if (Files.size(file) > KEYS_BYTES_MAX) {
                throw new UsageProblem(MESSAGES.text("no-keys", file.toString()));
            }
            return TransmitterKeys.publicText(Files.readString(file));
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("unreadable", file.toString()), e);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(MESSAGES.text("no-keys", file.toString()), e);
        }
    }

    /// The caller closes it; null where there is none.
    ///
    /// @throws UsageProblem if its file cannot be read, or it is too short
    @Nullable
    Secret secret() {
        return ways.shared == null ? null : SecretFile.signing(ways.shared.secretFile);
    }

    /// A form by its code.
    static final class EnvelopeText implements ITypeConverter<Sender.Envelope> {
        @Override
        public Sender.Envelope convert(String text) {
            return Sender.Envelope.of(text)
                    .orElseThrow(() -> new TypeConversionException(MESSAGES.text("envelope", text)));
        }
    }
}
