package dev.curfew.connector.postgres.observe;

import dev.curfew.connector.postgres.catalog.DatabaseRow;
import java.util.List;
import java.util.Optional;

/// The parts of a cluster that are read, and may be refused, each on its own.
public final class Scopes {
    public static final String ROLES = "roles";

    /// The scope that lists every role that logs in, whole.
    public static final String LOGINS = "logins";

    public static final String MEMBERSHIPS = "memberships";
    public static final String SESSIONS = "sessions";
    public static final String DATABASES = "databases";
    public static final String CLUSTER = "cluster";
    public static final String HBA = "hba";

    private static final String OBJECTS = "objects/";
    private static final String CODE = "code/";

    /// Those of the whole cluster.
    static final List<String> SHARED = List.of(ROLES, LOGINS, MEMBERSHIPS, SESSIONS, DATABASES, CLUSTER, HBA);

    private Scopes() {}

    /// Schemas and relations of a database.
    static String objects(DatabaseRow database) {
        return OBJECTS + database.name();
    }

    /// Functions, servers and default privileges of a database.
    static String code(DatabaseRow database) {
        return CODE + database.name();
    }

    static List<String> of(DatabaseRow database) {
        return List.of(objects(database), code(database));
    }

    /// The database that a scope is about; empty for one of the whole cluster.
    static Optional<String> database(String scope) {
        return scope.startsWith(OBJECTS)
                ? Optional.of(scope.substring(OBJECTS.length()))
                : Optional.of(scope).filter(text -> text.startsWith(CODE)).map(text -> text.substring(CODE.length()));
    }
}
