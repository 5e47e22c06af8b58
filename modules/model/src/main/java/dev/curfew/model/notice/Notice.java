package dev.curfew.model.notice;

import java.time.Instant;
import java.util.List;

/// Something that happened, for whoever should act on it. Holds no secret, and is made to be read outside.
///
/// @param id the same whenever it is told again, and of no other notice: receivers tell repetitions by it
/// @param about the id of what it is about: a request, a path, a credential
/// @param title a few words
/// @param words what happened and what to do, a sentence or two
/// @param officers who should act; none: whoever hears of it
/// @param address of somebody without a seat here, whom it is for alone; empty: it is for officers
/// @param at when it happened
public record Notice(
        String id,
        NoticeEvent event,
        String about,
        String title,
        String words,
        List<String> officers,
        String address,
        Instant at) {
    public Notice {
        officers = List.copyOf(officers);
    }

    /// For officers.
    public Notice(
            String id, NoticeEvent event, String about, String title, String words, List<String> officers, Instant at) {
        this(id, event, about, title, words, officers, "", at);
    }

    public boolean isUrgent() {
        return switch (event) {
            case BREAK_GLASS_OPENED, ALARM, REQUEST_ESCALATED -> true;
            case REQUEST_WAITING,
                    REQUEST_DECIDED,
                    WINDOW_ENDING,
                    WINDOW_ENDED,
                    DRILL_OVERDUE,
                    ATTESTATION_OVERDUE,
                    VOICE_HANDED,
                    NARROWING,
                    TEST -> false;
        };
    }
}
