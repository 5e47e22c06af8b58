package dev.curfew.app.cli.see;

import dev.curfew.analysis.signal.Risk;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.signal.Signal;
import dev.curfew.model.text.Messages;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was signalled about something, for people and as JSON.
final class RiskWords {
    private static final Messages MESSAGES = Messages.of(RiskWords.class);

    private RiskWords() {}

    static String sentence(String name, Risk risk) {
        String causes = risk.causes().stream().map(RiskWords::cause).collect(Collectors.joining(", "));
        return MESSAGES.text("risk", name, risk.score(), causes);
    }

    private static String cause(Risk.Cause cause) {
        Signal signal = cause.signal();
        return MESSAGES.text(
                "risk.cause",
                signal.tip().kind().code(),
                cause.weight(),
                signal.sender(),
                signal.id(),
                ModelWords.time(signal.tip().at()));
    }

    /// Of an agent whose tools are known and whose actions are not.
    static String unseen() {
        return MESSAGES.text("risk.unseen");
    }

    static @Nullable Map<String, @Nullable Object> json(Optional<Risk> risk) {
        return risk.map(it -> new Fields()
                        .put("score", it.score())
                        .put("causes", it.causes().stream().map(RiskWords::json).toList())
                        .map())
                .orElse(null);
    }

    private static Map<String, @Nullable Object> json(Risk.Cause cause) {
        return new Fields()
                .put("signal", cause.signal().id())
                .put("kind", cause.signal().tip().kind().code())
                .put("sender", cause.signal().sender())
                .put("weight", cause.weight())
                .put("at", cause.signal().tip().at())
                .map();
    }
}
