package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.PasswordKind;
import dev.curfew.connector.postgres.catalog.RoleRow;
import dev.curfew.connector.postgres.catalog.SessionRow;
import dev.curfew.connector.sheet.Json;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.MembershipNotes;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Logins as credentials: a role proves itself by one password, or by what `pg_hba.conf` takes instead.
public final class LoginFacts {
    /// What `Credential.kind` says, and the revocability catalogue.
    public static final String KIND = "postgresql.role";

    private static final Messages MESSAGES = Messages.of(LoginFacts.class);
    private static final String LET_IN_BY = "let-in-by";

    private final PgNames names;
    private final Roles roles;
    private final Logins logins;
    private final HbaRules rules;
    private final Becoming becoming;

    public LoginFacts(PgNames names, Roles roles, Logins logins, HbaRules rules, Becoming becoming) {
        this.names = names;
        this.roles = roles;
        this.logins = logins;
        this.rules = rules;
        this.becoming = becoming;
    }

    /// The methods of `pg_hba.conf` by which a role is let in; empty where none is known.
    ///
    /// @param login as it is written here
    public static List<String> letInBy(Credential login) {
        String methods = login.attributes().getOrDefault(LET_IN_BY, "");
        return methods.isEmpty() ? List.of() : List.of(methods.split(", ", -1));
    }

    public void write(Sheet sheet, List<RoleRow> rows) {
        for (RoleRow role : rows) {
            if (logins.isLogin(role)) {
                sheet.item();
                sheet.add(credential(sheet, role));
            }
        }
        int orphans = logins.orphans(roles);
        if (orphans > 0) {
            sheet.noteIfRead(MESSAGES.text("sessions.orphans", orphans));
        }
    }

    private Credential credential(Sheet sheet, RoleRow role) {
        Map<String, String> attributes = attributes(role);
        return new Credential(
                names.login(role.name(), role.oid()),
                KIND,
                role.name(),
                names.role(role.name()),
                null,
                null,
                expiry(role.validUntil()),
                logins.usage(role),
                role.logsIn(),
                attributes,
                sheet.from("pg_roles", Json.text(attributes)));
    }

    private static Expiry expiry(@Nullable Instant validUntil) {
        return validUntil == null ? new Expiry.Never() : new Expiry.At(validUntil);
    }

    private Map<String, String> attributes(RoleRow role) {
        Map<String, String> attributes = new TreeMap<>(logins.marks(role));
        attributes.put("oid", String.valueOf(role.oid()));
        attributes.put("login", String.valueOf(role.logsIn()));
        PasswordKind kind = logins.password(role);
        attributes.put("password", kind.word());
        String methods = rules.methods(role);
        if (!methods.isEmpty()) {
            attributes.put(LET_IN_BY, methods);
        }
        if (role.connectionsMax() >= 0) {
            attributes.put("connection-limit", String.valueOf(role.connectionsMax()));
        }
        note(attributes, MembershipNotes.BECOMES, becoming.becomes(role));
        note(attributes, MembershipNotes.GRANTED, becoming.granted(role));
        if (logins.isOwn(role)) {
            attributes.put(Logins.OWN, "true");
        } else {
            sessions(attributes, logins.sessionsOf(role.oid()));
        }
        return attributes;
    }

    private static void note(Map<String, String> attributes, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            attributes.put(name, MembershipNotes.join(lines));
        }
    }

    private static void sessions(Map<String, String> attributes, List<SessionRow> open) {
        if (!open.isEmpty()) {
            int count = open.stream().mapToInt(SessionRow::count).sum();
            attributes.put("sessions", String.valueOf(count));
            attributes.put("clients", Logins.clients(open));
        }
    }
}
