package dev.curfew.app.cli.use;

import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Caller;
import dev.curfew.model.timeline.Origin;
import dev.curfew.model.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who used something, as far as its source tells.
public sealed interface UseTold {
    Messages MESSAGES = Messages.of(UseTold.class);

    /// For people, of the one that was asked about.
    List<String> sentences(EntityId of);

    Map<String, @Nullable Object> json();

    /// No record tells: whether anybody used it is unknown.
    record Unread(String reason) implements UseTold {
        @Override
        public List<String> sentences(EntityId of) {
            return List.of(MESSAGES.text("unread", of.text(), reason));
        }

        @Override
        public Map<String, @Nullable Object> json() {
            return new Fields().put("state", "unread").put("reason", reason).map();
        }
    }

    /// @param since from when on was asked for
    record Read(Instant since, Timeline timeline) implements UseTold {
        /// The last who used it; all are in JSON.
        private static final int SHOWN_MAX = 20;

        @Override
        public List<String> sentences(EntityId of) {
            List<String> sentences = new ArrayList<>();
            List<Caller> callers = timeline.callers();
            sentences.add(MESSAGES.text(callers.isEmpty() ? "none" : "used", of.text(), callers.size(), horizon()));
            callers.stream().limit(SHOWN_MAX).map(Read::words).forEach(sentences::add);
            if (callers.size() > SHOWN_MAX) {
                sentences.add(MESSAGES.text("more", callers.size() - SHOWN_MAX));
            }
            timeline.limits().forEach(gap -> sentences.add(MESSAGES.text("gap", gap)));
            return sentences;
        }

        private String horizon() {
            return timeline.from()
                    .map(from -> MESSAGES.text(
                            timeline.covers(since) ? "record.whole" : "record.short",
                            timeline.record(),
                            ModelWords.time(timeline.covers(since) ? since : from),
                            timeline.lagMax().toSeconds()))
                    .orElseGet(() -> MESSAGES.text("record.empty", timeline.record()));
        }

        private static String words(Caller caller) {
            Origin from = caller.from();
            String who = Stream.of(
                            named("from", from.address()), named("agent", from.agent()), named("with", from.with()))
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.joining(" "));
            return MESSAGES.text(
                    "caller",
                    who.isEmpty() ? MESSAGES.text("nowhere") : who,
                    caller.succeeded(),
                    caller.refused(),
                    ModelWords.time(caller.last()));
        }

        private static String named(String key, String value) {
            return value.isEmpty() ? "" : MESSAGES.text(key, value);
        }

        @Override
        public Map<String, @Nullable Object> json() {
            return new Fields()
                    .put("state", "read")
                    .put("since", since)
                    .put("record", timeline.record())
                    .put("recordFrom", timeline.from().orElse(null))
                    .put("coversSince", timeline.covers(since))
                    .put("lagSecondsMax", timeline.lagMax())
                    .put("gaps", timeline.limits())
                    .put("callers", timeline.callers().stream().map(Read::json).toList())
                    .map();
        }

        private static Map<String, @Nullable Object> json(Caller caller) {
            return new Fields()
                    .put("from", caller.from().address())
                    .put("agent", caller.from().agent())
                    .put("with", caller.from().with())
                    .put("succeeded", caller.succeeded())
                    .put("refused", caller.refused())
                    .put("first", caller.first())
                    .put("last", caller.last())
                    .map();
        }
    }
}
