package dev.curfew.connector.aws.report;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The root user's credentials, by its row of the report. Nobody holds them in the estate, for the root user is no
/// identity that can be given or denied anything; its keys have no ids here, only places.
///
record RootUser(SourceName source, String scope, ReportRow row) {
    private static final Messages MESSAGES = Messages.of(RootUser.class);

    List<Credential> credentials() {
        return Stream.of(password(), key("access_key_1"), key("access_key_2"))
                .flatMap(Optional::stream)
                .toList();
    }

    /// The root user always has one ("not_supported"), unless the organization took it away.
    private Optional<Credential> password() {
        return row.cell("password_enabled").equals("false")
                ? Optional.empty()
                : Optional.of(credential(
                        "password",
                        "aws.password",
                        "user_creation_time",
                        usage("password_last_used"),
                        new Expiry.Unknown(MESSAGES.text("password.end"))));
    }

    private Optional<Credential> key(String column) {
        return row.cell(column + "_active").equals("true")
                ? Optional.of(credential(
                        column.replace('_', '-'),
                        "aws.root-access-key",
                        column + "_last_rotated",
                        usage(column + "_last_used_date"),
                        new Expiry.Never()))
                : Optional.empty();
    }

    private Credential credential(String what, String kind, String since, Usage usage, Expiry expiry) {
        String id = row.cell("arn") + "#" + what;
        return new Credential(
                new CredentialId(source, id),
                kind,
                MESSAGES.text("root"),
                null,
                null,
                row.instant(since).orElse(null),
                expiry,
                usage,
                true,
                Map.of("mfa", row.cell("mfa_active")),
                new Provenance(scope, "GetCredentialReport", CanonicalJson.text(Map.of("Arn", id))));
    }

    private Usage usage(String column) {
        return row.instant(column)
                .<Usage>map(at -> new Usage.Seen(at, "", ReportRow.QUALITY))
                .orElseGet(() -> row.tellsNone(column)
                        ? new Usage.NoneSeen(ReportRow.QUALITY)
                        : new Usage.NotObserved(MESSAGES.text("usage.untold")));
    }
}
