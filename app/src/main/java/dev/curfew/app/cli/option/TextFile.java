package dev.curfew.app.cli.option;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A text that a person wrote to a file.
public final class TextFile {
    private static final Messages MESSAGES = Messages.of(TextFile.class);

    private TextFile() {}

    /// Before anything is done with it.
    ///
    /// @throws UsageProblem if it cannot be read
    public static void requireReadable(Path file) {
        if (!Files.isReadable(file)) {
            throw new UsageProblem(MESSAGES.text("text.unreadable", file));
        }
    }

    /// @param bytesMax more is another file than the one that was meant
    /// @throws UsageProblem if it cannot be read, is larger, or is not UTF-8
    public static String read(Path file, int bytesMax) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new UsageProblem(MESSAGES.text("text.too-large", file, bytesMax));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UsageProblem(MESSAGES.text("text.other", file), e);
        } catch (IOException e) {
            throw new UsageProblem(MESSAGES.text("text.unreadable", file), e);
        }
    }
}
