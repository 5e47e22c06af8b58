package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.ThingKind;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.id.SourceName;
import java.util.Locale;
import java.util.Optional;

/// How things of a cluster are called in the estate. Names in PostgreSQL may hold anything but NUL: what would part two
/// ids differently, or cannot be shown, is percent-encoded.
///
/// @param source whose they are
public record PgNames(SourceName source) {
    private static final String ROLE = "role/";
    private static final String RIGHTS = "rights/";
    private static final String LOGIN = "login/";
    private static final char OID = '#';

    /// A role that logs in, by name and oid: one that is dropped and made again is another, and so is what proves it.
    ///
    /// @param role the name as PostgreSQL has it
    public record Login(String role, long oid) {}

    public IdentityId role(String name) {
        return new IdentityId(source, ROLE + encoded(name, ""));
    }

    /// The name of a role as PostgreSQL has it; empty if it is no role's id.
    public static Optional<String> role(IdentityId id) {
        return after(ROLE, id);
    }

    /// The same of a role that others are members of, whether they have it whole or only its rights.
    public static Optional<String> group(IdentityId id) {
        return after(ROLE, id).or(() -> after(RIGHTS, id));
    }

    private static Optional<String> after(String prefix, IdentityId id) {
        return id.nativeId().startsWith(prefix)
                ? Optional.of(decoded(id.nativeId().substring(prefix.length())))
                : Optional.empty();
    }

    /// What members have of a role that they inherit and cannot become.
    public IdentityId rights(String name) {
        return new IdentityId(source, RIGHTS + encoded(name, ""));
    }

    /// `PUBLIC`, which every role is a member of.
    public IdentityId everybody() {
        return new IdentityId(source, "public");
    }

    public CredentialId login(String role, long oid) {
        return new CredentialId(source, LOGIN + encoded(role, "") + OID + oid);
    }

    /// Empty if it is no login's id.
    public static Optional<Login> login(CredentialId id) {
        String text = id.nativeId();
        int oid = text.lastIndexOf(OID);
        if (!text.startsWith(LOGIN) || oid < 0 || !text.substring(oid + 1).matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return Optional.of(
                new Login(decoded(text.substring(LOGIN.length(), oid)), Long.parseLong(text.substring(oid + 1))));
    }

    /// The whole cluster: who administers it reaches all that is in it.
    public ResourceId cluster() {
        return new ResourceId(source, "whole");
    }

    /// A thing of the whole cluster.
    public ResourceId thing(ThingKind kind, String name) {
        return new ResourceId(source, kind.word() + "/" + encoded(name, ""));
    }

    /// A thing in a database.
    ///
    /// @param schema empty where the kind lies in none
    public ResourceId thing(String database, ThingKind kind, String schema, String name) {
        String place = schema.isEmpty() ? "" : encoded(schema, ".") + ".";
        return new ResourceId(source, in(database) + kind.word() + "/" + place + encoded(name, ""));
    }

    /// Many things in a database that are held alike.
    ///
    /// @param mark tells them from others of their kind and schema
    public ResourceId fold(String database, ThingKind kind, String schema, String mark) {
        String place = schema.isEmpty() ? "" : encoded(schema, ".") + ".";
        return new ResourceId(source, in(database) + kind.word() + "-fold/" + place + mark);
    }

    /// What a role may in the whole cluster.
    public PolicyId powers(String role) {
        return new PolicyId(source, "powers/" + encoded(role, ""));
    }

    /// What a role is granted.
    ///
    /// @param place `cluster`, or a part of a database
    public PolicyId grants(String role, String place) {
        return new PolicyId(source, "grants/" + encoded(place, "/") + "/" + encoded(role, ""));
    }

    private static String in(String database) {
        return "db/" + encoded(database, "/") + "/";
    }

    /// @param also characters that mean something where the name goes
    static String encoded(String name, String also) {
        StringBuilder encoded = new StringBuilder();
        name.codePoints().forEach(point -> {
            if (point == '%' || Character.isISOControl(point) || also.indexOf(point) >= 0) {
                encoded.append(String.format(Locale.ROOT, "%%%02X", point));
            } else {
                encoded.appendCodePoint(point);
            }
        });
        return encoded.toString();
    }

    static String decoded(String text) {
        StringBuilder decoded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' && text.substring(i).matches("%[0-9A-F]{2}.*")) {
                decoded.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                decoded.append(text.charAt(i));
            }
        }
        return decoded.toString();
    }
}
