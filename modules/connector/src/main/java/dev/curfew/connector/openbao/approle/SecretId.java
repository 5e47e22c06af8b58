package dev.curfew.connector.openbao.approle;

import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import java.util.Map;
import java.util.regex.Pattern;

/// A secret id by its accessor, which OpenBao knows below its role only: `secret-id/<mount>/<role>/<accessor>`.
///
/// <https://openbao.org/api-docs/auth/approle/>
///
/// @param role `<mount>/<role>`
public record SecretId(String role, String accessor) {
    private static final String PREFIX = "secret-id/";

    /// What OpenBao 2.7.2 answers where the accessor is of nothing, as a 500, and where its role is gone.
    private static final Pattern GONE =
            Pattern.compile("failed to find accessor entry for secret_id_accessor|role \".*\" does not exist");

    public static boolean is(CredentialId credential) {
        return credential.nativeId().startsWith(PREFIX);
    }

    /// @throws IllegalArgumentException if it is no secret id
    public static SecretId of(CredentialId credential) {
        String rest = is(credential) ? credential.nativeId().substring(PREFIX.length()) : "";
        int slash = rest.lastIndexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("not a secret id: " + credential);
        }
        return new SecretId(rest.substring(0, slash), rest.substring(slash + 1));
    }

    CredentialId in(SourceName source) {
        return new CredentialId(source, PREFIX + role + "/" + accessor);
    }

    SecretId beside(String another) {
        return new SecretId(role, another);
    }

    /// As the API has it, encoded.
    String rolePath() {
        return BaoPath.encode(Approles.path(role));
    }

    /// Where programs log in with it.
    String loginPath() {
        return "auth/" + role.substring(0, role.lastIndexOf('/')) + "/login";
    }

    String roleName() {
        return role.substring(role.lastIndexOf('/') + 1);
    }

    public BaoAnswer lookup(BaoSession session) throws InterruptedException {
        return session.ask(rolePath() + "/secret-id-accessor/lookup", Map.of("secret_id_accessor", accessor));
    }

    public BaoAnswer destroy(BaoSession session) throws InterruptedException {
        return session.ask(rolePath() + "/secret-id-accessor/destroy", Map.of("secret_id_accessor", accessor));
    }

    /// Whether a lookup or its destruction says that there is no such secret id. To a lookup OpenBao 2.7.2 answers 404
    /// without errors then.
    public static boolean saysGone(BaoAnswer answer) {
        return switch (answer) {
            case BaoAnswer.Absent _, BaoAnswer.Empty _ -> true;
            case BaoAnswer.Failed failed -> GONE.matcher(failed.words()).find();
            case BaoAnswer.Done _,
                    BaoAnswer.Refused _,
                    BaoAnswer.Rejected _,
                    BaoAnswer.Throttled _,
                    BaoAnswer.Silent _,
                    BaoAnswer.Foreign _ -> false;
        };
    }
}
