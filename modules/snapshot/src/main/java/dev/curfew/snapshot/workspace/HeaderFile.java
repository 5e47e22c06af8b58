package dev.curfew.snapshot.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.text.Sha256;
import dev.curfew.snapshot.file.PrivateFiles;
import dev.curfew.snapshot.file.Reason;
import dev.curfew.snapshot.json.JsonException;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.workspace.WorkspaceException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// `workspace.json`: the header, and its SHA-256 against accidents (against intent stands the seal inside).
final class HeaderFile {
    static final String FILE_NAME = "workspace.json";

    /// A header has some 600 bytes.
    private static final int BYTES_MAX = 64 * 1024;

    private final Path directory;
    private final RecordJson json = new RecordJson();

    HeaderFile(Path directory) {
        this.directory = directory;
    }

    void write(Header header) throws IOException {
        String text = json.write(new Content(header, checksum(header)));
        PrivateFiles.replace(file(), (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// @throws WorkspaceException if there is none, it is damaged, or newer
    Header read() {
        try {
            byte[] bytes = Files.size(file()) > BYTES_MAX ? new byte[0] : Files.readAllBytes(file());
            return read(new String(bytes, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw WorkspaceException.because(e, Kind.MISSING, "missing", directory);
        } catch (IOException e) {
            throw WorkspaceException.because(e, Kind.INACCESSIBLE, "inaccessible", directory, Reason.of(e));
        } catch (JsonException e) {
            throw WorkspaceException.because(e, Kind.DAMAGED, "damaged-header", directory, FILE_NAME);
        }
    }

    private Header read(String text) {
        JsonNode tree = json.tree(text);
        int version = tree.path("workspace").path("version").asInt(0);
        if (version > Header.VERSION) {
            throw WorkspaceException.of(Kind.NEWER_VERSION, "newer", directory, version, Header.VERSION);
        }
        Content content = json.read(tree, Content.class);
        if (version != Header.VERSION || !content.sha256().equals(checksum(content.workspace()))) {
            throw WorkspaceException.of(Kind.DAMAGED, "damaged-header", directory, FILE_NAME);
        }
        return content.workspace();
    }

    private String checksum(Header header) {
        return Sha256.hex(json.write(header));
    }

    private Path file() {
        return directory.resolve(FILE_NAME);
    }

    private record Content(Header workspace, String sha256) {}
}
