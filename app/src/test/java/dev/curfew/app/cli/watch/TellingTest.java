package dev.curfew.app.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.app.usecase.workspace.Workspaces;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What is wrong with the telling stops nothing else: neither those who watch, nor an emergency.
class TellingTest {
    private final StringWriter told = new StringWriter();

    @Test
    void aFaultIsSaidOnceWithoutWhatItQuotesAndStopsNothing() throws InterruptedException {
        IllegalStateException fault = new IllegalStateException("quotes canary-4711");
        Desk desk = desk(fault);
        try (Telling telling = new Telling(invocation(desk))) {
            telling.round(desk);
            telling.round(desk);
            assertThat(told.toString())
                    .containsOnlyOnce("IllegalStateException")
                    .doesNotContain("canary-4711");
            assertThat(telling.finish()).isFalse();
        }
        assertThat(told.toString())
                .contains("Whether everybody was told could not be entered: ")
                .doesNotContain("canary-4711");
    }

    @Test
    void whatWasWrittenForAPersonIsSaidAsItIs() throws InterruptedException {
        Desk desk = desk(new Refused("The carrier pager is not what its officer signed."));
        try (Telling telling = new Telling(invocation(desk))) {
            telling.round(desk);
            assertThat(told.toString()).contains("The carrier pager is not what its officer signed.");
            assertThat(telling.finish()).isFalse();
            telling.round(fake(Desk.class, asked -> switch (asked) {
                case "readOnly" -> true;
                default -> throw new AssertionError(asked);
            }));
            assertThat(told.toString()).contains("Others are told again.");
        }
    }

    /// Else whoever runs `watch --once` by a timer would not hear that nobody was told.
    @Test
    void whatWentWrongAtTheLastRoundIsNotMadeGoodByHavingNothingToEnter() throws InterruptedException {
        AtomicBoolean readOnly = new AtomicBoolean();
        Desk desk = fake(Desk.class, asked -> switch (asked) {
            case "readOnly" -> readOnly.get();
            case "notices" -> throw new IllegalStateException();
            default -> throw new AssertionError(asked);
        });
        try (Telling telling = new Telling(invocation(desk))) {
            telling.round(desk);
            readOnly.set(true);
            assertThat(telling.finish()).isFalse();
            telling.round(desk);
            assertThat(telling.finish()).isTrue();
        }
    }

    private static Desk desk(RuntimeException fault) {
        return fake(Desk.class, asked -> switch (asked) {
            case "readOnly" -> false;
            case "notices" -> throw fault;
            default -> throw new AssertionError(asked);
        });
    }

    private Invocation invocation(Desk desk) {
        PrintWriter err = new PrintWriter(told, true);
        Terminal terminal = fake(Terminal.class, asked -> switch (asked) {
            case "err" -> err;
            case "environment" -> Map.of();
            default -> throw new AssertionError(asked);
        });
        Workspaces workspaces = fake(Workspaces.class, asked -> switch (asked) {
            case "usual" -> WorkspacePlace.at(Path.of("workspace"));
            case "opensByKeychain" -> true;
            case "open" -> desk;
            default -> throw new AssertionError(asked);
        });
        return new Invocation(terminal, workspaces, InstantSource.system());
    }

    private static <T> T fake(Class<T> type, Function<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> answers.apply(method.getName())));
    }
}
