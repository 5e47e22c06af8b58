package dev.curfew.governance.notice;

import dev.curfew.model.notice.Notice;
import dev.curfew.model.notice.NoticeEvent;
import dev.curfew.model.text.Messages;
import dev.curfew.model.text.Sha256;
import java.time.Instant;
import java.util.List;

/// What every notice has: an id, the same whoever makes it of the same happening, and its event's title and words.
///
/// @param workspace its id: ids of notices are of one workspace
record NoticeForm(String workspace) {
    private static final Messages MESSAGES = Messages.of(NoticeForm.class);
    private static final int ID_CHARACTERS = 32;

    /// @param more tells it from others of its kind about the same
    /// @param arguments of its title and its words
    Notice notice(
            NoticeEvent event, String about, String more, Instant at, List<String> officers, Object... arguments) {
        return new Notice(
                id(event, about, more),
                event,
                about,
                MESSAGES.text("title." + event.text(), arguments),
                MESSAGES.text("words." + event.text(), arguments),
                officers,
                at);
    }

    /// @param more as above
    String id(NoticeEvent event, String about, String more) {
        return Sha256.hex(String.join("\n", "curfew.notice/1", workspace, event.text(), about, more))
                .substring(0, ID_CHARACTERS);
    }
}
