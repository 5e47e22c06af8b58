package dev.curfew.connector.postgres.act;

import dev.curfew.connector.postgres.facts.PgNames;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.connector.postgres.link.Quoted;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import org.postgresql.util.PasswordUtil;

/// A login that is made for one window, as a member of one group. The server is given what verifies the password, never
/// the password: its log may show statements.
final class NewLogin {
    private static final Messages MESSAGES = Messages.of(NewLogin.class);

    private static final String MADE = """
            SELECT r.oid, floor(extract(epoch FROM now()))::bigint AS made,
                   floor(extract(epoch FROM r.rolvaliduntil))::bigint AS ends,
                   r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls AS more
              FROM pg_roles r WHERE r.rolname = ?""";

    private final PgSession session;
    private final String group;
    private final Issuer.Order order;

    NewLogin(PgSession session, String group, Issuer.Order order) {
        this.session = session;
        this.group = group;
        this.order = order;
    }

    /// As the server has it before it is committed.
    record Made(CredentialId id, Instant from, Instant until) {}

    private record Row(long oid, Instant made, Instant ends, boolean more) {}

    /// The driver wipes what it is given.
    private static String verifier(char[] password) {
        return PasswordUtil.encodeScramSha256(password.clone());
    }

    /// Whole, or not at all.
    ///
    /// @throws SourceException if the server has something else afterwards than was ordered; then nothing was made
    Made make(Secret password, String receipt) throws PgException, InterruptedException {
        session.begin();
        String ends = session.one(
                "SELECT to_char((date_trunc('second', now()) + ? * interval '1 second') AT TIME ZONE 'UTC',"
                        + " 'YYYY-MM-DD HH24:MI:SS') || '+00'",
                order.duration().toSeconds());
        String name = Quoted.name(order.label());
        session.run("CREATE ROLE " + name + " LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD "
                + Quoted.text(password.use(NewLogin::verifier)) + " VALID UNTIL " + Quoted.text(ends));
        session.run("GRANT " + Quoted.name(group) + " TO " + name);
        session.run("COMMENT ON ROLE " + name + " IS " + Quoted.text("curfew: " + receipt));
        Row row = session.rows(
                        MADE,
                        each -> new Row(
                                each.getLong("oid"),
                                Instant.ofEpochSecond(each.getLong("made")),
                                Instant.ofEpochSecond(each.getLong("ends")),
                                each.getBoolean("more")),
                        order.label())
                .getFirst();
        if (row.more() || row.ends().isAfter(row.made().plus(order.duration()))) {
            session.run("ROLLBACK");
            throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("issue.more", order.label()));
        }
        session.commit();
        PgNames names = new PgNames(order.policy().source());
        return new Made(names.login(order.label(), row.oid()), row.made(), row.ends());
    }
}
