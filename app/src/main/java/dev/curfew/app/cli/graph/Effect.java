package dev.curfew.app.cli.graph;

import dev.curfew.analysis.graph.whatif.Consumer;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.ModelJson;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.cli.see.Hops;
import dev.curfew.app.cli.use.UseTold;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that planned changes would do, or leave.
sealed interface Effect {
    Messages MESSAGES = Messages.of(Effect.class);

    EntityId id();

    String word();

    String detail(Hops hops);

    Map<String, @Nullable Object> json(Hops hops);

    /// What the changes would do to one thing's being reached.
    enum Outcome {
        /// It would be reached no longer.
        LOST("lost"),
        /// It would be reached, and is not now.
        GAINED("gained"),
        /// It would still be reached, by the path told.
        RESIDUAL("residual");

        private final String key;

        Outcome(String key) {
            this.key = key;
        }
    }

    /// One thing that is reached now, or would be.
    record Reach(Outcome outcome, Reached reached) implements Effect {
        @Override
        public EntityId id() {
            return reached.target();
        }

        @Override
        public String word() {
            return MESSAGES.text("effect." + outcome.key);
        }

        @Override
        public String detail(Hops hops) {
            return hops.words(reached.path());
        }

        @Override
        public Map<String, @Nullable Object> json(Hops hops) {
            return new Fields()
                    .put("effect", outcome.key)
                    .put("id", reached.target().text())
                    .put("name", reached.name())
                    .put("kind", reached.kind())
                    .put("certainty", reached.certainty().name())
                    .put("sensitivity", reached.sensitivity().name())
                    .put("path", hops.json(reached.path()))
                    .map();
        }
    }

    /// Somebody could no longer do what it can do now.
    ///
    /// @param use null where it was not asked for
    record Breaks(Consumer consumer, @Nullable UseTold use) implements Effect {
        @Override
        public EntityId id() {
            return consumer.who();
        }

        @Override
        public String word() {
            return MESSAGES.text("effect.breaks");
        }

        @Override
        public String detail(Hops hops) {
            return MESSAGES.text(
                    "effect.last-use",
                    ModelWords.usage(consumer.lastUse()),
                    consumer.lost().size());
        }

        @Override
        public Map<String, @Nullable Object> json(Hops hops) {
            return new Fields()
                    .put("effect", "breaks")
                    .put("id", id().text())
                    .put("name", consumer.name())
                    .put("lastUse", ModelJson.usage(consumer.lastUse()))
                    .put("use", use == null ? null : use.json())
                    .put(
                            "lost",
                            consumer.lost().stream()
                                    .map(edge -> new Fields()
                                            .put("to", edge.to().text())
                                            .put("kind", edge.label().kind().name())
                                            .put("actions", edge.label().actions())
                                            .map())
                                    .toList())
                    .map();
        }
    }
}
