package dev.curfew.connector.postgres.act;

import dev.curfew.connector.password.NewPassword;
import dev.curfew.connector.postgres.facts.GroupPolicy;
import dev.curfew.connector.postgres.facts.PgNames;
import dev.curfew.connector.postgres.link.PgAccess;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgFailure;
import dev.curfew.connector.postgres.link.PgLogin;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.connector.postgres.observe.Scopes;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Enforcement;
import dev.curfew.model.governance.Receipt;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.port.Issuer;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes logins that are members of one group for a while. The server lets nobody in with one after its end; what is
/// open then goes on, so that the end is Curfew's to enforce, and is called weak.
public final class PostgresIssuer implements Issuer {
    private static final Messages MESSAGES = Messages.of(PostgresIssuer.class);

    private final PgAccess access;

    public PostgresIssuer(PgAccess access) {
        this.access = access;
    }

    @Override
    public Issued issue(Receipt receipt, Order order) {
        String group = group(order.policy());
        Secret password = NewPassword.make();
        try (password;
                PgLogin acting = access.actingLogin();
                PgSession session = access.act(acting, access.maintenance())) {
            NewLogin.Made made = new NewLogin(session, group, order).make(password, receipt.subjectHash());
            return new Issued(
                    made.id(),
                    access.line(order.label(), password),
                    made.from(),
                    made.until(),
                    new Enforcement(false, "curfew", MESSAGES.text("issue.weak")));
        } catch (PgException e) {
            throw failure(e.failure(), "issue.refused", group);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("issue.interrupted"), e);
        }
    }

    @Override
    public String currentPolicyText(PolicyId policy) {
        String group = group(policy);
        try (PgLogin reading = access.readingLogin();
                PgSession session = access.read(reading, access.maintenance())) {
            List<Long> found = session.rows("SELECT oid FROM pg_roles WHERE rolname = ?", row -> row.getLong(1), group);
            if (found.isEmpty()) {
                throw new SourceException(SourceException.Kind.REFUSED, MESSAGES.text("issue.no-group", group));
            }
            return new GroupPolicy(new PgNames(policy.source()), group, found.getFirst()).text();
        } catch (PgException e) {
            throw failure(e.failure(), "issue.unread", group);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("issue.interrupted"), e);
        }
    }

    @Override
    public Optional<String> listedIn() {
        return Optional.of(Scopes.LOGINS);
    }

    /// As libpq and all that is made of it take it (PostgreSQL documentation, 32.15, Environment Variables).
    @Override
    public Map<String, Secret> variables(CredentialId credential, Secret value) {
        return access.variables(value);
    }

    private static String group(PolicyId policy) {
        return GroupPolicy.groupOf(policy)
                .orElseThrow(() -> new SourceException(
                        SourceException.Kind.REFUSED, MESSAGES.text("issue.no-membership", policy.nativeId())));
    }

    private SourceException failure(PgFailure failure, String key, String group) {
        SourceException why = failure.asSourceException(access.where());
        return new SourceException(why.kind(), MESSAGES.text(key, group, failure.words()), why);
    }
}
