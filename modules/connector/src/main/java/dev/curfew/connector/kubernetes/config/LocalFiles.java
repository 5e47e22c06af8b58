package dev.curfew.connector.kubernetes.config;

import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;

/// Files that a kubeconfig names. They are looked up by whole paths only: where the kubeconfig itself was is not known.
final class LocalFiles {
    private static final Messages MESSAGES = Messages.of(LocalFiles.class);

    /// A token or a chain of certificates is a few kilobytes.
    private static final int BYTES_MAX = 256 * 1024;

    private LocalFiles() {}

    /// What `<field>-data` holds in Base64, or else the file named by `<field>`; empty where there is neither.
    static String dataOrFile(Doc doc, String field) {
        String data = doc.text(field + "-data");
        if (!data.isEmpty()) {
            try {
                return new String(Base64.getMimeDecoder().decode(data), StandardCharsets.US_ASCII);
            } catch (IllegalArgumentException _) {
                throw Kubeconfig.refused(MESSAGES.text("config.data", field));
            }
        }
        String file = doc.text(field);
        return file.isEmpty() ? "" : new String(read(file), StandardCharsets.US_ASCII);
    }

    static Secret secret(String file) {
        return Secret.ofFile(read(file));
    }

    private static byte[] read(String file) {
        try {
            Path path = Path.of(file);
            if (!path.isAbsolute()) {
                throw Kubeconfig.refused(MESSAGES.text("config.relative", file));
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(BYTES_MAX + 1);
                if (bytes.length > BYTES_MAX) {
                    throw Kubeconfig.refused(MESSAGES.text("config.file", file));
                }
                return bytes;
            }
        } catch (IOException | InvalidPathException _) {
            throw Kubeconfig.refused(MESSAGES.text("config.file", file));
        }
    }
}
