package dev.curfew.app.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.usecase.handover.PrivateFile;
import dev.curfew.model.connection.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateOutputTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFileIsItsOwnersAlone() throws IOException {
        Path file = folder.resolve("token");

        try (PrivateFile output = PrivateOutput.at(file);
                Secret value = Secret.of("s.välue")) {
            output.write(value);
        }

        assertThat(file).hasContent("s.välue");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "older");

        assertThatThrownBy(() -> PrivateOutput.at(file)).isInstanceOf(UsageProblem.class);
        assertThat(file).hasContent("older");
    }

    @Test
    void nothingIsLeftWhereNothingWasHandedOver() throws IOException {
        Path file = folder.resolve("token");

        PrivateOutput.at(file).close();

        assertThat(file).doesNotExist();
    }
}
