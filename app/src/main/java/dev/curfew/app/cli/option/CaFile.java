package dev.curfew.app.cli.option;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.connector.http.Trust;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the certificates of the authorities that a source is trusted by. They are kept with the connection, so that
/// the file may go.
public final class CaFile {
    private static final Messages MESSAGES = Messages.of(CaFile.class);

    private CaFile() {}

    /// @throws UsageProblem if it cannot be read or holds no certificate
    public static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Trust.PEM_CHARACTERS_MAX + 1);
            return new Trust(new String(bytes, StandardCharsets.US_ASCII)).pem();
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("ca.unreadable", file), e);
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(MESSAGES.text("ca.none", file), e);
        }
    }
}
