package dev.curfew.app.cli.read;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.usecase.source.SyncResult;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What became of reading sources, a line each.
final class SyncListing {
    private static final Messages MESSAGES = Messages.of(SyncListing.class);

    static final Listing<SyncResult> LISTING = new Listing<>(
            "curfew.sync/1",
            List.of(
                    Column.whole(
                            MESSAGES.text("source"), result -> result.source().value()),
                    Column.of(MESSAGES.text("result"), SyncListing::words),
                    Column.of(
                            MESSAGES.text("added"),
                            result -> count(result, it -> it.summary().added())),
                    Column.of(
                            MESSAGES.text("changed"),
                            result -> count(result, it -> it.summary().changed())),
                    Column.of(
                            MESSAGES.text("removed"),
                            result -> count(result, it -> it.summary().removed())),
                    Column.of(
                            MESSAGES.text("unchanged"),
                            result -> count(result, it -> it.summary().unchanged()))),
            SyncListing::json,
            MESSAGES.text("sync.none"));

    private SyncListing() {}

    private static String count(SyncResult result, ToLongFunction<SyncResult.Recorded> count) {
        return switch (result) {
            case SyncResult.Recorded recorded -> Long.toString(count.applyAsLong(recorded));
            case SyncResult.Failed _ -> "";
        };
    }

    private static String words(SyncResult result) {
        return switch (result) {
            case SyncResult.Recorded recorded ->
                recorded.coverage().stream().allMatch(Coverage::provesAbsence)
                        ? MESSAGES.text("sync.whole")
                        : MESSAGES.text(
                                "sync.gaps",
                                recorded.coverage().stream()
                                        .filter(coverage -> !coverage.provesAbsence())
                                        .count());
            case SyncResult.Failed _ -> MESSAGES.text("sync.failed");
        };
    }

    private static Map<String, @Nullable Object> json(SyncResult result) {
        return switch (result) {
            case SyncResult.Recorded recorded ->
                new Fields()
                        .put("source", recorded.source().value())
                        .put("result", "recorded")
                        .put("snapshot", recorded.summary().snapshotNumber())
                        .put("added", recorded.summary().added())
                        .put("changed", recorded.summary().changed())
                        .put("removed", recorded.summary().removed())
                        .put("unchanged", recorded.summary().unchanged())
                        .map();
            case SyncResult.Failed failed ->
                new Fields()
                        .put("source", failed.source().value())
                        .put("result", "failed")
                        .put("why", failed.kind().name())
                        .put("sentence", failed.sentence())
                        .map();
        };
    }
}
