package dev.curfew.app.cli.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.terminal.Terminal;
import dev.curfew.app.usecase.breakglass.status.PathStatus;
import dev.curfew.app.usecase.breakglass.status.PathStatus.DrillStatus;
import dev.curfew.app.usecase.breakglass.status.PathStatus.Monitoring;
import dev.curfew.app.usecase.workspace.Workspaces;
import dev.curfew.governance.breakglass.Due;
import dev.curfew.governance.breakglass.SealState;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StatusScreenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String OVER = "\u001b[H\u001b[J";

    private final StringWriter out = new StringWriter();

    @Test
    void wherePeopleFollowItIsWrittenOverAlsoIfOnlyTimeHasPassed() {
        StatusScreen screen = screen(Optional.of(120), true);
        screen.show(List.of(path(1)), NOW);
        screen.show(List.of(path(1)), NOW.plusSeconds(2));
        assertThat(out.toString().split("\\Q" + OVER + "\\E", -1)).hasSize(3).startsWith("");
        assertThat(out.toString()).contains("bao-emergency");
    }

    @Test
    void whereNobodyLooksItIsWrittenWhenMoreHasChangedThanTheTime() {
        StatusScreen screen = screen(Optional.empty(), true);
        screen.show(List.of(path(1)), NOW);
        String first = out.toString();
        screen.show(List.of(path(1)), NOW.plusSeconds(2));
        assertThat(out.toString()).isEqualTo(first).doesNotContain(OVER);
        screen.show(List.of(path(2)), NOW.plusSeconds(4));
        assertThat(out.toString().length()).isGreaterThan(first.length());
    }

    @Test
    void onceItIsWrittenAsAnyOther() {
        screen(Optional.of(120), false).show(List.of(path(1)), NOW);
        assertThat(out.toString()).doesNotContain(OVER);
    }

    private StatusScreen screen(Optional<Integer> width, boolean follows) {
        PrintWriter writer = new PrintWriter(out, true);
        Terminal terminal = fake(Terminal.class, asked -> switch (asked) {
            case "out", "err" -> writer;
            case "width" -> width;
            case "interactive" -> false;
            case "lost" -> Optional.empty();
            default -> throw new AssertionError(asked);
        });
        Workspaces workspaces = fake(Workspaces.class, asked -> {
            throw new AssertionError(asked);
        });
        return new StatusScreen(new Invocation(terminal, workspaces, InstantSource.fixed(NOW)), follows);
    }

    private static <T> T fake(Class<T> type, Function<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> answers.apply(method.getName())));
    }

    private static PathStatus path(long uses) {
        return new PathStatus(
                "bao-emergency",
                "bao",
                "user/userpass/emergency",
                2,
                List.of("ada", "bo"),
                SealState.INTACT,
                new DrillStatus(Due.State.NEVER, NOW, Optional.empty()),
                List.of(),
                new Monitoring("", false, "Nobody would notice.", Optional.empty()),
                uses,
                List.of(),
                List.of(),
                List.of());
    }
}
