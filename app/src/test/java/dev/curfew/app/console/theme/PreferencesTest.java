package dev.curfew.app.console.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {

    @TempDir
    private Path folder;

    /// A theme as the next start would have it.
    private static Theme started(Path file) throws Exception {
        return FxThread.call(() -> {
            Theme theme = new Theme();
            new Preferences(file).keep(theme);
            return theme;
        });
    }

    private static List<Object> look(Theme theme) {
        return List.of(theme.appearance().get(), theme.textSize().get());
    }

    @Test
    void whatWasChosenIsThereAtTheNextStart() throws Exception {
        Path file = folder.resolve("curfew").resolve("console.properties");
        Theme first = started(file);

        first.appearance().set(Appearance.DARK);
        first.textSize().set(TextSize.PERCENT_150);

        assertThat(look(started(file))).containsExactly(Appearance.DARK, TextSize.PERCENT_150);
    }

    @Test
    void whereNothingWasChosenItIsAsTheSystemIsAndNoFileIsMade() throws Exception {
        Path file = folder.resolve("console.properties");

        assertThat(look(started(file))).containsExactly(Appearance.SYSTEM, TextSize.PERCENT_100);
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"appearance=PLAID\ntext-size=900", "\\u00", "", "text-size="})
    void aDamagedFileIsAsIfNothingWasChosen(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("console.properties"), content);

        assertThat(look(started(file))).containsExactly(Appearance.SYSTEM, TextSize.PERCENT_100);
    }

    @Test
    void whatCannotBeKeptStillChangesTheLook() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("taken"), "");
        Theme theme = started(notAFolder.resolve("console.properties"));

        theme.textSize().set(TextSize.PERCENT_125);

        assertThat(theme.textSize().get()).isEqualTo(TextSize.PERCENT_125);
        assertThat(Files.readString(notAFolder)).isEmpty();
    }

    @Test
    void nothingIsLeftBesideTheFile() throws Exception {
        Path file = folder.resolve("console.properties");

        started(file).textSize().set(TextSize.PERCENT_90);

        assertThat(names(folder)).containsExactly("console.properties");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }
}
