package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a leaked token made, on a real OpenBao with an audit file, stands below what cutting it off would do.
@WithOpenBao
class LeakDidJourneyTest {
    private static final String POLICY = """
            path "auth/token/roles/*" { capabilities = ["create", "update"] }
            """;

    private static void connect(Desk desk, OpenBao openBao, Path audit) throws InterruptedException {
        SourceName source = new SourceName("bao");
        try (Secret root = openBao.rootToken()) {
            desk.sources()
                    .connect(new NewConnection(
                            source,
                            "openbao",
                            openBao.address(),
                            root.copy(),
                            root.copy(),
                            Map.of("audit-file", audit.toString())));
        }
        desk.sources().sync(source, Progress.SILENT);
    }

    private static void asked(ShellBench bench, String accessor) {
        Hands hands = new Hands(bench);
        bench.go(Destination.cuttingOff("bao:" + accessor));
        assertThat(hands.texts()).contains("Cut off 1 credential", "What it did");
        hands.press("Show");
    }

    @Test
    void whatItMadeAndIsStillThereIsTold(@TempDir Path folder) throws Exception {
        Path audit = folder.resolve("audit.log");
        try (OpenBao openBao = OpenBao.startAudited(audit);
                SampleWorkspace workspace = SampleWorkspace.live()) {
            openBao.policy("climber", POLICY);
            OpenBao.Token leaked = openBao.orphan("climber");
            Map<String, ?> role = Map.of("orphan", true, "allowed_policies", "climber");
            openBao.call("POST", "auth/token/roles/left-behind", role, leaked.value())
                    .ok();
            connect(workspace.desk(), openBao, audit);
            String accessor = leaked.accessor();

            FxThread.run(() -> {
                Destination start = Destination.of(Place.CONNECTIONS);
                try (ShellBench bench = new ShellBench(workspace.desk(), new Theme(), Clock.systemUTC(), start)) {
                    asked(bench, accessor);
                    assertThat(new Hands(bench).texts())
                            .contains("created auth/token/roles/left-behind", "still there by the last reading")
                            .anyMatch(text -> text.startsWith("One thing that it made is still there"));
                    new Hands(bench).press("Cut off what it made too");
                    assertThat(new Hands(bench).texts())
                            .contains("Cut off 1 credential")
                            .anyMatch(text -> text.contains("auth/token/roles/left-behind")
                                    && text.contains("bao:" + accessor + " made it, at "));
                }
            });
            Pictures.inBothThemesAndSizes(
                    "leak-did",
                    theme -> new ShellBench(
                            workspace.desk(), theme, Clock.systemUTC(), Destination.of(Place.CONNECTIONS)),
                    bench -> {
                        asked(bench, accessor);
                        new Hands(bench).press("Cut off what it made too");
                    });
        }
    }
}
