package dev.curfew.connector.postgres.act;

import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;

/// How a login stands, in words.
final class LoginWords {
    private static final Messages MESSAGES = Messages.of(LoginWords.class);

    /// As many names as a sentence bears.
    private static final int NAMED_MAX = 5;

    private LoginWords() {}

    /// Whether it may log in, until when, who is in, and what gets round it.
    static String of(LoginStanding.Held held) {
        List<String> words = new ArrayList<>();
        words.add(MESSAGES.text(held.logsIn() ? "held.login" : "held.nologin"));
        if (held.validUntil() != null) {
            words.add(MESSAGES.text(held.over() ? "held.over" : "held.until", held.validUntil()));
        }
        sessions(held.sessions(), words);
        ways(held.ways(), words);
        return String.join("; ", words);
    }

    static String of(LoginStanding.Gone gone) {
        List<String> words = new ArrayList<>();
        words.add(MESSAGES.text(gone.again() ? "gone.again" : "gone"));
        sessions(gone.sessions(), words);
        return String.join("; ", words);
    }

    static String of(LoginStanding.Renamed renamed) {
        return MESSAGES.text("renamed", renamed.name());
    }

    /// Empty where there are none.
    static String sessions(int open) {
        List<String> words = new ArrayList<>();
        sessions(open, words);
        return words.isEmpty() ? "" : "; " + words.getFirst();
    }

    private static void sessions(int open, List<String> words) {
        if (open > 0) {
            words.add(MESSAGES.text("sessions", open));
        }
    }

    private static void ways(LoginStanding.Ways ways, List<String> words) {
        if (!ways.others().isEmpty()) {
            String some =
                    String.join(", ", ways.others().stream().limit(NAMED_MAX).toList());
            int more = ways.others().size() - NAMED_MAX;
            words.add(more > 0 ? MESSAGES.text("others.more", some, more) : MESSAGES.text("others", some));
        }
        if (ways.prepared() > 0) {
            words.add(MESSAGES.text("prepared", ways.prepared()));
        }
        if (ways.functions() > 0) {
            words.add(MESSAGES.text("functions", ways.functions()));
        }
    }
}
