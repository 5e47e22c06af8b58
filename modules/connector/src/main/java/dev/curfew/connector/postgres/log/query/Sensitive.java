package dev.curfew.connector.postgres.log.query;

import dev.curfew.model.timeline.DeedKind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which relations hold secrets, as far as their names tell.
public final class Sensitive {
    /// Password hashes, the passwords of other servers, and those by which a subscription logs in:
    /// <https://www.postgresql.org/docs/current/catalogs.html>
    private static final Set<String> CATALOGS = Set.of(
            "pg_authid",
            "pg_shadow",
            "pg_user_mapping",
            "pg_user_mappings",
            "user_mapping_options",
            "pg_subscription",
            "pg_largeobject");

    private static final Pattern NAMES = Pattern.compile(
            "passw(?:or)?d|passphrase|secret|credential|token|vault|(?:api|private|access|signing|encryption)_?key");

    private Sensitive() {}

    public static DeedKind kind(String relation) {
        String small = relation.toLowerCase(Locale.ROOT);
        String last = small.substring(small.lastIndexOf('.') + 1);
        return CATALOGS.contains(last) || NAMES.matcher(small).find() ? DeedKind.READ_SECRET : DeedKind.READ;
    }
}
