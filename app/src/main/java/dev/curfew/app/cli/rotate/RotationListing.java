package dev.curfew.app.cli.rotate;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.rotation.Rotation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rotations, and how far each came.
final class RotationListing {
    private static final Messages MESSAGES = Messages.of(RotationListing.class);

    static final Listing<Rotation> LISTING = new Listing<>(
            "curfew.rotation/1",
            List.of(
                    Column.whole(MESSAGES.text("rotation"), Rotation::id),
                    Column.whole(
                            MESSAGES.text("old"), rotation -> rotation.old().text()),
                    Column.whole(
                            MESSAGES.text("new"),
                            rotation -> rotation.fresh().map(CredentialId::text).orElse("")),
                    Column.of(MESSAGES.text("stage"), RotationListing::stage),
                    Column.of(MESSAGES.text("since"), rotation -> ModelWords.time(rotation.since())),
                    Column.of(MESSAGES.text("said"), Rotation::said)),
            RotationListing::json,
            MESSAGES.text("rotations.none"));

    private RotationListing() {}

    static String stage(Rotation rotation) {
        return MESSAGES.text("stage." + rotation.stage().name());
    }

    private static Map<String, @Nullable Object> json(Rotation rotation) {
        return new Fields()
                .put("id", rotation.id())
                .put("old", rotation.old().text())
                .put("kind", rotation.kind())
                .put("new", rotation.fresh().map(CredentialId::text).orElse(null))
                .put("stage", rotation.stage().name())
                .put("since", rotation.since())
                .put("handedAt", rotation.handedAt().orElse(null))
                .put("to", rotation.to())
                .put("officer", rotation.officer())
                .put("reason", rotation.reason())
                .put("plan", rotation.plan().orElse(null))
                .put("said", rotation.said())
                .map();
    }
}
