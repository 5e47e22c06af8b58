package dev.curfew.connector.postgres.observe;

import dev.curfew.connector.postgres.catalog.ClusterCatalog;
import dev.curfew.connector.postgres.catalog.HbaCatalog;
import dev.curfew.connector.postgres.catalog.HbaRow;
import dev.curfew.connector.postgres.catalog.PasswordKind;
import dev.curfew.connector.postgres.catalog.RoleCatalog;
import dev.curfew.connector.postgres.catalog.SessionRow;
import dev.curfew.connector.postgres.catalog.Things;
import dev.curfew.connector.postgres.facts.Becoming;
import dev.curfew.connector.postgres.facts.ClusterFacts;
import dev.curfew.connector.postgres.facts.HbaRules;
import dev.curfew.connector.postgres.facts.LoginFacts;
import dev.curfew.connector.postgres.facts.Logins;
import dev.curfew.connector.postgres.facts.MembershipFacts;
import dev.curfew.connector.postgres.facts.PgNames;
import dev.curfew.connector.postgres.facts.RoleFacts;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what belongs to the whole cluster.
final class Shared {
    private static final Messages MESSAGES = Messages.of(Shared.class);

    /// The first version in which whoever creates roles rules only those it was given.
    private static final int CREATORS_TAMED = 16;

    private final SourceName source;
    private final String where;
    private final Set<String> own;

    /// @param where the cluster's address, which it is called by
    /// @param own names of the roles that Curfew itself logs in as
    Shared(SourceName source, String where, Set<String> own) {
        this.source = source;
        this.where = where;
        this.own = own;
    }

    /// One sheet a scope, in the order of [Scopes#SHARED].
    List<Sheet> read(PgSession session, Base base) throws InterruptedException {
        PgNames names = new PgNames(source);
        RoleCatalog roles = new RoleCatalog(session);
        ClusterCatalog cluster = new ClusterCatalog(session);
        Sheet sessionSheet = new Sheet(source, Scopes.SESSIONS);
        Sheet hbaSheet = new Sheet(source, Scopes.HBA);
        Sheet loginSheet = new Sheet(source, Scopes.LOGINS);
        Attempt<Optional<Map<Long, PasswordKind>>> kinds = Attempt.at(roles::passwords);
        List<SessionRow> sessions = sessions(cluster, sessionSheet);
        HbaRules rules = rules(session, base, hbaSheet);
        Logins logins = new Logins(new Logins.Known(
                kinds.or(Optional.empty()).orElse(Map.of()),
                Attempt.at(roles::settings).or(Map.of()),
                Attempt.at(cluster::prepared).or(Map.of()),
                sessions,
                own));
        if (kinds.or(Optional.empty()).isEmpty()) {
            loginSheet.noteIfRead(MESSAGES.text("passwords.unread"));
        }
        Becoming becoming = new Becoming(base.roles(), base.memberships());
        new LoginFacts(names, base.roles(), logins, rules, becoming).write(loginSheet, base.rows());
        Sheet roleSheet = new Sheet(source, Scopes.ROLES);
        new RoleFacts(names, base.roles(), logins, !session.isAtLeast(CREATORS_TAMED)).write(roleSheet, base.rows());
        Sheet memberSheet = new Sheet(source, Scopes.MEMBERSHIPS);
        new MembershipFacts(names, base.roles()).write(memberSheet, base.rows(), base.members());
        Sheet databaseSheet = new Sheet(source, Scopes.DATABASES);
        ClusterFacts facts = new ClusterFacts(names, base.roles());
        facts.databases(databaseSheet, where, base.databases());
        Sheet clusterSheet = new Sheet(source, Scopes.CLUSTER);
        switch (Attempt.at(() -> others(cluster))) {
            case Attempt.Got<List<Things>>(List<Things> others) -> facts.others(clusterSheet, others);
            case Attempt.Missed<List<Things>>(var failure) ->
                clusterSheet.close(failure.coverage(), failure.sentence(where));
        }
        return List.of(roleSheet, loginSheet, memberSheet, sessionSheet, databaseSheet, clusterSheet, hbaSheet);
    }

    private static List<Things> others(ClusterCatalog cluster) throws PgException, InterruptedException {
        List<Things> others = new ArrayList<>(cluster.tablespaces());
        others.addAll(cluster.parameters());
        others.addAll(cluster.slots());
        others.addAll(cluster.subscriptions());
        return others;
    }

    private List<SessionRow> sessions(ClusterCatalog cluster, Sheet sheet) throws InterruptedException {
        Attempt<List<SessionRow>> sessions = Attempt.at(cluster::sessions);
        switch (sessions) {
            case Attempt.Missed<List<SessionRow>>(var failure) ->
                sheet.close(failure.coverage(), failure.sentence(where));
            case Attempt.Got<List<SessionRow>>(List<SessionRow> rows) -> {
                rows.forEach(_ -> sheet.item());
                if (!Attempt.at(cluster::seesSessions).or(false)) {
                    sheet.miss(MESSAGES.text("sessions.half"));
                }
            }
        }
        return sessions.or(List.of());
    }

    private HbaRules rules(PgSession session, Base base, Sheet sheet) throws InterruptedException {
        Attempt<List<HbaRow>> rules = Attempt.at(new HbaCatalog(session)::rules);
        switch (rules) {
            case Attempt.Got<List<HbaRow>>(List<HbaRow> rows) -> new HbaRules(rows, base.roles()).write(sheet);
            case Attempt.Missed<List<HbaRow>>(var failure) -> sheet.close(failure.coverage(), failure.sentence(where));
        }
        return new HbaRules(rules.or(List.of()), base.roles());
    }
}
