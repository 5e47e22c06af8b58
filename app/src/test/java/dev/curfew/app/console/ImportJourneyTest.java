package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder is imported, from its action and by dropping it on the window; what cannot be taken says why.
class ImportJourneyTest {

    @Test
    void aFolderIsImportedAndWhatCannotBeTakenSaysWhy(@TempDir Path home) throws Exception {
        Path folder = Files.createDirectory(home.resolve("deploy"));
        Files.writeString(folder.resolve("readme.txt"), "nothing secret");
        Path damaged = Files.writeString(home.resolve("account.json"), "{ no json");
        try (SampleWorkspace workspace = SampleWorkspace.empty()) {
            ShellBench bench = FxThread.call(() -> new ShellBench(
                    workspace.desk(), new Theme(), () -> SampleWorkspace.NOW, Destination.of(Place.OVERVIEW)));
            Hands hands = new Hands(bench);
            refused(bench, hands, List.of(folder, damaged), "Drop one file or one folder, not 2.");
            refused(bench, hands, List.of(home.resolve("gone")), "cannot be read");

            FxThread.run(() -> {
                bench.drop(List.of(folder));
                assertThat(hands.texts()).contains("Import a folder", "What opens parts of it (optional)");
            });
            FxThread.run(() -> Pictures.keep(bench.picture(), "import-folder"));
            FxThread.run(() -> {
                hands.press("Import");
                assertThat(sources(bench)).containsExactly("folder");
                assertThat(hands.texts()).contains("folder");

                bench.drop(List.of(damaged));
                hands.press("Import");
                assertThat(sources(bench)).as("nothing came of the damaged one").containsExactly("folder");
            });
            FxThread.run(() -> {
                Pictures.keep(bench.picture(), "import-damaged");
                bench.close();
            });
        }
    }

    private static List<String> sources(ShellBench bench) {
        return bench.session.desk().sources().list().stream()
                .map(source -> source.connection().name().value())
                .toList();
    }

    private static void refused(ShellBench bench, Hands hands, List<Path> files, String why) throws Exception {
        FxThread.run(() -> {
            bench.drop(files);
            assertThat(hands.texts()).contains("This is not taken").anyMatch(text -> text.contains(why));
        });
        FxThread.run(() -> hands.press("Close"));
    }
}
