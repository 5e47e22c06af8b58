package dev.curfew.connector.keycloak.realm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.keycloak.api.KcAnswer;
import dev.curfew.connector.keycloak.api.KcSession;
import dev.curfew.connector.sheet.Parallel;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The calls of one reading.
public final class Reading {
    private static final Messages MESSAGES = Messages.of(Reading.class);

    /// Keycloak's own page is 100. A client is some 2 KiB, so that a page stays below a megabyte.
    static final int PAGE = 200;

    /// More would take minutes and gigabytes; nobody manages that many by looking at them.
    static final int ITEMS_MAX = 200_000;

    /// Lists move while they are read; one that moves each time is changing faster than it can be read.
    private static final int READINGS_MAX = 3;

    private final KcSession session;
    private final Progress progress;
    private final @Nullable Memo memo;

    /// @param memo null: nothing is kept
    public Reading(KcSession session, Progress progress, @Nullable Memo memo) {
        this.session = session;
        this.progress = progress;
        this.memo = memo;
    }

    public KcAnswer read(String path) throws InterruptedException {
        return session.read(path);
    }

    /// What keeps Keycloak from showing all of something, if the own token says so: it names none of the roles that are
    /// needed.
    ///
    /// @param roles one is enough
    Optional<KcAnswer> blindness(String realm, String... roles) {
        return session.roles()
                .filter(own -> !own.hasAny(realm, roles))
                .map(_ -> new KcAnswer.Refused("", MESSAGES.text("blind", roles[0])));
    }

    /// All of a list that Keycloak gives page by page, in an order of its own.
    ///
    /// @param path without `first` and `max`
    public Fetched<List<JsonNode>> list(String path) throws InterruptedException {
        for (int i = 1; ; i++) {
            Attempt attempt = attempt(path);
            if (!attempt.moved() || i == READINGS_MAX) {
                return attempt.listed();
            }
        }
    }

    private record Attempt(Fetched<List<JsonNode>> listed, boolean moved) {
        Attempt(Fetched<List<JsonNode>> listed) {
            this(listed, false);
        }
    }

    /// Each page begins with the last item of the one before: if that is another, something came or went before it, and
    /// something after it would be missed or told twice.
    private Attempt attempt(String path) throws InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String pages = path + (path.contains("?") ? "&" : "?") + "max=" + PAGE + "&first=";
        while (true) {
            int first = Math.max(0, items.size() - 1);
            KcAnswer answer = session.read(pages + first);
            if (!(answer instanceof KcAnswer.Done done) || !done.body().isArray()) {
                return new Attempt(Fetched.upTo(items, noList(answer)));
            }
            List<JsonNode> page = new ArrayList<>();
            done.body().forEach(page::add);
            if (!items.isEmpty()
                    && (page.isEmpty()
                            || !page.removeFirst()
                                    .path("id")
                                    .equals(items.getLast().path("id")))) {
                KcAnswer moved = new KcAnswer.Failed(MESSAGES.text("moved", READINGS_MAX));
                return new Attempt(Fetched.upTo(items, moved), true);
            }
            items.addAll(page);
            if (done.body().size() < PAGE) {
                return new Attempt(Fetched.whole(items));
            }
            if (items.size() >= ITEMS_MAX) {
                return new Attempt(Fetched.upTo(items, new KcAnswer.Failed(MESSAGES.text("limit", ITEMS_MAX))));
            }
        }
    }

    /// A list that Keycloak gives whole.
    public Fetched<List<JsonNode>> whole(String path) throws InterruptedException {
        KcAnswer answer = session.read(path);
        if (!(answer instanceof KcAnswer.Done done) || !done.body().isArray()) {
            return answer instanceof KcAnswer.Absent
                    ? Fetched.whole(List.of())
                    : Fetched.upTo(List.of(), noList(answer));
        }
        List<JsonNode> items = new ArrayList<>();
        done.body().forEach(items::add);
        return Fetched.whole(items);
    }

    private static KcAnswer noList(KcAnswer answer) {
        return answer instanceof KcAnswer.Done ? new KcAnswer.Foreign(MESSAGES.text("no-list")) : answer;
    }

    /// What single calls answer, a few at a time, by the key of the call. What is gone is left out, which is no gap.
    ///
    /// @param stage for the progress
    /// @param paths by key
    public Fetched<Map<String, JsonNode>> each(String stage, Map<String, String> paths) throws InterruptedException {
        List<Map.Entry<String, String>> calls = List.copyOf(paths.entrySet());
        List<KcAnswer> answers = Parallel.map(
                session.callsMax(),
                calls,
                call -> remembered(call.getValue()),
                done -> progress.at(stage, done, calls.size()));
        Map<String, JsonNode> found = new LinkedHashMap<>();
        KcAnswer missing = null;
        long misses = 0;
        for (int i = 0; i < calls.size(); i++) {
            switch (answers.get(i)) {
                case KcAnswer.Done done -> found.put(calls.get(i).getKey(), done.body());
                case KcAnswer.Absent _ -> {
                    // Gone since it was listed.
                }
                case KcAnswer gap -> {
                    missing = missing == null ? gap : missing;
                    misses++;
                }
            }
        }
        return new Fetched<>(found, missing, misses);
    }

    private KcAnswer remembered(String path) throws InterruptedException {
        if (memo == null) {
            return session.read(path);
        }
        Optional<JsonNode> known = memo.get(path);
        if (known.isPresent()) {
            return new KcAnswer.Done(known.get(), "");
        }
        KcAnswer answer = session.read(path);
        if (answer instanceof KcAnswer.Done done) {
            memo.put(path, done.body());
        }
        return answer;
    }
}
