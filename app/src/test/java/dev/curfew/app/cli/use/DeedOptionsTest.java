package dev.curfew.app.cli.use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.app.usecase.workspace.Workspaces;
import dev.curfew.revocation.choice.Traces;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Whose record is asked.
class DeedOptionsTest {
    /// That the sample keeps no record is told of each that was asked about.
    private static List<String> asked(SampleWorkspace workspace, String... holders) throws InterruptedException {
        Terminal terminal = fake(Terminal.class, asked -> switch (asked) {
            case "environment" -> Map.of();
            case "interactive" -> false;
            default -> throw new AssertionError(asked);
        });
        Workspaces workspaces = fake(Workspaces.class, asked -> switch (asked) {
            case "usual" -> WorkspacePlace.at(Path.of("workspace"));
            case "opensByKeychain" -> true;
            case "open" -> workspace.desk();
            default -> throw new AssertionError(asked);
        });
        Invocation invocation = new Invocation(terminal, workspaces, () -> SampleWorkspace.NOW);
        DeedOptions deeds = CommandLine.populateCommand(new DeedOptions(), "--since", "2026-11-20T00:00:00Z");
        Map<String, Object> preview = Map.of(
                "credentials",
                Stream.of(holders)
                        .map(holder -> Map.of("credential", "sample-aws:key", "holder", holder))
                        .toList());
        return deeds.traces(invocation, () -> preview).untold().stream()
                .map(Traces.Untold::by)
                .toList();
    }

    private static <T> T fake(Class<T> type, Function<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> answers.apply(method.getName())));
    }

    @Test
    void exactlyThoseAreAskedAboutWhomAPlanNamesOnceEach() throws IOException, InterruptedException {
        try (SampleWorkspace workspace = SampleWorkspace.filled()) {
            assertThat(asked(workspace, "sample-aws:ghost", "sample-aws:ghost", ""))
                    .as("also whom no reading lists: what it made is not known")
                    .containsExactly("sample-aws:ghost", "sample-aws:key");

            String elsewhere = "other:"
                    + workspace
                            .desk()
                            .estate()
                            .current()
                            .snapshot()
                            .identities()
                            .getFirst()
                            .id()
                            .nativeId();
            assertThat(asked(workspace, elsewhere))
                    .as("and not who is called so at another source")
                    .containsExactly(elsewhere);
        }
    }
}
