package dev.curfew.connector.postgres.catalog;

import java.util.Arrays;
import java.util.Locale;

/// Kinds of object that rights are held on.
public enum ThingKind {
    CLUSTER,
    DATABASE,
    TABLESPACE,
    /// A configuration parameter that somebody may set who otherwise could not.
    PARAMETER,
    SCHEMA,
    TABLE,
    PARTITIONED_TABLE,
    VIEW,
    MATERIALIZED_VIEW,
    FOREIGN_TABLE,
    SEQUENCE,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    WINDOW_FUNCTION,
    FOREIGN_DATA_WRAPPER,
    FOREIGN_SERVER,
    /// What a role is known by at a foreign server.
    USER_MAPPING,
    LARGE_OBJECT,
    LANGUAGE,
    SUBSCRIPTION,
    REPLICATION_SLOT;

    /// In ids and in `Resource.kind`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// As `pg_class.relkind` says it.
    static ThingKind ofRelation(String relkind) {
        return switch (relkind) {
            case "p" -> PARTITIONED_TABLE;
            case "v" -> VIEW;
            case "m" -> MATERIALIZED_VIEW;
            case "f" -> FOREIGN_TABLE;
            case "S" -> SEQUENCE;
            default -> TABLE;
        };
    }

    /// As `pg_proc.prokind` says it.
    static ThingKind ofFunction(String prokind) {
        return switch (prokind) {
            case "p" -> PROCEDURE;
            case "a" -> AGGREGATE;
            case "w" -> WINDOW_FUNCTION;
            default -> FUNCTION;
        };
    }

    public boolean isRelation() {
        return Arrays.asList(TABLE, PARTITIONED_TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, SEQUENCE)
                .contains(this);
    }

    public boolean isFunction() {
        return Arrays.asList(FUNCTION, PROCEDURE, AGGREGATE, WINDOW_FUNCTION).contains(this);
    }
}
