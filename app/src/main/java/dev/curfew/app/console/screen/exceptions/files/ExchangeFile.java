package dev.curfew.app.console.screen.exceptions.files;

import dev.curfew.app.usecase.Refused;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The files that go from machine to machine. They hold no secret.
final class ExchangeFile {
    /// How the files of all machines end, whatever language they speak.
    static final String QUESTION = ".curfew-question";

    static final String ANSWER = ".curfew-answer";

    private static final Messages MESSAGES = Messages.of(ExchangeFile.class);

    private ExchangeFile() {}

    /// @throws Refused if it cannot be read, is larger than any such file, or is not UTF-8
    static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(SignedFile.BYTES_MAX + 1);
            if (bytes.length > SignedFile.BYTES_MAX) {
                throw new Refused(MESSAGES.text("file.large", file, SignedFile.BYTES_MAX / 1024));
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

    /// Before anything is signed: what cannot be handed over is not entered.
    ///
    /// @throws Refused if nothing can be written there
    static void requireWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        boolean writable = Files.exists(file)
                ? Files.isRegularFile(file) && Files.isWritable(file)
                : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
        if (!writable) {
            throw new Refused(MESSAGES.text("file.unwritten", file));
        }
    }

    /// @return whether it was written
    static boolean write(Path file, String content) {
        try {
            Files.writeString(file, content);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
