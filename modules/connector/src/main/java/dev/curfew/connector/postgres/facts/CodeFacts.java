package dev.curfew.connector.postgres.facts;

import dev.curfew.connector.postgres.catalog.DatabaseRow;
import dev.curfew.connector.postgres.catalog.DefaultRow;
import dev.curfew.connector.postgres.catalog.Right;
import dev.curfew.connector.postgres.catalog.RoleRow;
import dev.curfew.connector.postgres.catalog.Things;
import dev.curfew.connector.sheet.Sheet;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Functions that run as their owner, ways to other servers, and default privileges of one database.
public final class CodeFacts {
    private static final Messages MESSAGES = Messages.of(CodeFacts.class);

    /// More names than this in a sentence are not read; the resource has them all.
    private static final int NAMED_MAX = 5;

    private final PgNames names;
    private final Roles roles;
    private final DatabaseRow database;
    private final DatabaseOwner owner;

    public CodeFacts(PgNames names, Roles roles, DatabaseRow database) {
        this.names = names;
        this.roles = roles;
        this.database = database;
        owner = new DatabaseOwner(roles, database);
    }

    /// What was read of a database.
    ///
    /// @param schemas for who may look into them
    public record Read(
            List<Things> schemas,
            List<Things> functions,
            List<Things> wrappers,
            List<Things> servers,
            List<Things> mappings,
            List<DefaultRow> defaults) {}

    public void write(Sheet sheet, Read read) {
        Doors doors = new Doors(roles, database, owner.inPlace(read.schemas()));
        RightsBook book = new RightsBook(names, roles, "code:" + database.name());
        ThingFacts facts = new ThingFacts(names, roles, database.name());
        for (Things functions : Folds.merged(owner.inPlace(read.functions()))) {
            functions(sheet, functions, doors, book, facts);
        }
        plain(sheet, read.wrappers(), "pg_foreign_data_wrapper", doors, book, facts);
        plain(sheet, read.servers(), "pg_foreign_server", doors, book, facts);
        mappings(sheet, read, book, facts);
        book.writeTo(sheet, "pg_proc, pg_foreign_server, pg_user_mappings");
        read.defaults().forEach(row -> defaults(sheet, row));
    }

    private static void plain(
            Sheet sheet, List<Things> all, String origin, Doors doors, RightsBook book, ThingFacts facts) {
        for (Things things : all) {
            facts.write(sheet, things, origin)
                    .keySet()
                    .forEach(on -> book.add(things.owner(), things.rights(), on, doors.into("")));
        }
    }

    /// What its body does is not read, so that whoever may call it might act as its owner, and no more is said.
    private void functions(Sheet sheet, Things functions, Doors doors, RightsBook book, ThingFacts facts) {
        RightsBook.Needs needs = doors.into(functions.schema());
        facts.write(sheet, functions, "pg_proc")
                .keySet()
                .forEach(on -> book.add(functions.owner(), functions.rights(), on, needs));
        Optional<IdentityId> as = roles.of(functions.owner()).map(role -> names.role(role.name()));
        if (!functions.is("security-definer") || as.isEmpty()) {
            return;
        }
        String body = MESSAGES.text("needs.body", called(functions));
        functions.rights().stream()
                .filter(right -> right.privilege().equals("EXECUTE") && right.grantee() != functions.owner())
                .map(Right::grantee)
                .distinct()
                .forEach(grantee -> book.add(
                        grantee,
                        RightLevel.BECOME,
                        as.get(),
                        List.of("SECURITY DEFINER"),
                        needs.of(grantee).isEmpty() ? body : body + "; " + needs.of(grantee)));
    }

    private static String called(Things functions) {
        String some = functions.names().stream()
                .limit(NAMED_MAX)
                .map(name -> functions.schema() + "." + name)
                .collect(Collectors.joining(", "));
        int more = functions.names().size() - NAMED_MAX;
        return more > 0 ? MESSAGES.text("functions.more", some, more) : some;
    }

    /// A mapping lets its role use what is kept in it at the server, if it may use the server.
    private void mappings(Sheet sheet, Read read, RightsBook book, ThingFacts facts) {
        Map<String, Things> servers = new HashMap<>();
        read.servers().forEach(server -> server.names().forEach(name -> servers.put(name, server)));
        for (Things mapping : read.mappings()) {
            Things server = servers.get(mapping.schema());
            facts.write(sheet, mapping, "pg_user_mappings")
                    .keySet()
                    .forEach(on -> book.add(
                            mapping.owner(),
                            RightLevel.READ,
                            on,
                            List.of("USER MAPPING"),
                            server == null || mayUse(server, mapping.owner())
                                    ? ""
                                    : MESSAGES.text("needs.server", mapping.schema())));
        }
    }

    private boolean mayUse(Things server, long oid) {
        return server.owner() == oid
                || roles.has(oid, server.rights().stream().map(Right::grantee).collect(Collectors.toSet()));
    }

    /// Nobody has it yet, so nobody is granted it; it is there to be read.
    private void defaults(Sheet sheet, DefaultRow row) {
        sheet.item();
        String maker = roles.of(row.maker()).map(RoleRow::name).orElse(String.valueOf(row.maker()));
        List<String> rights = row.rights().stream()
                .map(right -> MESSAGES.text(
                        right.grantable() ? "default.grantable" : "default.right",
                        right.privilege(),
                        right.grantee() == Right.EVERYBODY
                                ? "PUBLIC"
                                : roles.of(right.grantee()).map(RoleRow::name).orElse("?")))
                .sorted()
                .toList();
        String place = PgNames.encoded(database.name(), "/") + "/" + PgNames.encoded(row.schema(), "/");
        sheet.add(new Policy(
                new PolicyId(
                        sheet.source(), "defaults/" + place + "/" + row.things() + "/" + PgNames.encoded(maker, "")),
                "postgresql.default-privileges",
                MESSAGES.text("default.name", row.things(), maker, database.name(), row.schema()),
                CanonicalJson.text(Map.of("things", row.things(), "schema", row.schema(), "rights", rights)),
                sheet.from("pg_default_acl", "{}")));
    }
}
