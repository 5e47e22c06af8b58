package dev.curfew.app.console.component.dialog;

import dev.curfew.app.usecase.Refused;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files that somebody else handed over. They hold no secret.
public final class HandedFile {
    private static final Messages MESSAGES = Messages.of(HandedFile.class);

    private HandedFile() {}

    /// @param bytesMax more has no such file
    /// @throws Refused if it cannot be read, is larger, or is not UTF-8
    public static String read(Path file, int bytesMax) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new Refused(MESSAGES.text("file.large", file, bytesMax / 1024));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new Refused(MESSAGES.text("file.other", file));
        } catch (IOException _) {
            throw new Refused(MESSAGES.text("file.unreadable", file));
        }
    }
}
