package dev.curfew.app.cli.timeline;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.Timeline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody did, a line each.
final class TimelineListing {
    private static final Messages MESSAGES = Messages.of(TimelineListing.class);

    private TimelineListing() {}

    static Listing<Deed> of(Timeline timeline) {
        return new Listing<>(
                "curfew.timeline/1",
                List.of(
                        Column.whole(MESSAGES.text("when"), deed -> ModelWords.time(deed.first())),
                        Column.of(MESSAGES.text("did"), TimelineListing::did),
                        Column.of(MESSAGES.text("what"), Deed::target),
                        Column.of(MESSAGES.text("times"), deed -> Long.toString(deed.times())),
                        Column.of(MESSAGES.text("detail"), Deed::detail),
                        Column.of(MESSAGES.text("by"), Deed::by),
                        Column.of(MESSAGES.text("from"), deed -> deed.from().address())),
                deed -> json(deed, timeline),
                MESSAGES.text("none"));
    }

    private static String did(Deed deed) {
        String words = MESSAGES.text("did." + deed.kind());
        return deed.succeeded() ? words : MESSAGES.text("failed", words);
    }

    private static Map<String, @Nullable Object> json(Deed deed, Timeline timeline) {
        return new Fields()
                .put("first", deed.first())
                .put("last", deed.last())
                .put("times", deed.times())
                .put("did", deed.kind().name())
                .put("target", deed.target())
                .put("detail", deed.detail())
                .put("by", deed.by())
                .put("from", deed.from().address())
                .put("agent", deed.from().agent())
                .put("with", deed.from().with())
                .put("succeeded", deed.succeeded())
                .put("record", timeline.record())
                .put("recordFrom", timeline.from().orElse(null))
                .map();
    }
}
