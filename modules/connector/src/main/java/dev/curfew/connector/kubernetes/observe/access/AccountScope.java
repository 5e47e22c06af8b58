package dev.curfew.connector.kubernetes.observe.access;

import dev.curfew.connector.kubernetes.api.OwnUsers;
import dev.curfew.connector.kubernetes.fact.Accounts;
import dev.curfew.connector.kubernetes.fact.Metadata;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.fact.ObjectOwner;
import dev.curfew.connector.kubernetes.fact.OwnMarks;
import dev.curfew.connector.kubernetes.fact.Tags;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.Shape;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.list.Form;
import dev.curfew.connector.kubernetes.sheet.ListScope;
import dev.curfew.connector.kubernetes.sheet.ScopeSheet;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.text.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Service accounts, with the groups that each is in by being one, and the tokens that anyone may have requested for
/// it: of those the server keeps no list, so that they stand here as one credential, which ends with the account.
public final class AccountScope extends ListScope {
    private static final Messages MESSAGES = Messages.of(AccountScope.class);

    private final Accounts accounts;
    private final OwnUsers own;
    private final Map<String, Membered> groups = new HashMap<>();

    public AccountScope(Accounts accounts, OwnUsers own) {
        super(
                Collection.of(
                        "api/v1/serviceaccounts",
                        Shape.of("automountServiceAccountToken").with("metadata", Metadata.SHAPE)),
                Form.OBJECTS);
        this.accounts = accounts;
        this.own = own;
    }

    @Override
    public void complete(ScopeSheet sheet, boolean whole) {
        if (whole) {
            accounts.complete();
        }
        sheet.note(MESSAGES.text("requested"));
        own.troubles().forEach(sheet::note);
    }

    @Override
    protected void restart() {
        accounts.clear();
        groups.clear();
    }

    @Override
    protected void object(ScopeSheet sheet, Doc object, List<String> columns) {
        Metadata metadata = Metadata.of(object);
        NativeNames names = new NativeNames(sheet.source());
        IdentityId id = names.account(metadata.namespace(), metadata.name(), metadata.uid());
        Provenance provenance = from(sheet, object);
        Map<String, String> tags = Tags.of(metadata);
        tags.put("uid", metadata.uid());
        boolean isOwn = own.names().contains("system:serviceaccount:" + metadata.namespace() + ":" + metadata.name());
        if (isOwn) {
            tags.put(OwnUsers.MARK, "true");
        }
        if (object.isFalse("automountServiceAccountToken")) {
            tags.put("automount", "false");
        }
        accounts.add(metadata);
        sheet.add(new Identity(
                id,
                "kubernetes.service-account",
                metadata.path(),
                ObjectOwner.of(tags),
                metadata.createdAt(),
                new Usage.NotObserved(MESSAGES.text("account-usage")),
                tags,
                provenance));
        sheet.add(requested(names, metadata, id, isOwn, provenance));
        for (String group : List.of(
                NativeNames.AUTHENTICATED,
                NativeNames.ALL_ACCOUNTS,
                NativeNames.ALL_ACCOUNTS + ":" + metadata.namespace())) {
            group(sheet, names, id, group);
        }
    }

    private static Credential requested(
            NativeNames names, Metadata account, IdentityId holder, boolean isOwn, Provenance provenance) {
        Map<String, String> attributes = new TreeMap<>(Map.of("listed", "false", "uid", account.uid()));
        // by which an issued one is found again
        account.annotations().forEach((key, value) -> {
            if (key.startsWith(OwnMarks.PREFIX)) {
                attributes.put(key, value);
            }
        });
        if (isOwn) {
            attributes.put(OwnUsers.MARK, "true");
        }
        return new Credential(
                names.requestedTokens(account),
                "kubernetes.unbound-token",
                MESSAGES.text("requested-name", account.path()),
                holder,
                null,
                account.createdAt(),
                new Expiry.Unknown(MESSAGES.text("requested")),
                new Usage.NotObserved(MESSAGES.text("account-usage")),
                true,
                attributes,
                provenance);
    }

    private void group(ScopeSheet sheet, NativeNames names, IdentityId member, String group) {
        Membered of = groups.computeIfAbsent(group, _ -> {
            sheet.add(Subjects.group(sheet, names, group));
            return new Membered(names.group(group), from(sheet, "{\"group\":\"" + group + "\"}"));
        });
        sheet.add(new Membership(member, of.group(), of.provenance()));
    }

    /// What every membership of a group says alike.
    private record Membered(IdentityId group, Provenance provenance) {}
}
