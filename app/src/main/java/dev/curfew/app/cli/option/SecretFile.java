package dev.curfew.app.cli.option;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads secrets from files and from standard input: never from arguments, which other users of the machine can see.
public final class SecretFile {
    /// Far above any token or key; more is the wrong file.
    private static final int BYTES_MAX = 64 * 1024;

    private static final int SIGNING_CHARACTERS_MIN = 16;

    private static final Messages MESSAGES = Messages.of(SecretFile.class);

    private SecretFile() {}

    /// A connection's two credentials, each as far as it is given.
    public record Pair(@Nullable Secret read, @Nullable Secret act) {}

    /// @throws UsageProblem if one cannot be read, is empty or too large; the other is wiped then
    public static Pair both(@Nullable Path readFile, @Nullable Path actFile) {
        Secret read = readFile == null ? null : read(readFile);
        boolean whole = false;
        try {
            Pair pair = new Pair(read, actFile == null ? null : read(actFile));
            whole = true;
            return pair;
        } finally {
            if (!whole && read != null) {
                read.close();
            }
        }
    }

    /// One that signs what is sent. The caller closes it.
    ///
    /// @throws UsageProblem as [#read], or if it is so short that it is guessed from one message
    public static Secret signing(Path file) {
        Secret secret = read(file);
        if (secret.reveal().length() < SIGNING_CHARACTERS_MIN) {
            secret.close();
            throw new UsageProblem(MESSAGES.text("secret.short", SIGNING_CHARACTERS_MIN));
        }
        return secret;
    }

    /// @throws UsageProblem if it cannot be read, is empty or too large
    public static Secret read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("secret.unreadable", file), e);
        }
    }

    /// @param name what it is called in a failure's sentence
    /// @throws UsageProblem if it is empty or too large
    /// @throws IOException if it cannot be read
    public static Secret read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw new UsageProblem(MESSAGES.text("secret.too-large", name, BYTES_MAX));
        }
        Secret secret = Secret.ofFile(bytes);
        if (secret.isEmpty()) {
            throw new UsageProblem(MESSAGES.text("secret.empty", name));
        }
        return secret;
    }
}
