package dev.curfew.connector.aws.report;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The root user's credentials, by its row of the report. Nobody holds them in the estate, for the root user is no
/// identity that can be given or denied anything; its keys have no ids here, only places.
///
/// @param row cells by the name of their column
record RootUser(SourceName source, String scope, Map<String, String> row) {
    private static final Messages MESSAGES = Messages.of(RootUser.class);

    /// A report is made anew after four hours at most, of what IAM knows by then.
    private static final UsageQuality REPORT =
            new UsageQuality("GetCredentialReport", Duration.ofHours(8), Duration.ZERO, true);

    List<Credential> credentials() {
        return Stream.of(password(), key("access_key_1"), key("access_key_2"))
                .flatMap(Optional::stream)
                .toList();
    }

    private String cell(String name) {
        return row.getOrDefault(name, "");
    }

    /// The root user always has one ("not_supported"), unless the organization took it away.
    private Optional<Credential> password() {
        return cell("password_enabled").equals("false")
                ? Optional.empty()
                : Optional.of(credential(
                        "password",
                        "aws.password",
                        "user_creation_time",
                        usage("password_last_used"),
                        new Expiry.Unknown(MESSAGES.text("password.end"))));
    }

    private Optional<Credential> key(String column) {
        return cell(column + "_active").equals("true")
                ? Optional.of(credential(
                        column.replace('_', '-'),
                        "aws.root-access-key",
                        column + "_last_rotated",
                        usage(column + "_last_used_date"),
                        new Expiry.Never()))
                : Optional.empty();
    }

    private Credential credential(String what, String kind, String since, Usage usage, Expiry expiry) {
        String id = cell("arn") + "#" + what;
        return new Credential(
                new CredentialId(source, id),
                kind,
                MESSAGES.text("root"),
                null,
                null,
                instant(since).orElse(null),
                expiry,
                usage,
                true,
                Map.of("mfa", cell("mfa_active")),
                new Provenance(scope, "GetCredentialReport", CanonicalJson.text(Map.of("Arn", id))));
    }

    private Usage usage(String column) {
        return instant(column)
                .<Usage>map(at -> new Usage.Seen(at, "", REPORT))
                .orElseGet(() -> new Usage.NoneSeen(REPORT));
    }

    /// "N/A" and "no_information" where there is none.
    private Optional<Instant> instant(String column) {
        try {
            return Optional.of(OffsetDateTime.parse(cell(column)).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
