package dev.curfew.app.cli.see;

import dev.curfew.analysis.lifecycle.Lifecycle;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.text.Messages;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where an identity stands, for people and as JSON.
final class LifecycleWords {
    private static final Messages MESSAGES = Messages.of(LifecycleWords.class);

    private LifecycleWords() {}

    /// @param lifecycle empty for what is no identity
    static String state(Optional<Lifecycle> lifecycle) {
        return lifecycle
                .map(it -> MESSAGES.text("lifecycle." + it.state()))
                .orElseGet(() -> MESSAGES.text("expires.none"));
    }

    static String sentence(Lifecycle lifecycle) {
        String state = MESSAGES.text("lifecycle." + lifecycle.state());
        return lifecycle.since() == null
                ? MESSAGES.text("lifecycle", state, lifecycle.movedBy())
                : MESSAGES.text("lifecycle.since", state, lifecycle.movedBy(), ModelWords.time(lifecycle.since()));
    }

    static @Nullable Map<String, @Nullable Object> json(Optional<Lifecycle> lifecycle) {
        return lifecycle
                .map(it -> new Fields()
                        .put("state", it.state().name())
                        .put("movedBy", it.movedBy())
                        .put("since", it.since())
                        .map())
                .orElse(null);
    }
}
