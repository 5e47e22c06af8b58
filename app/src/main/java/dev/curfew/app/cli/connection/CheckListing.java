package dev.curfew.app.cli.connection;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelJson;
import dev.curfew.app.usecase.source.CredentialCheck;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Connections' credentials, a line each.
final class CheckListing {
    private static final Messages MESSAGES = Messages.of(CheckListing.class);

    static final Listing<CredentialCheck> LISTING = new Listing<>(
            "curfew.connection-checks/1",
            List.of(
                    Column.whole(
                            MESSAGES.text("source"), check -> check.source().value()),
                    Column.of(MESSAGES.text("use"), CheckWords::use),
                    Column.of(MESSAGES.text("result"), CheckWords::of)),
            CheckListing::json,
            MESSAGES.text("checks.none"));

    private CheckListing() {}

    private static Map<String, @Nullable Object> json(CredentialCheck check) {
        Fields fields = new Fields().put("source", check.source().value()).put("use", CheckWords.use(check));
        return switch (check.standing()) {
            case Standing.Works works ->
                fields.put("state", "Works")
                        .put("who", works.who())
                        .put("expiry", ModelJson.expiry(works.expiry()))
                        .map();
            case Standing.Refused refused ->
                fields.put("state", "Refused").put("detail", refused.detail()).map();
            case Standing.Unclear unclear ->
                fields.put("state", "Unclear").put("detail", unclear.detail()).map();
        };
    }
}
